import { z } from 'zod'
import { Module } from '#shared/access/module.ts'
import { signedIn } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { ownPath } from '#shared/identity/own-path.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { audiences } from '../audiences.ts'
import { countMine } from '../breaches/mine.ts'
import { agree, agreedBy, type Due, dueFor } from './queries.ts'
import { ownTermsTexts } from './texts.ts'
import { AgreePage, MyTerms } from './views.tsx'

const agreed = z.object({
  audience: z.enum(audiences),
  number: z.coerce.number().int(),
  hash: z.string(),
  next: z.string().optional(),
})

const agreePage = (visit: Visit<string, Me>, due: Due, next: string | undefined, changed = false) => {
  const { language, site, query } = visit
  const t = pick(language, ownTermsTexts)
  const say = changed ? 'justChanged' : query.has('unsent') ? 'unsent' : null
  return visit.page(
    { title: t.place, bare: true, status: changed ? 422 : 200 },
    <AgreePage {...{ t, language, due, next, say }} school={site.name} />,
  )
}

/** The terms of use as each person meets them: agreed to once per version, and read again whenever they like. */
export const ownTerms = new Module(
  'terms',
  { nl: 'Akkoord gaan met de gebruiksregels', en: 'Agreeing to the terms of use' },
  { staysOpen: 'always' },
)
  .get(urls.terms, signedIn, async (visit) => {
    const { work, me, language } = visit
    const due = await dueFor(work, me)
    if (due) return agreePage(visit, due, ownPath(visit.query.get('next')))
    const t = pick(language, ownTermsTexts)
    const messages = (await countMine(work, me)) > 0
    return visit.page({ title: t.mine }, <MyTerms {...{ t, language, messages }} agreed={await agreedBy(work, me)} />)
  })
  .post(urls.terms, signedIn, async (visit) => {
    const { work, me } = visit
    const form = visit.form(agreed)
    const next = ownPath(form.ok ? form.value.next : undefined)
    if (form.ok && (await agree(work, me, form.value))) return visit.seeOther(next ?? urls.home())
    const due = await dueFor(work, me)
    return due ? agreePage(visit, due, next, true) : visit.seeOther(urls.terms())
  })
