import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { schoolsOf } from '#products/privacy/index.ts'
import { many, requestKey, type Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import { answerItem } from '#shared/attention/item.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { emergencies, isShown } from '../windows/kinds.ts'
import { findWindow } from '../windows/queries.ts'
import { support } from '../windows/rules.ts'
import { breakGlassAttention } from './attention.ts'
import { allAsked, askColleague, findAsked, give } from './queries.ts'
import { told } from './rules.ts'
import { MODULE } from './taking-in.ts'
import { breakGlassTexts } from './texts.ts'
import { BreakGlass, BreakGlassTold, type Problems } from './views.tsx'
import './personal-data.ts'

const wish = z.object({
  requestKey,
  customer: z.uuid('customer'),
  person: z.uuid('person'),
  kinds: many(z.string('kinds').refine(isShown, 'kinds')).refine((kinds) => kinds.length > 0, 'kinds'),
  reason: z.enum(emergencies, 'reason'),
})

const wordsOf = ({ language }: Pick<Visit, 'language'>) => ({ t: pick(language, breakGlassTexts), language })

const show = async (visit: Visit<string, Me>, typed: Typed = {}, problems: Problems = {}) => {
  const { work, me, query } = visit
  const words = wordsOf(visit)
  const key = z.uuid().safeParse(typed.requestKey)
  const said = (['asked', 'given'] as const).find((one) => query.get('said') === one) ?? null
  return visit.page(
    { title: words.t.title, status: Object.keys(problems).length > 0 ? 422 : 200, live: 'break-glass' },
    <BreakGlass
      {...{ ...words, typed, problems, said }}
      all={await allAsked(work)}
      me={me.id}
      schools={await schoolsOf(work)}
      sent={key.success ? key.data : randomUUID()}
    />,
  )
}

/** The supplier looks without being asked: two employees, an hour at most, school and board told at once (PROMISES P32). */
export const breakGlass = new Module(MODULE, {
  nl: 'Noodinzage door de leverancier, met zijn tweeën',
  en: 'Emergency looks of the supplier, by two together',
})
  .attention(breakGlassAttention)
  .get(urls.breakGlass, support, (visit) => show(visit))
  .post(urls.breakGlass, support, async (visit) => {
    const { work, me } = visit
    const form = visit.form(wish)
    if (!form.ok) return show(visit, form.typed, form.problems)
    const { requestKey: id, ...asked } = form.value
    const customers = await schoolsOf(work)
    if (!customers.some((one) => one.id === asked.customer)) return show(visit, visit.typed, { customer: 'customer' })
    await askColleague(work, me, { id, ...asked })
    return visit.seeOther(urls.breakGlass({ said: 'asked' }))
  })
  .post(urls.giveBreakGlass, support, async (visit) => {
    const { work, me, params } = visit
    const asked = await findAsked(work, params.id)
    if (!asked || asked.state === 'given') return visit.notFound()
    const given = await give(work, me, asked)
    return given === 'done' ? visit.seeOther(urls.breakGlass({ said: 'given' })) : show(visit, {}, { form: given })
  })
  .about({ nl: 'Lezen dat de leverancier in een noodgeval keek', en: 'Read that the supplier looked in an emergency' })
  .get(urls.breakGlassTold, told, async (visit) => {
    const { work, me, params } = visit
    const asked = await findAsked(work, params.id)
    if (!asked) return visit.notFound()
    await answerItem(work, { module: MODULE, subject: asked.id, by: me.id })
    const words = wordsOf(visit)
    const here = (await findWindow(work, me, asked.id)) !== null
    return visit.page({ title: words.t.told.title }, <BreakGlassTold {...{ ...words, asked, here }} />)
  })
