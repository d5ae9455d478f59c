export const MODULE = 'm365'
