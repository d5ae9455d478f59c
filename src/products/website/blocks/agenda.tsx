import { z } from 'zod'
import { dayParts, dayShort, pick } from '#shared/language/index.ts'
import { Field, SiteAgenda } from '#shared/ui/index.ts'
import { blockKind, type OnSite } from './block.ts'
import { blockTexts } from './texts.ts'
import { typedText } from './typed.ts'

type Data = { readonly title: string; readonly count: number }

/** What comes, each with its day as it stands on the left and the rest in words. */
const eventsOn = (on: OnSite, count: number) => {
  const t = pick(on.language, blockTexts)
  return on.events
    .filter(({ to }) => to >= on.today)
    .slice(0, count)
    .map(({ id, title, text, place, from, to, starts, ends, noSchool }) => {
      const { day, weekday, month } = dayParts(on.language, from)
      const when = from === to ? (starts ? t.hours(starts, ends) : '') : t.until(dayShort(on.language, to))
      return {
        id,
        title,
        day,
        weekday,
        month,
        date: from,
        text: [when, place, text, noSchool && t.noSchool].filter(Boolean).join('. '),
      }
    })
}

/** What happens at school in the time to come, by itself. */
export const agenda = blockKind<Data>({
  type: 'agenda',
  word: { nl: 'Agenda', en: 'Agenda' },
  text: { nl: 'Wat er komt, vanzelf.', en: 'What is to come, by itself.' },
  icon: 'calendar',
  empty: { title: '', count: 3 },
  form: z.object({
    title: z.string('heading').min(1, 'heading').max(120, 'heading'),
    count: z.coerce.number('count').int('count').min(1, 'count').max(50, 'count'),
  }),
  typedOf: ({ title, count }) => ({ title, count: String(count) }),
  Fields: ({ language, typed, problems }) => {
    const t = pick(language, blockTexts)
    return (
      <>
        <Field
          name="title"
          label={t.heading}
          value={typedText(typed.title)}
          error={problems.title && t.problems.heading}
          maxLength={120}
        />
        <Field
          name="count"
          label={t.count}
          value={typedText(typed.count)}
          error={problems.count && t.problems.count}
          inputMode="numeric"
          short
        />
      </>
    )
  },
  Show: ({ data, on }) => (
    <SiteAgenda title={data.title} events={eventsOn(on, data.count)} none={pick(on.language, blockTexts).noEvents} />
  ),
  words: ({ title }) => title,
})
