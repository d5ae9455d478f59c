import { plural, type Words } from '#shared/language/index.ts'
import { type Declaration, momentWords } from '#shared/vault/declaration.ts'
import { type Ground, type Purpose, type PurposeName, purposes } from '#shared/vault/purpose.ts'
import type { Part } from './reading.ts'

/** What is held for one purpose: how much, why, and from which tables. */
export type ForPurpose = {
  readonly name: PurposeName
  readonly purpose: Purpose
  readonly count: number
  readonly parts: readonly Part[]
}

export const groundWords: Readonly<Record<Ground, Words>> = {
  consent: { nl: 'toestemming', en: 'consent' },
  contract: { nl: 'een overeenkomst', en: 'a contract' },
  'legal-obligation': { nl: 'een plicht uit de wet', en: 'a legal obligation' },
  'public-task': { nl: 'de taak die de wet aan school geeft', en: 'the task that the law gives to the school' },
  'legitimate-interest': { nl: 'een gerechtvaardigd belang', en: 'a legitimate interest' },
}

/** How many things are known in what was read of a part. */
const told = ({ lines }: Part) => lines.reduce((sum, line) => sum + line.told.length, 0)

/** What is held about somebody by purpose, in the order of the list of purposes: what the register calls one processing. */
export const byPurpose = (parts: readonly Part[]): ForPurpose[] =>
  (Object.keys(purposes) as PurposeName[]).flatMap((name) => {
    const own = parts.filter(({ declaration }) => declaration.purpose === name)
    if (own.length === 0) return []
    return [{ name, purpose: purposes[name], parts: own, count: own.reduce((sum, part) => sum + told(part), 0) }]
  })

const stretch = ({ years = 0, months = 0, days = 0 }: Declaration['retention'][number]['keep']): Words | null => {
  if (years) return { nl: plural('nl', years, 'jaar', 'jaar'), en: plural('en', years, 'year', 'years') }
  if (months) return { nl: plural('nl', months, 'maand', 'maanden'), en: plural('en', months, 'month', 'months') }
  return days ? { nl: plural('nl', days, 'dag', 'dagen'), en: plural('en', days, 'day', 'days') } : null
}

/** "Tot 2 jaar nadat iemand van school gaat", for each period of a table; none for what has no end. */
export const untilWords = ({ retention }: Declaration): Words[] =>
  retention.map(({ after, keep }) => {
    const [from, long] = [momentWords(after)!, stretch(keep)]
    return {
      nl: long ? `Tot ${long.nl} ${from.nl}` : `Tot het moment ${from.nl}`,
      en: long ? `Until ${long.en} ${from.en}` : `Until the moment ${from.en}`,
    }
  })
