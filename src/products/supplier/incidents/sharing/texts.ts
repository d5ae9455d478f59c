import { plural, type Texts } from '#shared/language/index.ts'

const nl = {
  title: 'Met wie het gedeeld is',
  came: (day: string) => `vertelde het ons op ${day}`,
  told: (day: string) => `verteld op ${day}`,
  found: (count: number) => `raakt daar ${plural('nl', count, 'mens', 'mensen')}`,
  notYet: 'nog niet uitgerekend',
  tellSchools: 'Vertel het scholen',
  tellText:
    'Elke school krijgt het in haar eigen register, met wat hier staat en een klok van haarzelf. Jij ziet terug hoeveel mensen het daar raakt, nooit wie.',
  whom: 'Welke scholen en besturen?',
  compute: 'Laat uitrekenen wie het raakt',
  computeText:
    'In welke tijd stond het open? De school rekent het uit haar eigen logboek uit. Laat het leeg als dat niet kan.',
  tell: 'Vertel het nu',
  toSupplier: (name: string) => `Geef het door aan ${name}`,
  toSupplierText:
    'Wat we weten gaat mee: wat er gebeurde, de oorzaak, de soorten gegevens en het aantal. Wie het meldde en wie het raakt, blijft hier.',
  said: (names: string) => `Via Schoolplein verteld aan ${names}.`,
  problems: { to: 'Kies wie je het vertelt.', period: 'Vul een begin en een einde in, of laat alles leeg.' },
}

const en: Texts<typeof nl> = {
  title: 'With whom it is shared',
  came: (day) => `told us on ${day}`,
  told: (day) => `told on ${day}`,
  found: (count) => `affects ${plural('en', count, 'person', 'people')} there`,
  notYet: 'not computed yet',
  tellSchools: 'Tell schools',
  tellText:
    'Each school gets it in its own register, with what stands here and a clock of its own. You see how many people it affects there, never who.',
  whom: 'Which schools and boards?',
  compute: 'Let them compute whom it affects',
  computeText:
    'In which time did it stand open? The school computes it from its own log. Leave it empty when that cannot be done.',
  tell: 'Tell now',
  toSupplier: (name) => `Pass it on to ${name}`,
  toSupplierText:
    'What we know goes along: what happened, the cause, the kinds of data and the number. Who reported it and whom it affects stays here.',
  said: (names) => `Told through Schoolplein to ${names}.`,
  problems: { to: 'Choose whom you tell.', period: 'Fill in a beginning and an end, or leave all empty.' },
}

export type SharingTexts = Texts<typeof nl>
export const sharingTexts: { nl: SharingTexts; en: SharingTexts } = { nl, en }
