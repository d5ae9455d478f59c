import type { z } from 'zod'
import { pick } from '#shared/language/index.ts'
import { documentOfTyped, plainText } from '#shared/rich-text/index.ts'
import { Field, FieldGroup, RichProse, SiteColumns, TextArea } from '#shared/ui/index.ts'
import { blockKind } from './block.ts'
import { Rows, rowsForm, typedRows } from './rows.tsx'
import { blockTexts } from './texts.ts'

type Column = { readonly title: string; readonly text: string }
type Data = { readonly columns: readonly Column[] }

const names = ['title', 'text'] as const

/** Short texts beside each other, each with its heading. */
export const columns = blockKind<Data>({
  type: 'columns',
  word: { nl: 'Kolommen', en: 'Columns' },
  text: { nl: 'Korte teksten naast elkaar.', en: 'Short texts beside each other.' },
  icon: 'book-open',
  empty: { columns: [] },
  form: rowsForm(names, 2_000, 'items', 'long').transform((columns) => ({ columns })) as unknown as z.ZodType<Data>,
  typedOf: ({ columns }) => typedRows(names, columns),
  Fields: ({ language, typed, problems }) => {
    const t = pick(language, blockTexts)
    return (
      <Rows names={names} typed={typed}>
        {(row, at) => (
          <FieldGroup key={at} legend={t.column(at + 1)}>
            <Field
              name="title"
              id={`title-${at}`}
              label={t.heading}
              value={row.title}
              error={at === 0 ? t.problems[problems.title as 'items' | 'long'] : undefined}
              optional={at > 0}
            />
            <TextArea name="text" id={`text-${at}`} label={t.text} hint={t.signs} value={row.text} rows={4} optional />
          </FieldGroup>
        )}
      </Rows>
    )
  },
  Show: ({ data }) => (
    <SiteColumns
      columns={data.columns.map(({ title, text }) => ({
        title,
        content: <RichProse document={documentOfTyped(text)} down={1} />,
      }))}
    />
  ),
  words: ({ columns }) => columns.map(({ title, text }) => `${title}\n${plainText(documentOfTyped(text))}`).join('\n'),
})
