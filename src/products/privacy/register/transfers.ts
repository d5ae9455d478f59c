import type { Words } from '#shared/language/index.ts'
import type { Contact } from '../choices/choices.ts'
import { placesIn } from '../choices/places.ts'
import type { Entry } from './entries.ts'

/** What leaves the European Economic Area (art. 13(1)(f) and 30(1)(e) GDPR), as the organisation recorded it. */
export type Transfers = {
  /** Where the data stand, when that is outside, and how they are protected there. */
  readonly storage: { readonly where: string; readonly safeguard: string } | null
  /** Purposes of which something goes outside: to which country, and how it is protected. */
  readonly purposes: readonly { readonly name: Words; readonly says: string }[]
  /** Whether people can agree to something that everybody can read, wherever they are. */
  readonly everywhere: boolean
}

/** Everything that goes outside the EEA; nothing of it means: never. */
export const transfersOf = (contact: Contact | null, entries: readonly Entry[]): Transfers => {
  const where = contact?.storage ?? ''
  return {
    storage: placesIn(where).outside.length > 0 ? { where, safeguard: contact?.safeguard ?? '' } : null,
    purposes: entries.flatMap(({ name, outside }) => (outside ? [{ name, says: outside }] : [])),
    everywhere: entries.some(({ gets }) => gets === 'internet' || gets === 'social'),
  }
}

const NOT_SAID: Words = { nl: 'plaats niet vastgelegd', en: 'place not recorded' }

/** The same for one purpose, as a cell of the register: where it stands, and what of it goes outside. */
export const transferWords = (contact: Contact | null, entry: Entry): Words => {
  const { storage, purposes, everywhere } = transfersOf(contact, [entry])
  const place = contact?.storage ? { nl: contact.storage, en: contact.storage } : NOT_SAID
  const says = [
    ...(storage ? [{ nl: `buiten de EER, ${storage.safeguard}`, en: `outside the EEA, ${storage.safeguard}` }] : []),
    ...purposes.map((one) => ({ nl: `naar buiten de EER: ${one.says}`, en: `to outside the EEA: ${one.says}` })),
    ...(everywhere ? [{ nl: 'op internet, overal te zien', en: 'on the internet, to be seen everywhere' }] : []),
  ]
  const never: Words = { nl: 'niet naar buiten de EER', en: 'not to outside the EEA' }
  const all = [place, ...(says.length > 0 ? says : [never])]
  return { nl: all.map(({ nl }) => nl).join('; '), en: all.map(({ en }) => en).join('; ') }
}
