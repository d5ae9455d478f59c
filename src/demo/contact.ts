import { plain } from './names.ts'
import type { Random } from './random.ts'
import type { Address, SchoolHost } from './types.ts'

const streets: Record<'Zandvliet' | 'Oosterveld', string[]> = {
  Zandvliet:
    `Duinweg, Helmstraat, Strandloperlaan, Zeeraket, Meeuwenlaan, Schelpenpad, Vissersdijk, Ankerstraat, Haringkade,
    Kompasstraat, Garnalenpad, Boeistraat, Zilvermeeuw, Loodsenkade, Wulpstraat, Duindoorn, Reddingsweg, Vloedlijn, Kreeftstraat,
    Noorderhaven, Zeewinde, Kotterplein`.split(/\s*,\s*/),
  Oosterveld:
    `Kerkpad, Bollenlaan, Molenvaart, Tulpenstraat, Achterweg, Krokuslaan, Narcissenhof, Oosterdijk, Poldersloot,
    Hyacintplein, Boerenpad`.split(/\s*,\s*/),
}
const mailboxes = ['brievenbus.example', 'postduif.example', 'mail.example', 'zeepost.example', 'thuispost.example']

export type ContactRegister = {
  /** A house near a school, in which nobody lives yet. */
  address(school: SchoolHost, source: Random): Address
  /** An address at a mailbox that does not exist (`.example`), not given out before. */
  mail(givenName: string, familyName: string, source: Random): string
  /** A number that starts with 06-00, which is not handed out, and that nobody has yet. */
  phone(): string
}

/** Hands out addresses and numbers, each once. */
export function contactRegister(): ContactRegister {
  const houses = new Map<string, number>()
  const mails = new Set<string>()
  let phones = 0
  return {
    address(school, source) {
      const place = school === 'molen' ? 'Oosterveld' : 'Zandvliet'
      const street = source.pick(streets[place])
      const number = (houses.get(street) ?? 0) + 1 + source.below(4)
      houses.set(street, number)
      const district = place === 'Oosterveld' ? 533 : 417 + (street.length % 2)
      return { street, number, postcode: `0${district} ${street.slice(0, 2).toUpperCase()}`, place }
    },
    mail(givenName, familyName, source) {
      const local = `${plain(givenName)}.${plain(familyName)}`
      const mailbox = source.pick(mailboxes)
      for (let number = 1; ; number++) {
        const email = `${local}${number > 1 ? number : ''}@${mailbox}`
        if (mails.has(email)) continue
        mails.add(email)
        return email
      }
    },
    phone() {
      phones += 1
      // The step shares no factor with a million, so every number comes once.
      return `+31600${String((phones * 617_391) % 1_000_000).padStart(6, '0')}`
    },
  }
}
