import { z } from 'zod'
import { Module } from '#shared/access/module.ts'
import { signedIn } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { mustConfirm } from '#shared/identity/ways-in.tsx'
import { pick } from '#shared/language/index.ts'
import { Button, Field, Foot, Form, Notice, TaskScreen } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { changeOwnPhone, ownPhone } from '../people/changes.ts'
import { details } from '../people/schemas.ts'
import { oneOf } from '../typed.ts'
import { ownDetailsTexts } from './texts.ts'

const typed = z.object({ phone: details.phone })

const phonePage = async (visit: Visit<string, Me>, problem?: string) => {
  const t = pick(visit.language, ownDetailsTexts)
  return visit.page(
    { title: t.title, bare: true, status: problem ? 422 : 200 },
    <TaskScreen back={{ to: urls.me(), word: t.back }} title={t.title}>
      {visit.query.has('stored') && <Notice kind="received">{t.stored}</Notice>}
      <Form action={urls.myPhone()}>
        <Field
          name="phone"
          type="tel"
          label={t.phone}
          hint={t.hint(visit.site.name)}
          readers={t.readers}
          autoComplete="tel"
          value={problem ? oneOf(visit.typed, 'phone') : ((await ownPhone(visit.work, visit.me)) ?? '')}
          error={problem}
          optional
        />
        <Foot>
          <Button>{t.save}</Button>
        </Foot>
      </Form>
    </TaskScreen>,
  )
}

/** What somebody changes themselves of what the school knows of them: how to reach them. */
export const ownDetails = new Module(
  'own-details',
  { nl: 'Je eigen telefoonnummer', en: 'Your own phone number' },
  { staysOpen: 'always' },
)
  .get(urls.myPhone, signedIn, async (visit) => (await mustConfirm(visit, urls.myPhone())) ?? phonePage(visit))
  .post(urls.myPhone, signedIn, async (visit) => {
    const first = await mustConfirm(visit, urls.myPhone())
    if (first) return first
    const form = visit.form(typed)
    if (!form.ok) return phonePage(visit, pick(visit.language, ownDetailsTexts).problem)
    await changeOwnPhone(visit.work, visit.me, form.value.phone)
    return visit.seeOther(urls.myPhone({ stored: 'yes' }))
  })
