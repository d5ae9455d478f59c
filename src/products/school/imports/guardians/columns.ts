import { plainLetters } from '../../people/names.ts'

const pupilFields = ['key', 'givenName', 'prefix', 'surname', 'name', 'birthDate', 'group', 'secret'] as const
const guardianFields = [
  ...(['givenName', 'initials', 'prefix', 'surname', 'name', 'relation', 'authority', 'livesWith'] as const),
  ...(['email', 'phone', 'language', 'secret'] as const),
]
export type PupilField = (typeof pupilFields)[number]
export type GuardianField = (typeof guardianFields)[number]

/** Where a column goes. A file with one guardian on a line uses only the first. */
export type Target = `pupil.${PupilField}` | `${1 | 2}.${GuardianField}`
/** A target per column of the file, null for one that is not taken over. */
export type Mapping = readonly (Target | null)[]

export const targets: readonly Target[] = [
  ...pupilFields.map((field) => `pupil.${field}` as const),
  ...([1, 2] as const).flatMap((slot) => guardianFields.map((field) => `${slot}.${field}` as const)),
]

/** What a column that is never taken over holds, for the count; `other` for what we do not know. */
const droppedKinds = ['bsn', 'address', 'birth', 'other'] as const
export type DroppedKind = (typeof droppedKinds)[number]

const NEVER: readonly (readonly [Exclude<DroppedKind, 'other'>, RegExp])[] = [
  ['bsn', /\b(bsn|burgerservice\w*|sofi\w*|onderwijsnummer|pgn)\b/],
  [
    'address',
    /adres|straat|huisn|postcode|woonplaats|plaats\b|\bland\b|address|street|postal|\bzip\b|\bcity\b|country/,
  ],
  ['birth', /geboren|geboorteplaats|geboorteland|nationaliteit|nationality|birth ?place/],
]

const WORDS: readonly (readonly [PupilField | GuardianField, RegExp])[] = [
  ['secret', /geheim|secret|unlisted/],
  ['key', /leerling ?(nummer|nr|id|key)|administratie ?nummer|stamnummer|(pupil|student) ?(number|id|key)|^(key|id)$/],
  ['birthDate', /geboorte ?datum|geb ?datum|birth ?(date|day)|date of birth/],
  ['email', /\be ?mail|mailadres/],
  ['phone', /mobiel|telefoon|\btel\b|\bgsm\b|phone|mobile/],
  ['authority', /gezag|wettelijk|authority|custody/],
  ['livesWith', /\bwoont\b|inwonend|thuiswonend|lives/],
  ['language', /brieftaal|\btaal\b|language/],
  ['relation', /relatie|\bsoort\b|\bband\b|relation/],
  ['initials', /voorletter|initia/],
  ['prefix', /voorvoegsel|tussenv|prefix|infix/],
  ['givenName', /roepnaam|voornaam|voornamen|given ?name|first ?name|call ?name/],
  ['surname', /achternaam|familienaam|geslachtsnaam|surname|last ?name|family ?name/],
  ['group', /groep|\bklas\b|group|class/],
  ['name', /naam|name/],
]

/** Of which several columns may be there: the one named first is the best. */
const BETTER: Readonly<Partial<Record<PupilField | GuardianField, RegExp>>> = {
  phone: /mobiel|mobile|gsm/,
  givenName: /roepnaam|call/,
  group: /stamgroep|home/,
}

const GUARDIAN = /verzorger|ouder|guardian|parent|contact|moeder|vader|mother|father/
const PUPIL = /leerling|\bkind\b|pupil|student|child/
const SECOND = /\b2\b|tweede|second|vader|father/

/** "Leerling" or "Verzorger 1" and nothing behind it: the whole name. */
const BARE =
  /^(leerling|kind|pupil|student|child|(verzorger|ouder|guardian|parent|moeder|vader|mother|father)( [12])?)$/

const plain = (header: string) =>
  plainLetters(header)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/([a-z])(\d)/g, '$1 $2')
    .trim()

/** Whether a column is one of those that we never keep, by its heading. */
export const droppedKindOf = (header: string): DroppedKind =>
  NEVER.find(([, pattern]) => pattern.test(plain(header)))?.[0] ?? 'other'

const only = <F extends string>(fields: readonly F[], field: string): field is F =>
  (fields as readonly string[]).includes(field)

type Guess = { readonly target: Target; readonly better: boolean } | null

const guessOne = (header: string, marked: { pupil: boolean }): Guess => {
  const words = plain(header)
  const field = BARE.test(words) ? 'name' : WORDS.find(([, pattern]) => pattern.test(words))?.[0]
  if (field === undefined || /werk|work|nood|emergency/.test(words)) return null
  if (field !== 'secret' && field !== 'email' && droppedKindOf(header) !== 'other') return null
  const ofGuardian = GUARDIAN.test(words) || /\b[12]\b/.test(words)
  const ofPupil = !ofGuardian && (PUPIL.test(words) || !only(guardianFields, field))
  // "Achternaam" alone is the pupil's, unless another column says "Achternaam leerling".
  const unmarked = !ofGuardian && !ofPupil && only(pupilFields, field) && (field === 'secret' || !marked.pupil)
  const better = BETTER[field]?.test(words) ?? true
  if (ofPupil || unmarked) return only(pupilFields, field) ? { target: `pupil.${field}`, better } : null
  if (!only(guardianFields, field)) return null
  return { target: `${SECOND.test(words) ? 2 : 1}.${field}`, better }
}

/**
 * Guesses which column is what from its heading, as Dutch pupil administrations name them ("Achternaam verzorger 1"), or in
 * English. Each target once, but for what may be secret; a person looks at it before anything is read.
 */
export const guessMapping = (header: readonly string[]): Mapping => {
  const pupil = header.some((one) => PUPIL.test(plain(one)) && /naam|name/.test(plain(one)))
  const guesses = header.map((one) => guessOne(one, { pupil }))
  const taken = new Map<Target, number>()
  for (const [index, guess] of guesses.entries()) {
    if (!guess) continue
    const before = taken.get(guess.target)
    if (before === undefined || (guess.better && !guesses[before]!.better)) taken.set(guess.target, index)
  }
  return guesses.map((guess, index) =>
    guess && (guess.target.endsWith('.secret') || taken.get(guess.target) === index) ? guess.target : null,
  )
}

export type MappingProblem = 'twice' | 'pupil' | 'guardian'

/** What is missing before a file can be read: who the pupil is, what the guardian is called, each column once. */
export const mappingProblem = (mapping: Mapping): MappingProblem | null => {
  const used = mapping.filter((one) => one !== null)
  const has = (...wanted: Target[]) => wanted.every((one) => used.includes(one))
  const once = used.filter((one) => !one.endsWith('.secret'))
  if (new Set(once).size < once.length) return 'twice'
  if (!has('pupil.key') && !has('pupil.name') && !has('pupil.givenName', 'pupil.surname')) return 'pupil'
  if (!has('1.name') && !has('1.surname')) return 'guardian'
  const second = used.some((one) => one.startsWith('2.'))
  return second && !has('2.name') && !has('2.surname') ? 'guardian' : null
}
