import { type Named, namesOf } from '#products/school/index.ts'
import { pagesUsed } from '#shared/audit/looks.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { startOf } from '../who-looked/asked.ts'
import { SUPPLIERS } from '../who-looked/in-words.ts'
import { blur } from './blurring.ts'

type Figure = { readonly part: string; readonly who: 'team' | 'families'; readonly people: number }
export type Figures = { readonly month: string; readonly figures: readonly Figure[] }

const FAMILIES = new Set<string | null>(['guardian', 'guardian-information-only', 'pupil'])

/** The month before that of a day, as `2026-10`. */
const monthBefore = (day: string): string => {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 2
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

/** The part a page belongs to: the first word of its address. */
const partOf = (place: string): string | null => {
  const [, first] = /^(?:GET|POST) \/([^/:]*)/.exec(place) ?? []
  return first === undefined ? null : first || 'home'
}

/**
 * The anonymous figures of the last whole month: how many people used which part. Every person counts once, in one part
 * that a keyed hash draws, so that whoever leaves or comes changes one figure by one; that is blurred, rounded and left
 * out below ten people ({@link blur}). Months do not overlap and are final, so that two of them cannot be subtracted. The
 * same question gives the same answer: the page shows exactly what would leave.
 */
export const figuresOf = async (work: Work): Promise<Figures> => {
  const month = monthBefore(work.today)
  const used = await pagesUsed(work, startOf(`${month}-01`), startOf(`${work.today.slice(0, 7)}-01`))
  const cells = new Map<string, number>()
  for (const [person, pages] of Map.groupBy(used, (one) => one.person)) {
    const parts = pages
      .filter(({ role }) => !SUPPLIERS.has(role))
      .flatMap(({ role, place }) => {
        const part = partOf(place)
        return part === null ? [] : [`${part} ${FAMILIES.has(role) ? 'families' : 'team'}`]
      })
    const lot = (part: string) => work.hash('figures part', `${month} ${person} ${part}`)
    const [drawn] = [...new Set(parts)].sort((one, other) => (lot(one) < lot(other) ? -1 : 1))
    if (drawn) cells.set(drawn, (cells.get(drawn) ?? 0) + 1)
  }
  const figures = [...cells].sort().flatMap(([cell, count]): Figure[] => {
    const people = blur(count, work.hash('figures chance', `${month} ${cell}`))
    const [part, who] = cell.split(' ') as [string, Figure['who']]
    return people === null ? [] : [{ part, who, people }]
  })
  return { month, figures }
}

/** What leaves, to the letter: nothing of the organisation, no id, no moment. */
export const figuresFile = (figures: Figures): string => JSON.stringify(figures)

/** What was decided, the newest first. */
export const switchHistory = (work: Work) =>
  work.db
    .selectFrom('figures_switch')
    .select(['id', 'allowed', 'decided_by', 'decided_at'])
    .orderBy('decided_at', 'desc')
    .execute()

/** Whether figures may leave, and who decided what before. Off until somebody says otherwise. */
export const switchOf = async (work: Work) => {
  const rows = await switchHistory(work)
  const names: ReadonlyMap<string, Named> = await namesOf(
    work,
    rows.map((row) => row.decided_by),
  )
  const history = rows.map((row) => ({
    id: row.id,
    allowed: row.allowed,
    at: row.decided_at,
    by: names.get(row.decided_by)?.name ?? null,
  }))
  return { allowed: rows[0]?.allowed ?? false, history }
}

/** Whether figures may leave. */
export const mayLeave = async (work: Work): Promise<boolean> => {
  const row = await work.db
    .selectFrom('figures_switch')
    .select('allowed')
    .orderBy('decided_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.allowed ?? false
}

/** Allows figures to leave, or no longer; the same again changes nothing. */
export const decide = async (work: Work, me: Me, allowed: boolean): Promise<void> => {
  if ((await mayLeave(work)) === allowed) return
  await work.db.insertInto('figures_switch').values({ allowed, decided_by: me.id, decided_at: work.now }).execute()
  await work.audit(allowed ? 'allowed-figures' : 'stopped-figures', 'figures')
}
