import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { guardiansOf, schoolDays, schoolYearOf } from '#products/school/index.ts'
import type { Typed } from '#shared/access/form.ts'
import type { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { Choice } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { dayInWords } from '../in-words.ts'
import { nowOf, wordsOf } from '../now.ts'
import { firstDay, isProblem, periodOf, reportForm } from '../report/form.ts'
import { pupilsNamed, readersOf, report } from '../report/queries.ts'
import { alreadySentence, periodSentence, problemSentences } from '../report/sentences.ts'
import { ReportView } from '../report/views.tsx'
import { office } from '../rules.ts'
import { teamTexts } from '../team-texts.ts'
import { decide, pupilOverview } from './queries.ts'
import { PupilView } from './views.tsx'

type PupilVisit = Visit<'/absences/pupils/:pupil/new', Me>

const isId = (text: string) => z.uuid().safeParse(text).success

const decision = z.intersection(
  z.object({
    ground: z.enum(['ill', 'doctor', 'religion', 'profession', 'circumstances', 'excused', 'luxury', 'unexplained']),
  }),
  z.union([z.object({ absence: z.uuid() }), z.object({ day: z.iso.date() })]),
)

const overviewPage = async (visit: Visit<string, Me>, pupil: string, refused: string | null) => {
  const overview = isId(pupil) ? await pupilOverview(visit.work, pupil) : null
  if (!overview) return visit.notFound()
  const t = teamTexts[visit.language].office
  return visit.page(
    { title: t.year, ...(refused ? { status: 422 } : {}) },
    <PupilView
      words={wordsOf(visit.language, visit.work, overview.days)}
      t={t}
      overview={overview}
      refused={refused}
    />,
  )
}

/** Somebody calls: the same form as a guardian's, for any pupil and any day of this year. */
const phoneForm = async (visit: PupilVisit, filled: Typed, problems?: Record<string, string>) => {
  const { work, language } = visit
  const { pupil } = visit.params
  const [days, pupils] = await Promise.all([schoolDays(work), pupilsNamed(work, [pupil])])
  const [found] = pupils
  if (!found) return visit.notFound()
  const words = wordsOf(language, work, days)
  const now = nowOf(work)
  const first = firstDay(days, now)
  const [readers, guardians] = await Promise.all([readersOf(work, [pupil], visit.me.id), guardiansOf(work, [pupil])])
  const t = words.t.report
  return visit.page(
    { title: t.title, bare: true, ...(problems ? { status: 422 } : {}) },
    <ReportView
      words={words}
      title={t.phoneTitle(found.givenName)}
      action={urls.newPupilAbsence({ pupil })}
      back={{ to: urls.pupilAbsences({ pupil }), word: teamTexts[language].office.year }}
      requestKey={typeof filled.requestKey === 'string' ? filled.requestKey : randomUUID()}
      pupils={pupils}
      choosing={false}
      readers={readers}
      firstDay={first ? dayInWords(first, now.tomorrow, words) : ''}
      filled={filled}
      problems={problems ?? {}}
      foot=""
      caller={
        <Choice
          name="reporter"
          legend={t.caller}
          columns={2}
          chosen={typeof filled.reporter === 'string' ? filled.reporter : undefined}
          error={problems?.reporter}
          options={[
            ...guardians.map(({ guardian, givenName }) => ({ value: guardian, label: givenName })),
            { value: 'nobody', label: t.nobody },
          ]}
        />
      }
    />,
  )
}

const phoneReport = reportForm.extend({ reporter: z.string('choose').min(1, 'choose') })

/** What the office does about one pupil: the year, decisions, and a report by telephone. */
export const pupilRoutes = (module: Module): Module =>
  module
    .about({ nl: 'Over afwezigheid beslissen', en: 'Deciding about absences' })
    .get(urls.pupilAbsences, office, (visit) => overviewPage(visit, visit.params.pupil, null))
    .post(urls.absenceDecisions, office, async (visit) => {
      const { pupil } = visit.params
      const form = visit.form(decision)
      if (!isId(pupil)) return visit.notFound()
      if (!form.ok) return overviewPage(visit, pupil, 'ground')
      const { ground, ...about } = form.value
      const decided = await decide(visit.work, visit.me, pupil, about, ground)
      return decided ? visit.seeOther(urls.pupilAbsences({ pupil })) : visit.notFound()
    })
    .get(urls.newPupilAbsence, office, (visit) =>
      isId(visit.params.pupil)
        ? phoneForm(visit, { when: 'day', kind: 'ill', on: visit.work.today, fromOn: visit.work.today })
        : visit.notFound(),
    )
    .post(urls.newPupilAbsence, office, async (visit) => {
      const { work, me, typed } = visit
      const { pupil } = visit.params
      if (!isId(pupil)) return visit.notFound()
      const [days, pupils, guardians] = await Promise.all([
        schoolDays(work),
        pupilsNamed(work, [pupil]),
        guardiansOf(work, [pupil]),
      ])
      if (pupils.length === 0) return visit.notFound()
      const words = wordsOf(visit.language, work, days)
      const form = visit.form(phoneReport)
      if (!form.ok) return phoneForm(visit, typed, problemSentences(words, form.problems))
      const { kind, word, requestKey, reporter } = form.value
      const caller = guardians.find(({ guardian }) => guardian === reporter)
      if (!caller && reporter !== 'nobody') return visit.notFound()
      const period = periodOf(form.value, days, nowOf(work), schoolYearOf(work.today).startsOn)
      if (isProblem(period)) return phoneForm(visit, typed, periodSentence(words, period))
      const by = caller
        ? ({ via: 'phone', reporter: caller.guardian } as const)
        : ({ via: 'office', reporter: null } as const)
      const blocking = await report(work, { pupils: [pupil], period, kind, word, requestKey, notedBy: me.id, ...by })
      if (blocking.length > 0) return phoneForm(visit, typed, { when: alreadySentence(words, pupils, blocking) })
      return visit.seeOther(urls.pupilAbsences({ pupil }))
    })
