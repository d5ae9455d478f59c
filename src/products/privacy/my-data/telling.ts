import type { Json } from '#shared/database/schema.generated.ts'
import { clock, dayLong, type Language, listOf, type Words } from '#shared/language/index.ts'
import type { Declaration, Field, Kind, Label } from '#shared/vault/declaration.ts'
import type { Question } from './reading.ts'

/** The names of what an id stands for. */
export type Named = ReadonlyMap<string, string | Date>

/** One thing that is known, for people and for machines. */
export type Told = {
  /** The column, with the field of a sealed one: `record.givenName`. */
  readonly name: string
  readonly kind: Kind
  readonly label: Words
  readonly value: Json
  readonly words: Words
  /** Somebody typed it and may name another: the school looks before it is shown. */
  readonly waits: boolean
}

const said: Readonly<Record<'yes' | 'no' | 'you' | 'another' | 'waits', Words>> = {
  yes: { nl: 'ja', en: 'yes' },
  no: { nl: 'nee', en: 'no' },
  you: { nl: 'jij', en: 'you' },
  another: { nl: 'iemand anders', en: 'somebody else' },
  waits: {
    nl: 'Hier kan iets over een ander in staan. De school kijkt eerst, als je om een download vraagt.',
    en: 'This may say something about somebody else. The school looks first, when you ask for a download.',
  },
}
const DAY = /^\d{4}-\d{2}-\d{2}$/
const TIME = /^\d{2}:\d{2}(:\d{2})?$/

const both = (make: (language: Language) => string): Words => ({ nl: make('nl'), en: make('en') })
const same = (text: string): Words => ({ nl: text, en: text })

const isDay = (text: string) => DAY.test(text) && !Number.isNaN(Date.parse(text))

const fieldsOf = (label: Label, record: Readonly<Record<string, unknown>>, asked: Asked) =>
  Object.entries(label.fields ?? {}).flatMap(([name, { label: inner }]) =>
    inner && isThere(record[name]) ? [{ name, label: inner.words, ...inWords(inner, record[name], asked) }] : [],
  )

const isThere = (value: unknown) => value !== null && value !== undefined && value !== '' && !isEmpty(value)
const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0

type Asked = { readonly question: Question; readonly named: Named }

/** A value as people read it and as a machine does: days and moments, yes and no, the words of a list. */
const inWords = (label: Label, value: unknown, asked: Asked): { value: Json; words: Words } => {
  if (label.refersTo) {
    const name = asked.named.get(value as string) ?? ''
    if (name instanceof Date) return inWords({ words: label.words }, name, asked)
    const words = value === asked.question.asker ? said.you : (label.values?.[name] ?? same(name))
    const told = words.nl ? words : said.another
    return { value: told.en, words: told }
  }
  if (Array.isArray(value)) {
    const all = value.map((one) => inWords(label, one, asked))
    return {
      value: all.map((one) => one.value),
      words: both((language) =>
        listOf(
          language,
          all.map(({ words }) => words[language]),
        ),
      ),
    }
  }
  if (label.fields) {
    const inside = fieldsOf(label, value as Readonly<Record<string, unknown>>, asked)
    return {
      value: Object.fromEntries(inside.map((one) => [one.name, one.value])),
      words: both((language) => inside.map((one) => `${one.label[language]}: ${one.words[language]}`).join('; ')),
    }
  }
  if (value instanceof Date)
    return {
      value: value.toISOString(),
      words: both((language) => `${dayLong(language, value, { year: true })}, ${clock(language, value)}`),
    }
  if (typeof value === 'boolean') return { value, words: value ? said.yes : said.no }
  const text = String(value)
  const machine = typeof value === 'number' ? value : text
  if (label.values?.[text]) return { value: machine, words: label.values[text] }
  if (isDay(text)) return { value: text, words: both((language) => dayLong(language, text, { year: true })) }
  if (TIME.test(text)) return { value: text, words: both((language) => clock(language, text)) }
  return { value: machine, words: same(text) }
}

/** Whether somebody else's text waits for the school: all that the asker did not write. */
const waitsFor = ({ mayNameOthers }: Label, row: Readonly<Record<string, unknown>>, { asker }: Question) =>
  mayNameOthers !== undefined && (mayNameOthers.writtenBy === null || row[mayNameOthers.writtenBy] !== asker)

const tell = (name: string, { kind, label }: Field, value: unknown, row: Row, asked: Asked): Told[] => {
  if (!label || !isThere(value)) return []
  const waits = waitsFor(label, row, asked.question)
  const told = inWords(label, value, asked)
  return [{ name, kind, label: label.words, ...told, waits }]
}

type Row = Readonly<Record<string, unknown>>

/**
 * Which columns of a row somebody may read. A row about two people is shared out: what is declared as the other's goes to
 * the other alone, and who is that other reads only that, and whom it is with.
 */
const ownColumns = ({ columns, alsoAbout = {} }: Declaration, row: Row, { subject, asker }: Question): Set<string> => {
  const theirs = Object.entries(alsoAbout)
  const asOther = theirs.find(([column]) => row[column] === subject)
  const people = Object.entries(columns).flatMap(([name, one]) =>
    !('name' in one) && one.label?.refersTo === 'person' ? [name] : [],
  )
  if (asOther) return new Set([...asOther[1], ...people])
  const hidden = theirs.filter(([column]) => row[column] !== asker).flatMap(([, names]) => names)
  return new Set(Object.keys(columns).filter((name) => !hidden.includes(name)))
}

/** What a row says about somebody, to who asks. */
export const inRow = (declaration: Declaration, row: Row, question: Question, named: Named): Told[] => {
  const own = ownColumns(declaration, row, question)
  const asked = { question, named }
  return Object.entries(declaration.columns).flatMap(([name, column]) => {
    if (!own.has(name)) return []
    if (!('name' in column)) return tell(name, column, row[name], row, asked)
    const record = row[name] as Row | null
    return Object.entries<Field>(column.fields).flatMap(([field, one]) =>
      record ? tell(`${name}.${field}`, one, record[field], row, asked) : [],
    )
  })
}

/** What stands where a text waits. */
export const waitsWords = said.waits
