import type { Absence } from '#products/portal/absences/absences.ts'
import { absenceInWords, reportedInWords, timesInWords, type Words } from '#products/portal/absences/in-words.ts'
import { timeOf } from '#products/portal/absences/now.ts'
import { type Mark, type Standing, standingOf } from '#products/portal/absences/standing.ts'
import { teamTexts } from '#products/portal/absences/team-texts.ts'
import { absenceTexts } from '#products/portal/absences/texts.ts'
import { byGivenName, surnameWithPrefix } from '#products/school/index.ts'
import { SchoolDays } from '#products/school/organisations/school-days.ts'
import { capital, clock, dayLong, dayShort } from '#shared/language/index.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import { iconPaths } from '#shared/ui/icons.generated.ts'
import { initials } from '#shared/ui/index.ts'
import { personHue } from '#shared/ui/person-hue.ts'
import { statement } from './database.ts'
import { type Asked, escaped, type Made, type NameRecord, type ReferencePage } from './page.ts'

const SCHOOL_DAYS = statement(
  `select "cut_off", (select json_agg(json_build_object('weekday', weekday, 'starts', to_char(starts, 'HH24:MI'),
    'noon', to_char(noon, 'HH24:MI'), 'resumes', to_char(coalesce(resumes, noon), 'HH24:MI'),
    'ends', to_char(ends, 'HH24:MI'))) as "all"
    from "school_hours" where "school_hours"."organisation_id" = $1) as "week",
  (select json_agg(json_build_object('kind', kind, 'name', name, 'from', from_on, 'to', to_on)) as "all"
    from "closed_days" where "closed_days"."organisation_id" = $2) as "closures"
from "school" where "school"."organisation_id" = $3`,
)
const GROUPS = statement(
  `select "school_group"."id", "school_group"."name" from "school_group"
where "school_group"."school_year_id" in (select "school_year"."id" from "school_year"
    where coalesce("school_year"."in_force_from", "school_year"."starts_on") <= $1 and exists (select "within"."id" from "school_group" as "within"
      where "within"."school_year_id" = "school_year"."id" and "within"."organisation_id" = $2)
      and "school_year"."organisation_id" = $3 order by "school_year"."starts_on" desc limit $4)
  and ("school_group"."ended_on" is null or "school_group"."ended_on" >= $5)
  and "school_group"."id" in (select "taught"."group_id" from "group_teacher" as "taught"
    where "taught"."person_id" = $6
      and ("taught"."from_on" <= $7::date and ("taught"."to_on" is null or "taught"."to_on" >= $8::date))
      and ("taught"."from_on" <= $9::date and ("taught"."to_on" is null or "taught"."to_on" >= $10::date))
      and "taught"."organisation_id" = $11)
  and "school_group"."organisation_id" = $12
order by "school_group"."kind" desc, "school_group"."name"`,
)
const PUPILS = statement(
  `select "person"."id", "person"."record", "mark"."state", "mark"."arrived_at", "mark"."marked_at"
from "group_pupil" as "placed"
  inner join "person" on "person"."id" = "placed"."pupil_id" and "person"."organisation_id" = $1
  left join "attendance_mark" as "mark" on "mark"."pupil_id" = "placed"."pupil_id" and "mark"."on_day" = $2
    and "mark"."organisation_id" = $3
where "placed"."group_id" = $4 and "placed"."from_on" <= $5
  and ("placed"."to_on" is null or "placed"."to_on" >= $6) and "placed"."organisation_id" = $7`,
)
const ABSENCES = statement(
  `select "absence"."id", "absence"."pupil_id", "absence"."from_on", "absence"."to_on", "absence"."from_time",
  "absence"."until_time", "absence"."reason", "absence"."word", "absence"."decision", "absence"."via",
  "absence"."reporter_id", "absence"."reported_at", "absence"."withdrawn_at", "reporter"."record" as "reporter"
from "absence" left join "person" as "reporter" on "reporter"."id" = "absence"."reporter_id"
    and "reporter"."state" = $1 and "reporter"."organisation_id" = $2
where "absence"."pupil_id" in (select "placed"."pupil_id" from "group_pupil" as "placed"
    where "placed"."group_id" = $3 and "placed"."from_on" <= $4
      and ("placed"."to_on" is null or "placed"."to_on" >= $5) and "placed"."organisation_id" = $6)
  and "absence"."from_on" <= $7 and ("absence"."to_on" is null or "absence"."to_on" >= $8)
  and "absence"."withdrawn_at" is null and "absence"."organisation_id" = $9
order by "absence"."from_on" desc, "absence"."reported_at" desc`,
)

type Pupil = NameRecord & {
  readonly id: string
  readonly mark: Mark | null
  readonly covers: readonly Absence[]
  readonly standing: Standing
}

const t = teamTexts.nl.day
const icon = (path: string, mirror = '') =>
  `<svg class="icon${mirror}" viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"></path></svg>`
const LEFT = icon(iconPaths['chevron-left'], ' mirror')
const RIGHT = icon(iconPaths['chevron-right'], ' mirror')
const CHECK = icon(iconPaths.check)
const TILES = { here: 'here', late: 'late', away: 'away', missing: 'unseen', unseen: 'unread' }

const shortTime = (time: string | null) => time?.slice(0, 5) ?? null

const picker = (group: string, day: string, previous: string | null, next: string | null) =>
  `<nav class="day-picker" aria-label="${t.previous}, ${t.next}">${previous && `<a class="button button-line" href="/day/${group}?on=${previous}" aria-label="${t.previous}">${LEFT}</a>`}<span class="strong">${dayLong('nl', day)}</span>${next && `<a class="button button-line" href="/day/${group}?on=${next}" aria-label="${t.next}">${RIGHT}</a>`}</nav>`

const avatar = (id: string, name: string) =>
  `<span class="avatar" data-person="${personHue(id)}" aria-hidden="true">${escaped(initials(name))}</span>`

const note = (group: string, pupil: Pupil, words: Words): string => {
  if (pupil.standing === 'late') {
    const time = pupil.mark?.arrivedAt ? clock('nl', pupil.mark.arrivedAt) : t.lateNoTime
    return `<span class="small late"><a href="/day/${group}/late/${pupil.id}" class="link-quiet" aria-label="${escaped(t.changeTime(pupil.givenName, time))}">${time}</a></span>`
  }
  if (pupil.standing === 'missing') return `<span class="small alert">${t.missing}</span>`
  const cover = pupil.covers[0]
  if (!cover) return `<span class="small quiet">${escaped(surnameWithPrefix(pupil))}</span>`
  const times = timesInWords(cover, words)
  return `<span class="small quiet">${times ? `${words.t.kinds[cover.kind]}, ${times}` : t.reportedRow[cover.kind]}</span>`
}

const row = (group: string, pupil: Pupil, words: Words): string => {
  const name = `${pupil.givenName} ${surnameWithPrefix(pupil)}`
  const { standing } = pupil
  return `<li class="row">${avatar(pupil.id, name)}<div class="row-text"><span class="name">${escaped(pupil.givenName)}</span>${note(group, pupil, words)}</div><form method="post" action="/day/${group}/marks" data-press="true" data-turbo-action="replace"><input type="hidden" name="pupil" value="${pupil.id}"/><fieldset class="segment" aria-label="${escaped(name)}"><button type="submit" name="state" value="present" class="here" aria-pressed="${standing === 'here'}">${t.states.present}</button><button type="submit" name="state" value="late" class="late" aria-pressed="${standing === 'late'}">${t.states.late}</button><button type="submit" name="state" value="absent" class="away" aria-pressed="${standing === 'away' || standing === 'missing'}">${t.states.absent}</button></fieldset></form></li>`
}

const reported = (pupil: Pupil, absence: Absence, words: Words): string => {
  const name = `${pupil.givenName} ${surnameWithPrefix(pupil)}`
  return `<li class="row top">${avatar(pupil.id, name)}<div class="row-text"><span class="name">${escaped(name)}</span><span class="small quiet">${escaped(`${absenceInWords(absence, words)}. ${reportedInWords(absence, words)}`)}</span>${absence.word === null ? '' : `<q class="quote">${escaped(absence.word)}</q>`}</div></li>`
}

export const readDays = async ({ client, site }: Asked): Promise<SchoolDays> => {
  const { rows } = await client.query({ ...SCHOOL_DAYS, values: [site.id, site.id, site.id] })
  const { cut_off, week, closures } = rows[0]
  return new SchoolDays(
    new Map(week.map(({ weekday, ...lessons }: { weekday: number }) => [weekday, lessons])),
    closures ?? [],
    cut_off.slice(0, 5),
  )
}

const readPupils = async (asked: Asked, group: string, at: string): Promise<Pupil[]> => {
  const { client, site, opener, opened, today } = asked
  const [pupils, absences] = await Promise.all([
    client.query({ ...PUPILS, values: [site.id, today, site.id, group, today, today, site.id] }),
    client.query({
      ...ABSENCES,
      values: ['active', site.id, group, today, today, site.id, today, today, site.id],
    }),
  ])
  await opener.prepare(client, site.id, [
    ...pupils.rows.map(({ record }) => record),
    ...absences.rows.flatMap(({ reason, word, reporter }) => [reason, word, reporter]),
  ])
  const open = <Record>(field: string, row: string, value: string | null) =>
    value === null ? null : opener.open<Record>(site.id, field, row, value, opened)
  const about = new Map<string, Absence[]>()
  for (const one of absences.rows) {
    const absence: Absence = {
      id: one.id,
      pupil: one.pupil_id,
      from: one.from_on,
      to: one.to_on,
      fromTime: shortTime(one.from_time),
      untilTime: shortTime(one.until_time),
      kind: open<{ kind: Absence['kind'] }>('absence.reason', one.id, one.reason)!.kind,
      word: open<{ word: string }>('absence.word', one.id, one.word)?.word ?? null,
      via: one.via,
      reporter: open<NameRecord>('person.record', one.reporter_id, one.reporter)?.givenName ?? null,
      reporterId: one.reporter_id,
      reportedAt: one.reported_at,
      withdrawn: false,
      ground: null,
    }
    about.set(one.pupil_id, [...(about.get(one.pupil_id) ?? []), absence])
  }
  return pupils.rows
    .map(({ id, record, state, arrived_at, marked_at }): Pupil => {
      const covers = (about.get(id) ?? []).sort((one, other) =>
        (one.fromTime ?? '') < (other.fromTime ?? '') ? -1 : 1,
      )
      const mark: Mark | null = state && {
        state,
        arrivedAt: shortTime(arrived_at),
        at: dayOf(marked_at) === today ? timeOf(marked_at) : '24:00',
      }
      return {
        id,
        ...open<NameRecord>('person.record', id, record)!,
        mark,
        covers,
        standing: standingOf(mark, covers, at),
      }
    })
    .sort(byGivenName)
}

const make = async (asked: Asked, [wanted]: readonly string[]): Promise<Made | null> => {
  const { client, site, me, today, now } = asked
  if (!me.roles.includes('teacher')) return null
  const [days, groups] = await Promise.all([
    readDays(asked),
    client.query({
      ...GROUPS,
      values: [today, site.id, site.id, 1, today, me.id, today, today, today, today, site.id, site.id],
    }),
  ])
  const group = groups.rows.find(({ id }) => id === wanted)
  if (!group || !days.lessons(today)) return null
  const time = timeOf(now)
  const pupils = await readPupils(asked, group.id, time)
  const words: Words = { language: 'nl', t: absenceTexts.nl, today, lessons: days.lessons(today) }
  const count = (standing: Standing) => pupils.filter((pupil) => pupil.standing === standing).length
  const unseen = count('unseen') + count('missing')
  const sums = [
    { count: count('here'), word: t.here },
    { count: count('late'), word: t.late },
    { count: count('away'), word: t.reported },
    { count: unseen, word: t.expected },
  ].filter((sum, index) => index === 0 || sum.count > 0)
  const pick = picker(group.id, today, days.nearest(today, -1), days.nearest(today, 1))
  let content = `<header class="page-head"><h1>${escaped(group.name)}</h1><div class="page-end"><div class="only-phone"><p class="text quiet small">${dayShort('nl', today)}, ${clock('nl', time)}</p></div><div class="only-desktop">${pick}</div></div><p class="sum">${sums.map((sum) => `<strong>${sum.count}</strong> ${sum.word}`).join(', ')}</p></header><div class="only-phone"><div class="tiles" role="img" aria-label="${sums.map((sum) => `${sum.count} ${sum.word}`).join(', ')}">`
  for (const { standing } of pupils) content += `<i class="${TILES[standing]}"></i>`
  const reports = pupils.flatMap((pupil) => pupil.covers.map((absence) => reported(pupil, absence, words)))
  content += `</div></div><div class="columns${reports.length > 0 ? ' side-first' : ''}"><div class="column"><div class="only-phone"><h2>${t.everyone}<span class="quiet"> ${pupils.length}</span></h2></div><ul class="list two-columns">`
  for (const pupil of pupils) content += row(group.id, pupil, words)
  content += '</ul>'
  if (unseen > 0)
    content += `<form class="form" method="post" action="/day/${group.id}/everyone" novalidate><button type="submit" class="button button-tinted">${CHECK}${t.restIsHere(count('unseen'))}</button></form>`
  content += `<div class="only-phone">${pick}</div></div><div class="column side">`
  if (reports.length > 0)
    content += `<section class="section"><h2>${t.reportedHeading}<span class="quiet"> ${reports.length}</span></h2><ul class="list">${reports.join('')}</ul></section>`
  content += `</div></div><p class="print-foot">${escaped(t.printFoot(capital(dayLong('nl', today, { year: true })), site.name))}</p>`
  return { title: group.name, wide: true, live: `absences/group/${group.id}`, content }
}

/** The day of a teacher's only group, on a school day before the cut-off time. */
export const dayList: ReferencePage = {
  address: /^\/day\/([0-9a-f-]{36})$/,
  place: 'GET /day/:group',
  kinds: ['health', 'ordinary'],
  make,
}
