import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Language } from '#shared/language/index.ts'

export type Foundation = {
  readonly id?: string
  readonly kind: 'board' | 'school' | 'partner' | 'supplier'
  readonly boardId?: string
  readonly name: string
  /** Host names without port, such as `vuurtoren.localhost`. */
  readonly hosts: readonly string[]
  readonly mark?: string
  readonly hue?: number
  readonly chroma?: number
  readonly language?: Language
  /** A school's number at the government, such as `99XX` or `99XX00`. */
  readonly brin?: string | null
}

/** Hours of an ordinary week, until the school says otherwise: 8.30 to 14.15, Wednesday until 12.15. */
const HOURS = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  starts: '08:30',
  noon: '12:00',
  ends: weekday === 3 ? '12:15' : '14:15',
}))

/** Inserts an organisation with its hosts within a transaction of the owner, which from here on works for it. */
export const insertOrganisation = async (owner: pg.ClientBase, given: Foundation): Promise<string> => {
  const id = given.id ?? randomUUID()
  await owner.query(`select set_config('app.organisation', $1, true)`, [id])
  await owner.query(
    `insert into organisation (id, kind, board_id, name, mark, hue, chroma, language) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      id,
      given.kind,
      given.boardId ?? null,
      given.name,
      given.mark ?? 'square',
      given.hue ?? 65,
      given.chroma ?? 0.02,
      given.language ?? 'nl',
    ],
  )
  for (const host of given.hosts)
    await owner.query('insert into host (name, organisation_id) values ($1, $2)', [host, id])
  if (given.kind === 'school') {
    await owner.query('insert into school (organisation_id, brin) values ($1, $2)', [id, given.brin ?? null])
    for (const day of HOURS) {
      await owner.query(
        'insert into school_hours (organisation_id, weekday, starts, noon, ends) values ($1, $2, $3, $4, $5)',
        [id, day.weekday, day.starts, day.noon, day.ends],
      )
    }
  }
  await owner.query(`select pg_notify('schoolplein', $1)`, [JSON.stringify([id, 'sites'])])
  return id
}

/**
 * Makes an organisation with its hosts; a school also gets hours. Runs as the owner, because the role that serves
 * requests can make no organisations. Answers its id. A host name that is taken already is refused by its key.
 */
export const foundOrganisation = async (owner: pg.ClientBase, given: Foundation): Promise<string> => {
  await owner.query('begin')
  try {
    const id = await insertOrganisation(owner, given)
    await owner.query('commit')
    return id
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}
