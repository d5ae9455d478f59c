import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { dayLong, pick, type Texts } from '#shared/language/index.ts'
import {
  BackLink,
  Button,
  DateField,
  Empty,
  Field,
  Form,
  FormErrors,
  List,
  PageHead,
  Row,
  Section,
  TextArea,
  TimeField,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { typedText } from '../blocks/typed.ts'
import { publishSite } from '../publishing/publish.ts'
import { editor } from '../rules.ts'
import { eventsFrom } from './queries.ts'

const nl = {
  title: 'Agenda van de website',
  text: 'Wat iedereen mag weten: open ochtend, sportdag. Vakanties en studiedagen staan er vanzelf bij.',
  what: 'Wat is er?',
  from: 'Op welke dag?',
  to: 'Tot en met',
  starts: 'Hoe laat begint het?',
  ends: 'Hoe laat is het klaar?',
  where: 'Waar?',
  more: 'Wat moet men erover weten?',
  add: 'Zet in de agenda',
  keep: 'Bewaar',
  remove: 'Haal weg',
  none: 'Er staat niets in de agenda',
  back: 'Website',
  all: 'De hele agenda',
  problems: {
    title: 'Schrijf in ten hoogste 120 letters wat er is.',
    from: 'Kies een dag.',
    to: 'Kies een dag die niet voor de eerste dag ligt.',
    time: 'Vul een tijd in, zoals 09:00. Het einde is na het begin.',
    long: 'Deze tekst is te lang.',
  },
}
const en: Texts<typeof nl> = {
  title: 'Agenda of the website',
  text: 'What everyone may know: open morning, sports day. Holidays and study days are there by themselves.',
  what: 'What is it?',
  from: 'On which day?',
  to: 'Until',
  starts: 'At what time does it begin?',
  ends: 'At what time is it over?',
  where: 'Where?',
  more: 'What should people know about it?',
  add: 'Put in the agenda',
  keep: 'Save',
  remove: 'Remove',
  none: 'There is nothing in the agenda',
  back: 'Website',
  all: 'The whole agenda',
  problems: {
    title: 'Say in at most 120 letters what it is.',
    from: 'Choose a day.',
    to: 'Choose a day that is not before the first day.',
    time: 'Fill in a time, such as 09:00. The end is after the beginning.',
    long: 'This text is too long.',
  },
}
const texts: { nl: Texts<typeof nl>; en: Texts<typeof nl> } = { nl, en }

const time = z.union([z.literal(''), z.iso.time({ precision: -1, error: 'time' })], 'time').optional()

const eventForm = z
  .object({
    title: z.string('title').min(1, 'title').max(120, 'title'),
    from: z.iso.date('from'),
    to: z.union([z.literal(''), z.iso.date('to')], 'to').optional(),
    starts: time,
    ends: time,
    place: z.string().max(120, 'long').optional(),
    text: z.string().max(500, 'long').optional(),
  })
  .refine(({ from, to }) => !to || to >= from, { path: ['to'], message: 'to' })
  .refine(({ starts, ends }) => !ends || (starts && ends > starts), { path: ['ends'], message: 'time' })
  .transform(({ from, to, starts, ends, place, text, title }) => ({
    title,
    from_on: from,
    to_on: to || from,
    starts: starts || null,
    ends: ends || null,
    place: place ?? '',
    text: text ?? '',
  }))

type Problems = { readonly typed: Typed; readonly problems: Readonly<Record<string, string>> }

const show = async (visit: Visit<string, Me>, id: string | null, refused?: Problems) => {
  const { work, language } = visit
  const t = pick(language, texts)
  const events = await eventsFrom(work, work.today)
  const event = events.find((one) => one.id === id)
  if (id && !event) return visit.notFound()
  const typed: Typed =
    refused?.typed ??
    (event
      ? {
          ...event,
          to: event.to === event.from ? '' : event.to,
          starts: event.starts?.slice(0, 5) ?? '',
          ends: event.ends?.slice(0, 5) ?? '',
        }
      : {})
  const value = (name: string) => typedText(typed[name])
  const problem = (name: string) => t.problems[refused?.problems[name] as keyof typeof t.problems]
  return visit.page(
    { title: t.title, status: refused ? 422 : 200 },
    <>
      <BackLink to={id ? urls.siteEvents() : urls.website()}>{id ? t.all : t.back}</BackLink>
      <PageHead title={t.title} text={t.text} />
      <Form action={id ? urls.siteEvent({ event: id }) : urls.siteEvents()}>
        {refused && <FormErrors />}
        <Field name="title" label={t.what} value={value('title')} error={problem('title')} maxLength={120} />
        <DateField name="from" label={t.from} value={value('from')} error={problem('from')} />
        <DateField name="to" label={t.to} value={value('to')} error={problem('to')} optional />
        <TimeField name="starts" label={t.starts} value={value('starts')} error={problem('starts')} optional />
        <TimeField name="ends" label={t.ends} value={value('ends')} error={problem('ends')} optional />
        <Field name="place" label={t.where} value={value('place')} error={problem('place')} maxLength={120} optional />
        <TextArea name="text" label={t.more} value={value('text')} error={problem('text')} maxLength={500} optional />
        <Button>{id ? t.keep : t.add}</Button>
      </Form>
      {id ? (
        <Section>
          <Form action={urls.removeSiteEvent({ event: id })}>
            <Button look="alert-line" icon="trash-2">
              {t.remove}
            </Button>
          </Form>
        </Section>
      ) : (
        <Section heading={t.all} count={events.length}>
          {events.length === 0 ? (
            <Empty title={t.none} />
          ) : (
            <List label={t.all}>
              {events.map(({ id: one, title, from, place }) => (
                <Row
                  key={one}
                  title={title}
                  to={urls.siteEvent({ event: one })}
                  text={[dayLong(language, from), place].filter(Boolean).join(', ')}
                />
              ))}
            </List>
          )}
        </Section>
      )}
    </>,
  )
}

/** What happens at school, as the agenda of the site and everyone's telephone show it. */
export const events = new Module('website', { nl: 'De agenda van de website', en: 'The agenda of the website' })
  .get(urls.siteEvents, editor, (visit) => show(visit, null))
  .post(urls.siteEvents, editor, async (visit) => {
    const { work } = visit
    const form = visit.form(eventForm)
    if (!form.ok) return show(visit, null, form)
    await work.db
      .insertInto('site_event')
      .values({ id: randomUUID(), ...form.value, made_by: work.person, made_at: work.now })
      .execute()
    await publishSite(work)
    return visit.seeOther(urls.siteEvents())
  })
  .get(urls.siteEvent, editor, (visit) => show(visit, visit.params.event))
  .post(urls.siteEvent, editor, async (visit) => {
    const { work, params } = visit
    const form = visit.form(eventForm)
    if (!form.ok) return show(visit, params.event, form)
    const changed = await work.db
      .updateTable('site_event')
      .set(form.value)
      .where('id', '=', params.event)
      .returning('id')
      .executeTakeFirst()
    if (!changed) return visit.notFound()
    await publishSite(work)
    return visit.seeOther(urls.siteEvents())
  })
  .post(urls.removeSiteEvent, editor, async (visit) => {
    const gone = await visit.work.db
      .deleteFrom('site_event')
      .where('id', '=', visit.params.event)
      .returning('id')
      .executeTakeFirst()
    if (!gone) return visit.notFound()
    await publishSite(visit.work)
    return visit.seeOther(urls.siteEvents())
  })
