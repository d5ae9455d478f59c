import type { Answers } from '#products/website/sites/questions.ts'
import type { HostLabel } from './types.ts'

type Article = {
  readonly title: string
  readonly summary: string
  readonly text: string
  readonly daysAgo: number
  readonly picture?: string
}

type Event = {
  readonly title: string
  readonly inDays: number
  readonly starts?: string
  readonly ends?: string
  readonly text?: string
}

/** A drawing for the site: its file, and what it shows. */
type Drawing = { readonly alt: string; readonly focus?: number; readonly withChild?: true }

/** What a demo school answered to the ten questions, and what it wrote since. */
export type DemoSite = {
  readonly answers: Omit<Answers, 'address' | 'phone' | 'email' | 'team'>
  readonly action: string
  readonly news: string
  /** Whether what is to come stands on the home page beside the news. */
  readonly agenda: boolean
  readonly drawings: Readonly<Record<string, Drawing>>
  readonly articles: readonly Article[]
  readonly events: readonly Event[]
  /** Pages of the template that say something else here, by the last part of their address. */
  readonly pages?: Readonly<Record<string, { readonly title: string; readonly summary: string; readonly text: string }>>
}

const vuurtoren: DemoSite = {
  answers: {
    headline: 'Aan zee leer je ver kijken',
    about: 'Basisschool in de duinen. Elke week zijn alle groepen een middag buiten, ook als het waait.',
    size: 'Op De Vuurtoren zitten ruim tweehonderd kinderen in negen groepen.',
    hours:
      'Maandag, dinsdag, donderdag en vrijdag van 8.30 tot 14.15 uur. Woensdag van 8.30 tot 12.15 uur. Iedereen eet in de klas.',
    visit: 'Elke eerste dinsdag van de maand lopen we met je door de school. Kinderen uit groep 8 laten alles zien.',
    theme: 'lighthouse',
  },
  action: 'Kom kijken',
  news: 'Van het strand en uit de klas',
  agenda: true,
  drawings: {
    shells: { alt: 'Vijf schelpen op het zand, roze, paars, blauw en bruin' },
    boats: { alt: 'Drie zeilboten op een kalme zee, met de zon erboven' },
    lanterns: { alt: 'Lampionnen in vier kleuren aan een lijn in het donker', focus: 1, withChild: true },
  },
  articles: [
    {
      title: 'Groep 6 telt schelpen voor de universiteit',
      summary: 'In een uur raapten ze er 1.412. Die tellen mee in een onderzoek naar de kust.',
      text: 'Met emmers, linialen en een tellijst liep groep 6 dinsdag langs de vloedlijn. Elke schelp werd gemeten en opgeschreven.\n\n# Waarom schelpen?\n\nOnderzoekers willen weten welke dieren er in zee leven. Schelpen vertellen dat, jaar na jaar.\n\n| Soort | Aantal |\n| --- | --- |\n| Kokkel | 622 |\n| Nonnetje | 418 |\n| Mossel | 372 |\n\n- De grootste was negen centimeter.\n- De meeste waren kokkels.\n\nVolgend jaar gaan we weer, in dezelfde week.',
      daysAgo: 3,
      picture: 'shells',
    },
    {
      title: 'Deze boten drijven echt',
      summary: 'Groep 4 bouwde bootjes van wat er op het strand lag.',
      text: 'Kurk, wilgentak, een oud zeil. Elke boot moest tien minuten drijven met een steen erin.\n\nZeven van de negen haalden het.',
      daysAgo: 9,
      picture: 'boats',
    },
    {
      title: 'Zingen in het donker',
      summary: 'Met lampionnen langs de duinrand.',
      text: 'Alle groepen oefenden drie weken. Donderdag liepen we om vijf uur naar de duinrand, en zongen daar vier liedjes.\n\nDank aan alle ouders die meeliepen.',
      daysAgo: 15,
      picture: 'lanterns',
    },
  ],
  events: [
    { title: 'Open ochtend', inDays: 6, starts: '09:00', ends: '11:00' },
    { title: 'Jutten met groep 5 en 6', inDays: 8, text: 'Uit om 12.00 uur' },
    { title: 'Voorlezen bij de vloedlijn', inDays: 12, text: 'Groep 1 tot en met 4' },
  ],
}

const molen: DemoSite = {
  answers: {
    headline: 'Klein, met de wind mee',
    about: 'Dorpsschool tussen de bollen. 148 kinderen en één grote moestuin.',
    size: 'Op De Molen zitten 148 kinderen in zeven groepen.',
    hours: 'Elke dag van 8.30 tot 14.15 uur.',
    visit: 'Loop mee met groep 8. Zij weten alles. Bel ons, dan spreken we een ochtend af.',
    theme: 'mill',
  },
  action: '',
  news: 'Uit de tuin en uit de klas',
  agenda: false,
  drawings: {
    garden: { alt: 'Een moestuin met vijf rijen groen en wortels in de aarde', focus: 7 },
    trees: { alt: 'Jonge bomen op een heuvel onder een bleke zon' },
    paint: { alt: 'Vijf potten verf op een plank, met kwasten erin' },
  },
  articles: [
    {
      title: 'De wortels zijn binnen',
      summary: 'Groep 4 oogstte 31 kilo. Vrijdag eten we samen hutspot.',
      text: 'In april gingen de zaadjes de grond in. Groep 4 gaf water, wiedde en wachtte.\n\nNu liggen er 31 kilo wortels in de schuur. Genoeg voor de hele school.',
      daysAgo: 2,
      picture: 'garden',
    },
    {
      title: '120 bomen in één ochtend',
      summary: 'Met hulp van 26 ouders en één tractor.',
      text: 'Achter het schoolplein staat nu een bosje. Els, berk en hazelaar, elk met een naamkaartje.',
      daysAgo: 11,
      picture: 'trees',
    },
    {
      title: 'Kijkochtend in het atelier',
      summary: 'Loop mee met groep 8. Zij weten alles.',
      text: 'Wie nieuwsgierig is naar onze school, is welkom. We beginnen in het atelier, met koffie en verf.',
      daysAgo: 17,
      picture: 'paint',
    },
  ],
  events: [
    { title: 'Hutspot met de hele school', inDays: 3, starts: '12:00' },
    { title: 'Kijkochtend', inDays: 13, starts: '09:00', ends: '10:30' },
    { title: 'Bollen planten', inDays: 20, text: 'Neem laarzen mee' },
  ],
}

const zeester: DemoSite = {
  answers: {
    headline: 'Ruimte om te groeien',
    about: 'De school van de nieuwe wijk. Elk jaar komt er een groep bij.',
    size: 'Op De Zeester zitten 160 kinderen in zeven groepen.',
    hours: 'Maandag, dinsdag, donderdag en vrijdag van 8.30 tot 14.45 uur. Woensdag van 8.30 tot 12.30 uur.',
    visit: 'Elke woensdag om negen uur staat de deur open. Bellen hoeft niet.',
    theme: 'tide',
  },
  action: 'Loop binnen op woensdag',
  news: 'Nieuw in de wijk',
  agenda: false,
  drawings: {
    starfish: { alt: 'Vier zeesterren op het strand, roze, oranje, paars en geel' },
    kites: { alt: 'Twee vliegers boven groene heuvels', focus: 1 },
    books: { alt: 'Een plank met boeken in zes kleuren' },
  },
  articles: [
    {
      title: 'Een eigen boekenkast voor elke groep',
      summary: 'De wijk gaf 340 boeken.',
      text: 'Vier weken lang stond er een krat in de hal. Nu heeft elke groep een kast om zelf uit te kiezen.',
      daysAgo: 4,
      picture: 'books',
    },
    {
      title: 'Vliegers boven het Schelpenplein',
      summary: 'Groep 7 bouwde ze, groep 3 liet ze op.',
      text: 'Papier, riet en twaalf meter touw. De hoogste kwam boven de lantaarns uit.',
      daysAgo: 10,
      picture: 'kites',
    },
    {
      title: 'Wat leeft er op het strand?',
      summary: 'Groep 5 ging kijken met eb.',
      text: 'Zeesterren, garnalen en één krab. Alles ging daarna terug in zee.',
      daysAgo: 18,
      picture: 'starfish',
    },
  ],
  events: [
    { title: 'De deur staat open', inDays: 6, starts: '09:00' },
    { title: 'Wijkfeest op het plein', inDays: 9, starts: '14:00', ends: '17:00' },
  ],
}

const supplier: DemoSite = {
  answers: {
    headline: 'Scholen online, zonder zorgen',
    about: 'Stoepkrijt zet Schoolplein klaar, houdt het bij en let erop. Jullie geven les.',
    size: 'Wij zijn met zes mensen en werken voor scholen en besturen in het hele land.',
    hours: 'Op schooldagen van 8.00 tot 17.00 uur. Is er iets mis dat niet kan wachten, dan bel je dag en nacht.',
    visit: 'We komen langs, laten alles zien en rekenen voor wat het kost.',
    theme: 'square',
  },
  action: 'Vraag een afspraak',
  news: 'Van de stoep',
  agenda: false,
  drawings: {},
  articles: [
    {
      title: 'Een herstel gaat in elf minuten',
      summary: 'We oefenden het weer, met een echte kopie.',
      text: 'Elke maand zetten we een school terug uit de reservekopie. Deze keer duurde dat elf minuten.',
      daysAgo: 5,
    },
    {
      title: 'Geen cookies, geen balk',
      summary: 'Waarom de websites die wij draaien niets vragen.',
      text: 'Een bezoeker van een schoolsite hoeft niets toe te staan. Er wordt niets bewaard en niemand gevolgd.',
      daysAgo: 21,
    },
  ],
  pages: {
    'onze-school': {
      title: 'Over ons',
      summary: 'Zes mensen die scholen laten draaien.',
      text: 'Wij zijn met zes mensen en werken voor scholen en besturen in het hele land.\n\n# Waar we voor staan\n\nGegevens van kinderen zijn van het kind. Wij kijken er niet in, tenzij iemand van school dat vraagt, en dan ziet iedereen dat we keken.',
    },
    groepen: {
      title: 'Wat we doen',
      summary: 'Klaarzetten, bijhouden, opletten.',
      text: '# Klaarzetten\n\nBinnen een week staat jullie school er, met alle groepen en ouders.\n\n# Bijhouden\n\nElke nacht een reservekopie. Elke maand oefenen we een herstel.\n\n# Opletten\n\nWij zien een storing voordat jullie hem merken.',
    },
    praktisch: {
      title: 'Hulp',
      summary: 'Zo bereik je ons als er iets is.',
      text: '# Wanneer\n\nOp schooldagen van 8.00 tot 17.00 uur. Wat niet kan wachten, mag altijd.\n\n# Hoe\n\nBel, of mail ons. Je krijgt een mens.',
    },
    aanmelden: {
      title: 'Afspraak',
      summary: 'We komen langs en laten alles zien.',
      text: 'Bel of mail ons. We komen langs, laten alles zien en rekenen voor wat het kost.\n\n# Daarna\n\nWil je door, dan maken we samen een plan. Wil je niet door, dan is dat ook goed.',
    },
    'werken-bij-ons': {
      title: 'Werken bij ons',
      summary: 'Beheerder of ontwikkelaar.',
      text: 'Er is nu geen open plek. Stuur gerust een brief.',
    },
  },
  events: [{ title: 'Vragenuur voor schoolbeheerders', inDays: 7, starts: '15:00', ends: '16:00' }],
}

/** The sites of the demo world: three schools that look nothing like each other, and the supplier's own. */
export const demoSites: Partial<Record<HostLabel, DemoSite>> = { vuurtoren, molen, zeester, supplier }
