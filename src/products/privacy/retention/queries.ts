import { namesOf, plusDays } from '#products/school/index.ts'
import type { Language } from '#shared/language/index.ts'
import { readCatalogue } from '#shared/retention/catalogue.ts'
import { type Deviation, deviationsOf, rulesInForce } from '#shared/retention/deviations.ts'
import { forecast, leavingSoon } from '#shared/retention/forecast.ts'
import { holdReason } from '#shared/retention/personal-data.ts'
import { type Rule, rulesOf } from '#shared/retention/rules.ts'
import { withoutOrganisation } from '#shared/tenancy/without-organisation.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { allDeclarations, type Period } from '#shared/vault/declaration.ts'
import { reading } from '#shared/vault/opening.ts'

/** How many days ahead the school is told what goes: time to make a copy, or to hold it. */
export const SOON = 30
/** How many people the page names. */
const NAMED = 50
const outside: ReadonlySet<string> = new Set(withoutOrganisation)

/** A rule's name as a part of an address, and back. */
export const slugOf = (name: string): string => name.replaceAll(' ', '~')
export const nameOfSlug = (slug: string): string => slug.replaceAll('~', ' ')

/** Security is the same for every school, and what belongs to an account is no school's. */
const isForSchool = ({ declaration }: Rule) => !outside.has(declaration.table) && declaration.purpose !== 'security'

/** A period as people read it: what is kept, how long, and whether the school chose that itself. */
export type PeriodLine = {
  readonly slug: string
  readonly rule: Rule
  readonly declared: Period
  readonly deviation: Deviation | null
  /** Whether the school may decide otherwise. */
  readonly open: boolean
}

/** Every period that is kept to here, about people; by what it is of. */
export const periodLines = async (work: Work, language: Language): Promise<PeriodLine[]> => {
  const catalogue = await readCatalogue(work)
  const deviations = new Map((await deviationsOf(work)).map((one) => [one.rule, one]))
  const declared = new Map(rulesOf(catalogue).map((rule) => [rule.name, rule.keep]))
  return (
    (await rulesInForce(work, catalogue))
      // What nobody sees is a lock or a key: it goes with what it belongs to.
      .filter(({ declaration }) => declaration.about !== 'nobody' && declaration.seenBy.nl !== 'niemand')
      .map((rule) => ({
        slug: slugOf(rule.name),
        rule,
        declared: declared.get(rule.name)!,
        deviation: deviations.get(rule.name) ?? null,
        open: isForSchool(rule),
      }))
      .sort((one, other) => (one.rule.declaration.what[language] < other.rule.declaration.what[language] ? -1 : 1))
  )
}

/** One period that the school may decide about. */
export const findPeriod = async (work: Work, slug: string): Promise<PeriodLine | undefined> =>
  (await periodLines(work, 'nl')).find((one) => one.slug === slug && one.open)

/** What goes in a month. */
export type Month = {
  readonly month: string
  readonly rows: number
  readonly kinds: readonly { readonly rule: Rule; readonly rows: number; readonly first: string }[]
}

/** A year of months with what goes in each; what is overdue stands in this month. */
export const monthsAhead = async (work: Work): Promise<Month[]> => {
  const [year, month] = [Number(work.today.slice(0, 4)), Number(work.today.slice(5, 7))]
  const months = Array.from({ length: 13 }, (_, at) => {
    const count = year * 12 + month - 1 + at
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
  })
  const going = await forecast(work, `${months[12]}-01`)
  return months.slice(0, 12).map((name, at) => {
    const kinds = going.filter((one) => (at === 0 ? one.month <= name : one.month === name))
    const byRule = Map.groupBy(kinds, ({ rule }) => rule.name)
    return {
      month: name,
      rows: kinds.reduce((sum, { rows }) => sum + rows, 0),
      kinds: [...byRule.values()]
        .map((some) => ({
          rule: some[0]!.rule,
          rows: some.reduce((sum, { rows }) => sum + rows, 0),
          first: some[0]!.first < work.today ? work.today : some[0]!.first,
        }))
        .sort((one, other) => other.rows - one.rows),
    }
  })
}

/** What goes within thirty days, the first day first. */
export const goingSoon = (work: Work, months: readonly Month[]): Month['kinds'] => {
  const last = plusDays(work.today, SOON)
  const kinds = months.slice(0, 2).flatMap((month) => month.kinds.filter(({ first }) => first <= last))
  return [...Map.groupBy(kinds, ({ rule }) => rule.name).values()].map((some) => ({
    rule: some[0]!.rule,
    rows: some.reduce((sum, { rows }) => sum + rows, 0),
    first: some[0]!.first,
  }))
}

/** People of whom everything goes within thirty days, by name; at most fifty, the first to go first. */
export const peopleGoingSoon = async (work: Work) => {
  const people = await leavingSoon(work, SOON, NAMED)
  const names = await namesOf(
    work,
    people.map(({ id }) => id),
  )
  return people.flatMap(({ id, on }) => {
    const known = names.get(id)
    return known ? [{ id, name: known.name, on }] : []
  })
}

/** A hold that is in force. */
export type Hold = {
  readonly id: string
  readonly person: { readonly id: string; readonly name: string } | null
  readonly rule: Rule | null
  readonly reason: string
  readonly until: string
  readonly passed: boolean
}

/** Holds that were not lifted, the one that ends first before the others. */
export const holdsOf = async (work: Work): Promise<Hold[]> => {
  const rows = await work.db
    .selectFrom('retention_hold')
    .select(['id', 'person_id', 'rule', 'reason', 'until_on'])
    .where('lifted_at', 'is', null)
    .orderBy('until_on')
    .execute()
  const rules = new Map(rulesOf(await readCatalogue(work)).map((rule) => [rule.name, rule]))
  const names = await namesOf(
    work,
    rows.flatMap(({ person_id }) => person_id ?? []),
  )
  const opened = await work.open(rows, { reason: reading(holdReason, 'id', 'text') })
  return opened.map(({ id, person_id: person, rule, reason, until_on: until }) => ({
    id,
    person: person === null ? null : { id: person, name: names.get(person)?.name ?? '' },
    rule: rule === null ? null : (rules.get(rule) ?? null),
    reason: reason.text,
    until,
    passed: until < work.today,
  }))
}

/** The last runs, the newest first. */
export const lastRuns = (work: Work, most: number) =>
  work.db
    .selectFrom('retention_run')
    .select(['id', 'as_of', 'started_at', 'state', 'finished_at', 'due', 'done', 'held', 'remaining'])
    .orderBy('started_at', 'desc')
    .limit(most)
    .execute()

/** A run with what it did per rule. */
export const findRun = async (work: Work, id: string) => {
  const run = await work.db
    .selectFrom('retention_run')
    .select(['id', 'as_of', 'state', 'finished_at', 'due', 'done', 'held', 'remaining'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!run) return undefined
  const steps = await work.db
    .selectFrom('retention_step')
    .select(['rule', 'due', 'done', 'held', 'remaining'])
    .where('run_id', '=', id)
    .orderBy('rule')
    .execute()
  return { ...run, steps }
}

/** What a rule is of, in words; a place that the proof looked at has words of its own. */
export const whatOf = (name: string, language: Language): string | undefined =>
  allDeclarations().find(({ table }) => table === name.split(' ')[0])?.what[language]

/** Periods that the school chose within the last month: told to everybody on the first page. */
export const chosenLately = async (work: Work): Promise<Deviation[]> => {
  const since = plusDays(work.today, -SOON)
  return (await deviationsOf(work)).filter(({ setAt }) => setAt.toISOString().slice(0, 10) >= since)
}
