import type { Texts } from '#shared/language/index.ts'

const nl = {
  title: 'Naam en uiterlijk',
  text: 'Hoe de school zich laat zien: naam, beeldmerk, kleur en taal.',
  saved: 'Bewaard. Iedereen ziet het bij de volgende pagina.',
  now: 'Zo ziet iedereen het nu',
  name: 'Naam van de school',
  mark: 'Beeldmerk',
  marks: { lighthouse: 'Vuurtoren', mill: 'Molen', star: 'Ster', square: 'Plein' },
  colour: 'Kleur van de school',
  colourText: 'De kleur zegt bij welke school iets hoort. De leesbaarheid is bij elke keuze gelijk.',
  hue: 'Tint',
  hueHint: 'Een getal van 0 tot en met 359: 85 is geel, 145 groen, 238 blauw, 350 roze.',
  chroma: 'Sterkte',
  chromaHint: 'Van 2 (bijna grijs) tot en met 12 (vol).',
  language: 'Taal voor wie nog niet koos',
  languages: { nl: 'Nederlands', en: 'English' },
  save: 'Bewaar de instellingen',
  problems: {
    name: 'Vul de naam van de school in.',
    long: 'Deze naam is te lang. Gebruik ten hoogste 120 letters.',
    'not-a-hue': 'Vul een geheel getal in van 0 tot en met 359.',
    'not-a-chroma': 'Vul een getal in van 2 tot en met 12.',
    'looks-like-alert':
      'Tinten van 10 tot en met 60 lijken op de kleuren voor waarschuwen en te laat. Kies een tint vanaf 61 (goud) of tot en met 9 (framboos), of maak de sterkte 2.',
  },
}

const en: Texts<typeof nl> = {
  title: 'Name and look',
  text: 'How the school shows itself: name, mark, colour and language.',
  saved: 'Kept. Everyone sees it on the next page.',
  now: 'What everyone sees now',
  name: 'Name of the school',
  mark: 'Mark',
  marks: { lighthouse: 'Lighthouse', mill: 'Mill', star: 'Star', square: 'Square' },
  colour: 'Colour of the school',
  colourText: 'The colour says which school something belongs to. Every choice reads equally well.',
  hue: 'Hue',
  hueHint: 'A number from 0 to 359: 85 is yellow, 145 green, 238 blue, 350 pink.',
  chroma: 'Strength',
  chromaHint: 'From 2 (nearly grey) to 12 (full).',
  language: 'Language for who has not chosen',
  languages: { nl: 'Nederlands', en: 'English' },
  save: 'Keep the settings',
  problems: {
    name: 'Fill in the name of the school.',
    long: 'This name is too long. Use at most 120 letters.',
    'not-a-hue': 'Fill in a whole number from 0 to 359.',
    'not-a-chroma': 'Fill in a number from 2 to 12.',
    'looks-like-alert':
      'Hues from 10 to 60 look like the colours for warnings and being late. Choose a hue from 61 (gold) or up to 9 (raspberry), or make the strength 2.',
  },
}

export type LookTexts = Texts<typeof nl>
export const lookTexts: { nl: LookTexts; en: LookTexts } = { nl, en }
