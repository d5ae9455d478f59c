import pg from 'pg'

/** An organisation as a command names it. */
export type Named = { readonly id: string; readonly host: string }

/** Every organisation with the first of its hosts, in that order. For the owner's connection. */
export const organisationsOf = async (client: pg.ClientBase): Promise<Named[]> => {
  const { rows } = await client.query<Named>(
    `select o.id, coalesce(min(h.name), o.id::text) as host from organisation o
      left join host h on h.organisation_id = o.id group by o.id order by 2`,
  )
  return rows
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
