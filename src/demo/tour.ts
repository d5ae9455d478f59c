import { urls } from '#src/urls.ts'
import type { DemoKey } from './people.ts'
import type { HostLabel } from './types.ts'

type Step = { readonly host: HostLabel; readonly person: DemoKey; readonly next: string } & Readonly<
  Record<'nl' | 'en', readonly [title: string, text: string]>
>

/** Five minutes through the portal: each step is one press, and begins where there is something to do. */
export const tour: readonly Step[] = [
  {
    host: 'vuurtoren',
    person: 'guardian-two-schools',
    next: urls.home(),
    nl: [
      'Eén lijst voor het hele gezin',
      'Je bent Fenna, met kinderen op twee scholen. Kijk wat er van je gevraagd wordt.',
    ],
    en: ['One list for the whole family', 'You are Fenna, with children at two schools. See what is asked of you.'],
  },
  {
    host: 'vuurtoren',
    person: 'guardian-two-schools',
    next: urls.newAbsence(),
    nl: ['Meld Mila ziek', 'Nog steeds Fenna. Drie tikken, en de leerkracht weet het.'],
    en: ['Report Mila ill', 'Still Fenna. Three taps, and the teacher knows.'],
  },
  {
    host: 'vuurtoren',
    person: 'teacher',
    next: urls.home(),
    nl: ['De ochtend van de leerkracht', 'Je bent Hatice. Mila staat al bij de afwezigen van groep 5.'],
    en: ['The teacher’s morning', 'You are Hatice. Mila is already among the absent of group 5.'],
  },
  {
    host: 'vuurtoren',
    person: 'guardian-two-schools',
    next: urls.news(),
    nl: ['Nieuws van de klas', 'Weer Fenna. Alleen foto’s van wie erop mag.'],
    en: ['News of the class', 'Fenna again. Only photos of who may be in them.'],
  },
  {
    host: 'vuurtoren',
    person: 'guardian-two-schools',
    next: urls.messages(),
    nl: ['Schrijf de leerkracht', 'Nog steeds Fenna. Boven het vak staat wie het leest en wanneer school antwoordt.'],
    en: ['Write to the teacher', 'Still Fenna. Above the box stands who reads it and when the school answers.'],
  },
  {
    host: 'vuurtoren',
    person: 'guardian-two-schools',
    next: urls.conversations(),
    nl: ['Kies een tijd voor het gesprek', 'Nog steeds Fenna. Een tijd is nooit twee keer weg.'],
    en: ['Choose a time for the talk', 'Still Fenna. A time is never given twice.'],
  },
  {
    host: 'vuurtoren',
    person: 'principal',
    next: urls.messageRules(),
    nl: ['Wat school afspreekt', 'Je bent Anouk, de directeur. Hoeveel berichten krijgt een gezin, en wat is beloofd?'],
    en: [
      'What the school agrees on',
      'You are Anouk, the principal. How much does a family get, and what was promised?',
    ],
  },
]
