import type { Work } from '#shared/tenancy/work.ts'
import type { By } from './counting.ts'

/** How far back is looked, and in which steps it is drawn. */
export const periods = ['week', 'month', 'year'] as const
export type Period = (typeof periods)[number]

/** Fewer than this many are never shown: a country with one visitor would be somebody. */
export const LEAST = 10

export type Cell = { readonly value: string; readonly views: number; readonly visitors: number }

/** What may be shown of cells: those with enough visitors, and the sum of the rest where that is enough too. */
export type Shown = {
  readonly cells: readonly Cell[]
  /** The sum of what is not shown by itself; nothing when there is none. */
  readonly rest: { readonly views: number; readonly visitors: number } | null
}

const amount = ({ views, visitors }: Omit<Cell, 'value'>, of: 'views' | 'visitors') =>
  of === 'views' ? views : visitors

/**
 * Cells with at least {@link LEAST}. The rest is only told as a sum of as many; where it is smaller the smallest cell that would be
 * shown goes into it, since the total less what is shown would give it away.
 */
export const withoutSmall = (cells: readonly Cell[], of: 'views' | 'visitors', least = LEAST): Shown => {
  const sorted = cells
    .filter((cell) => amount(cell, of) > 0)
    .sort((one, other) => amount(other, of) - amount(one, of) || one.value.localeCompare(other.value))
  let shown = sorted.filter((cell) => amount(cell, of) >= least).length
  const restOf = () => sorted.slice(shown)
  const sum = (what: 'views' | 'visitors') => restOf().reduce((total, cell) => total + cell[what], 0)
  while (shown > 0 && restOf().length > 0 && sum(of) < least) shown--
  return {
    cells: sorted.slice(0, shown),
    rest: restOf().length > 0 ? { views: sum('views'), visitors: sum('visitors') } : null,
  }
}

const plusDays = (day: string, days: number) =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The first day of a period that ends today. */
const firstDay = (today: string, period: Period): string => {
  if (period === 'week') return plusDays(today, -6)
  if (period === 'month') return plusDays(today, -29)
  const [year, month] = today.split('-').map(Number) as [number, number]
  return `${month === 12 ? year : year - 1}-${String((month % 12) + 1).padStart(2, '0')}-01`
}

export type Step = { readonly from: string; readonly views: number; readonly visitors: number }

/** The steps of a period in order, also those in which nobody came: days, or months of a year. */
const stepsOf = (
  cells: readonly { day: string; views: number; visitors: number }[],
  today: string,
  period: Period,
): Step[] => {
  const steps = new Map<string, Step>()
  const stepOf = (day: string) => (period === 'year' ? `${day.slice(0, 7)}-01` : day)
  for (let day = firstDay(today, period); day <= today; day = plusDays(day, 1))
    steps.set(stepOf(day), { from: stepOf(day), views: 0, visitors: 0 })
  for (const { day, views, visitors } of cells) {
    const before = steps.get(stepOf(day))
    if (before) steps.set(before.from, { ...before, views: before.views + views, visitors: before.visitors + visitors })
  }
  return [...steps.values()]
}

export type Statistics = {
  readonly total: { readonly views: number; readonly visitors: number }
  readonly steps: readonly Step[]
  readonly pages: Shown
  readonly countries: Shown
  readonly referrers: Shown
  readonly devices: Shown
}

/** What was counted in a period, with nothing in it that is about fewer than {@link LEAST}. */
export const statisticsOf = async (work: Work, period: Period): Promise<Statistics> => {
  const from = firstDay(work.today, period)
  const rows = await work.db
    .selectFrom('site_count')
    .select(['by_what', 'value', 'day', 'views', 'visitors'])
    .where('day', '>=', from)
    .where('day', '<=', work.today)
    .execute()
  const cellsOf = (by: By): Cell[] => {
    const cells = new Map<string, Cell>()
    for (const { by_what, value, views, visitors } of rows) {
      if (by_what !== by) continue
      const before = cells.get(value) ?? { value, views: 0, visitors: 0 }
      cells.set(value, { value, views: before.views + views, visitors: before.visitors + visitors })
    }
    return [...cells.values()]
  }
  const all = rows.filter(({ by_what }) => by_what === 'all')
  const sum = (of: 'views' | 'visitors') => all.reduce((total, row) => total + row[of], 0)
  return {
    total: { views: sum('views'), visitors: sum('visitors') },
    steps: stepsOf(all, work.today, period),
    pages: withoutSmall(cellsOf('page'), 'views'),
    countries: withoutSmall(cellsOf('country'), 'visitors'),
    referrers: withoutSmall(cellsOf('referrer'), 'visitors'),
    devices: withoutSmall(cellsOf('device'), 'visitors'),
  }
}
