import type { LetterLanguage } from '../../invitations/letter/languages.ts'
import { CsvRefused, type CsvRow, readCsv } from '../csv-text.ts'
import { type DroppedKind, droppedKindOf, type GuardianField, type Mapping, type PupilField } from './columns.ts'
import * as values from './values.ts'

/** The lines of a file under its heading. */
export type Sheet = { readonly header: readonly string[]; readonly rows: readonly CsvRow[] }

export type SheetProblem = 'one-column' | 'no-rows' | 'too-wide' | 'too-many'
/** Something that is not right on a line; never the value itself, which is somebody's. */
type LineProblem = { readonly line: number; readonly problem: values.ValueProblem | 'no-name' | 'no-pupil' }

const MOST_ROWS = 10_000

/** Reads the lines of a CSV file. Refuses with a `CsvRefused`, or says what about it is no list of guardians. */
export const readSheet = (bytes: Uint8Array): Sheet | { problem: SheetProblem; line: number } => {
  let first: CsvRow | undefined
  const rows: CsvRow[] = []
  for (const row of readCsv(bytes)) {
    if (first === undefined) first = row
    else if (rows.push(row) > MOST_ROWS) return { problem: 'too-many', line: row.line }
  }
  if (first === undefined) throw new CsvRefused('csv-empty', 1)
  const width = first.cells.findLastIndex((cell) => cell !== '') + 1
  if (width < 2) return { problem: 'one-column', line: first.line }
  if (rows.length === 0) return { problem: 'no-rows', line: first.line }
  const wide = rows.find(({ cells }) => cells.slice(width).some((cell) => cell !== ''))
  if (wide) return { problem: 'too-wide', line: wide.line }
  return { header: first.cells.slice(0, width), rows }
}

/** Who a line says the pupil is. */
export type FilePupil = {
  readonly key: string | null
  readonly givenName: string | null
  readonly prefix: string
  readonly surname: string | null
  readonly birthDate: string | null
  readonly group: string | null
}

/** What one line says of one guardian; null is what it does not say. */
export type Entry = {
  readonly line: number
  readonly slot: 1 | 2
  /** Index in `pupils`. */
  readonly pupil: number
  readonly givenName: string | null
  readonly initials: string | null
  readonly prefix: string
  readonly surname: string
  readonly relation: string | null
  readonly authority: 'yes' | 'no' | 'unknown' | null
  readonly livesWith: boolean | null
  readonly email: string | null
  readonly phone: string | null
  readonly language: LetterLanguage | null
}

/** A file after the allow-list: what we do not know or may not have is counted and gone. */
export type GuardianFile = {
  readonly pupils: readonly FilePupil[]
  readonly entries: readonly Entry[]
  readonly problems: readonly LineProblem[]
  readonly dropped: Readonly<Partial<Record<DroppedKind | 'secret', number>>>
}

const MOST_PROBLEMS = 200

/** The languages of our letters, by what files call them. */
const LANGUAGES: readonly (readonly [LetterLanguage, RegExp])[] = [
  ['nl', /^(nl|ned|dut|nederlands|dutch)/],
  ['en', /^(en|eng|engels|english)/],
  ['tr', /^(tr|tur|turks|turkish)/],
  ['pl', /^(pl|pol|pools|polish)/],
  ['uk', /^(uk|ukr|oekraiens|ukrainian)/],
  ['ar', /^(ar|ara|arabisch|arabic)/],
]
const languageIn = (cell: string): values.Value<LetterLanguage> => {
  if (cell === '') return null
  const found = LANGUAGES.find(([, pattern]) => pattern.test(cell.toLowerCase().replace('ï', 'i')))
  return found ? { value: found[0] } : { problem: 'language' }
}

/** Reads what the lines say, column by column as `mapping` has it. Never throws for what is in a cell. */
export const readGuardians = ({ header, rows }: Sheet, mapping: Mapping): GuardianFile => {
  const problems: LineProblem[] = []
  const dropped: Partial<Record<DroppedKind | 'secret', number>> = {}
  const count = (kind: DroppedKind | 'secret') => {
    dropped[kind] = (dropped[kind] ?? 0) + 1
  }
  const pupils = new Map<string, { index: number; pupil: FilePupil }>()
  const entries: Entry[] = []
  const unused = header.flatMap((name, index) => (mapping[index] ? [] : [[index, droppedKindOf(name)] as const]))

  for (const { line, cells } of rows) {
    const at = (column: number) => (column < 0 ? '' : (cells[column] ?? ''))
    const report = (problem: LineProblem['problem']) => {
      if (problems.length < MOST_PROBLEMS) problems.push({ line, problem })
    }
    const taken = <T>(value: values.Value<T>): T | null => {
      if (value !== null && 'problem' in value) report(value.problem)
      return value !== null && 'value' in value ? value.value : null
    }
    for (const [index, kind] of unused) if (at(index) !== '') count(kind)
    const secretAt = (whose: 'pupil' | 1 | 2) =>
      mapping.some((target, index) => target === `${whose}.secret` && values.isSecret(at(index)))
    const ofPupil = (field: PupilField) => at(mapping.indexOf(`pupil.${field}`))

    const whole = taken(values.nameIn(ofPupil('name')))
    const parts = whole === null ? null : values.partsOfName(whole)
    const pupil: FilePupil = {
      key: ofPupil('key') || null,
      givenName: taken(values.nameIn(ofPupil('givenName'))) ?? (parts?.givenName || null),
      prefix: ofPupil('prefix') || (parts?.prefix ?? ''),
      surname: taken(values.nameIn(ofPupil('surname'))) ?? (parts?.surname || null),
      birthDate: taken(values.dateIn(ofPupil('birthDate'))),
      group: ofPupil('group') || null,
    }
    if (pupil.key === null && (pupil.givenName === null || pupil.surname === null)) {
      report('no-pupil')
      continue
    }
    const text = JSON.stringify(pupil)
    const known = pupils.get(text) ?? { index: pupils.size, pupil }
    pupils.set(text, known)

    for (const slot of [1, 2] as const) {
      const of = (field: GuardianField) => at(mapping.indexOf(`${slot}.${field}`))
      const filled = mapping.some((target, index) => target?.startsWith(`${slot}.`) && at(index) !== '')
      if (!filled) continue
      const wholeName = taken(values.nameIn(of('name')))
      const named = wholeName === null ? null : values.partsOfName(wholeName)
      const surname = taken(values.nameIn(of('surname'))) ?? (named?.surname || null)
      if (surname === null) {
        report('no-name')
        continue
      }
      const secret = secretAt('pupil') || secretAt(slot)
      const phone = taken(values.phoneIn(of('phone')))
      if (secret && phone !== null) count('secret')
      const given = taken(values.nameIn(of('givenName'))) ?? (named?.givenName || null)
      const onlyInitials = given !== null && /^(\p{Lu}\.? ?)+$/u.test(given) && /\.|^.$/.test(given)
      entries.push({
        line,
        slot,
        pupil: known.index,
        givenName: onlyInitials ? null : given,
        initials: taken(values.nameIn(of('initials'))) ?? (onlyInitials ? given : null),
        prefix: of('prefix') || (named?.prefix ?? ''),
        surname,
        relation: taken(values.nameIn(of('relation')))?.toLowerCase() ?? null,
        authority: taken(values.authorityIn(of('authority'))),
        livesWith: taken(values.yesOrNoIn(of('livesWith'))),
        email: taken(values.emailIn(of('email'))),
        phone: secret ? null : phone,
        language: taken(languageIn(of('language'))),
      })
    }
  }
  return { pupils: [...pupils.values()].map(({ pupil }) => pupil), entries, problems, dropped }
}
