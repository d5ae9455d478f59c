import {
  countsFrom,
  family,
  id,
  mayNameOthers,
  personalData,
  plain,
  sealed,
  someone,
} from '#shared/vault/declaration.ts'

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'information_request.request': { text: string }
    'information_request.answer': { text: string }
  }
}

export const requestText = sealed('information_request.request', {
  text: mayNameOthers(family('je vraag', 'your question'), 'guardian_id'),
})

export const answerText = sealed('information_request.answer', {
  text: mayNameOthers(family('wat school antwoordde', 'what the school answered')),
})

/** What the school did with a question: told, told a part, said no, or answered in a conversation. */
export const outcomes = ['told', 'partly', 'refused', 'spoken'] as const
export type Outcome = (typeof outcomes)[number]

const eventDate = plain(
  'activity',
  'de administratie beantwoordt het oudste eerst',
  'the office answers the oldest first',
)

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
    outcome: plain('activity', 'de lijst zegt het in één woord', 'the list says it in one word')('antwoord', 'answer', {
      told: ['verteld', 'told'],
      partly: ['een deel verteld', 'told in part'],
      refused: ['niet verteld', 'not told'],
      spoken: ['in een gesprek', 'in a conversation'],
    }),
    answer: answerText,
  },
})

countsFrom('information_request.handled_at', {
  nl: 'nadat de vraag is beantwoord',
  en: 'after the request was answered',
})
