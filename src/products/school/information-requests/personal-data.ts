import {
  countsFrom,
  family,
  internal,
  mayNameOthers,
  personalData,
  plain,
  sealed,
  someone,
} from '#shared/vault/declaration.ts'

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'information_request.request': { text: string }
  }
}

export const requestText = sealed('information_request.request', {
  text: mayNameOthers(family('je vraag', 'your question'), 'guardian_id'),
})

const id = internal('identifier', 'a random number that says nothing; rows are found by it')
const eventDate = plain('activity', 'the office answers the oldest first')

personalData('information_request', {
  what: { nl: 'vragen om informatie', en: 'requests for information' },
  about: 'guardian_id',
  source: 'guardian',
  purpose: 'contact-with-guardians',
  seenBy: {
    nl: 'de administratie, de directeur en de ouder die het vroeg',
    en: 'the office, the principal and the guardian who asked',
  },
  retention: [
    {
      after: 'information_request.handled_at',
      keep: { years: 1 },
      finally: 'delete',
      because: 'a parent can ask a year later whether and when the school answered (art. 1:377c BW)',
    },
  ],
  columns: {
    id,
    guardian_id: id,
    request: requestText,
    created_at: eventDate('gevraagd', 'asked'),
    handled_at: eventDate('beantwoord', 'answered'),
    handled_by: someone('beantwoord door', 'answered by'),
  },
})

countsFrom('information_request.handled_at', {
  nl: 'nadat de vraag is beantwoord',
  en: 'after the request was answered',
})
