import { sql } from 'kysely'

/**
 * A list of ids as one parameter, for `where('id', 'in', oneOf(ids))`: one statement whatever its length. As a selection
 * it is joined; as an array the planner would weigh each id by itself, at every execution.
 */
export const oneOf = (ids: readonly string[]) => sql<string>`(select unnest(${ids}::uuid[]))`
