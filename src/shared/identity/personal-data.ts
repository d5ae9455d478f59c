import { personalData, plain, sealed } from '#shared/vault/declaration.ts'

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'account.address': { address: string }
  }
}

export const accountAddress = sealed('account.address', { address: 'contact' })

const id = plain('identifier', 'a random number that says nothing; rows are found by it')
const eventDate = plain('activity', 'periods are compared by the database')
const inactive = {
  after: 'account.last_active_on',
  keep: { years: 3 },
  finally: 'destroy-key',
  because: 'three years after a person was last active (PROMISES P20)',
} as const

personalData('account', {
  about: 'id',
  purpose: 'access',
  seenBy: 'the person',
  retention: [inactive],
  columns: {
    id,
    address: accountAddress,
    address_hash: plain(
      'contact',
      'a keyed hash: sign-in finds the account by it, nobody without the key can test a guess',
    ),
    language: plain('ordinary', 'the language of pages and mails; chosen by the person'),
    created_at: eventDate,
    last_active_on: eventDate,
  },
})

personalData('account_key', {
  about: 'account_id',
  purpose: 'security',
  seenBy: 'nobody',
  retention: [{ ...inactive, finally: 'delete' }],
  columns: {
    account_id: id,
    id,
    wrapped: plain('credential', 'a key, itself wrapped by a key outside the database'),
    generation: plain('activity', 'which key wrapped it'),
  },
})

personalData('account_person', {
  about: 'person_id',
  purpose: 'access',
  seenBy: 'the person; the office sees that there is an account',
  retention: [{ ...inactive, finally: 'delete' }],
  columns: { account_id: id, person_id: id, created_at: eventDate },
})

personalData('session', {
  about: 'person_id',
  purpose: 'access',
  seenBy: 'the person',
  retention: [
    { after: 'session.expires_at', keep: { days: 1 }, finally: 'delete', because: 'an ended session opens nothing' },
  ],
  columns: {
    token_hash: plain('credential', 'a hash of a random token; it cannot be turned back'),
    account_id: id,
    person_id: id,
    strong: plain('activity', 'whether a second factor was given decides what may be opened'),
    device: plain('activity', 'kind of browser and system only, so that a person recognises the own devices'),
    language: plain('ordinary', 'the language of the pages'),
    created_at: eventDate,
    seen_at: eventDate,
    expires_at: eventDate,
  },
})
