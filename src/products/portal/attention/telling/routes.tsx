import { z } from 'zod'
import { many } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import { rule, signedIn } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import { hoursOf } from '#shared/attention/hours.ts'
import type { ItemClass } from '#shared/attention/item.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import type { Push } from '#shared/push/push.ts'
import { urls } from '#src/urls.ts'
import { choiceOf, choose, classes, digestHours } from './choice.ts'
import { subscribe, subscriptionsOf, unsubscribe } from './subscriptions.ts'
import { toldTexts } from './texts.ts'
import { HowTold, WorkingHours } from './views.tsx'
import { fieldsOfHours, parseHours, storeHours } from './working-hours.ts'

const choices = z.object({
  mail: many(z.enum(classes)),
  push: many(z.enum(classes)),
  digestHour: z.coerce.number().pipe(z.literal(digestHours)),
})
const endpoint = z.string().max(2000)
const key = z.string().regex(/^[\w-]{16,120}$/)
const browserSays = z.object({ endpoint, p256dh: key, auth: key })

const worksHere = rule({ nl: 'wie op school werkt', en: 'who works at the school' }, (me) => me.staff)

const hoursPage = (visit: Visit<string, Me>, typed: Readonly<Record<string, unknown>>, wrong: ReadonlySet<number>) => {
  const t = pick(visit.language, toldTexts)
  return visit.page(
    { title: t.hoursTitle, status: wrong.size > 0 ? 422 : 200 },
    <WorkingHours t={t} typed={typed} wrong={wrong} />,
  )
}

/** How each person is told: by mail or by push per kind, the hour of the digest, and when somebody of the team is not. */
export const howTold = (push: Push): Module =>
  new Module('how-told', { nl: 'Hoe je bericht krijgt', en: 'How you are told' }, { staysOpen: 'always' })
    .get(urls.howToldMe, signedIn, async (visit) => {
      const { work, me, language, query } = visit
      const t = pick(language, toldTexts)
      const [choice, devices] = [await choiceOf(work, me.account), await subscriptionsOf(work, me.id)]
      return visit.page(
        { title: t.title },
        <HowTold t={t} me={me} choice={choice} devices={devices.length} saved={query.has('saved')} />,
      )
    })
    .post(urls.howToldMe, signedIn, async (visit) => {
      const form = visit.form(choices)
      if (!form.ok) return visit.seeOther(urls.howToldMe())
      await choose(visit.work, visit.me.account, form.value)
      return visit.seeOther(urls.howToldMe({ saved: 'yes' }))
    })
    .get(urls.pushKey, signedIn, (visit) => visit.send(JSON.stringify({ key: push.publicKey }), 'application/json'))
    .post(urls.pushHere, signedIn, async (visit) => {
      const form = visit.form(browserSays)
      if (!form.ok || !push.accepts(form.value.endpoint)) return visit.notFound()
      const { work, me } = visit
      const first = (await subscriptionsOf(work, me.id)).length === 0
      await subscribe(work, me, form.value)
      // A sign on the screen takes the place of the mail, until somebody chooses both.
      const none: readonly ItemClass[] = []
      if (first && (await choiceOf(work, me.account)).push.length === 0)
        await choose(work, me.account, { push: classes, mail: none })
      return visit.seeOther(urls.howToldMe({ saved: 'yes' }))
    })
    .post(urls.pushNotHere, signedIn, async (visit) => {
      const form = visit.form(z.object({ endpoint }))
      if (form.ok) await unsubscribe(visit.work, visit.me, form.value.endpoint)
      return visit.seeOther(urls.howToldMe({ saved: 'yes' }))
    })
    .about({ nl: 'Je werktijden voor berichten', en: 'Your working hours for messages' })
    .get(urls.workingHours, worksHere, async (visit) => {
      const hours = (await hoursOf(visit.work, [visit.me.id])).get(visit.me.id) ?? []
      return hoursPage(visit, fieldsOfHours(hours), new Set())
    })
    .post(urls.workingHours, worksHere, async (visit) => {
      const { days, wrong } = parseHours(visit.typed)
      if (wrong.size > 0) return hoursPage(visit, visit.typed, wrong)
      await storeHours(visit.work, visit.me, days)
      return visit.seeOther(urls.howToldMe({ saved: 'yes' }))
    })
