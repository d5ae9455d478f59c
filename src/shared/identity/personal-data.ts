import { contact, countsFrom, id, internal, personalData, plain, sealed } from '#shared/vault/declaration.ts'
import { eventDate, inactive } from './declared.ts'

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'account.address': { address: string }
  }
}

export const accountAddress = sealed('account.address', { address: contact('mailadres', 'address') })

const languageNames = { nl: ['Nederlands', 'Dutch'], en: ['Engels', 'English'] } as const

personalData('account', {
  what: { nl: 'accounts om mee in te loggen', en: 'accounts to sign in with' },
  about: 'id',
  through: 'account_person.account_id',
  source: 'person',
  purpose: 'access',
  seenBy: { nl: 'de persoon zelf', en: 'the person' },
  retention: [inactive],
  columns: {
    id,
    address: accountAddress,
    address_hash: internal(
      'contact',
      'een hash met sleutel: bij het inloggen wordt het account ermee gevonden; zonder de sleutel kan niemand een gok controleren',
      'a keyed hash: sign-in finds the account by it, nobody without the key can test a guess',
    ),
    language: plain(
      'ordinary',
      'de taal van pagina’s en mails; door de persoon gekozen',
      'the language of pages and mails; chosen by the person',
    )('taal', 'language', languageNames),
    created_at: eventDate('gemaakt', 'made'),
    last_active_on: eventDate('laatst gebruikt', 'last used'),
  },
})

personalData('account_key', {
  what: { nl: 'de sleutels van accounts', en: 'the keys of accounts' },
  about: 'account_id',
  through: 'account_person.account_id',
  source: 'use',
  purpose: 'security',
  seenBy: { nl: 'niemand', en: 'nobody' },
  retention: [inactive],
  columns: {
    account_id: id,
    id,
    wrapped: internal(
      'credential',
      'een sleutel, zelf versleuteld met een sleutel buiten de database',
      'a key, itself wrapped by a key outside the database',
    ),
    generation: internal('activity', 'met welke sleutel het is ingepakt', 'which key wrapped it'),
  },
})

personalData('account_person', {
  what: { nl: 'welk account bij wie hoort', en: 'which account belongs to whom' },
  about: 'person_id',
  source: 'person',
  purpose: 'access',
  seenBy: {
    nl: 'de persoon zelf; de administratie ziet dat er een account is',
    en: 'the person; the office sees that there is an account',
  },
  retention: [{ ...inactive, through: ['account_id'] }],
  columns: {
    account_id: id,
    person_id: id,
    created_at: eventDate('account sinds', 'account since'),
  },
})

personalData('session', {
  what: { nl: 'waar iemand is ingelogd', en: 'where somebody is signed in' },
  about: 'person_id',
  source: 'use',
  purpose: 'access',
  seenBy: { nl: 'de persoon zelf', en: 'the person' },
  retention: [
    { after: 'session.expires_at', keep: { days: 1 }, finally: 'delete', because: 'an ended session opens nothing' },
  ],
  columns: {
    token_hash: internal(
      'credential',
      'een hash van een willekeurige sleutelcode; terugrekenen kan niet',
      'a hash of a random token; it cannot be turned back',
    ),
    account_id: id,
    person_id: id,
    strong: plain(
      'activity',
      'of er een tweede stap was bepaalt wat open mag',
      'whether a second factor was given decides what may be opened',
    )('met tweede stap', 'with a second factor'),
    device: plain(
      'activity',
      'alleen soort browser en systeem, zodat iemand de eigen apparaten herkent',
      'kind of browser and system only, so that a person recognises the own devices',
    )('apparaat', 'device'),
    language: plain('ordinary', 'de taal van de pagina’s', 'the language of the pages')(
      'taal',
      'language',
      languageNames,
    ),
    pending: internal(
      'activity',
      'of er nog een tweede stap moet komen bepaalt wat open mag',
      'whether a second factor is still to come decides what may be opened',
    ),
    confirmed_at: eventDate('laatst bevestigd', 'last confirmed'),
    tenant_id: internal(
      'activity',
      'via wiens Microsoft iemand binnenkwam bepaalt waar de sessie heen mag',
      'through whose Microsoft somebody came in decides where the session may lead',
    ),
    tenant_strong: internal(
      'activity',
      'of er daar een tweede stap was bepaalt wat open mag',
      'whether a second factor was given there decides what may be opened',
    ),
    tenant_session: internal(
      'credential',
      'een hash met sleutel; uitloggen bij Microsoft beëindigt de sessie ermee',
      'a keyed hash; signing out at Microsoft ends the session by it',
    ),
    created_at: eventDate('ingelogd', 'signed in'),
    seen_at: eventDate('laatst gezien', 'last seen'),
    expires_at: eventDate('verloopt', 'expires'),
  },
})

countsFrom('account.last_active_on', { nl: 'nadat iemand het laatst inlogde', en: 'after somebody last signed in' })
countsFrom('session.expires_at', { nl: 'nadat iemand is uitgelogd', en: 'after somebody was signed out' })
