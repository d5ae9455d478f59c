import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { many, requestKey, type Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import { withRole } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { clock, dayLong, listOf, pick } from '#shared/language/index.ts'
import { readRichText, richText } from '#shared/rich-text/index.ts'
import {
  Button,
  Choice,
  Empty,
  Field,
  Form,
  FormErrors,
  List,
  Notice,
  PageHead,
  Readers,
  RichTextField,
  Row,
  Section,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { ownSchools, sendToSchools, sentBefore } from './sending.ts'
import { type ForSchoolsTexts, forSchoolsTexts } from './texts.ts'

/** Who writes for the schools of the board. */
const boardOffice = withRole(
  { nl: 'het bestuur en de administratie van het bestuurskantoor', en: 'the board and the office of the board' },
  'board',
  'administrator',
)

const posted = z.object({
  requestKey,
  school: many(z.uuid('schools')).refine((some) => some.length > 0, 'schools'),
  title: z.string('title').min(1, 'title').max(120, 'title'),
  text: richText({ max: 20_000, empty: 'text', tooLong: 'text-long' }),
  class: z.enum(['to-know', 'urgent']).catch('to-know'),
})

type Problems = { readonly [field: string]: string }

const textOf = (typed: Typed, name: string) => (typeof typed[name] === 'string' ? typed[name] : '')

const show = async (visit: Visit<string, Me>, problems: Problems = {}) => {
  const { work, language, typed, query } = visit
  const t = pick(language, forSchoolsTexts)
  const schools = await ownSchools(work)
  const sent = await sentBefore(work)
  const problem = (field: string) => problems[field] && t.problems[problems[field] as keyof ForSchoolsTexts['problems']]
  return visit.page(
    { title: t.title, status: Object.keys(problems).length > 0 ? 422 : 200, editor: true },
    <>
      <PageHead title={t.title} text={t.text} />
      {query.get('done') === 'sent' && <Notice kind="received">{t.done}</Notice>}
      <Form action={urls.newsForSchools()} requestKey={textOf(typed, 'requestKey') || randomUUID()}>
        {Object.keys(problems).length > 0 && <FormErrors />}
        <Choice
          name="school"
          legend={t.schools}
          several
          columns={2}
          options={schools.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={[typed.school ?? []].flat()}
          error={problem('school')}
        />
        <Readers>{t.readersNone}</Readers>
        <Field name="title" label={t.heading} value={textOf(typed, 'title')} maxLength={120} error={problem('title')} />
        <RichTextField
          name="text"
          label={t.words}
          document={readRichText(textOf(typed, 'text'))}
          error={problem('text')}
        />
        <Choice
          name="class"
          legend={t.class}
          columns={2}
          options={[
            { value: 'to-know', label: t.toKnow },
            { value: 'urgent', label: t.urgent },
          ]}
          chosen={textOf(typed, 'class') || 'to-know'}
        />
        <Button icon="send">{t.send}</Button>
      </Form>
      <Section heading={t.sent}>
        {sent.length === 0 ? (
          <Empty title={t.none} />
        ) : (
          <List label={t.sent}>
            {sent.map(({ id, title, schools: to, at }) => (
              <Row
                key={id}
                icon="newspaper"
                title={title}
                text={`${listOf(language, to)}, ${dayLong(language, at)}, ${clock(language, at)}`}
              />
            ))}
          </List>
        )}
      </Section>
    </>,
  )
}

/** News that a board's office writes once for several of its schools; each gets a copy by a job (DESIGN, across organisations). */
export const newsForSchools = new Module('news-for-schools', {
  nl: 'Nieuws voor scholen schrijven',
  en: 'Writing news for schools',
})
  .switchable({
    word: { nl: forSchoolsTexts.nl.title, en: forSchoolsTexts.en.title },
    text: { nl: forSchoolsTexts.nl.text, en: forSchoolsTexts.en.text },
    kinds: ['board'],
  })
  .place({
    order: 20,
    address: urls.newsForSchools(),
    word: { nl: forSchoolsTexts.nl.title, en: forSchoolsTexts.en.title },
    icon: 'newspaper',
    rule: boardOffice,
  })
  .get(urls.newsForSchools, boardOffice, (visit) => show(visit))
  .post(urls.newsForSchools, boardOffice, async (visit) => {
    const form = visit.form(posted)
    if (!form.ok) return show(visit, form.problems)
    const known = new Set((await ownSchools(visit.work)).map(({ id }) => id))
    const { requestKey: key, school, text, ...rest } = form.value
    if (!school.every((id) => known.has(id))) return show(visit, { school: 'schools' })
    await sendToSchools(visit.work, visit.me.id, { key, schools: school, document: text, ...rest }, visit.site.name)
    return visit.seeOther(urls.newsForSchools({ done: 'sent' }))
  })
