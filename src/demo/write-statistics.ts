import type { Work } from '#shared/tenancy/work.ts'
import { addDays } from './calendar.ts'
import type { Part } from './part.ts'
import { type Random, random } from './random.ts'

/** How busy a site of the demo is on a school day, and how far back it was counted. */
const sites: Readonly<Record<string, { readonly visitors: number; readonly days: number }>> = {
  vuurtoren: { visitors: 74, days: 364 },
  molen: { visitors: 41, days: 120 },
  supplier: { visitors: 23, days: 60 },
}

const pages = [
  ['/', 46],
  ['/nieuws', 20],
  ['/praktisch', 13],
  ['/agenda', 12],
  ['/aanmelden', 6],
  ['/contact', 5],
] as const
const countries = [
  ['NL', 93],
  ['BE', 3],
  ['DE', 2],
  ['PL', 1],
  ['ZZ', 1],
] as const
const referrers = [
  ['direct', 52],
  ['google.com', 30],
  ['scholenopdekaart.nl', 10],
  ['denhelder.example', 5],
  ['duckduckgo.com', 3],
] as const
const devices = [
  ['phone', 66],
  ['computer', 27],
  ['tablet', 7],
] as const

type Row = { day: string; by_what: string; value: string; views: number; visitors: number }

/** Divides a number over parts by their weight; what chance leaves over goes to the first. */
const divided = (chance: Random, total: number, parts: readonly (readonly [string, number])[]): [string, number][] => {
  const counts = new Map(parts.map(([name]) => [name, 0]))
  for (let at = 0; at < total; at++) {
    const name = chance.weighted(parts)
    counts.set(name, counts.get(name)! + 1)
  }
  return [...counts].filter(([, count]) => count > 0)
}

const rowsOf = (host: string, day: string, usual: number): Row[] => {
  const chance = random(`statistics/${host}/${day}`)
  const weekend = [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())
  const summer = day.slice(5) > '07-10' && day.slice(5) < '08-20'
  const visitors = Math.round(usual * (weekend ? 0.35 : 1) * (summer ? 0.3 : 1) * (0.75 + chance.number() / 2))
  const views = Math.round(visitors * (2.1 + chance.number()))
  const split = (by: string, parts: readonly (readonly [string, number])[]) =>
    divided(chance, visitors, parts).map(([value, count]) => ({
      day,
      by_what: by,
      value,
      views: Math.round((count * views) / visitors),
      visitors: count,
    }))
  return [
    { day, by_what: 'all', value: 'all', views, visitors },
    ...divided(chance, views, pages).map(([value, count]) => ({
      day,
      by_what: 'page',
      value,
      views: count,
      visitors: 0,
    })),
    ...split('country', countries),
    ...split('referrer', referrers),
    ...split('device', devices),
  ]
}

const AT_ONCE = 5_000

/** What the sites of the demo counted until yesterday. */
export const writeStatistics = async (work: Work, { organisation: { host }, today }: Part): Promise<void> => {
  const site = sites[host]
  if (!site) return
  const rows: Row[] = []
  for (let ago = site.days; ago >= 1; ago--) rows.push(...rowsOf(host, addDays(today, -ago), site.visitors))
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await work.db
      .insertInto('site_count')
      .values(rows.slice(at, at + AT_ONCE))
      .execute()
}
