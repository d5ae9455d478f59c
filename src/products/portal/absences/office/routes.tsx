import { randomUUID } from 'node:crypto'
import { nameMatcher, schoolDays } from '#products/school/index.ts'
import type { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { urls } from '#src/urls.ts'
import { callList } from '../calling/queries.ts'
import { CallBlock } from '../calling/views.tsx'
import { nowOf, wordsOf } from '../now.ts'
import { nearSixteen } from '../pupil/queries.ts'
import { office } from '../rules.ts'
import { teamTexts } from '../team-texts.ts'
import { topics } from '../telling.ts'
import { namesOf, pupilsOfSchool, schoolDay } from './queries.ts'
import { SchoolSummary, SchoolView } from './views.tsx'

/**
 * How the school stands now: sums per group, the call list, today's reports. A group in which nobody has tapped yet is
 * named, not called about: its teacher is asked first, and no family's telephone number is opened for nothing.
 */
const stand = async (visit: Visit<string, Me>) => {
  const { work } = visit
  const days = await schoolDays(work)
  const now = nowOf(work)
  const school = await schoolDay(work, visit.me, work.today)
  const open = days.lessons(work.today) !== null
  const late = now.time >= days.cutOff
  const untouched = new Set(school.groups.filter((group) => group.untouched).map(({ id }) => id))
  const seen = school.pupils.filter(({ group }) => !untouched.has(group))
  const calling = open ? await callList(work, seen, { cutOff: days.cutOff, at: now.time }) : []
  return { days, now, school, open, late, calling }
}

const found = async (visit: Visit<string, Me>, typed: string) => {
  const matches = nameMatcher(typed)
  const all = await pupilsOfSchool(visit.work)
  return all.filter(({ name }) => matches(name)).sort((one, other) => one.name.localeCompare(other.name, 'nl'))
}

/** The whole school today, and who was looked up. What was searched stays as it is while the school goes on. */
const showSchool = async (visit: Visit<string, Me>): Promise<Response> => {
  const { work, language } = visit
  const { days, school, open, late, calling } = await stand(visit)
  const typed = typeof visit.typed.name === 'string' ? visit.typed.name : ''
  const near = await nearSixteen(work, days)
  const named = [
    ...school.pupils.filter(({ covers }) => covers.length > 0).map(({ id }) => id),
    ...calling.map(({ pupil }) => pupil.id),
    ...near.map(({ pupil }) => pupil),
  ]
  const names = await namesOf(work, named)
  const groupOf = new Map(school.pupils.map(({ id, group }) => [id, group]))
  const t = teamTexts[language]
  return visit.page(
    { title: t.office.title, wide: true, ...(typed === '' ? { live: topics.school } : {}) },
    <SchoolView
      words={wordsOf(language, work, days)}
      t={t}
      day={work.today}
      closure={days.closure(work.today)?.name ?? null}
      open={open}
      cutOff={days.cutOff}
      late={late}
      school={school}
      names={names}
      near={near}
      calls={calling.length}
      search={typed === '' ? null : { typed, found: await found(visit, typed) }}
      calling={
        <CallBlock
          language={language}
          t={t.calling}
          list={calling.flatMap((one) => {
            const name = names.get(one.pupil.id)
            return name ? [{ ...one, pupil: { ...one.pupil, ...name } }] : []
          })}
          markAction={(pupil) => urls.attendanceMarks({ group: groupOf.get(pupil) ?? '' })}
          newKey={randomUUID}
        />
      }
    />,
  )
}

/** What the office sees: the whole school today, and looking somebody up. */
export const officeRoutes = (module: Module): Module =>
  module
    .place({
      order: 12,
      address: urls.schoolAbsences(),
      word: { nl: teamTexts.nl.office.place, en: teamTexts.en.office.place },
      icon: 'thermometer',
      rule: office,
    })
    .today({
      order: 12,
      rule: office,
      live: () => topics.school,
      show: async (visit) => {
        const { school, open, late, calling } = await stand(visit)
        return open && school.groups.length > 0 ? (
          <SchoolSummary t={teamTexts[visit.language]} school={school} late={late} calls={calling.length} />
        ) : null
      },
    })
    .about({ nl: 'Afwezigheid van de hele school', en: 'Absences of the whole school' })
    .get(urls.schoolAbsences, office, showSchool)
    // A name is posted, never in the address: addresses stay behind in histories and in logs of others.
    .post(urls.schoolAbsences, office, showSchool, { staysOpen: 'to-readers' })
