/** Something said in a conversation of the demo: by whom, how many days ago, at what time. `{kind}` is the child. */
export type DemoSaid = {
  readonly by: 'home' | 'school'
  readonly ago: number
  readonly at: string
  readonly text: string
}

const said = (by: DemoSaid['by'], ago: number, at: string, text: string): DemoSaid => ({ by, ago, at, text })

/** Conversations of families with the team of the group, through the school year. */
export const demoConversations: readonly (readonly DemoSaid[])[] = [
  [
    said('home', 61, '08:02', 'Goedemorgen, {kind} vond het spannend vanmorgen. Willen jullie er even op letten?'),
    said('school', 61, '12:40', 'Doen we. In de kring ging het al goed, {kind} zat naast een vriendje.'),
    said('home', 61, '16:10', 'Wat fijn om te horen, dank je.'),
  ],
  [
    said(
      'home',
      34,
      '19:20',
      'Mag {kind} vrijdag iets lekkers uitdelen? Wij denken aan mandarijnen met een vlaggetje.',
    ),
    said('school', 33, '08:10', 'Leuk. Er zijn 27 kinderen, en mandarijnen mag iedereen. Tien uur is een goed moment.'),
  ],
  [
    said('school', 20, '15:05', '{kind} heeft vandaag het tekstboek uitgelezen en wilde meteen het volgende.'),
    said('home', 20, '17:44', 'Dat hoorden we al bij de deur. Thuis lezen we nu elke avond een hoofdstuk.'),
  ],
  [
    said('home', 12, '20:15', 'Klopt het dat de gymspullen op school blijven? Hier liggen ze nog in de gang.'),
    said('school', 11, '08:05', 'Ja, in de tas aan de kapstok. Na de vakantie gaan ze mee om te wassen.'),
    said('home', 11, '08:31', 'Dan neemt {kind} ze morgen mee.'),
  ],
  [said('home', 1, '19:02', 'Kan {kind} donderdag bij de overblijf? Het staat nog niet in de lijst.')],
  [said('home', 2, '07:41', 'Welk boek moet {kind} mee voor de boekbespreking? Er staan er twee op de lijst.')],
  [
    said('home', 8, '16:50', 'Wij zoeken de blauwe broodtrommel van {kind}. Staat hij misschien in de klas?'),
    said('school', 7, '12:15', 'Hij stond bij de gevonden voorwerpen. {kind} heeft hem nu in de tas.'),
  ],
]

/** What teachers wrote to all guardians of their group, and what some of these answered, to the teacher alone. */
export const demoLetters = [
  {
    ago: 45,
    heading: 'Herfst in het bos',
    text: 'Woensdag gaan we met de hele groep naar het bos. Trek laarzen aan en doe een extra paar sokken in de tas. We zijn om 12.00 uur terug.',
    answers: [
      '{kind} komt ook. Ik kan meelopen als jullie nog iemand zoeken.',
      'Goed plan, {kind} heeft er al zin in.',
    ],
  },
  {
    ago: 3,
    heading: 'Materiaal voor de maquette',
    text: 'Volgende week bouwen we ons eigen plein na. Heb je lege doosjes, kurken of lapjes stof? Geef ze dan mee voor maandag.',
    answers: ['Wij hebben een hele zak kurken. {kind} neemt ze maandag mee.'],
  },
] as const
