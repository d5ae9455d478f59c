import { id, internal, ordinary, personalData, plain, sealed, unshown } from '#shared/vault/declaration.ts'
import { eventDate, inactive, keyedHash } from './declared.ts'

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'totp.secret': { secret: string }
    'passkey.name': { name: string }
  }
}

export const totpSecret = sealed('totp.secret', { secret: unshown('credential') })
export const passkeyName = sealed('passkey.name', { name: ordinary('naam van de passkey', 'name of the passkey') })

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
