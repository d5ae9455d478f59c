import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import { anyone, withRole } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { isMailAddress } from '#shared/mail/address.ts'
import { Actions, Button, Field, Form, FormErrors, Link, Notice, PageHead } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { siteOf } from '../publishing/site.ts'
import { robotsTxt } from './robots.ts'
import { securityContact, securityTxt, setSecurityContact } from './security-txt.ts'
import { wellKnownTexts } from './texts.ts'
import './personal-data.ts'

const TEXT = 'text/plain; charset=utf-8'

const editor = withRole(
  {
    nl: 'de administratie, de directeur, ICT en, op een eigen site, de leverancier',
    en: 'the office, the principal, ICT and, on its own site, the supplier',
  },
  'administrator',
  'principal',
  'ict',
  'supplier',
)

/** "info@school.nl" as `mailto:`, "+31 6 …" as `tel:`, and a page as it is; nothing for anything else. */
const contactFrom = (typed: string): string | null => {
  if (/^https:\/\/[^\s]+$/.test(typed) && URL.canParse(typed)) return typed
  if (isMailAddress(typed)) return `mailto:${typed}`
  return /^\+[\d ()-]{8,20}$/.test(typed) ? `tel:${typed.replace(/[ ()]/g, '')}` : null
}

const schema = z.object({
  contact: z
    .string('contact')
    .max(280, 'contact')
    .transform((typed, context) => {
      const contact = contactFrom(typed)
      if (!contact) context.addIssue({ code: 'custom', message: 'contact' })
      return contact ?? ''
    }),
  policy: z.union(
    [
      z.literal('').transform(() => null),
      z
        .string()
        .max(300, 'policy')
        .regex(/^https:\/\/[^\s]+$/, 'policy'),
    ],
    'policy',
  ),
})

const show = async (visit: Visit<string, Me>, typed: Typed, problems: Readonly<Record<string, string>> = {}) => {
  const t = pick(visit.language, wellKnownTexts)
  return visit.page(
    { title: t.title, status: Object.keys(problems).length > 0 ? 422 : 200 },
    <>
      <PageHead title={t.title} text={t.text} />
      {visit.query.get('done') && <Notice kind="received">{t.saved}</Notice>}
      <Form action={urls.securityContact()}>
        {Object.keys(problems).length > 0 && <FormErrors />}
        <Field
          name="contact"
          label={t.contact}
          hint={t.contactHint}
          value={String(typed.contact ?? '')}
          error={problems.contact && t.problems.contact}
          maxLength={280}
        />
        <Field
          name="policy"
          type="url"
          label={t.policy}
          hint={t.policyHint}
          value={String(typed.policy ?? '')}
          error={problems.policy && t.problems.policy}
          maxLength={300}
          optional
        />
        <Actions>
          <Button>{t.save}</Button>
          <Link to={urls.securityTxt()} plain>
            {t.see}
          </Link>
        </Actions>
      </Form>
    </>,
  )
}

/** What a host tells programs: where a weakness is reported (RFC 9116), and what search engines may visit. */
export const wellKnown = new Module('site-well-known', {
  nl: 'Lezen waar je een zwakke plek meldt',
  en: 'Reading where a weakness is reported',
})
  .get(urls.securityTxt, anyone, async (visit) => visit.send(await securityTxt(visit.work, visit.site.main), TEXT))
  .get(urls.robotsTxt, anyone, async (visit) => {
    const site = await siteOf(visit.work)
    return visit.send(robotsTxt(`https://${visit.site.main}`, site?.live ?? false), TEXT)
  })
  .about({ nl: 'Zeggen waar je een zwakke plek meldt', en: 'Saying where a weakness is reported' })
  .setting({
    order: 64,
    section: 'addresses',
    address: urls.securityContact(),
    word: { nl: wellKnownTexts.nl.title, en: wellKnownTexts.en.title },
    text: { nl: wellKnownTexts.nl.text, en: wellKnownTexts.en.text },
    icon: 'shield',
    rule: editor,
  })
  .get(urls.securityContact, editor, async (visit) => {
    const now = await securityContact(visit.work)
    return show(visit, { contact: now?.contact.replace(/^(mailto|tel):/, '') ?? '', policy: now?.policy ?? '' })
  })
  .post(urls.securityContact, editor, async (visit) => {
    const form = visit.form(schema)
    if (!form.ok) return show(visit, form.typed, form.problems)
    await setSecurityContact(visit.work, visit.me.id, form.value)
    return visit.seeOther(urls.securityContact({ done: 'saved' }))
  })
