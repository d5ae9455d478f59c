import pg from 'pg'

/** An organisation as a command names it. */
export type Named = { readonly id: string; readonly host: string }

/** Every organisation with its main host (without one the first), in that order. For the owner's connection. */
export const organisationsOf = async (client: pg.ClientBase): Promise<Named[]> => {
  const { rows } = await client.query<Named>(
    `select distinct on (o.id) o.id, coalesce(h.name, o.id::text) as host from organisation o
      left join host h on h.organisation_id = o.id order by o.id, h.main desc, h.name`,
  )
  return rows.sort((one, other) => (one.host < other.host ? -1 : 1))
}

/**
 * Runs work in a transaction of one organisation on the owner's connection, for commands that reach what requests may
 * not (generations of keys). Row policies hold here too: the owner passes none of them.
 */
export const inOrganisation = async <T>(
  client: pg.ClientBase,
  organisation: string,
  work: () => Promise<T>,
): Promise<T> => {
  await client.query(`begin; set local app.organisation = ${pg.escapeLiteral(organisation)}`)
  try {
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
