import { countsFrom, personalData, plain, sealed } from '#shared/vault/declaration.ts'

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'information_request.request': { text: string }
  }
}

export const requestText = sealed('information_request.request', { text: 'family' })

const id = plain('identifier', 'a random number that says nothing; rows are found by it')
const eventDate = plain('activity', 'the office answers the oldest first')

personalData('information_request', {
  what: { nl: 'vragen om informatie', en: 'requests for information' },
  about: 'guardian_id',
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
  columns: { id, guardian_id: id, request: requestText, created_at: eventDate, handled_at: eventDate, handled_by: id },
})

countsFrom('information_request.handled_at', {
  nl: 'nadat de vraag is beantwoord',
  en: 'after the request was answered',
})
