import { countsFrom, id, internal, personalData } from '#shared/vault/declaration.ts'
import { eventDate, expired } from '../declared.ts'

personalData('hop_token', {
  what: { nl: 'kaartjes naar een andere school', en: 'tickets to another school' },
  about: 'account_id',
  through: 'account_person.account_id',
  source: 'use',
  purpose: 'access',
  seenBy: { nl: 'niemand', en: 'nobody' },
  retention: [expired('hop_token')],
  columns: {
    token_hash: internal(
      'credential',
      'een hash van een willekeurige sleutelcode; terugrekenen kan niet',
      'a hash of a random token; it cannot be turned back',
    ),
    account_id: id,
    strong: internal(
      'activity',
      'of er een tweede stap was bepaalt wat open mag',
      'whether a second factor was given decides what may be opened',
    ),
    confirmed_at: eventDate('laatst bevestigd', 'last confirmed'),
    tenant_id: internal(
      'activity',
      'via wiens Microsoft iemand binnenkwam bepaalt waar die heen mag',
      'through whose Microsoft somebody came in decides where they may go',
    ),
    tenant_strong: internal(
      'activity',
      'of er daar een tweede stap was bepaalt wat open mag',
      'whether a second factor was given there decides what may be opened',
    ),
    expires_at: eventDate('verloopt', 'expires'),
  },
})

countsFrom('hop_token.expires_at', { nl: 'nadat het kaartje is verlopen', en: 'after the ticket expired' })
