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
    ago: 93,
    by: 'Anouk Visser',
    title: 'Welkom terug',
    text: 'Het nieuwe schooljaar is begonnen. Welkom aan alle nieuwe kinderen en ouders.\n\n> Een school is een plein waar iedereen elkaar tegenkomt.',
    photos: [['plants', 'Een moestuin met rijen groen en worteltjes', 0]],
  },
  {
    ago: 76,
    by: 'Naima Chaoui',
    groups: ['3'],
    title: 'De eerste letters',
    text: 'We leerden de **i**, de **k** en de **s**. Laat je kind thuis eens zoeken op een pak melk of een straatbord.',
    photos: [['books', 'Boeken op een plank', 2]],
  },
  {
    ago: 85,
    by: 'Hatice Aydın',
    groups: ['5'],
    title: 'Zo ziet onze week eruit',
    text: 'Gym op **maandag** en **donderdag**. Neem gymkleren mee in een tas met naam.\n\nOp woensdag eten we een stuk fruit van thuis.',
  },
  {
    ago: 139,
    by: 'Anouk Visser',
    title: 'Dag groep 8',
    text: 'Groep 8 speelde de musical drie keer, de laatste keer voor de hele school. Ze lieten het plein achter met een nieuwe bank.\n\nWe wensen ze een mooie tijd.',
    photos: [['paint', 'Verf en een kwast, waarmee de bank is geschilderd', 0]],
  },
  {
    ago: 163,
    by: 'Anouk Visser',
    title: 'Sportdag in de duinen',
    text: 'Alle groepen liepen, gooiden en sprongen in het zand. Elk team had kinderen uit groep 1 tot en met 8.\n\nDank aan de 24 ouders die hielpen.',
  },
  {
    ago: 197,
    by: 'Anouk Visser',
    title: 'Fietsen naar school',
    text: 'Deze week telden we fietsen. Op vrijdag stonden er meer dan ooit in de rekken.',
    photos: [['bikes', 'Fietsen op een rij', 0]],
  },
  {
    ago: 224,
    by: 'Anouk Visser',
    title: 'De moestuin is geplant',
    text: 'Worteltjes, sla en zonnebloemen. In de vakantie geven gezinnen om de beurt water. De lijst hangt bij de ingang.',
    photos: [['plants', 'Rijen jonge planten in de moestuin', 0]],
  },
  {
    ago: 251,
    by: 'Anouk Visser',
    title: 'Bomen voor het plein',
    text: 'Aan de kant van de straat planten we drie bomen. Kinderen kozen welke: een appel, een kastanje en een linde.',
    photos: [['trees', 'Jonge bomen op een heuvel', 0]],
  },
  {
    ago: 283,
    by: 'Anouk Visser',
    title: 'Een week vol boeken',
    text: 'In de voorleesweek las in elke groep een opa, oma, buur of bakker voor. We vonden 31 voorlezers.',
    photos: [['books', 'Een plank vol boeken', 0]],
  },
  {
    ago: 316,
    by: 'Anouk Visser',
    title: 'Een nieuw jaar',
    text: 'De deuren zijn weer open. Nieuw op het plein: krijt voor iedereen, in de kist bij de zandbak.',
    photos: [['hopscotch', 'Een hinkelbaan van krijt', 0]],
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
