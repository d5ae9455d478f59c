import { type Item, items } from './kinds.ts'
import type { Incident } from './reading.ts'

const known: Readonly<Record<Item, (incident: Incident) => boolean>> = {
  characteristics: ({ words, breach, natures }) => words.summary !== '' && breach !== null && natures.length > 0,
  cause: ({ words, cause }) => cause !== null && words.cause !== '',
  measures: ({ words }) => words.measures !== '',
  affected: ({ words, people }) => people.length > 0 && words.extent !== '',
  size: ({ groupSize }) => groupSize !== null,
  kinds: ({ kinds }) => kinds.length > 0,
}

/** Which of the six items are not known yet; none for what turned out to be no breach (PROMISES P72). */
export const itemsOpen = (incident: Incident): Item[] =>
  incident.breach === 'no' ? [] : items.filter((item) => !known[item](incident))
