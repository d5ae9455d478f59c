import { randomUUID } from 'node:crypto'
import { type SchoolDays, schoolDays } from '#products/school/index.ts'
import type { Typed } from '#shared/access/form.ts'
import type { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { clock } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import type { Absence } from '../absences.ts'
import { dayInWords, type Words } from '../in-words.ts'
import { nowOf, wordsOf } from '../now.ts'
import { guardian, mayStillChange } from '../rules.ts'
import { backDays } from './back.ts'
import { firstDay, isProblem, periodOf, reportForm, typedOf } from './form.ts'
import { change, end, myAbsence, myChildren, type Pupil, readersOf, report, withdraw } from './queries.ts'
import { alreadySentence, periodSentence, problemSentences } from './sentences.ts'
import { HasBegun, NoChildren, ReportView, WithdrawForm } from './views.tsx'

/** "Aanpassen kan tot 8.30 uur." for the first day a report can be about. */
const footOf = (words: Words, days: SchoolDays, now: ReturnType<typeof nowOf>, first: string | null): string => {
  const starts = first ? days.lessons(first)?.starts : undefined
  if (!first || !starts) return ''
  if (first === now.today && now.time >= starts) return words.t.report.begun
  const day = first === now.today ? '' : `${dayInWords(first, now.tomorrow, words)} `
  return words.t.report.until(`${day}${clock(words.language, starts)}`)
}

type GuardianVisit<Pattern extends string> = Visit<Pattern, Me>

/** Everything the form of a guardian needs, with what was typed or nothing yet. */
const formPage = async (
  visit: GuardianVisit<string>,
  given: {
    days: SchoolDays
    pupils: readonly Pupil[]
    filled: Typed
    problems?: Record<string, string>
    absence?: Absence
  },
) => {
  const { work } = visit
  const words = wordsOf(visit.language, work, given.days)
  const now = nowOf(work)
  const first = firstDay(given.days, now)
  const readers = await readersOf(
    work,
    given.pupils.map(({ id }) => id),
    visit.me.id,
  )
  const { absence } = given
  const title = absence ? words.t.report.changeTitle : words.t.report.title
  return visit.page(
    { title, bare: true, ...(given.problems ? { status: 422 } : {}) },
    <ReportView
      words={words}
      title={title}
      action={absence ? urls.changeAbsence({ id: absence.id }) : urls.newAbsence()}
      back={
        absence ? { to: urls.myAbsences(), word: words.t.mine.title } : { to: urls.home(), word: words.t.report.back }
      }
      requestKey={typeof given.filled.requestKey === 'string' ? given.filled.requestKey : randomUUID()}
      pupils={given.pupils}
      choosing={!absence}
      readers={readers}
      firstDay={first ? dayInWords(first, now.tomorrow, words) : ''}
      filled={{ ...(first ? { on: first, fromOn: first } : {}), ...given.filled }}
      problems={given.problems ?? {}}
      foot={footOf(words, given.days, now, first)}
      save={absence !== undefined}
      after={absence && <WithdrawForm words={words} action={urls.withdrawAbsence({ id: absence.id })} />}
    />,
  )
}

/** A report of an own child that the guardian may still change, or the answer why not. */
const changeable = async (
  visit: GuardianVisit<'/absences/reports/:id/change' | '/absences/reports/:id/withdrawal'>,
) => {
  const { work } = visit
  const [days, absence] = await Promise.all([schoolDays(work), myAbsence(work, visit.me, visit.params.id)])
  if (!absence) return { answer: visit.notFound() }
  const now = { ...nowOf(work), lessons: days.lessons(work.today) }
  if (mayStillChange(absence, now)) return { days, absence }
  const words = wordsOf(visit.language, work, days)
  return {
    answer: visit.page(
      { title: words.t.mine.begunTitle, status: 422 },
      <HasBegun words={words} back={urls.myAbsences()} school={visit.site.name} />,
    ),
  }
}

/** What a guardian does: report, change, withdraw, and say that a child is better. */
export const reportRoutes = (module: Module): Module =>
  module
    .get(urls.newAbsence, guardian, async (visit) => {
      const [days, pupils] = await Promise.all([schoolDays(visit.work), myChildren(visit.work, visit.me)])
      if (pupils.length === 0) {
        const words = wordsOf(visit.language, visit.work, days)
        return visit.page({ title: words.t.report.title, bare: true }, <NoChildren words={words} back={urls.home()} />)
      }
      const asked = visit.query.get('pupil') ?? (pupils.length === 1 ? pupils[0]!.id : '')
      return formPage(visit, { days, pupils, filled: { pupil: asked, when: 'day', kind: 'ill' } })
    })
    .post(urls.newAbsence, guardian, async (visit) => {
      const { work } = visit
      const [days, children] = await Promise.all([schoolDays(work), myChildren(work, visit.me)])
      const words = wordsOf(visit.language, work, days)
      const form = visit.form(reportForm)
      const again = (problems: Record<string, string>) =>
        formPage(visit, { days, pupils: children, filled: visit.typed, problems })
      const named = [visit.typed.pupil ?? []].flat()
      const chosen = children.filter(({ id }) => named.includes(id))
      if (chosen.length < new Set(named).size) return visit.notFound()
      const whom: Record<string, string> = chosen.length === 0 ? { pupil: 'whom' } : {}
      if (!form.ok) return again(problemSentences(words, { ...form.problems, ...whom }))
      const period = periodOf(form.value, days, nowOf(work))
      if (isProblem(period)) return again({ ...periodSentence(words, period), ...problemSentences(words, whom) })
      if (chosen.length === 0) return again(problemSentences(words, whom))
      const { kind, word, requestKey } = form.value
      const pupils = chosen.map(({ id }) => id)
      const mine = { via: 'guardian', reporter: visit.me.id, notedBy: null } as const
      const blocking = await report(work, { pupils, period, kind, word, requestKey, ...mine })
      if (blocking.length > 0) return again({ pupil: alreadySentence(words, children, blocking) })
      return visit.seeOther(urls.home({ reported: 'yes' }))
    })
    .get(urls.changeAbsence, guardian, async (visit) => {
      const found = await changeable(visit)
      if (found.answer) return found.answer
      const { days, absence } = found
      const pupils = (await myChildren(visit.work, visit.me)).filter(({ id }) => id === absence.pupil)
      return formPage(visit, {
        days,
        pupils,
        absence,
        filled: typedOf(absence, days, firstDay(days, nowOf(visit.work))),
      })
    })
    .post(urls.changeAbsence, guardian, async (visit) => {
      const { work } = visit
      const found = await changeable(visit)
      if (found.answer) return found.answer
      const { days, absence } = found
      const pupils = (await myChildren(work, visit.me)).filter(({ id }) => id === absence.pupil)
      const words = wordsOf(visit.language, work, days)
      const again = (problems: Record<string, string>) =>
        formPage(visit, { days, pupils, absence, filled: visit.typed, problems })
      const form = visit.form(reportForm)
      if (!form.ok) return again(problemSentences(words, form.problems))
      const period = periodOf(form.value, days, nowOf(work))
      if (isProblem(period)) return again(periodSentence(words, period))
      const { kind, word } = form.value
      const blocking = await change(work, visit.me, absence, { period, kind, word })
      if (blocking.length > 0) return again({ when: alreadySentence(words, pupils, blocking) })
      return visit.seeOther(urls.myAbsences())
    })
    .post(urls.withdrawAbsence, guardian, async (visit) => {
      const found = await changeable(visit)
      if (found.answer) return found.answer
      await withdraw(visit.work, visit.me, found.absence)
      return visit.seeOther(urls.myAbsences())
    })
    .post(urls.endAbsence, guardian, async (visit) => {
      const { work } = visit
      const [days, absence] = await Promise.all([schoolDays(work), myAbsence(work, visit.me, visit.params.id)])
      const back = absence && backDays(absence, days, nowOf(work)).find((one) => one.day === visit.typed.back)
      if (!absence || !back) return visit.notFound()
      await end(work, visit.me, absence, back.lastDay)
      return visit.seeOther(urls.myAbsences())
    })
