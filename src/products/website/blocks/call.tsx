import { z } from 'zod'
import { pick } from '#shared/language/index.ts'
import { CallToAction, Field, TextArea } from '#shared/ui/index.ts'
import { addressOn, blockKind } from './block.ts'
import { linkTarget } from './content.ts'
import { LinkFields } from './link-fields.tsx'
import { blockTexts } from './texts.ts'
import { typedText } from './typed.ts'

type Data = { readonly title: string; readonly text: string; readonly words: string; readonly to: string }

/** A sentence and a button that asks for something: come and see, enrol, sign up. */
export const call = blockKind<Data>({
  type: 'call',
  word: { nl: 'Oproep', en: 'Call to action' },
  text: { nl: 'Een zin en een knop: kom kijken, meld je aan.', en: 'A sentence and a button: come and see, sign up.' },
  icon: 'arrow-right',
  empty: { title: '', text: '', words: '', to: '' },
  form: z.object({
    title: z.string('title').min(1, 'title').max(120, 'title'),
    text: z.string('text').max(500, 'long'),
    words: z.string('words').min(1, 'words').max(60, 'words'),
    to: linkTarget,
  }),
  typedOf: (data) => data,
  Fields: ({ language, typed, problems, on }) => {
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
        <TextArea
          name="text"
          label={t.text}
          value={typedText(typed.text)}
          error={problems.text && t.problems.long}
          maxLength={500}
          optional
        />
        <Field
          name="words"
          label={t.words}
          value={typedText(typed.words)}
          error={problems.words && t.problems.words}
          maxLength={60}
        />
        <LinkFields name="to" on={on} typed={typed} words={t.link} error={problems.to && t.problems.link} />
      </>
    )
  },
  Show: ({ data, on }) => {
    const to = addressOn(on, data.to)
    return <CallToAction title={data.title} text={data.text} action={to ? { to, word: data.words } : null} />
  },
  words: ({ title, text }) => [title, text].join('\n'),
  faults: ({ title, to }, on) => (addressOn(on, to) ? [] : [{ kind: 'empty-link', about: title }]),
})
