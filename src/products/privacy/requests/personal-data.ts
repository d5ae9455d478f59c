import type { Words } from '#shared/language/index.ts'
import { type Concern, concernWords } from '#shared/vault/concern.ts'
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
import type { CorrectedField, Refusal } from './kinds.ts'
import { requestTexts, type RequestWords as Texts } from './texts.ts'

/** What is asked, in the words of who asks; of a correction also the field, what it must be, and what it was then. */
type RequestWords = {
  readonly text: string
  readonly field: CorrectedField | null
  readonly value: string | null
  readonly before: string | null
  /** Of a restriction or an objection: kinds of data and purposes; what was asked before there was a choice has none. */
  readonly concerns?: readonly Concern[]
  /** Of a withdrawal: question and pupil; none means all. */
  readonly consents?: readonly string[]
}

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'rights_request.words': RequestWords
    'rights_step.words': { readonly text: string; readonly reason: Refusal | null }
  }
}

/** The words of a list's values, as the screens have them. */
const said = (list: (texts: Texts) => Readonly<Record<string, string>>): Record<string, Words> => {
  const english = list(requestTexts.en)
  return Object.fromEntries(
    Object.entries(list(requestTexts.nl)).map(([value, nl]) => [value, { nl, en: english[value] ?? nl }]),
  )
}

export const requestWords = sealed('rights_request.words', {
  text: mayNameOthers(ordinary('wat je vroeg', 'what you asked'), 'asked_by'),
  field: ordinary(
    'wat niet klopte',
    'what was not right',
    said(({ fields }) => fields),
  ),
  value: ordinary('wat het moest zijn', 'what it should be'),
  before: ordinary('wat er stond', 'what stood there'),
  concerns: ordinary('waarover het gaat', 'what it concerns', concernWords),
  consents: unshown('activity'),
})

export const stepWords = sealed('rights_step.words', {
  text: mayNameOthers(ordinary('wat erbij geschreven is', 'what was written with it')),
  reason: ordinary(
    'reden',
    'reason',
    said(({ refusals }) => refusals),
  ),
})

const eventDate = plain(
  'activity',
  'klokken en herinneringen worden door de database uitgerekend',
  'clocks and reminders are worked out by the database',
)
const state = plain('activity', 'lijsten en klokken worden ermee gemaakt', 'lists and clocks are made by it')
const bookkeeping = internal(
  'activity',
  'zegt welke herinnering is verstuurd, of in welke volgorde stappen kwamen',
  'says which reminder was sent, or in which order steps came',
)

const seenBy = {
  nl: 'wie het vroeg, de administratie, de directeur en de functionaris gegevensbescherming',
  en: 'who asked, the office, the principal and the privacy officer',
}
const twoYears = {
  after: 'rights_request.ended_at',
  keep: { years: 2 },
  finally: 'delete',
  because: 'the school must be able to show how it answered (art. 5(2) and 12 GDPR)',
} as const

personalData('rights_request', {
  what: { nl: 'verzoeken over gegevens', en: 'requests about data' },
  about: 'asked_by',
  source: 'person',
  purpose: 'accountability',
  seenBy,
  retention: [twoYears],
  columns: {
    id,
    asked_by: id,
    person_id: someone('over', 'about'),
    kind: state(
      'soort',
      'kind',
      said(({ kinds }) => kinds),
    ),
    way: state(
      'hoe het binnenkwam',
      'how it came in',
      said(({ ways }) => ways),
    ),
    words: requestWords,
    received_on: eventDate('ontvangen', 'received'),
    due_on: eventDate('antwoord beloofd', 'answer promised by'),
    limit_on: eventDate('hoogstens tot', 'at most until'),
    extended_at: eventDate('meer tijd genomen', 'more time taken'),
    entered_by: someone('ingeschreven door', 'entered by'),
    identity_seen: plain(
      'activity',
      'wat er getoond werd, in één woord; nooit een kopie of een nummer',
      'what was shown, in one word; never a copy or a number',
    )(
      'waaraan gezien wie het vroeg',
      'by what it was seen who asked',
      said(({ proofs }) => proofs),
    ),
    identity_by: someone('nagegaan door', 'checked by'),
    identity_at: eventDate('nagegaan', 'checked'),
    state: state('stand', 'state', {
      open: ['wacht op school', 'waiting for the school'],
      ...said(({ states }) => states),
    }),
    ended_at: eventDate('beantwoord', 'answered'),
    ended_by: someone('beantwoord door', 'answered by'),
    carry_out_on: eventDate('wissen op', 'erase on'),
    carried_out_at: eventDate('gewist', 'erased'),
    reminded_at_days: bookkeeping,
    created_at: eventDate('opgeschreven', 'written down'),
  },
})

personalData('rights_step', {
  what: { nl: 'wat er met een verzoek gebeurde', en: 'what happened to a request' },
  about: 'request_id',
  through: 'rights_request.id',
  source: 'school',
  purpose: 'accountability',
  seenBy,
  retention: [twoYears],
  columns: {
    id,
    request_id: id,
    number: bookkeeping,
    what: state(
      'wat',
      'what',
      said(({ steps }) => steps),
    ),
    words: stepWords,
    at: eventDate('wanneer', 'when'),
    by_id: someone('door', 'by'),
  },
})

countsFrom('rights_request.ended_at', {
  nl: 'nadat school het verzoek heeft beantwoord',
  en: 'after the school answered the request',
})
