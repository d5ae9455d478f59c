/** Where a family's names come from; `women` and `men` were born between 1975 and 1998, `girls` and `boys` after 2013. */
export type NameList = {
  girls: string[]
  boys: string[]
  women: string[]
  men: string[]
  /** `Kowalski/Kowalska` where women carry another form. Empty where a surname is the father's given name. */
  surnames: string[]
  /** How often a married woman carries her husband's name; the rest keep their own or join the two. */
  takesName: number
  /** How often a guardian chose English. */
  english: number
}

/** A list written as one text. */
export const list = (text: string): string[] => text.trim().split(/\s*,\s*/)
