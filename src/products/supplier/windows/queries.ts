import { childrenToAskAbout } from '#products/privacy/index.ts'
import { namesOf } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Kind } from '#shared/vault/declaration.ts'
import { reading } from '#shared/vault/opening.ts'
import type { OpenedAs, Reason } from './kinds.ts'
import { lookViewer, windowWords } from './personal-data.ts'
import { forTheSchool } from './rules.ts'

const MOST = 50

/** A window as its own organisation sees it. */
export type Window = {
  readonly id: string
  readonly person: string
  readonly name: string
  readonly openedAs: OpenedAs
  readonly kinds: readonly Kind[]
  readonly reason: Reason
  /** What was written, for who wrote it; others see the reason only. */
  readonly text: string | null
  readonly openedAt: Date
  readonly endsAt: Date
  readonly closedAt: Date | null
  readonly open: boolean
  readonly looks: number
}

export type LookedAt = {
  readonly id: string
  readonly name: string
  readonly at: Date
  readonly kinds: readonly Kind[]
}

/** Themselves and the children they speak for. */
const mineOf = async (work: Work, me: Me) => [me.id, ...(await childrenToAskAbout(work, me.id)).map(({ id }) => id)]

const windows = (work: Work) =>
  work.db
    .selectFrom('support_window')
    .select([
      'id',
      'person_id',
      'opened_by',
      'opened_as',
      'kinds',
      'reason',
      'words',
      'opened_at',
      'ends_at',
      'closed_at',
    ])
    .select(({ selectFrom, fn }) =>
      selectFrom('support_look')
        .select(fn.countAll<number>().as('many'))
        .whereRef('support_look.window_id', '=', 'support_window.id')
        .as('looks'),
    )
    .orderBy('opened_at', 'desc')
    .limit(MOST)

type Found = Awaited<ReturnType<ReturnType<typeof windows>['execute']>>

const inWords = async (work: Work, me: Me, rows: Found): Promise<Window[]> => {
  const names = await namesOf(
    work,
    rows.map(({ person_id }) => person_id),
  )
  const own = await work.open(
    rows.filter(({ opened_by }) => opened_by === me.id).map(({ id, words }) => ({ id, words })),
    { words: reading(windowWords, 'id', 'text') },
  )
  const texts = new Map(own.map(({ id, words }) => [id, words?.text]))
  return rows.flatMap((row) => {
    const named = names.get(row.person_id)
    if (!named) return []
    return [
      {
        id: row.id,
        person: row.person_id,
        name: named.name,
        openedAs: row.opened_as as OpenedAs,
        kinds: row.kinds as Kind[],
        reason: row.reason as Reason,
        text: texts.get(row.id) ?? null,
        openedAt: row.opened_at,
        endsAt: row.ends_at,
        closedAt: row.closed_at,
        open: row.closed_at === null && row.ends_at > work.now,
        looks: Number(row.looks),
      },
    ]
  })
}

/** The windows on my data and on those of the children I speak for, the newest first. */
export const myWindows = async (work: Work, me: Me): Promise<Window[]> =>
  inWords(
    work,
    me,
    await windows(work)
      .where('person_id', 'in', oneOf(await mineOf(work, me)))
      .execute(),
  )

/** Every window here, for the school. */
export const allWindows = async (work: Work, me: Me): Promise<Window[]> =>
  inWords(work, me, await windows(work).execute())

/** One of them, for who may see it. */
export const findWindow = async (work: Work, me: Me, id: string): Promise<Window | null> => {
  const mine = forTheSchool(me) ? null : await mineOf(work, me)
  const rows = await windows(work)
    .where('id', '=', id)
    .$if(mine !== null, (query) => query.where('person_id', 'in', oneOf(mine!)))
    .execute()
  return (await inWords(work, me, rows))[0] ?? null
}

/** Each look through a window, the newest first. */
export const looksThrough = async (work: Work, window: string): Promise<LookedAt[]> => {
  const rows = await work.db
    .selectFrom('support_look')
    .select(['id', 'viewer', 'looked_at', 'kinds'])
    .where('window_id', '=', window)
    .orderBy('looked_at', 'desc')
    .execute()
  const looks = await work.open(rows, { viewer: reading(lookViewer, 'id', 'name') })
  return looks.map(({ id, viewer, looked_at, kinds }) => ({
    id,
    name: viewer.name,
    at: looked_at,
    kinds: kinds as Kind[],
  }))
}

/** How many windows are open here now. */
export const openNow = async (work: Work): Promise<number> => {
  const { many } = await work.db
    .selectFrom('support_window')
    .select(({ fn }) => fn.countAll<number>().as('many'))
    .where('closed_at', 'is', null)
    .where('ends_at', '>', work.now)
    .executeTakeFirstOrThrow()
  return Number(many)
}

/** The windows of a year as facts, for a board: when, opened as what, how often looked through. */
export const evidenceOfWindows = async (work: Work) => {
  const rows = await work.db
    .selectFrom('support_window')
    .select(['opened_at', 'ends_at', 'closed_at', 'opened_as'])
    .select(({ selectFrom, fn }) =>
      selectFrom('support_look')
        .select(fn.countAll<number>().as('many'))
        .whereRef('support_look.window_id', '=', 'support_window.id')
        .as('looks'),
    )
    .orderBy('opened_at')
    .execute()
  return rows.map((row) => ({
    openedAt: row.opened_at,
    endedAt: row.closed_at ?? row.ends_at,
    openedAs: row.opened_as as OpenedAs,
    looks: Number(row.looks),
  }))
}
