import { plural, type Words } from '#shared/language/index.ts'
import { momentWords, type Period, type Retention } from '#shared/vault/declaration.ts'

const ends: Readonly<Record<Retention['finally'], Words>> = {
  delete: { nl: 'dan gaat het weg', en: 'then it goes' },
  anonymise: { nl: 'dan blijft er niets over een persoon staan', en: 'then nothing about a person is left' },
  'destroy-key': { nl: 'dan kan niemand het nog lezen', en: 'then nobody can read it any more' },
}

const stretch = ({ years = 0, months = 0, days = 0 }: Period): Words | null => {
  if (years) return { nl: plural('nl', years, 'jaar', 'jaar'), en: plural('en', years, 'year', 'years') }
  if (months) return { nl: plural('nl', months, 'maand', 'maanden'), en: plural('en', months, 'month', 'months') }
  return days ? { nl: plural('nl', days, 'dag', 'dagen'), en: plural('en', days, 'day', 'days') } : null
}

/** "Tot 2 jaar nadat iemand van school gaat, dan kan niemand het nog lezen." */
export const periodWords = ({ after, keep, finally: end }: Retention): Words => {
  const from = momentWords(after)!
  // From such a moment on the words themselves say until when.
  if (keep.until) return { nl: `${from.nl}, ${ends[end].nl}`, en: `${from.en}, ${ends[end].en}` }
  const long = stretch(keep)
  return {
    nl: `${long ? `tot ${long.nl}` : 'meteen'} ${from.nl}, ${ends[end].nl}`,
    en: `${long ? `until ${long.en}` : 'at once'} ${from.en}, ${ends[end].en}`,
  }
}
