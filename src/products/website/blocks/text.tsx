import { z } from 'zod'
import { pick } from '#shared/language/index.ts'
import { plainText, type RichText, readRichText, richText } from '#shared/rich-text/index.ts'
import { RichProse, RichTextField } from '#shared/ui/index.ts'
import { blockKind } from './block.ts'
import { faultsOf, repaired } from './text-checks.ts'
import { blockTexts } from './texts.ts'
import { typedText } from './typed.ts'

type Data = { readonly text: RichText }

/** Text with headings, lists, links and tables. */
export const text = blockKind<Data>({
  type: 'text',
  word: { nl: 'Tekst', en: 'Text' },
  text: { nl: 'Met koppen, lijsten, links en tabellen.', en: 'With headings, lists, links and tables.' },
  icon: 'file-text',
  empty: { text: { type: 'doc', content: [] } },
  form: z.object({ text: richText({ max: 20_000, empty: 'text', tooLong: 'long' }) }),
  typedOf: ({ text }) => ({ text: text.content.length === 0 ? '' : JSON.stringify(text) }),
  Fields: ({ language, typed, problems }) => {
    const t = pick(language, blockTexts)
    return (
      <RichTextField
        name="text"
        label={t.text}
        document={readRichText(typedText(typed.text) ?? '')}
        error={t.problems[problems.text as 'text' | 'long']}
        rows={12}
      />
    )
  },
  Show: ({ data }) => <RichProse document={data.text} />,
  words: ({ text }) => plainText(text),
  faults: ({ text }) => faultsOf(text),
  repair: ({ text }) => ({ text: repaired(text) }),
})
