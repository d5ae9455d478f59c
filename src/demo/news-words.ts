import type { HostLabel } from './types.ts'

/** A story as the demo tells it: how many days ago, by whom, for which groups (none is the whole school), in which words. */
export type DemoStory = {
  readonly ago: number
  readonly by: string
  readonly groups?: readonly string[]
  readonly title: string
  readonly text: string
  /** Drawings by name, each with what is in it and how many children of the first group. */
  readonly photos?: readonly (readonly [drawing: string, alt: string, children: number])[]
  readonly class?: 'urgent' | 'answer'
  readonly pinned?: true
  /** What stood there before it was corrected. */
  readonly before?: string
}

const vuurtoren: readonly DemoStory[] = [
  {
    ago: 1,
    by: 'Naima Chaoui',
    groups: ['3'],
    title: 'Onze boten drijven echt',
    text: 'We bouwden boten van karton, kurk en een **rietje**. In de watertafel bleef de helft drijven.\n\n- Kurk drijft altijd\n- Karton drijft tot het nat is\n\nMorgen maken we de zeilen groter.',
    photos: [
      ['boats', 'Drie zeilbootjes op het water, de voorste met een rood zeil', 2],
      ['paint', 'Vijf potten verf met een kwast erin', 0],
    ],
  },
  {
    ago: 2,
    by: 'Anouk Visser',
    title: 'Studiedag op vrijdag 11 december',
    text: 'Op **vrijdag 11 december** is er geen les. Het team werkt die dag aan het nieuwe rekenboek.\n\nDe opvang is open. Geef je kind daar zelf op, voor 4 december.',
    before:
      'Op **vrijdag 11 december** is er geen les. Het team werkt die dag aan het nieuwe rekenboek.\n\nDe opvang is open.',
    pinned: true,
  },
  {
    ago: 4,
    by: 'Hatice Aydın',
    groups: ['5'],
    title: 'Wij tekenden ons eigen plein',
    text: 'Elk groepje kreeg een stuk van het plein. De hinkelbaan telt tot acht.\n\nMorgen kiezen we samen welk stuk we met echte verf maken. Neem *oude kleren* mee.',
    photos: [
      ['hopscotch', 'Een hinkelbaan van krijt op de tegels van het plein', 2],
      ['paint', 'Potten verf in vijf kleuren', 1],
      ['shells', 'Schelpen op het zand', 2],
    ],
  },
  {
    ago: 8,
    by: 'Anouk Visser',
    title: 'Lampionnen op het schoolplein',
    text: 'Op dinsdag lopen we met lampionnen door de wijk. We beginnen om 17.30 uur op het plein en zijn om 18.15 uur terug.\n\nNeem een lampje op batterijen mee. Een kaarsje mag niet.',
    photos: [['lanterns', 'Gekleurde lampionnen in de avond', 0]],
  },
  {
    ago: 13,
    by: 'Tom Hartman',
    groups: ['8'],
    title: 'Het kamp: wat neem je mee?',
    text: 'De lijst voor het kamp.\n\n| Wat | Hoeveel |\n| --- | --- |\n| Slaapzak | 1 |\n| Warme trui | 2 |\n| Regenjas | 1 |\n\nMedicijnen geef je aan meester Tom, met een briefje erbij.',
  },
  {
    ago: 20,
    by: 'Naima Chaoui',
    groups: ['3'],
    title: 'Schelpen tellen',
    text: 'We telden schelpen in groepjes van tien. Wie thuis schelpen heeft, mag er een paar meenemen.',
    photos: [['shells', 'Roze, blauwe en gele schelpen op het zand', 3]],
  },
  {
    ago: 27,
    by: 'Anouk Visser',
    title: 'De schoolbieb is open',
    text: 'Elke dinsdag en donderdag na school kun je boeken lenen. Een boek mag drie weken mee naar huis.',
    photos: [['books', 'Een plank met boeken in alle kleuren', 0]],
  },
  {
    ago: 41,
    by: 'Ruben Schouten',
    groups: ['7', '8'],
    title: 'Verkeersles op de fiets',
    text: 'Groep 7 en 8 oefenden op het plein: kijken, hand uitsteken, afslaan. Controleer thuis samen de lampen en de remmen.',
    photos: [['bikes', 'Twee fietsen op een weg met witte strepen', 0]],
  },
  {
    ago: 62,
    by: 'Anouk Visser',
    title: 'Welkom terug',
    text: 'Het nieuwe schooljaar is begonnen. Welkom aan alle nieuwe kinderen en ouders.\n\n> Een school is een plein waar iedereen elkaar tegenkomt.',
    photos: [['plants', 'Een moestuin met rijen groen en worteltjes', 0]],
  },
]

/** What each school of the demo wrote this year. */
export const newsWords: Partial<Record<HostLabel, readonly DemoStory[]>> = {
  vuurtoren,
  zeester: [
    {
      ago: 3,
      by: 'Karim Haddou',
      title: 'Ons plein wordt groener',
      text: 'In de lente komen er drie bomen en een moestuin. Kinderen uit elke groep helpen met planten.',
      photos: [['plants', 'Rijen jonge planten in de aarde', 0]],
    },
    {
      ago: 24,
      by: 'Karim Haddou',
      title: 'Gevonden voorwerpen',
      text: 'De bak bij de ingang is vol. Kom voor vrijdag kijken of er iets van je kind bij ligt.',
    },
  ],
  molen: [
    {
      ago: 3,
      by: 'Hessel Terpstra',
      title: '120 bomen in één ochtend',
      text: 'Alle groepen plantten samen een bos achter de school. Elke boom heeft een nummer; over een jaar meten we ze.',
      photos: [['trees', 'Jonge bomen op een heuvel', 0]],
    },
    {
      ago: 16,
      by: 'Sem Hofman',
      groups: ['7'],
      title: 'Zelf een fiets nakijken',
      text: 'We leerden remmen en lampen controleren. Doe het thuis nog een keer samen.',
      photos: [['bikes', 'Twee fietsen naast elkaar', 0]],
    },
  ],
}
