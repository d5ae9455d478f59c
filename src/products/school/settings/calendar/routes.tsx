import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { schoolYearOf } from '../../organisations/groups.ts'
import { changeSetting, latestNumber } from '../changes.ts'
import { changedMeanwhile, changesFor, type Newer, Outcome } from '../changes-view.tsx'
import { schoolDaysWith, toldOfClosedDays } from '../days.ts'
import { hoursStore } from '../hours/hours.ts'
import { settingUp } from '../rules.ts'
import {
  type Calendar,
  type ClosedDays,
  closedDaysForm,
  closedDaysStore,
  compareOfficial,
  newDays,
  type Refused,
  refusedDays,
  takeOver,
  withDays,
  withoutDays,
} from './closed-days.ts'
import { refusalInWords, tellCalendar } from './in-words.ts'
import { officialYears, regions } from './official.ts'
import { lessonsIn } from './sum.ts'
import { calendarTexts } from './texts.ts'
import { CalendarView, EditDays, type Problems } from './views.tsx'

type Own = Visit<string, Me>

const yearOf = (day: string) => Number(schoolYearOf(day).startsOn.slice(0, 4))
const bounds = (year: number) => ({ startsOn: `${year}-08-01`, endsOn: `${year + 1}-07-31` })

/** The year that was asked for: last, this, next and the one after; else this one. */
const yearsFor = (visit: Own) => {
  const now = yearOf(visit.work.today)
  const years = [now - 1, now, now + 1, now + 2]
  const asked = Number(visit.typed.year ?? visit.query.get('year'))
  return { years, year: years.includes(asked) ? asked : now }
}

const sentences = (visit: Own, codes: Problems): Problems => {
  const { problems } = pick(visit.language, calendarTexts)
  return Object.fromEntries(Object.entries(codes).map(([name, code]) => [name, problems[code as 'name'] ?? code]))
}

const show = async (visit: Own, typed: Typed = {}, problems: Problems = {}) => {
  const { work, language, query, site } = visit
  if (site.kind !== 'school') return visit.notFound()
  const t = pick(language, calendarTexts)
  const { year, years } = yearsFor(visit)
  const { startsOn, endsOn } = bounds(year)
  const { region, days } = await closedDaysStore.read(work)
  const all = schoolDaysWith(await hoursStore.read(work), days)
  const said = await toldOfClosedDays(visit)
  return visit.page(
    { title: t.title, status: Object.keys(problems).length > 0 ? 422 : 200 },
    <CalendarView
      {...{ t, language, year, years, region, typed, problems }}
      days={days.filter(({ from, to }) => from <= endsOn && to >= startsOn)}
      sum={lessonsIn(all, startsOn, endsOn)}
      compared={region && compareOfficial(days, year, region)}
      hasOfficial={officialYears.includes(year)}
      above={
        <Outcome language={language} query={query}>
          {said.map((sentence) => (
            <Text>{sentence}</Text>
          ))}
        </Outcome>
      }
      changes={await changesFor(visit, closedDaysStore, settingUp, tellCalendar(t))}
    />,
  )
}

const done = (year: number, change: number | null) =>
  urls.yearCalendar({ year: String(year), done: change === null ? 'same' : 'saved' })

const find = async (visit: Own, id: string): Promise<ClosedDays | null> => {
  if (visit.site.kind !== 'school') return null
  const { days } = await closedDaysStore.read(visit.work)
  return days.find((one) => one.id === id) ?? null
}

const showEdit = async (
  visit: Own,
  found: ClosedDays,
  typed: Typed = found,
  problems: Problems = {},
  newer?: Newer,
) => {
  const t = pick(visit.language, calendarTexts)
  return visit.page(
    { title: t.title, status: newer || Object.keys(problems).length > 0 ? 422 : 200 },
    <EditDays
      {...{ t, problems }}
      id={found.id}
      name={found.name}
      year={yearOf(found.from)}
      typed={newer?.typed ?? typed}
      seen={await latestNumber(visit.work, closedDaysStore)}
      above={newer?.notice}
    />,
  )
}

/** Checks and stores days: `refused` says why not. `without` is the one they replace. */
const store = async (visit: Own, year: number, given: Omit<ClosedDays, 'id'>, replaced?: ClosedDays) => {
  let refused: Refused | null = null
  const number = await changeSetting(visit.work, closedDaysStore, async (now) => {
    const others = replaced ? withoutDays(now, replaced.id) : now
    if (others.days.some(({ id, ...one }) => isDeepStrictEqual(one, given))) return now
    const week = schoolDaysWith(await hoursStore.read(visit.work), [])
    refused = refusedDays(given, others.days, week, bounds(year))
    return refused ? null : withDays(others, [replaced ? { ...given, id: replaced.id } : newDays(given)])
  })
  return { number, refused: refused as Refused | null }
}

const takingOver = z.object({ region: z.enum(regions, 'region') })

/** Holidays, public holidays, study days and days off: one school year at a time. */
export const yearCalendar = new Module('year-calendar', { nl: 'Vakanties en vrije dagen', en: 'Holidays and days off' })
  .setting({
    order: 21,
    section: 'days',
    address: urls.yearCalendar(),
    word: { nl: calendarTexts.nl.title, en: calendarTexts.en.title },
    text: { nl: calendarTexts.nl.text, en: calendarTexts.en.text },
    icon: 'calendar',
    rule: settingUp,
    kinds: ['school'],
  })
  .get(urls.yearCalendar, settingUp, (visit) => show(visit))
  .post(urls.yearCalendar, settingUp, async (visit) => {
    if (visit.site.kind !== 'school') return visit.notFound()
    const form = visit.form(closedDaysForm)
    if (!form.ok) return show(visit, form.typed, sentences(visit, form.problems))
    const { year } = yearsFor(visit)
    const { number, refused } = await store(visit, year, form.value)
    if (!refused) return visit.seeOther(done(year, number))
    const t = pick(visit.language, calendarTexts)
    return show(visit, visit.typed, { [refused.field]: refusalInWords(t, refused, year) })
  })
  .post(urls.officialHolidays, settingUp, async (visit) => {
    const { year } = yearsFor(visit)
    if (visit.site.kind !== 'school' || !officialYears.includes(year)) return visit.notFound()
    const form = visit.form(takingOver)
    if (!form.ok) return show(visit, {}, sentences(visit, form.problems))
    const { region } = form.value
    const number = await changeSetting(visit.work, closedDaysStore, (now) => takeOver(now, year, region))
    return visit.seeOther(done(year, number))
  })
  .get(urls.closedDays, settingUp, async (visit) => {
    const found = await find(visit, visit.params.id)
    return found ? showEdit(visit, found) : visit.notFound()
  })
  .post(urls.closedDays, settingUp, async (visit) => {
    const found = await find(visit, visit.params.id)
    if (!found) return visit.notFound()
    const form = visit.form(closedDaysForm)
    if (!form.ok) return showEdit(visit, found, form.typed, sentences(visit, form.problems))
    const t = pick(visit.language, calendarTexts)
    const fieldsOf = ({ days }: Calendar): Record<string, string> => ({ ...days.find(({ id }) => id === found.id) })
    const newer = await changedMeanwhile(visit, closedDaysStore, { tell: tellCalendar(t), fieldsOf })
    if (newer) return showEdit(visit, found, form.value, {}, newer)
    const year = yearOf(form.value.from)
    const { number, refused } = await store(visit, yearOf(found.from), form.value, found)
    if (!refused) return visit.seeOther(done(year, number))
    return showEdit(visit, found, visit.typed, { [refused.field]: refusalInWords(t, refused, yearOf(found.from)) })
  })
  .post(urls.removeClosedDays, settingUp, async (visit) => {
    const found = await find(visit, visit.params.id)
    if (!found) return visit.notFound()
    const number = await changeSetting(visit.work, closedDaysStore, (now) => withoutDays(now, found.id))
    return visit.seeOther(done(yearOf(found.from), number))
  })
