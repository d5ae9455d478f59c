import type { Language } from '#shared/language/index.ts'
import type { FormDraft } from '../queries.ts'

/** What a form begins as. */
export const templates = ['contact', 'complaint', 'privacy', 'visit', 'empty'] as const
export type Template = (typeof templates)[number]

type Ready = Omit<FormDraft, 'slug'> & { readonly slug: string }
const field = (
  id: string,
  type: FormDraft['fields'][number]['type'],
  label: string,
  more: Partial<FormDraft['fields'][number]> = {},
) => ({
  id,
  type,
  label,
  help: '',
  required: true,
  options: [],
  ...more,
})

const nl: Readonly<Record<Template, Ready>> = {
  contact: {
    slug: 'contact',
    kind: 'contact',
    sender: 'required',
    title: 'Stuur ons een bericht',
    intro:
      'Heb je een vraag of wil je iets vertellen? Schrijf het hier. Is je kind vandaag ziek? Meld dat dan in het portaal of bel ons.',
    thanks: 'Dank je wel. Je krijgt binnen een week antwoord.',
    keepMonths: 12,
    fields: [
      field('subject', 'choice', 'Waar gaat het over?', {
        options: ['Een vraag', 'Aanmelden van mijn kind', 'Iets anders'],
      }),
      field('phone', 'phone', 'Je telefoonnummer', { required: false, help: 'Als je liever gebeld wordt.' }),
      field('message', 'area', 'Je bericht', {
        help: 'Schrijf niets over gezondheid of zorg van je kind. Bel daarover.',
      }),
    ],
  },
  complaint: {
    slug: 'klacht',
    kind: 'complaint',
    sender: 'required',
    title: 'Een klacht',
    intro: 'Ging er iets mis? Vertel het ons. Je krijgt binnen vier weken antwoord.',
    thanks: 'Dank je wel dat je het vertelt. We zoeken uit wat er gebeurde.',
    keepMonths: null,
    fields: [
      field('about', 'choice', 'Waar gaat je klacht over?', {
        options: ['Hoe er met gegevens is omgegaan', 'Iets anders'],
      }),
      field('message', 'area', 'Wat is er gebeurd?'),
      field('wish', 'area', 'Wat zou helpen?', { required: false }),
    ],
  },
  privacy: {
    slug: 'privacy',
    kind: 'privacy',
    sender: 'required',
    title: 'Een verzoek over je gegevens',
    intro:
      'Wil je weten wat we van je hebben, iets verbeteren of iets laten wissen? Vraag het hier. Heb je een account, dan kun je het meeste zelf onder Mijn gegevens.',
    thanks: 'Je verzoek is aangekomen.',
    keepMonths: null,
    fields: [
      field('what', 'choice', 'Wat wil je?', {
        options: ['Mijn gegevens zien', 'Iets verbeteren', 'Iets laten wissen', 'Bezwaar maken', 'Iets anders'],
      }),
      field('message', 'area', 'Wat vraag je precies?', {
        help: 'Stuur geen kopie van een paspoort mee. We vragen het als het nodig is.',
      }),
    ],
  },
  visit: {
    slug: 'kom-kijken',
    kind: 'other',
    sender: 'required',
    title: 'Kom kijken',
    intro: 'Laat weten wanneer je op school wilt komen kijken. We bellen je voor een afspraak.',
    thanks: 'Leuk dat je komt kijken. We bellen je binnen een week.',
    keepMonths: 6,
    fields: [
      field('phone', 'phone', 'Je telefoonnummer'),
      field('from', 'date', 'Vanaf wanneer gaat je kind naar school?', { required: false }),
      field('days', 'several', 'Wanneer kun je?', {
        options: ['Maandag', 'Dinsdag', 'Woensdag', 'Donderdag', 'Vrijdag'],
      }),
      field('people', 'number', 'Met hoeveel mensen kom je?', { required: false }),
    ],
  },
  empty: {
    slug: '',
    kind: 'other',
    sender: 'required',
    title: '',
    intro: '',
    thanks: 'Dank je wel.',
    keepMonths: 12,
    fields: [field('message', 'area', 'Je bericht')],
  },
}

const en: Readonly<Record<Template, Ready>> = {
  contact: {
    ...nl.contact,
    title: 'Send us a message',
    intro:
      'Do you have a question, or something to tell? Write it here. Is your child ill today? Report that in the portal or call us.',
    thanks: 'Thank you. You get an answer within a week.',
    fields: [
      field('subject', 'choice', 'What is it about?', {
        options: ['A question', 'Enrolling my child', 'Something else'],
      }),
      field('phone', 'phone', 'Your telephone number', { required: false, help: 'If you prefer a call.' }),
      field('message', 'area', 'Your message', {
        help: 'Write nothing about the health or care of your child. Call about that.',
      }),
    ],
  },
  complaint: {
    ...nl.complaint,
    slug: 'complaint',
    title: 'A complaint',
    intro: 'Did something go wrong? Tell us. You get an answer within four weeks.',
    thanks: 'Thank you for telling us. We find out what happened.',
    fields: [
      field('about', 'choice', 'What is your complaint about?', {
        options: ['How data were handled', 'Something else'],
      }),
      field('message', 'area', 'What happened?'),
      field('wish', 'area', 'What would help?', { required: false }),
    ],
  },
  privacy: {
    ...nl.privacy,
    title: 'A request about your data',
    intro:
      'Do you want to know what we have of you, correct something or have something erased? Ask it here. With an account you can do most of it yourself under My data.',
    thanks: 'Your request has arrived.',
    fields: [
      field('what', 'choice', 'What do you want?', {
        options: ['See my data', 'Correct something', 'Have something erased', 'Object', 'Something else'],
      }),
      field('message', 'area', 'What exactly do you ask?', {
        help: 'Send no copy of a passport. We ask for it if it is needed.',
      }),
    ],
  },
  visit: {
    ...nl.visit,
    slug: 'come-and-see',
    title: 'Come and see',
    intro: 'Tell us when you want to come and see the school. We call you for an appointment.',
    thanks: 'Good that you come and see. We call you within a week.',
    fields: [
      field('phone', 'phone', 'Your telephone number'),
      field('from', 'date', 'From when does your child go to school?', { required: false }),
      field('days', 'several', 'When can you come?', {
        options: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
      }),
      field('people', 'number', 'With how many people do you come?', { required: false }),
    ],
  },
  empty: { ...nl.empty, thanks: 'Thank you.', fields: [field('message', 'area', 'Your message')] },
}

/** A form to begin with, in the language of the site. */
export const templateOf = (language: Language, name: Template): Ready => (language === 'nl' ? nl : en)[name]
