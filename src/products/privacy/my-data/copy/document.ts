import type { Words } from '#shared/language/index.ts'
import type { Asking } from '../asking.ts'
import type { ForPurpose } from '../overview.ts'
import type { Deed, Line, Part } from '../reading.ts'
import type { Told } from '../telling.ts'
import { type CopyDocument, type CopyFact, checked } from './schema.ts'

/** What the school let go along of each text: the text, or nothing of it. */
export type Released = ReadonlyMap<string, string | null>

/** Where a text stands: the same at the review and at the making. */
export const placeOf = (part: Part, line: Line, { name }: Told) => `${part.declaration.table}/${line.key}/${name}`

const leftOut: Words = {
  nl: 'Weggelaten door de school, omdat het over een ander gaat',
  en: 'Left out by the school, because it is about somebody else',
}
const notReviewed: Words = {
  nl: 'Dit kwam erbij nadat de school had gekeken. Vraag een nieuwe download.',
  en: 'This came after the school had looked. Ask for a new download.',
}

const factOf = (told: Told, place: string, released: Released): CopyFact => {
  const { name, kind, label, value, words, waits } = told
  const as = (value_: CopyFact['value'], said: Words, state: CopyFact['state']): CopyFact => ({
    name,
    kind,
    label,
    value: value_,
    words: said,
    state,
  })
  if (!waits) return as(value as CopyFact['value'], words, 'whole')
  const text = released.get(place)
  if (text === undefined) return as(null, notReviewed, 'not-reviewed')
  return text === null ? as(null, leftOut, 'left-out') : as(text, { nl: text, en: text }, 'reviewed')
}

export type Gathered = {
  readonly asking: Asking
  readonly held: readonly ForPurpose[]
  readonly deeds: readonly Deed[]
  readonly released: Released
  readonly files: CopyDocument['files']
  readonly organisation: string
  readonly schema: string
  readonly made: Date
}

/** All that was read as one document, by the published schema; what is about others is left out. */
export const documentOf = ({ asking, held, deeds, released, files, organisation, schema, made }: Gathered) =>
  checked({
    $schema: schema,
    version: 1,
    made: made.toISOString(),
    organisation,
    about: { name: asking.name, self: asking.own },
    processings: held.map(({ name, title, why, ground, law, parts }) => ({
      purpose: name,
      name: title,
      why,
      ground,
      law,
      tables: parts.map((part) => ({
        table: part.declaration.table,
        what: part.declaration.what,
        seenBy: part.declaration.seenBy,
        until: [...part.until],
        rows: part.lines.map((line) => ({
          source: line.source,
          facts: line.told.map((told) => factOf(told, placeOf(part, line, told), released)),
        })),
      })),
    })),
    deeds: deeds.map(({ declaration, column, count }) => ({
      table: declaration.table,
      what: declaration.what,
      did: column.label!.words,
      count,
    })),
    files: [...files],
  })
