import {
  countsFrom,
  id,
  internal,
  linked,
  mayNameOthers,
  ordinary,
  personalData,
  plain,
  sealed,
  someone,
} from '#shared/vault/declaration.ts'

type Said = { readonly text: string }
/** What the supplier reads: who complains, and the words. */
type Delivered = { readonly name: string; readonly text: string }

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'complaint_to_supplier.words': Said
    'complaint_to_supplier.answer': Said
    'complaint_received.content': Delivered
    'complaint_received.answer': Said
    'complaint_post.content': Delivered
  }
}

const own = mayNameOthers(ordinary('je klacht', 'your complaint'), 'asked_by')
const answer = mayNameOthers(ordinary('antwoord van de leverancier', 'answer of the supplier'))
const delivered = {
  name: ordinary('wie klaagt', 'who complains'),
  text: mayNameOthers(ordinary('klacht', 'complaint')),
}

export const ownWords = sealed('complaint_to_supplier.words', { text: own })
export const ownAnswer = sealed('complaint_to_supplier.answer', { text: answer })
export const received = sealed('complaint_received.content', delivered)
export const answerGiven = sealed('complaint_received.answer', { text: answer })
export const inThePost = sealed('complaint_post.content', delivered)

const moment = plain(
  'activity',
  'klokken en termijnen worden door de database uitgerekend',
  'clocks and periods are worked out by the database',
)
const answered = moment('beantwoord', 'answered')
const due = moment('antwoord beloofd', 'answer promised by')
const shown = {
  keep: { years: 2 },
  finally: 'delete',
  because: 'the supplier must be able to show how it answered (art. 5(2) GDPR)',
} as const

personalData('complaint_to_supplier', {
  what: { nl: 'klachten aan de leverancier', en: 'complaints to the supplier' },
  about: 'asked_by',
  source: 'person',
  purpose: 'accountability',
  seenBy: {
    nl: 'wie klaagt, en de leverancier; school niet',
    en: 'who complains, and the supplier; not the school',
  },
  retention: [{ after: 'complaint_to_supplier.answered_at', ...shown }],
  columns: {
    id,
    asked_by: id,
    supplier_id: linked('aan wie', 'to whom', 'organisation.name'),
    words: ownWords,
    sent_at: moment('gestuurd', 'sent'),
    due_on: due,
    answer: ownAnswer,
    answered_at: answered,
  },
})

personalData('complaint_received', {
  what: { nl: 'klachten die een leverancier kreeg', en: 'complaints that a supplier received' },
  about: 'id',
  source: 'person',
  purpose: 'accountability',
  seenBy: { nl: 'de leverancier', en: 'the supplier' },
  retention: [{ after: 'complaint_received.answered_at', ...shown }],
  columns: {
    id,
    from_organisation: linked('van welke school', 'of which school', 'organisation.name'),
    content: received,
    received_on: moment('ontvangen', 'received'),
    due_on: due,
    answer: answerGiven,
    answered_at: answered,
    answered_by: someone('beantwoord door', 'answered by'),
    reminded_at_days: internal('activity', 'zegt welke herinnering is verstuurd', 'says which reminder was sent'),
  },
})

personalData('complaint_post', {
  what: { nl: 'klachten en antwoorden die onderweg zijn', en: 'complaints and answers that are on their way' },
  about: 'id',
  source: 'person',
  purpose: 'accountability',
  seenBy: {
    nl: 'niemand: het gaat van school naar de leverancier of terug',
    en: 'nobody: it goes from the school to the supplier or back',
  },
  retention: [
    {
      after: 'complaint_post.sent_at',
      keep: { days: 1 },
      finally: 'delete',
      because: 'whoever it is for takes it in within a minute',
    },
  ],
  columns: {
    id,
    complaint_id: id,
    from_organisation: internal(
      'activity',
      'alleen die organisatie legt het erin',
      'only that organisation puts it in',
    ),
    to_organisation: internal(
      'activity',
      'alleen die organisatie haalt het eruit',
      'only that organisation takes it out',
    ),
    what: internal(
      'activity',
      'zegt of het een klacht, een antwoord of een intrekking is',
      'says whether it is a complaint, an answer or a withdrawal',
    ),
    content: inThePost,
    sent_at: moment('gestuurd', 'sent'),
  },
})

const afterAnswer = {
  nl: 'nadat de leverancier de klacht heeft beantwoord',
  en: 'after the supplier answered the complaint',
}
countsFrom('complaint_to_supplier.answered_at', afterAnswer)
countsFrom('complaint_received.answered_at', afterAnswer)
countsFrom('complaint_post.sent_at', { nl: 'nadat het is gestuurd', en: 'after it was sent' })
