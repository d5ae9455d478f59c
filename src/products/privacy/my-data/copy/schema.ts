import { z } from 'zod'

const words = z.strictObject({ nl: z.string(), en: z.string() })

const fact = z.strictObject({
  name: z.string().describe('The column, and for a sealed one its field: record.givenName'),
  kind: z.string().describe('Kind of personal data: ordinary, contact, health, family, …'),
  label: words.describe('What people call it'),
  value: z.json().describe('For machines: days as YYYY-MM-DD, moments in ISO 8601; null where the school left it out'),
  words: words.describe('For people'),
  state: z
    .enum(['whole', 'reviewed', 'left-out', 'not-reviewed'])
    .describe('reviewed: passages about others are blanked (█████); left-out: all of it is about others'),
})

const table = z.strictObject({
  table: z.string(),
  what: words,
  seenBy: words,
  until: z.array(words).describe('How long it is kept; empty: as long as there is a need'),
  rows: z.array(
    z.strictObject({
      source: z.enum(['person', 'guardian', 'school', 'file', 'use', 'other-school']),
      facts: z.array(fact),
    }),
  ),
})

const shape = z.strictObject({
  $schema: z.url().describe('Where this schema stands'),
  version: z.literal(1),
  made: z.iso.datetime(),
  organisation: z.string(),
  about: z.strictObject({ name: z.string(), self: z.boolean().describe('false: of a child, asked by a guardian') }),
  processings: z.array(
    z.strictObject({
      purpose: z.string(),
      name: words,
      why: words,
      ground: words.describe('Ground of art. 6(1) GDPR'),
      law: words,
      tables: z.array(table),
    }),
  ),
  deeds: z.array(z.strictObject({ table: z.string(), what: words, did: words, count: z.int().positive() })),
  files: z.array(z.strictObject({ name: z.string(), bytes: z.int() })),
})

/** What is taken along, in full. */
export type CopyDocument = z.infer<typeof shape>
export type CopyFact = z.infer<typeof fact>

/** The published schema of `data.json` in a copy (JSON Schema 2020-12): another program checks and reads a copy by it. */
export const copySchema = (address: string) => ({
  ...z.toJSONSchema(shape),
  $id: address,
  title: 'Schoolplein: a copy of personal data',
})

/** Refuses a document that is not what the schema promises: a copy that no program could read is not given. */
export const checked = (document: CopyDocument): CopyDocument => shape.parse(document)
