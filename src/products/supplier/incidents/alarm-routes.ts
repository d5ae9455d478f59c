import { findAlarm } from '#products/privacy/index.ts'
import { idsOf } from '#products/school/index.ts'
import { Module } from '#shared/access/module.ts'
import { rule } from '#shared/access/rule.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { searchAffected } from './affected/computing.ts'
import { countAffected } from './affected/reading.ts'
import { report } from './reporting.ts'
import { keeper } from './rules.ts'
import { incidentTexts } from './texts.ts'

/** Who reviews alarms and keeps the register too. */
const reviewingKeeper = rule(keeper.words, (me) => me.is('privacy-officer', 'principal'))

/** The database knows microseconds, an alarm only milliseconds. */
const AFTER = 1_000

/** An unusual look becomes an incident in one press: whom it affects is computed at once. The same alarm once more is the same one. */
export const incidentFromAlarm = new Module('incident-from-alarm', {
  nl: 'Van ongewoon kijken een incident maken',
  en: 'Making an incident of an unusual look',
}).post(urls.incidentFromAlarm, reviewingKeeper, async (visit) => {
  const { work, me, params, language } = visit
  const alarm = await findAlarm(work, me, params.alarm)
  if (!alarm || alarm.viewer.id === me.id) return visit.notFound()
  const t = pick(language, incidentTexts)
  const saw = t.fromAlarm(alarm.files)
  const id = await report(work, me, { saw, seenAt: alarm.to, rehearsal: false, requestKey: alarm.id })
  if ((await countAffected(work, id)) !== null) return visit.seeOther(urls.incident({ id }))
  await searchAffected(work, me, id, {
    source: 'log',
    from: alarm.from,
    until: new Date(alarm.to.getTime() + AFTER),
    viewers: await idsOf(work, [alarm.viewer.id]),
  })
  return visit.seeOther(urls.incident({ id }))
})
