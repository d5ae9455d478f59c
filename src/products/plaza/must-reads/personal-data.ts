import {
  countsFrom,
  id,
  internal,
  mayNameOthers,
  ordinary,
  personalData,
  plain,
  sealed,
  someone,
  unshown,
} from '#shared/vault/declaration.ts'

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'must_read_version.words': { title: string; text: string; why: string | null }
  }
}

/** Sealed under the key of the must-read, not of a person. */
export const mustReadWords = sealed('must_read_version.words', {
  title: mayNameOthers(ordinary('titel', 'title')),
  /** The document as JSON; people read it on its page. */
  text: unshown('ordinary'),
  why: mayNameOthers(ordinary('wat er veranderde', 'what changed')),
})

const fact = plain('activity', 'een keuze van wie het gaf, over niemand', 'a choice of who gave it, about no person')
const when = plain(
  'activity',
  'bewijst wie wanneer wist wat er stond, en zegt niet wat',
  'proves who knew what it said when, and does not say what',
)

const shared = {
  purpose: 'working-together',
  module: 'must-reads',
  seenBy: {
    nl: 'het team; wie gelezen heeft: de directie en de administratie',
    en: 'the team; who read it: the principal and the office',
  },
} as const
const retention = [
  {
    after: 'must_read.due_on',
    keep: { years: 3 },
    finally: 'delete',
    because: 'afterwards it may have to be shown who knew of a rule on a day',
  },
] as const
const along = [{ ...retention[0], through: ['must_read_id'] }] as const
const ofReader = { about: 'must_read_id', through: 'must_read_reading.must_read_id' } as const

personalData('must_read', {
  ...shared,
  what: { nl: 'wat het team moet lezen', en: 'what the team must read' },
  about: 'id',
  through: 'must_read_reading.must_read_id',
  ownKey: true,
  source: 'school',
  retention,
  columns: {
    id,
    author_id: someone('gegeven door', 'given by'),
    roles: fact('voor wie', 'for whom'),
    due_on: fact('te lezen voor', 'to be read by'),
    version: fact('versie', 'version'),
    begun_at: when('gegeven op', 'given on'),
    closed_at: when('afgesloten', 'closed'),
    reminded_on: when('herinnerd', 'reminded'),
    request_key: id,
  },
})

personalData('must_read_version', {
  ...shared,
  ...ofReader,
  what: { nl: 'versies van wat het team moet lezen', en: 'versions of what the team must read' },
  source: 'school',
  retention: along,
  columns: {
    id,
    must_read_id: id,
    version: fact('versie', 'version'),
    words: mustReadWords,
    words_hash: internal(
      'identifier',
      'een rekensom over de tekst: wie de tekst heeft, kan nagaan dat het deze is',
      'a sum of the words: who has the words can check that it is these',
    ),
    published_at: when('geplaatst', 'published'),
  },
})

personalData('must_read_reading', {
  ...shared,
  what: { nl: 'wat iemand moest lezen en las', en: 'what somebody had to read and read' },
  about: 'person_id',
  source: 'use',
  retention: along,
  columns: {
    must_read_id: id,
    version: fact('versie', 'version'),
    person_id: id,
    asked_at: when('gevraagd', 'asked'),
    confirmed_at: when('gelezen', 'read'),
  },
})

countsFrom('must_read.due_on', {
  nl: 'na de dag waarop het gelezen moest zijn',
  en: 'after the day by which it had to be read',
})
