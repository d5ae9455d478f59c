import { id, internal, personalData, sealed, unshown } from '#shared/vault/declaration.ts'
import { eventDate, fact, inactive } from '../declared.ts'

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'microsoft_connection.secret': { secret: string }
  }
}

export const microsoftSecret = sealed('microsoft_connection.secret', { secret: unshown('credential') })

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
