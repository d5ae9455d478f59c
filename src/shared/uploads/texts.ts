import type { DocumentProblem } from '#shared/files/documents.ts'
import { imageTexts } from '#shared/files/images/index.ts'
import type { ImageProblem } from '#shared/files/images/kind.ts'
import type { Language, Texts } from '#shared/language/index.ts'
import { pick } from '#shared/language/index.ts'

const nl = {
  'too-large': (megabytes: number) => `Dit bestand is groter dan ${megabytes} MB. Kies een kleiner bestand.`,
  'too-many': 'Er zijn te veel bestanden onderweg. Wacht tot de eerste klaar zijn.',
  'not-a-document': 'Dit bestand kan niet. Kies een pdf, of een bestand van Word, Excel, PowerPoint of LibreOffice.',
  'not-wanted': 'Dit soort bestand kan hier niet.',
  macros: 'In dit bestand zit een programma (een macro). Bewaar het zonder macro’s en kies het opnieuw.',
  virus: 'De virusscanner vond iets in dit bestand. Het is niet bewaard.',
  empty: 'Dit bestand is leeg. Kies een ander bestand.',
}

const en: Texts<typeof nl> = {
  'too-large': (megabytes) => `This file is larger than ${megabytes} MB. Choose a smaller file.`,
  'too-many': 'Too many files are on their way. Wait until the first are ready.',
  'not-a-document': 'This file is not possible. Choose a PDF, or a file of Word, Excel, PowerPoint or LibreOffice.',
  'not-wanted': 'This kind of file is not possible here.',
  macros: 'There is a program in this file (a macro). Save it without macros and choose it again.',
  virus: 'The virus scanner found something in this file. It was not kept.',
  empty: 'This file is empty. Choose another one.',
}

const texts = { nl, en }

/** Why an upload is refused. */
export type UploadProblem = keyof typeof nl | ImageProblem | DocumentProblem

/** The sentence for it; `maxBytes` is that of the purpose. */
export const problemSentence = (language: Language, problem: UploadProblem, maxBytes: number): string => {
  const t = pick(language, texts)
  if (problem === 'too-large') return t['too-large'](Math.floor(maxBytes / 1024 / 1024))
  if (problem in t) return t[problem as Exclude<keyof typeof nl, 'too-large'>]
  return pick(language, imageTexts)[problem as ImageProblem]
}
