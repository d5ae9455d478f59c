import { listOf, plural, type Words } from '#shared/language/index.ts'
import { momentWords, type Period, type Retention } from '#shared/vault/declaration.ts'

const ends: Readonly<Record<Retention['finally'], Words>> = {
  delete: { nl: 'dan gaat het weg', en: 'then it goes' },
  anonymise: { nl: 'dan blijft er niets over een persoon staan', en: 'then nothing about a person is left' },
  'destroy-key': { nl: 'dan kan niemand het nog lezen', en: 'then nobody can read it any more' },
}

const units = [
  { unit: 'years', nl: ['jaar', 'jaar'], en: ['year', 'years'] },
  { unit: 'months', nl: ['maand', 'maanden'], en: ['month', 'months'] },
  { unit: 'days', nl: ['dag', 'dagen'], en: ['day', 'days'] },
] as const

const stretch = (period: Period): Words | null => {
  const parts = units.flatMap(({ unit, nl, en }) => {
    const many = period[unit]
    return many ? [{ nl: plural('nl', many, nl[0], nl[1]), en: plural('en', many, en[0], en[1]) }] : []
  })
  if (parts.length === 0) return null
  return {
    nl: listOf(
      'nl',
      parts.map(({ nl }) => nl),
    ),
    en: listOf(
      'en',
      parts.map(({ en }) => en),
    ),
  }
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
