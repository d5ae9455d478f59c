/** The job that compares school and tenant. */
export const PLAN = 'm365-plan'
