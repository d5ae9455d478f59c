import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { isMailAddress } from '#shared/mail/address.ts'
import { Button, Field, Form } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { watching } from '../rules.ts'
import { renewStatement } from '../statement/queries.ts'
import { type Contact, choose } from './choices.ts'
import { historyOf } from './history.ts'
import { placesIn } from './places.ts'
import { publicLine, reason, seen } from './schemas.ts'
import { choiceTexts, inWords } from './texts.ts'
import { ChoicePage, type Frame, Problems, Reason, textIn } from './views.tsx'

const mail = publicLine.refine((text) => text === '' || isMailAddress(text), 'mail')
const contact = {
  controller: publicLine,
  address: publicLine,
  mail,
  phone: publicLine,
  officer: publicLine,
  officerMail: mail,
  officerPhone: publicLine,
  storage: publicLine,
  safeguard: publicLine,
} satisfies Record<keyof Contact, z.ZodType>
const fields = Object.keys(contact) as (keyof Contact)[]
/** A place is a country; one outside the EEA needs a safeguard (art. 44 to 46 GDPR). */
const decision = z.object({ ...contact, reason, seen }).superRefine(({ storage, safeguard }, context) => {
  if (storage === '') return
  const { all, outside } = placesIn(storage)
  if (all === 0) context.addIssue({ code: 'custom', path: ['storage'], message: 'country' })
  if (outside.length > 0 && safeguard === '')
    context.addIssue({ code: 'custom', path: ['safeguard'], message: 'safeguard' })
})

const ContactForm = ({ seen: number, ...frame }: Frame & { seen: number }) => {
  const { t, typed, problems } = frame
  return (
    <ChoicePage
      {...frame}
      title={t.contact.title}
      text={t.contact.text}
      back={{ to: urls.privacyDesk(), word: t.back }}
    >
      <Form action={urls.privacyContact()} hidden={{ seen: String(number) }}>
        <Problems problems={problems} />
        {fields.map((name) => (
          <Field
            key={name}
            name={name}
            label={t.contact[name]}
            {...(name in t.contact.hints ? { hint: t.contact.hints[name as keyof typeof t.contact.hints] } : {})}
            value={textIn(typed, name)}
            error={problems[name]}
            maxLength={200}
            optional
          />
        ))}
        <Reason t={t} typed={typed} problems={problems} />
        <Button>{t.save}</Button>
      </Form>
    </ChoicePage>
  )
}

const show = async (visit: Visit<string, Me>, typed?: Typed, problems: Readonly<Record<string, string>> = {}) => {
  const { work, language, query } = visit
  const t = choiceTexts[language]
  const history = await historyOf(work, 'contact')
  return visit.page(
    { title: t.contact.title, status: Object.keys(problems).length > 0 ? 422 : 200 },
    <ContactForm
      t={t}
      language={language}
      seen={history[0]?.number ?? 0}
      typed={typed ?? history[0]?.value ?? {}}
      problems={problems}
      done={query.get('done')}
      told={history.map((one) => ({ ...one, says: t.contact.told }))}
    />,
  )
}

/** Who is responsible and how to reach them: what the statement says of it (art. 13(1)(a) and (b) GDPR). */
export const contactChoice = new Module('privacy-contact', {
  nl: 'Vastleggen wie verantwoordelijk is voor gegevens',
  en: 'Recording who is responsible for data',
})
  .get(urls.privacyContact, watching, (visit) => show(visit))
  .post(urls.privacyContact, watching, async (visit) => {
    const t = choiceTexts[visit.language]
    const form = visit.form(decision)
    if (!form.ok) return show(visit, form.typed, inWords(t, form.problems))
    const { reason: why, seen: number, safeguard, ...rest } = form.value
    const value = { ...rest, ...(safeguard ? { safeguard } : {}) }
    const done = await choose(visit.work, 'contact', { value, reason: why, seen: number })
    if (done === 'meanwhile') return show(visit, visit.typed, { form: t.problems.meanwhile })
    if (done === 'kept') await renewStatement(visit.work)
    return visit.seeOther(urls.privacyContact({ done }))
  })
