import { contact, countsFrom, id, internal, personalData, plain, sealed } from '#shared/vault/declaration.ts'
import { eventDate, expired, keyedHash } from './declared.ts'

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'account_link.address': { address: string }
    'account_event.former': { address: string }
  }
}

export const linkAddress = sealed('account_link.address', { address: contact('nieuw mailadres', 'new address') })
export const formerAddress = sealed('account_event.former', { address: contact('vorig mailadres', 'former address') })

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

countsFrom('known_device.expires_at', {
  nl: 'nadat het apparaat niet meer is gebruikt',
  en: 'after the device was not used any more',
})
countsFrom('account_link.expires_at', { nl: 'nadat de link is verlopen', en: 'after the link expired' })
countsFrom('account_event.at', { nl: 'nadat het gebeurde', en: 'after it happened' })
countsFrom('throttle.expires_at', { nl: 'nadat het wachten voorbij is', en: 'after the waiting is over' })
countsFrom('used_challenge.expires_at', { nl: 'nadat de vraag is verlopen', en: 'after the challenge expired' })
