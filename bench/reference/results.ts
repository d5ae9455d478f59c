import {
  attentionOf,
  ClassResults,
  falls,
  middleHalf,
  percentOf,
  type Result,
  type Step,
  stepOf,
  type Test,
} from '#products/m365/results/figures.ts'
import type { ResultRecord } from '#products/m365/results/personal-data.ts'
import { resultTexts } from '#products/m365/results/texts.ts'
import { schoolYearOf } from '#products/school/organisations/groups.ts'
import { byGivenName, fullName } from '#products/school/people/names.ts'
import { dayLong, listOf, monthLong } from '#shared/language/index.ts'
import { iconPaths } from '#shared/ui/icons.generated.ts'
import { type Asked, escaped, type Made, type NameRecord, type ReferencePage } from './page.ts'
import { named } from './sql.ts'

const GROUP = named(`select "school_group"."id", "school_group"."name" from "school_group"
  where "school_group"."school_year_id" in (select "school_year"."id" from "school_year"
      where coalesce("school_year"."in_force_from", "school_year"."starts_on") <= :today
        and exists (select "within"."id" from "school_group" as "within"
          where "within"."school_year_id" = "school_year"."id" and "within"."organisation_id" = :org)
        and "school_year"."organisation_id" = :org order by "school_year"."starts_on" desc limit :one)
    and "school_group"."ended_on" is null and "school_group"."id" in (select "taught"."group_id"
      from "group_teacher" as "taught" where "taught"."person_id" = :me
        and ("taught"."from_on" <= :today::date and ("taught"."to_on" is null or "taught"."to_on" >= :today::date))
        and ("taught"."from_on" <= :today::date and ("taught"."to_on" is null or "taught"."to_on" >= :today::date))
        and "taught"."organisation_id" = :org)
    and "school_group"."id" = :group and "school_group"."organisation_id" = :org`)
const PUPILS = named(`select "person"."id", "person"."record" from "group_pupil"
  inner join "person" on "person"."id" = "group_pupil"."pupil_id" and "person"."organisation_id" = :org
  where "group_pupil"."group_id" = :group and "person"."state" = :active
    and ("group_pupil"."from_on" <= :today::date and ("group_pupil"."to_on" is null or "group_pupil"."to_on" >= :today::date))
    and "group_pupil"."organisation_id" = :org`)
const RESULTS =
  named(`select "result"."id", "result"."test_id", "result"."pupil_id", "result"."record", "result"."on_day",
  "test"."goal", "test"."due_on" from "result"
  inner join "result_test" as "test" on "test"."id" = "result"."test_id" and "test"."organisation_id" = :org
  where "result"."pupil_id" in (select unnest(:pupils::uuid[])) and "result"."on_day" >= :since
    and "result"."organisation_id" = :org order by "result"."on_day", "result"."id"`)

const t = resultTexts.nl
const icon = (name: keyof typeof iconPaths) =>
  `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${iconPaths[name]}"></path></svg>`
const [TABLE, PRINTER] = [icon('table'), icon('printer')]
const PRINT = `<button type="button" class="button button-line" data-behaviour="print" data-needs-script>${PRINTER}Print</button>`
const LEGEND = `<p class="heat-legend"><span>${t.low}<i class="heat-0"></i><i class="heat-1"></i><i class="heat-2"></i><i class="heat-3"></i><i class="heat-4"></i>${t.high}</span><span><i class="heat-look"></i>${t.legendLook}</span><span><i class="heat-missing"></i>${t.legendMissing}</span></p>`

type Pupil = { readonly id: string; readonly name: string; readonly givenName: string }
type Class = {
  readonly id: string
  readonly name: string
  readonly pupils: readonly Pupil[]
  readonly found: ClassResults
}

const of = (group: string, subject: string) => `/results/${group}?subject=${encodeURIComponent(subject)}`
const hidden = (text: string) => `<span class="visually-hidden">${escaped(text)}</span>`

const points = ({ id, pupils, found }: Class, today: string): string => {
  const names = (ids: readonly string[]) =>
    listOf(
      'nl',
      ids.map((one) => pupils.find((pupil) => pupil.id === one)!.givenName),
    )
  const ids = pupils.map((pupil) => pupil.id)
  const lines = attentionOf(found, ids, today).map((one) => {
    if (one.kind === 'missing') {
      const day = dayLong('nl', one.test.dueOn ?? found.day(one.test.id))
      return `<li><b>${escaped(t.missing(one.pupils.length))}</b>${escaped(t.missingText(one.test.name, day, names(one.pupils)))}</li>`
    }
    if (one.kind === 'falls')
      return `<li><b>${escaped(t.falls(one.subject, one.pupils.length))}</b>${escaped(t.fallsText(names(one.pupils)))} <a href="${of(id, one.subject)}">${t.look}</a></li>`
    const text = t.growsText(one.now, one.of, monthLong('nl', one.since), one.before)
    return `<li><b>${escaped(t.grows(one.subject))}</b>${escaped(text)}</li>`
  })
  return lines.length === 0 ? '' : `<ul class="points" aria-label="${t.today}">${lines.join('')}</ul>`
}

const cell = (result: Result | undefined, goal: number | null, look: boolean): string => {
  if (!result) return '<td></td>'
  if (result.state === 'missing')
    return `<td class="heat-missing"><span aria-hidden="true">${t.missingCell}</span>${hidden(t.missingLabel)}</td>`
  const percent = percentOf(result)!
  const more = look ? ' heat-look' : ''
  return `<td class="heat-${stepOf(percent, goal)}${more}"><span aria-hidden="true">${percent}</span>${hidden(t.outOf(String(result.score!.value), String(result.score!.max)))}</td>`
}

const heat = ({ id, name, pupils, found }: Class): string => {
  const caption = escaped(t.perPupilCaption(name))
  let html = `<section class="section"><h2>${t.perPupil}</h2><section class="table-scroll" aria-label="${caption}" tabindex="0"><table class="heat"><caption class="visually-hidden">${caption}</caption><thead><tr><th scope="col">${hidden(t.pupil)}</th>`
  for (const subject of found.subjects)
    html += `<th scope="col"><a href="${of(id, subject)}">${escaped(subject)}</a></th>`
  html += '</tr></thead><tbody>'
  for (const pupil of pupils) {
    html += `<tr><th scope="row"><a class="heat-name" href="/results/${id}/pupils/${pupil.id}">${escaped(pupil.name)}</a></th>`
    for (const subject of found.subjects) {
      const newest = found.newest(subject, pupil.id)
      html += cell(newest?.result, newest?.test.goal ?? null, falls(found.way(subject, pupil.id)))
    }
    html += '</tr>'
  }
  return `${html}</tbody></table></section>${LEGEND}</section>`
}

const group = ({ pupils, found }: Class): string => {
  const charts = found.subjects.map((subject) => {
    const counts = [0, 0, 0, 0, 0]
    for (const { id } of pupils) {
      const newest = found.newest(subject, id)
      const percent = newest && percentOf(newest.result)
      if (newest && percent !== null) counts[stepOf(percent, newest.test.goal) as Step]! += 1
    }
    return { subject, counts }
  })
  const most = Math.max(1, ...charts.flatMap(({ counts }) => counts))
  const height = most * 6 + 2
  let html = `<section class="section"><h2>${t.group}</h2><p class="text quiet small">${t.groupText}</p><div class="step-charts">`
  for (const { subject, counts } of charts) {
    html += `<figure class="step-chart"><svg viewBox="0 0 67 ${height}" role="img" aria-label="${escaped(subject)}: ${t.steps(counts)}">`
    for (const [step, count] of counts.entries())
      for (let at = 0; at < count; at++)
        html += `<rect class="step-${step}" x="${step * 13 + 1}" y="${height - 1.5 - (at + 1) * 6}" width="11" height="4.5" rx="1.2"></rect>`
    html += `<path class="step-axis" d="M0 ${height - 0.5}H65"></path></svg><figcaption>${escaped(subject)}</figcaption></figure>`
  }
  return `${html}</div></section>`
}

const rounded = (value: number) => Math.round(value * 10) / 10

const growth = ({ id, pupils, found }: Class): string => {
  const subject =
    found.subjects.find((one) => pupils.some((pupil) => falls(found.way(one, pupil.id)))) ??
    found.subjects.find((one) => found.of(one).length > 1)
  if (!subject) return ''
  const tests = found.of(subject)
  const values = pupils.map((pupil) => tests.map((test) => found.percent(test.id, pupil.id)))
  const halves = tests.map((_, at) => middleHalf(values.flatMap((way) => way[at] ?? [])))
  const all = [
    ...values.flat().filter((one) => one !== null),
    ...halves.flatMap((half) => (half ? [half.from, half.to] : [])),
  ]
  const [least, most] = [Math.min(100, ...all), Math.max(0, ...all)]
  const spare = Math.max(0, 50 - (most - least)) / 2
  const low = Math.max(0, Math.min(least - spare, 50))
  const high = Math.max(most + spare, low + 50)
  const x = (at: number) => rounded(tests.length < 2 ? 50 : 6 + (at / (tests.length - 1)) * 88)
  const y = (value: number) => rounded(50 - ((value - low) / (high - low)) * 44)
  const edge = halves.flatMap((half, at) => (half ? [{ at, ...half }] : []))
  const under = edge.map(({ at, from }) => `${x(at)} ${y(from)}`).join('L')
  const over = edge
    .reverse()
    .map(({ at, to }) => `${x(at)} ${y(to)}`)
    .join('L')
  const band = edge.length > 1 ? `<path class="growth-band" d="M${under}L${over}Z"></path>` : ''
  let html = `<section class="section"><h2>${escaped(t.growth(subject))}</h2><p class="text quiet small">${t.growthText}</p><ul class="growth" aria-label="${escaped(t.growth(subject))}">`
  for (const [row, pupil] of pupils.entries()) {
    const way = values[row]!.flatMap((value, at) => (value === null ? [] : [{ at, value }]))
    const look = falls(found.way(subject, pupil.id))
    const line =
      way.length > 1
        ? `<path class="growth-line" d="M${way.map(({ at, value }) => `${x(at)} ${y(value)}`).join('L')}"></path>`
        : ''
    const last = way.at(-1)
    const dot = last ? `<circle class="growth-dot" cx="${x(last.at)}" cy="${y(last.value)}" r="3.2"></circle>` : ''
    const words = way.map(({ value }) => value).join(', ') || t.noFigures
    html += `<li${look ? ' class="growth-look"' : ''}><svg viewBox="0 0 100 56" aria-hidden="true">${band}${line}${dot}</svg><a class="growth-name" href="/results/${id}/pupils/${pupil.id}">${escaped(look ? t.lookAt(pupil.givenName) : pupil.givenName)}</a>${hidden(words)}</li>`
  }
  return `${html}</ul></section>`
}

const make = async (
  { client, site, me, opener, opened, today }: Asked,
  [asked]: readonly string[],
): Promise<Made | null> => {
  if (!me.roles.includes('teacher')) return null
  const since = schoolYearOf(today).startsOn
  const values = { org: site.id, me: me.id, today, since, group: asked, active: 'active', one: 1 }
  const [groups, people] = await Promise.all([client.query(GROUP(values)), client.query(PUPILS(values))])
  if (groups.rows.length === 0) return null
  await opener.prepare(
    client,
    site.id,
    people.rows.map(({ record }) => record),
  )
  const records = people.rows.map(({ id, record }) => ({
    id: id as string,
    ...opener.open<NameRecord>(site.id, 'person.record', id, record, opened),
  }))
  records.sort(byGivenName)
  const pupils = records.map((one): Pupil => ({ id: one.id, name: fullName(one), givenName: one.givenName }))
  const { rows } = await client.query(RESULTS({ ...values, pupils: people.rows.map(({ id }) => id) }))
  await opener.prepare(
    client,
    site.id,
    rows.map(({ record }) => record),
  )
  const tests = new Map<string, Test>()
  const results = rows.map(({ id, pupil_id: pupil, test_id, on_day: on, goal, due_on: dueOn, record }): Result => {
    const { subject, test, state, score, level } = opener.open<ResultRecord>(
      site.id,
      'result.record',
      id,
      record,
      opened,
    )
    tests.set(test_id, { id: test_id, subject, name: test, goal, dueOn })
    return { id, pupil, test: test_id, on, state, score, level }
  })
  const found = new ClassResults([...tests.values()], results)
  const shown: Class = { ...groups.rows[0], pupils, found }
  const tabs = found.subjects.map((subject) => `<a href="${of(shown.id, subject)}">${escaped(subject)}</a>`).join('')
  const content = `<header class="page-head"><div class="page-title"><h1>${t.title}</h1><p class="quiet">${escaped(t.head(shown.name, pupils.length, monthLong('nl', since)))}</p></div><div class="page-end"><div class="actions"><a href="/results/${shown.id}?as=table" class="button button-line">${TABLE}${t.asTable}</a>${PRINT}</div></div></header>${points(shown, today)}<nav class="tabs" aria-label="${t.subject}"><a href="/results/${shown.id}" aria-current="page">${t.allSubjects}</a>${tabs}</nav><div class="wide-columns">${heat(shown)}<div>${group(shown)}${growth(shown)}</div></div><p class="print-foot">${t.foot(dayLong('nl', today))}</p>`
  return { title: t.title, content, wide: true }
}

/** The results of a class of thirty, as pictures. */
export const classResults: ReferencePage = {
  address: /^\/results\/([0-9a-f-]{36})$/,
  place: 'GET /results/:group',
  kinds: ['ordinary', 'results'],
  make,
}
