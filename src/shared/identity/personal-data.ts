import {
  contact,
  countsFrom,
  internal,
  ordinary,
  personalData,
  plain,
  sealed,
  unshown,
} from '#shared/vault/declaration.ts'

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'account.address': { address: string }
    'totp.secret': { secret: string }
    'passkey.name': { name: string }
    'microsoft_connection.secret': { secret: string }
    'account_link.address': { address: string }
    'account_event.former': { address: string }
  }
}

export const accountAddress = sealed('account.address', { address: contact('mailadres', 'address') })
export const totpSecret = sealed('totp.secret', { secret: unshown('credential') })
export const passkeyName = sealed('passkey.name', { name: ordinary('naam van de passkey', 'name of the passkey') })
export const microsoftSecret = sealed('microsoft_connection.secret', { secret: unshown('credential') })
export const linkAddress = sealed('account_link.address', { address: contact('nieuw mailadres', 'new address') })
export const formerAddress = sealed('account_event.former', { address: contact('vorig mailadres', 'former address') })

const id = internal(
  'identifier',
  'een willekeurig nummer dat niets zegt; regels worden ermee gevonden',
  'a random number that says nothing; rows are found by it',
)
const eventDate = plain(
  'activity',
  'termijnen worden door de database vergeleken',
  'periods are compared by the database',
)
const fact = internal(
  'ordinary',
  'een feit over de school, niet over een persoon',
  'a fact about the school, not about a person',
)
const languageNames = { nl: ['Nederlands', 'Dutch'], en: ['Engels', 'English'] } as const
const inactive = {
  after: 'account.last_active_on',
  keep: { years: 3 },
  finally: 'delete',
  because: 'three years after a person was last active; the key of the account goes with it (PROMISES P20)',
} as const

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

const expired = (table: string) =>
  ({ after: `${table}.expires_at`, keep: { days: 1 }, finally: 'delete', because: 'it has done its work' }) as const
const keyedHash = internal(
  'credential',
  'een hash met sleutel; zonder de sleutel kan niemand een gok controleren',
  'a keyed hash; nobody without the key can test a guess',
)

personalData('password', {
  what: { nl: 'wachtwoorden', en: 'passwords' },
  about: 'account_id',
  through: 'account_person.account_id',
  source: 'person',
  purpose: 'security',
  seenBy: { nl: 'niemand', en: 'nobody' },
  retention: [inactive],
  columns: {
    account_id: id,
    hash: internal(
      'credential',
      'argon2id met een sleutel buiten de database; terugrekenen kan niet, en raden zonder die sleutel ook niet',
      'argon2id under a key outside the database; it cannot be turned back, nor guessed without',
    ),
    changed_at: eventDate('laatst veranderd', 'last changed'),
  },
})

personalData('totp', {
  what: { nl: 'de tweede stap bij het inloggen', en: 'second factors' },
  about: 'account_id',
  through: 'account_person.account_id',
  source: 'person',
  purpose: 'security',
  seenBy: { nl: 'niemand', en: 'nobody' },
  retention: [inactive],
  columns: {
    account_id: id,
    secret: totpSecret,
    last_step: internal(
      'activity',
      'een code werkt één keer: de database vergelijkt de stap van de vorige',
      'a code works once: the database compares the step of the last one',
    ),
    created_at: eventDate('ingesteld', 'set up'),
  },
})

personalData('recovery_code', {
  what: { nl: 'herstelcodes', en: 'recovery codes' },
  about: 'account_id',
  through: 'account_person.account_id',
  source: 'use',
  purpose: 'security',
  seenBy: { nl: 'niemand', en: 'nobody' },
  retention: [inactive],
  columns: {
    account_id: id,
    code_hash: keyedHash,
  },
})

personalData('passkey', {
  what: { nl: 'passkeys', en: 'passkeys' },
  about: 'account_id',
  through: 'account_person.account_id',
  source: 'person',
  purpose: 'access',
  seenBy: { nl: 'de persoon zelf', en: 'the person' },
  retention: [inactive],
  columns: {
    id: internal(
      'credential',
      'het apparaat laat het zien en de regel wordt ermee gevonden; het opent niets',
      'the device shows it and the row is found by it; it opens nothing',
    ),
    account_id: id,
    host: plain(
      'activity',
      'een toegangssleutel werkt maar op één adres',
      'a passkey works on one host only',
    )('voor het adres', 'for the address'),
    public_key: internal(
      'credential',
      'de openbare helft van een sleutel; die opent niets',
      'the public half of a key; it opens nothing',
    ),
    counter: internal(
      'activity',
      'wordt vergeleken om een nagemaakte sleutel te merken',
      'compared to notice a copied key',
    ),
    transports: internal(
      'activity',
      'hoe het apparaat bereikt wordt: van binnen, met een kabel, draadloos',
      'how the device is reached: inside, by cable, by radio',
    ),
    name: passkeyName,
    created_at: eventDate('gemaakt', 'made'),
    used_at: eventDate('laatst gebruikt', 'last used'),
  },
})

personalData('known_device', {
  what: { nl: 'bekende apparaten', en: 'known devices' },
  about: 'account_id',
  through: 'account_person.account_id',
  source: 'use',
  purpose: 'security',
  seenBy: { nl: 'de persoon zelf', en: 'the person' },
  retention: [expired('known_device')],
  columns: {
    account_id: id,
    device_hash: internal(
      'credential',
      'een hash van een willekeurige cookie; terugrekenen kan niet',
      'a hash of a random cookie; it cannot be turned back',
    ),
    device: plain(
      'activity',
      'alleen soort browser en systeem, zodat iemand de eigen apparaten herkent',
      'kind of browser and system only, so that a person recognises the own devices',
    )('apparaat', 'device'),
    seen_at: eventDate('laatst gezien', 'last seen'),
    expires_at: eventDate('vergeten op', 'forgotten on'),
  },
})

personalData('account_link', {
  what: { nl: 'links uit mails', en: 'links from mails' },
  about: 'account_id',
  through: 'account_person.account_id',
  source: 'person',
  purpose: 'security',
  seenBy: { nl: 'de persoon zelf, per mail', en: 'the person, by mail' },
  retention: [
    {
      after: 'account_link.expires_at',
      keep: { days: 2 },
      finally: 'delete',
      because: 'it has done its work; until then a mail that is sent again makes no second link',
    },
  ],
  columns: {
    id,
    account_id: id,
    purpose: plain(
      'activity',
      'wat de link doet bepaalt waar die gebruikt mag worden',
      'what the link does decides where it may be used',
    )('waarvoor', 'what for', {
      password: ['een nieuw wachtwoord', 'a new password'],
      address: ['een nieuw mailadres', 'a new address'],
    }),
    token_hash: internal(
      'credential',
      'een hash van een willekeurige sleutelcode; terugrekenen kan niet',
      'a hash of a random token; it cannot be turned back',
    ),
    address: linkAddress,
    created_at: eventDate('gevraagd', 'asked'),
    expires_at: eventDate('verloopt', 'expires'),
    ended_at: eventDate('gebruikt of gestopt', 'used or stopped'),
  },
})

personalData('account_event', {
  what: { nl: 'wat er met je account gebeurde', en: 'what happened to your account' },
  about: 'account_id',
  through: 'account_person.account_id',
  source: 'use',
  purpose: 'security',
  seenBy: { nl: 'de persoon zelf', en: 'the person' },
  retention: [
    {
      after: 'account_event.at',
      keep: { years: 1 },
      finally: 'delete',
      because: 'whoever misuses an account is noticed within a year, or no more',
    },
  ],
  columns: {
    id,
    account_id: id,
    at: eventDate('wanneer', 'when'),
    what: plain(
      'activity',
      'dat een manier van inloggen veranderde, in één woord uit een lijst; waarin staat nergens',
      'that a way in changed, in one word of a list; what it was changed to is nowhere',
    )('wat', 'what', {
      'password-changed': ['wachtwoord veranderd', 'password changed'],
      'password-reset': ['nieuw wachtwoord na een mail', 'new password after a mail'],
      'address-changed': ['mailadres veranderd', 'address changed'],
      'passkey-added': ['passkey erbij', 'passkey added'],
      'passkey-removed': ['passkey weg', 'passkey removed'],
      'app-added': ['app met codes erbij', 'code app added'],
      'app-removed': ['app met codes weg', 'code app removed'],
      'codes-renewed': ['nieuwe herstelcodes', 'new recovery codes'],
      'microsoft-linked': ['Microsoft gekoppeld', 'Microsoft linked'],
      'microsoft-unlinked': ['Microsoft ontkoppeld', 'Microsoft unlinked'],
      'accounts-merged': ['accounts samengevoegd', 'accounts merged'],
      recovered: ['toegang hersteld', 'access recovered'],
      'recovery-began': ['herstel begonnen', 'recovery began'],
      'recovery-approved': ['herstel goedgekeurd', 'recovery approved'],
      'recovery-stopped': ['herstel gestopt', 'recovery stopped'],
    }),
    former: formerAddress,
  },
})

personalData('throttle', {
  what: { nl: 'mislukte pogingen om in te loggen', en: 'failed attempts to sign in' },
  about: 'nobody',
  purpose: 'security',
  seenBy: { nl: 'niemand', en: 'nobody' },
  retention: [expired('throttle')],
  columns: {
    key: keyedHash,
    failures: internal('activity', 'hoe vaak; niet wie', 'how often; not who'),
    failed_at: internal('activity', 'wanneer de laatste was; niet wie', 'when the last one was; not who'),
    expires_at: internal('activity', 'wanneer het vergeten wordt', 'when it is forgotten'),
  },
})

personalData('used_challenge', {
  what: { nl: 'gebruikte eenmalige vragen', en: 'used one-time challenges' },
  about: 'nobody',
  purpose: 'security',
  seenBy: { nl: 'niemand', en: 'nobody' },
  retention: [expired('used_challenge')],
  columns: {
    challenge_hash: internal(
      'credential',
      'een hash van een willekeurig getal dat gebruikt is',
      'a hash of a random number that was used',
    ),
    expires_at: internal('activity', 'wanneer het vergeten wordt', 'when it is forgotten'),
  },
})

personalData('microsoft_connection', {
  what: { nl: 'de koppeling met Microsoft', en: 'the connection with Microsoft' },
  about: 'nobody',
  purpose: 'security',
  seenBy: {
    nl: 'de administratie en ICT; niemand ziet het geheim terug',
    en: 'the office and ICT; nobody sees the secret again',
  },
  retention: [],
  columns: {
    tenant_id: fact,
    client_id: fact,
    secret: microsoftSecret,
    trusts_mfa: fact,
    secret_ends_on: fact,
    changed_at: fact,
  },
})

personalData('microsoft_identity', {
  what: { nl: 'gekoppelde Microsoft-accounts', en: 'linked Microsoft accounts' },
  about: 'account_id',
  through: 'account_person.account_id',
  source: 'person',
  purpose: 'access',
  seenBy: {
    nl: 'de persoon zelf; de administratie ziet hoeveel het er zijn',
    en: 'the person; the office sees how many there are',
  },
  retention: [inactive],
  columns: {
    identity_hash: internal(
      'identifier',
      'een hash met sleutel: bij het inloggen wordt het account ermee gevonden; zonder de sleutel kan niemand een gok controleren',
      'a keyed hash: sign-in finds the account by it, nobody without the key can test a guess',
    ),
    account_id: id,
    tenant_id: internal(
      'ordinary',
      'van welke school of welk bestuur het is; veel mensen hebben dezelfde',
      'which school or board it is of; many people have the same one',
    ),
    created_at: eventDate('gekoppeld', 'linked'),
  },
})

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

countsFrom('account.last_active_on', { nl: 'nadat iemand het laatst inlogde', en: 'after somebody last signed in' })
countsFrom('account_event.at', { nl: 'nadat het gebeurde', en: 'after it happened' })
countsFrom('account_link.expires_at', { nl: 'nadat de link is verlopen', en: 'after the link expired' })
countsFrom('session.expires_at', { nl: 'nadat iemand is uitgelogd', en: 'after somebody was signed out' })
countsFrom('known_device.expires_at', {
  nl: 'nadat het apparaat niet meer is gebruikt',
  en: 'after the device was not used any more',
})
countsFrom('throttle.expires_at', { nl: 'nadat het wachten voorbij is', en: 'after the waiting is over' })
countsFrom('used_challenge.expires_at', { nl: 'nadat de vraag is verlopen', en: 'after the challenge expired' })
countsFrom('hop_token.expires_at', { nl: 'nadat het kaartje is verlopen', en: 'after the ticket expired' })
