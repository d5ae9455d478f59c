import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { number, pick } from '#shared/language/index.ts'
import { List, Row } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { deskTexts } from '../desk/texts.ts'
import { watching } from '../rules.ts'
import { privacyOfficer } from '../who-looked/rules.ts'
import { askExplanation, countStanding, findAlarm, listAlarms, listUsual, review } from './queries.ts'
import { reviewer } from './rules.ts'
import { alarmTexts } from './texts.ts'
import { AlarmPage, Alarms, LONGEST } from './views.tsx'

/** A reason in words: some, and not endless. */
export const reason = z.object({ text: z.string('text').min(3, 'text').max(LONGEST, 'long') })

type OfAlarm = Visit<string, Me> & { readonly params: { readonly id: string } }

const alarmPage = async (visit: OfAlarm, typed: Typed = {}, problem?: string) => {
  const { work, me, language } = visit
  const alarm = await findAlarm(work, me, visit.params.id)
  if (!alarm) return visit.notFound()
  const t = pick(language, alarmTexts)
  return visit.page(
    { title: t.title, status: problem ? 422 : 200 },
    <AlarmPage
      {...{ t, language, alarm, typed }}
      mine={alarm.viewer.id === me.id}
      searches={privacyOfficer(me)}
      problem={problem && t.problems[problem as keyof typeof t.problems]}
    />,
  )
}

/** Unusual looks, for who reviews them; nobody reviews their own. */
export const alarms = new Module('alarms', {
  nl: 'Beoordelen wie ongewoon veel of ergens anders keek',
  en: 'Reviewing who looked at unusually much, or elsewhere',
})
  .today({
    order: 6,
    rule: reviewer,
    show: async ({ work, me, language }) => {
      const count = await countStanding(work, me)
      if (count === 0) return null
      const t = pick(language, alarmTexts)
      return (
        <List>
          <Row title={t.today(number(language, count), count === 1)} text={t.todayText} icon="eye" to={urls.alarms()} />
        </List>
      )
    },
  })
  .get(urls.alarms, reviewer, async (visit) => {
    const { work, me, language } = visit
    const t = pick(language, alarmTexts)
    const found = await listAlarms(work, me)
    const back = watching(me)
      ? { to: urls.privacyDesk(), word: pick(language, deskTexts).place }
      : { to: urls.home(), word: pick(language, deskTexts).place }
    return visit.page(
      { title: t.title, live: 'alarms' },
      <Alarms {...{ t, language, found, back }} searches={privacyOfficer(me)} usual={await listUsual(work)} />,
    )
  })
  .get(urls.alarm, reviewer, (visit) => alarmPage(visit))
  .post(urls.askExplanation, reviewer, async (visit) => {
    const { id } = visit.params
    const done = await askExplanation(visit.work, visit.me, id)
    return done ? visit.seeOther(urls.alarm({ id })) : visit.notFound()
  })
  .post(urls.reviewAlarm, reviewer, async (visit) => {
    const { id } = visit.params
    const form = visit.form(reason)
    if (!form.ok) return alarmPage(visit, form.typed, form.problems.text ?? 'text')
    const done = await review(visit.work, visit.me, id, form.value.text)
    return done ? visit.seeOther(urls.alarm({ id })) : visit.notFound()
  })
