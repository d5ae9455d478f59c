import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import { documentFrom, plainText, type RichText } from '#shared/rich-text/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { giver } from '../rules.ts'
import { mustReadWords } from './personal-data.ts'

const READ_PER_MINUTE = 200

/** What a person of the team may open: what was asked of me, and everything for who gives it. */
const mine = (work: Work, me: Me) => {
  const all = work.db.selectFrom('must_read')
  if (giver(me)) return all
  const asked = work.db.selectFrom('must_read_reading').select('must_read_id').where('person_id', '=', me.id)
  return all.where('must_read.id', 'in', asked)
}

export type Listed = {
  readonly id: string
  readonly title: string
  readonly dueOn: string
  readonly closed: boolean
  /** Of the newest version: whether it is asked of me, and when I read it. */
  readonly asked: boolean
  readonly confirmedAt: Date | null
  readonly read: number
  readonly of: number
}

/** What I have to read or gave to be read, by its day; what is closed last. */
export const list = async (work: Work, me: Me): Promise<Listed[]> => {
  const rows = await mine(work, me)
    .innerJoin('must_read_version as version', (join) =>
      join.onRef('version.must_read_id', '=', 'must_read.id').onRef('version.version', '=', 'must_read.version'),
    )
    .select([
      'must_read.id',
      'must_read.due_on',
      'must_read.closed_at',
      'must_read.version',
      'version.id as version_id',
      'version.words',
    ])
    .orderBy('must_read.due_on', 'desc')
    .execute()
  const opened = await work.open(rows, {
    words: reading(mustReadWords, 'version_id', 'title'),
  })
  const counts = await countsOf(
    work,
    rows.map(({ id }) => id),
  )
  const readings = await myReadings(
    work,
    me,
    rows.map(({ id }) => id),
  )
  return opened
    .map(({ id, due_on, closed_at, version, words }) => {
      const count = counts.get(`${id} ${version}`)
      const own = readings.get(`${id} ${version}`)
      return {
        id,
        title: words.title,
        dueOn: due_on,
        closed: closed_at !== null,
        asked: own !== undefined,
        confirmedAt: own ?? null,
        read: count?.read ?? 0,
        of: count?.of ?? 0,
      }
    })
    .sort((one, other) => Number(one.closed) - Number(other.closed))
}

const countsOf = async (work: Work, ids: readonly string[]) => {
  const rows = await work.db
    .selectFrom('must_read_reading')
    .innerJoin('person', 'person.id', 'must_read_reading.person_id')
    .select(({ fn }) => ['must_read_id', 'version', fn.count('confirmed_at').as('read'), fn.countAll().as('of')])
    .where('must_read_id', 'in', oneOf(ids))
    .where('person.state', '=', 'active')
    .groupBy(['must_read_id', 'version'])
    .execute()
  return new Map(
    rows.map((row) => [`${row.must_read_id} ${row.version}`, { read: Number(row.read), of: Number(row.of) }]),
  )
}

const myReadings = async (work: Work, me: Me, ids: readonly string[]) => {
  const rows = await work.db
    .selectFrom('must_read_reading')
    .select(['must_read_id', 'version', 'confirmed_at'])
    .where('person_id', '=', me.id)
    .where('must_read_id', 'in', oneOf(ids))
    .execute()
  return new Map(rows.map((row) => [`${row.must_read_id} ${row.version}`, row.confirmed_at]))
}

export type Version = {
  readonly number: number
  readonly title: string
  readonly text: RichText
  readonly why: string | null
  readonly publishedAt: Date
  readonly hash: string
}

export type Found = {
  readonly id: string
  readonly authorId: string | null
  readonly roles: readonly string[]
  readonly dueOn: string
  readonly closed: boolean
  /** The newest first. */
  readonly versions: readonly Version[]
  /** When I confirmed the newest version; undefined when it is not asked of me. */
  readonly confirmedAt: Date | null | undefined
  readonly minutes: number
}

/** One of them with its versions; undefined when it is not there for me. */
export const find = async (work: Work, me: Me, id: string): Promise<Found | undefined> => {
  const row = await mine(work, me)
    .select(['must_read.id', 'author_id', 'roles', 'due_on', 'closed_at', 'must_read.version'])
    .where('must_read.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const versions = await versionsOf(work, id)
  const words = plainText(versions[0]!.text).split(/\s+/).length
  return {
    id,
    authorId: row.author_id,
    roles: row.roles,
    dueOn: row.due_on,
    closed: row.closed_at !== null,
    versions,
    confirmedAt: (await myReadings(work, me, [id])).get(`${id} ${row.version}`),
    minutes: Math.max(1, Math.round(words / READ_PER_MINUTE)),
  }
}

const versionsOf = async (work: Work, id: string): Promise<Version[]> => {
  const rows = await work.db
    .selectFrom('must_read_version')
    .select(['id', 'must_read_id', 'version', 'words', 'words_hash', 'published_at'])
    .where('must_read_id', '=', id)
    .orderBy('version', 'desc')
    .execute()
  const opened = await work.open(rows, { words: reading(mustReadWords, 'id', 'title', 'text', 'why') })
  return opened.map(({ version, words, words_hash, published_at }) => ({
    number: version,
    title: words.title,
    text: documentFrom(words.text)!,
    why: words.why,
    publishedAt: published_at,
    hash: words_hash,
  }))
}
