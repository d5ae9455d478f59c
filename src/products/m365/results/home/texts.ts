import { plural, type Texts } from '#shared/language/index.ts'

const nl = {
  title: 'Resultaten',
  text: 'Wat de leerkracht heeft vrijgegeven, dit schooljaar.',
  none: 'Nog geen resultaten',
  noneText: 'Zodra de leerkracht iets vrijgeeft, staat het hier.',
  way: (subject: string) => `Zo ging ${subject.toLowerCase()} dit schooljaar`,
  results: (subject: string, count: number) => `${subject}: ${plural('nl', count, 'resultaat', 'resultaten')}`,
  feedback: (words: string) => `De leerkracht schreef: ${words}`,
  item: (test: string) => `Nieuw resultaat: ${test}`,
  action: 'Bekijk',
}

const en: Texts<typeof nl> = {
  title: 'Results',
  text: 'What the teacher released, this school year.',
  none: 'No results yet',
  noneText: 'As soon as the teacher releases something, it stands here.',
  way: (subject) => `How ${subject.toLowerCase()} went this school year`,
  results: (subject, count) => `${subject}: ${plural('en', count, 'result', 'results')}`,
  feedback: (words) => `The teacher wrote: ${words}`,
  item: (test) => `New result: ${test}`,
  action: 'Look',
}

export type HomeTexts = Texts<typeof nl>
export const homeTexts = { nl, en }
