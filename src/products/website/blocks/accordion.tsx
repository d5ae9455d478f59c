import type { z } from 'zod'
import { pick } from '#shared/language/index.ts'
import { documentOfTyped, plainText } from '#shared/rich-text/index.ts'
import { Field, FieldGroup, RichProse, SiteAccordion, TextArea } from '#shared/ui/index.ts'
import { blockKind } from './block.ts'
import { Rows, rowsForm, typedRows } from './rows.tsx'
import { blockTexts } from './texts.ts'

type Item = { readonly title: string; readonly text: string }
type Data = { readonly items: readonly Item[] }

const names = ['title', 'text'] as const

/** Questions that open: for what not everyone needs to read. */
export const accordion = blockKind<Data>({
  type: 'accordion',
  word: { nl: 'Uitklapper', en: 'Accordion' },
  text: { nl: 'Vragen die je open klikt.', en: 'Questions that open when chosen.' },
  icon: 'chevron-down',
  empty: { items: [] },
  form: rowsForm(names, 4_000, 'items', 'long').transform((items) => ({ items })) as unknown as z.ZodType<Data>,
  typedOf: ({ items }) => typedRows(names, items),
  Fields: ({ language, typed, problems }) => {
    const t = pick(language, blockTexts)
    return (
      <Rows names={names} typed={typed}>
        {(row, at) => (
          <FieldGroup key={at} legend={t.item(at + 1)}>
            <Field
              name="title"
              id={`title-${at}`}
              label={t.question}
              value={row.title}
              error={at === 0 ? t.problems[problems.title as 'items' | 'long'] : undefined}
              optional={at > 0}
            />
            <TextArea
              name="text"
              id={`text-${at}`}
              label={t.answer}
              hint={t.signs}
              value={row.text}
              rows={4}
              optional
            />
          </FieldGroup>
        )}
      </Rows>
    )
  },
  Show: ({ data }) => (
    <SiteAccordion
      items={data.items.map(({ title, text }) => ({
        title,
        content: <RichProse document={documentOfTyped(text)} down={1} />,
      }))}
    />
  ),
  words: ({ items }) => items.map(({ title, text }) => `${title}\n${plainText(documentOfTyped(text))}`).join('\n'),
})
