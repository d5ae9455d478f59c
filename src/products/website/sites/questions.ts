import { z } from 'zod'
import type { Texts } from '#shared/language/index.ts'
import { siteThemeNames } from '#shared/ui/index.ts'

const long = (max: number) => z.string('fill').max(max, 'long')
const line = (max: number) => long(max).min(1, 'fill')
const email = z.union([z.literal(''), z.email('email')], 'email')

/** What a school says about itself on each page. */
export const detailsForm = z.object({
  theme: z.enum(siteThemeNames, 'theme'),
  tagline: long(200),
  address: line(300),
  phone: z
    .string('phone')
    .max(40, 'phone')
    .regex(/^[+\d() -]*$/, 'phone'),
  email,
})

/** The ten questions of which a whole site is made. */
export const answersForm = z.object({
  headline: line(120),
  about: line(300),
  size: line(300),
  hours: line(500),
  visit: line(500),
  team: long(4_000),
  address: detailsForm.shape.address,
  phone: detailsForm.shape.phone,
  email,
  theme: detailsForm.shape.theme,
})

export type Answers = z.output<typeof answersForm>

const nl = {
  start: 'Maak een website',
  startText: 'Tien vragen. Daarna staat er een hele website, die je pagina voor pagina kunt veranderen.',
  make: 'Maak de website',
  settings: 'Uiterlijk en gegevens',
  settingsText: 'Dit staat onder aan elke pagina en in zoekmachines.',
  keep: 'Bewaar',
  back: 'Website',
  headline: 'Wat moet iemand het eerst lezen?',
  headlineHint: 'Een paar woorden, groot op de voorpagina. Bijvoorbeeld: Aan zee leer je ver kijken.',
  about: 'Wat voor school zijn jullie?',
  aboutHint: 'Een of twee zinnen.',
  size: 'Hoe groot is de school?',
  sizeHint: 'Bijvoorbeeld: 148 kinderen in zeven groepen.',
  hours: 'Wat zijn de schooltijden?',
  visit: 'Wanneer kan iemand komen kijken?',
  team: 'Wie werken er?',
  teamHint: 'Op elke regel één naam, met een dubbele punt en wat die doet. Bijvoorbeeld: Naima Bakker: groep 5.',
  address: 'Wat is het adres?',
  addressHint: 'Straat op de eerste regel, plaats op de tweede.',
  phone: 'Wat is het telefoonnummer?',
  email: 'Wat is het mailadres?',
  tagline: 'Wat zegt de school van zichzelf, in één zin?',
  theme: 'Hoe moet het eruitzien?',
  themes: {
    lighthouse: ['Vuurtoren', 'Een straal licht met jullie woorden erin'],
    mill: ['Molen', 'De velden zijn het menu'],
    tide: ['Getij', 'Golven met wat er komt'],
    square: ['Plein', 'Tegels, en een hinkelbaan als menu'],
  } as Readonly<Record<(typeof siteThemeNames)[number], readonly [string, string]>>,
  problems: {
    fill: 'Vul hier iets in.',
    long: 'Deze tekst is te lang.',
    phone: 'Dit is geen telefoonnummer. Gebruik cijfers, spaties en een plus.',
    email: 'Dit is geen mailadres. Bijvoorbeeld: info@school.nl.',
    theme: 'Kies hoe het eruit moet zien.',
  },
}

const en: Texts<typeof nl> = {
  start: 'Make a website',
  startText: 'Ten questions. Then a whole website is there, which you can change page by page.',
  make: 'Make the website',
  settings: 'Look and details',
  settingsText: 'This stands at the foot of every page and in search engines.',
  keep: 'Save',
  back: 'Website',
  headline: 'What should somebody read first?',
  headlineHint: 'A few words, large on the front page. For example: By the sea you learn to look far.',
  about: 'What kind of school are you?',
  aboutHint: 'One or two sentences.',
  size: 'How large is the school?',
  sizeHint: 'For example: 148 children in seven groups.',
  hours: 'What are the school hours?',
  visit: 'When can somebody come and see?',
  team: 'Who work there?',
  teamHint: 'One name on each line, with a colon and what they do. For example: Naima Bakker: group 5.',
  address: 'What is the address?',
  addressHint: 'The street on the first line, the place on the second.',
  phone: 'What is the telephone number?',
  email: 'What is the mail address?',
  tagline: 'What does the school say of itself, in one sentence?',
  theme: 'How should it look?',
  themes: {
    lighthouse: ['Lighthouse', 'A beam of light with your words in it'],
    mill: ['Mill', 'The fields are the menu'],
    tide: ['Tide', 'Waves with what is to come'],
    square: ['Square', 'Tiles, and hopscotch as the menu'],
  },
  problems: {
    fill: 'Fill in something here.',
    long: 'This text is too long.',
    phone: 'This is no telephone number. Use figures, spaces and a plus.',
    email: 'This is no mail address. For example: info@school.nl.',
    theme: 'Choose how it should look.',
  },
}

export type QuestionTexts = Texts<typeof nl>
export const questionTexts: { nl: QuestionTexts; en: QuestionTexts } = { nl, en }
