import type { z } from 'zod'
import { pick } from '#shared/language/index.ts'
import { Field, FieldGroup, Select, SitePeople } from '#shared/ui/index.ts'
import { blockKind } from './block.ts'
import { pictureFaults } from './picture-checks.ts'
import { Rows, rowsForm, typedRows } from './rows.tsx'
import { blockTexts } from './texts.ts'

type Person = { readonly name: string; readonly role: string; readonly picture: string }
type Data = { readonly people: readonly Person[] }

const names = ['name', 'role', 'picture'] as const

/** Who works here: names with what they do, and a picture of who wants one. */
export const people = blockKind<Data>({
  type: 'people',
  word: { nl: 'Mensen', en: 'People' },
  text: { nl: 'Wie er werkt en wat die doet.', en: 'Who works here and what they do.' },
  icon: 'users',
  empty: { people: [] },
  form: rowsForm(names, 300, 'people', 'long').transform((people) => ({ people })) as unknown as z.ZodType<Data>,
  typedOf: ({ people }) => typedRows(names, people),
  Fields: ({ language, typed, problems, on }) => {
    const t = pick(language, blockTexts)
    const pictures = [...on.pictures.values()].map(({ id, alt }) => ({ value: id, label: alt || t.picture.unnamed }))
    return (
      <Rows names={names} typed={typed}>
        {(row, at) => (
          <FieldGroup key={at} legend={t.person(at + 1)}>
            <Field
              name="name"
              id={`name-${at}`}
              label={t.name}
              value={row.name}
              error={at === 0 ? t.problems[problems.name as 'people' | 'long'] : undefined}
              maxLength={300}
              optional={at > 0}
            />
            <Field name="role" id={`role-${at}`} label={t.role} value={row.role} maxLength={300} optional />
            <Select
              name="picture"
              id={`picture-${at}`}
              label={t.picture.label}
              options={pictures}
              value={row.picture}
              optional
            />
          </FieldGroup>
        )}
      </Rows>
    )
  },
  Show: ({ data, on }) => (
    <SitePeople people={data.people.map((one) => ({ ...one, picture: on.pictures.get(one.picture) ?? null }))} />
  ),
  words: ({ people }) => people.map(({ name, role }) => `${name} ${role}`).join('\n'),
  pictures: ({ people }) => people.map(({ picture }) => picture).filter(Boolean),
  faults: ({ people }, on) =>
    pictureFaults(
      people.map(({ picture }) => picture),
      on,
    ),
})
