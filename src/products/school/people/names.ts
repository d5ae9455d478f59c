import type { PersonRecord } from './personal-data.ts'

/** "Finn van der Meulen". */
export const fullName = ({
  givenName,
  prefix,
  surname,
}: Pick<PersonRecord, 'givenName' | 'prefix' | 'surname'>): string =>
  [givenName, prefix, surname].filter(Boolean).join(' ')

/** "van der Meulen", as it stands under a given name. */
export const surnameWithPrefix = ({ prefix, surname }: Pick<PersonRecord, 'prefix' | 'surname'>): string =>
  [prefix, surname].filter(Boolean).join(' ')

const collator = new Intl.Collator('nl', { sensitivity: 'base', numeric: true })

type Named = { readonly givenName: string; readonly surname: string }

/** By given name, then surname, as a class list is read. */
export const byGivenName = (one: Named, other: Named): number =>
  collator.compare(one.givenName, other.givenName) || collator.compare(one.surname, other.surname)

/** By surname without its prefix, then given name, as an office list is read in the Netherlands. */
export const bySurname = (one: Named, other: Named): number =>
  collator.compare(one.surname, other.surname) || collator.compare(one.givenName, other.givenName)

const UNMARKED: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe' }

/** Letters without marks or capitals, so that "yildiz" finds "Yıldız" and "Łukasz" is found by "lukasz". */
export const plainLetters = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ıłøđßæœ]/g, (letter) => UNMARKED[letter]!)

/** Whether every word that was typed begins a word of the name. Nothing typed finds everyone. */
export const nameMatcher = (typed: string): ((name: string) => boolean) => {
  const wanted = plainLetters(typed).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return () => true
  return (name) => {
    const words = plainLetters(name).split(/[\s-]+/)
    return wanted.every((one) => words.some((word) => word.startsWith(one)))
  }
}
