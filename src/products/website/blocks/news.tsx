import { z } from 'zod'
import { pick } from '#shared/language/index.ts'
import { Field, SiteNews } from '#shared/ui/index.ts'
import { blockKind, type OnSite } from './block.ts'
import { blockTexts } from './texts.ts'
import { typedText } from './typed.ts'

type Data = { readonly title: string; readonly count: number }

/** The articles of a site as their list shows them. */
export const newsOn = (on: OnSite, count: number) =>
  on.articles.slice(0, count).map(({ path, title, summary, day, picture }) => ({
    to: path,
    title,
    summary,
    day,
    picture: (picture && on.pictures.get(picture)) || null,
  }))

/** The newest articles, by themselves. */
export const news = blockKind<Data>({
  type: 'news',
  word: { nl: 'Nieuws', en: 'News' },
  text: { nl: 'De nieuwste berichten, vanzelf.', en: 'The newest articles, by themselves.' },
  icon: 'newspaper',
  empty: { title: '', count: 3 },
  form: z.object({
    title: z.string('heading').min(1, 'heading').max(120, 'heading'),
    count: z.coerce.number('count').int('count').min(1, 'count').max(12, 'count'),
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
  Show: ({ data, on }) => <SiteNews title={data.title} articles={newsOn(on, data.count)} />,
  words: ({ title }) => title,
})
