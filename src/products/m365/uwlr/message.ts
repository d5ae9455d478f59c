import type { GivenResult } from '../results/taking-in.ts'
import { Refused } from './refused.ts'
import type { Element } from './xml.ts'

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/'
const AUTHORISATION = 'http://www.edustandaard.nl/leerresultaten/2/autorisatie'
export const RESULTS = 'http://www.edustandaard.nl/leerresultaten/2/leerresultaten'

type Known = { readonly id: string | null; readonly eckId: string | null }

/** What is in a message (UWLR 2.2, `BrengLeerresultaten`): results by the keys of a pupil at the supplier. */
export type Message = {
  readonly brin: string | null
  readonly results: readonly (Omit<GivenResult, 'pupil' | 'key'> & { readonly of: Known })[]
}

const one = (parent: Element, name: string, uri = RESULTS): Element | undefined =>
  parent.children.find((child) => child.name === name && child.uri === uri)

const all = (parent: Element | undefined, name: string): readonly Element[] =>
  parent?.children.filter((child) => child.name === name && child.uri === RESULTS) ?? []

const must = (parent: Element, name: string, uri = RESULTS): Element => {
  const found = one(parent, name, uri)
  if (!found) throw new Refused('missing', parent.line, name)
  return found
}

/** A text of 1 to `longest` characters. */
const textOf = (element: Element, longest = 256): string => {
  if (element.text === '' || element.text.length > longest) throw new Refused('empty', element.line, element.name)
  return element.text
}

const optional = (parent: Element, name: string, longest = 256): string | null => {
  const found = one(parent, name)
  return found ? textOf(found, longest) : null
}

/** The key in the header; without one nothing else of a message is looked at. */
export const keyIn = (envelope: Element): string => {
  if (envelope.name !== 'Envelope' || envelope.uri !== SOAP) throw new Refused('no-envelope', envelope.line)
  const header = one(envelope, 'Header', SOAP)
  const authorisation = header && one(header, 'autorisatie', AUTHORISATION)
  const key = authorisation && one(authorisation, 'autorisatiesleutel', AUTHORISATION)?.text
  if (!key || key.length > 64) throw new Refused('key', envelope.line)
  for (const name of ['klantcode', 'klantnaam']) textOf(must(authorisation!, name, AUTHORISATION), 64)
  return key
}

const DAY = /^(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})?$/

const dayOf = (element: Element): string => {
  const day = DAY.exec(element.text)?.[1]
  if (!day || new Date(`${day}T12:00:00Z`).toJSON()?.slice(0, 10) !== day)
    throw new Refused('date', element.line, element.name)
  return day
}

const wholeNumber = (element: Element): number => {
  if (!/^\d{1,9}$/.test(element.text)) throw new Refused('score', element.line, element.name)
  return Number(element.text)
}

type Norm = { readonly term: string; readonly from: number; readonly to: number }
type Test = {
  readonly name: string
  readonly subject: string
  readonly norms: readonly Norm[]
  readonly parts: ReadonlyMap<string, Part>
}
type Part = { readonly name: string; readonly norms: readonly Norm[] }

const normsIn = (scale: Element | undefined): Norm[] =>
  all(scale, 'norm').map((norm) => ({
    term: textOf(must(norm, 'term'), 64),
    from: wholeNumber(must(norm, 'beginnormwaarde')),
    to: wholeNumber(must(norm, 'eindnormwaarde')),
  }))

const OTHER = 'Overig'

const testsIn = (request: Element): ReadonlyMap<string, Test> => {
  const tests = new Map<string, Test>()
  const list = all(must(request, 'toetsen'), 'toets')
  if (list.length === 0) throw new Refused('missing', request.line, 'toets')
  for (const test of list) {
    const code = textOf(must(test, 'toetscode'))
    if (tests.has(code)) throw new Refused('double', test.line, 'toetscode')
    const parts = all(one(test, 'toetsonderdelen'), 'toetsonderdeel').map((part): [string, Part] => {
      const partCode = textOf(must(part, 'toetsonderdeelcode'))
      const name = optional(part, 'toetsonderdeelnaam', 128) ?? partCode
      return [partCode, { name, norms: normsIn(one(part, 'toetsonderdeelnormering')) }]
    })
    tests.set(code, {
      name: optional(test, 'toetsnaam', 128) ?? code,
      subject: optional(test, 'vakgebied') ?? OTHER,
      norms: normsIn(one(test, 'toetsnormering')),
      parts: new Map(parts),
    })
  }
  return tests
}

type Outcome = Pick<GivenResult, 'score' | 'level'>

/** A score on the scale of its norms, with the term in which it falls; without norms, or above them, its scale is not known. */
const onScale = (value: number, norms: readonly Norm[]): Outcome => {
  const level = norms.find(({ from, to }) => value >= from && value <= to)?.term ?? null
  const max = Math.max(0, ...norms.map(({ to }) => to))
  return max > 0 && value <= max
    ? { score: { value, min: 0, max }, level }
    : { score: null, level: level ?? String(value) }
}

const OSO = 'http://www.edustandaard.nl/oso_gegevensset/1.2/dossier'

/** What stands in a transfer file: the qualification of a reference score, or right answers of all. */
const transferred = (result: Element): Outcome => {
  const scores = result.children.filter(({ name, uri }) => name === 'referentiescore' && uri === OSO)
  const level = scores
    .map((score) => (one(score, 'kwalificatie', OSO) ?? one(score, 'waarde', OSO))?.text)
    .find(Boolean)
  const test = result.children.find(({ name, uri }) => name === 'toetsscore' && uri === OSO)
  const [right, wrong] = ['aantalgoed', 'aantalfout'].map((name) => test && one(test, name, OSO))
  const score =
    right && wrong ? { value: wholeNumber(right), min: 0, max: wholeNumber(right) + wholeNumber(wrong) } : null
  if (!score && !level) throw new Refused('score', result.line, result.name)
  return { score: score && score.max > 0 ? score : null, level: level ?? null }
}

const outcomeOf = (result: Element, norms: readonly Norm[]): Outcome => {
  const score = one(result, 'score')
  if (score) return onScale(wholeNumber(score), norms)
  const transfer = one(result, 'osoresultaat')
  if (transfer) return transferred(transfer)
  const other = one(result, 'anderresultaat')
  if (!other) throw new Refused('missing', result.line, 'score')
  const said = one(other, 'andere_score')?.text
  if (!said || said.length > 64) throw new Refused('score', other.line, 'andere_score')
  return { score: null, level: said }
}

const resultIn = (result: Element, tests: ReadonlyMap<string, Test>, of: Known): Message['results'][number] => {
  const code = must(result, 'toetscode')
  const test = tests.get(code.text)
  if (!test) throw new Refused('no-test', code.line, 'toetscode')
  const version = optional(result, 'versie')
  const partCode = optional(result, 'toetsonderdeelcode')
  const part = partCode === null ? undefined : test.parts.get(partCode)
  if (partCode !== null && !part) throw new Refused('no-test', result.line, 'toetsonderdeelcode')
  return {
    of,
    on: dayOf(must(result, 'afnamedatum')),
    state: 'scored',
    ...outcomeOf(result, part ? part.norms : test.norms),
    feedback: null,
    published: false,
    test: {
      // With their places: a version 2 is not a part 2.
      key: JSON.stringify([code.text, version, partCode]),
      subject: test.subject,
      name: part ? `${test.name}, ${part.name}` : test.name,
      goal: null,
      dueOn: null,
    },
  }
}

/** Reads the body of a message, and refuses it whole, with the line, at the first thing that the standard does not allow. */
export const messageIn = (envelope: Element): Message => {
  const body = must(envelope, 'Body', SOAP)
  const request = must(body, 'leerresultaten_verzoek')
  const school = must(request, 'school')
  const year = must(school, 'schooljaar')
  if (!/^[12]\d{3}-[12]\d{3}$/.test(year.text)) throw new Refused('school-year', year.line, 'schooljaar')
  const brin = one(school, 'brincode')
  if (!brin && !one(school, 'schoolkey')) throw new Refused('missing', school.line, 'brincode')
  must(school, 'aanmaakdatum')
  textOf(must(school, 'xsdversie'), 32)
  const tests = testsIn(request)
  const keys = new Set<string>()
  const takings = all(must(request, 'toetsafnames'), 'toetsafname')
  if (takings.length === 0) throw new Refused('missing', request.line, 'toetsafname')
  const results = takings.flatMap((taking) => {
    const of = { id: textOf(must(taking, 'leerlingid')), eckId: optional(taking, 'eckid') }
    const list = all(must(taking, 'resultaten'), 'resultaat')
    if (list.length === 0) throw new Refused('missing', taking.line, 'resultaat')
    return list.map((result) => {
      const key = result.attributes.get('key')
      if (!key || key.length > 256) throw new Refused('missing', result.line, 'key')
      if (keys.has(key)) throw new Refused('double', result.line, 'key')
      keys.add(key)
      return resultIn(result, tests, of)
    })
  })
  return { brin: brin ? textOf(brin, 4) : null, results }
}
