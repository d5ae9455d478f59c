import { z } from 'zod'
import { pick } from '#shared/language/index.ts'
import { SiteText, TextArea } from '#shared/ui/index.ts'
import { blockKind } from './block.ts'
import { blockTexts } from './texts.ts'
import { typedText } from './typed.ts'

type Data = { readonly text: string }

/** Text with headings, lists, links and tables. */
export const text = blockKind<Data>({
  type: 'text',
  word: { nl: 'Tekst', en: 'Text' },
  text: { nl: 'Tekst met koppen, lijsten en tabellen.', en: 'Text with headings, lists and tables.' },
  icon: 'file-text',
  empty: { text: '' },
  form: z.object({ text: z.string('text').min(1, 'text').max(20_000, 'text-long') }),
  typedOf: ({ text }) => ({ text }),
  Fields: ({ language, typed, problems }) => {
    const t = pick(language, blockTexts)
    return (
      <TextArea
        name="text"
        label={t.text}
        value={typedText(typed.text)}
        error={problems.text && t.problems.text}
        rows={10}
      />
    )
  },
  Show: ({ data }) => <SiteText paragraphs={data.text.split(/\n{2,}/)} />,
  words: ({ text }) => text,
})
