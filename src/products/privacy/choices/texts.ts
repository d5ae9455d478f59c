import { clock, dayLong, type Language, type Texts } from '#shared/language/index.ts'

const moment = (language: Language) => (at: Date) => `${dayLong(language, at, { year: true })}, ${clock(language, at)}`

const nl = {
  back: 'Privacy',
  settings: 'Instellingen',
  save: 'Leg vast en maak bekend',
  reason: 'Waarom verander je dit?',
  reasonHint: 'Dit blijft in de geschiedenis staan. Schrijf geen namen op.',
  readers: 'Dit lezen de privacyfunctionaris en de administratie.',
  kept: 'Vastgelegd. De privacyverklaring is bijgewerkt.',
  same: 'Dit stond er al zo. Er is niets veranderd.',
  history: 'Wat er eerder is besloten',
  none: 'Hier is nog niets veranderd.',
  gone: 'Iemand die hier niet meer is',
  line: (who: string, when: string) => `${who}, ${when}`,
  when: moment('nl'),
  problems: {
    reason: 'Schrijf in een zin waarom.',
    long: 'Dit is te lang. Maak het korter dan 500 letters.',
    line: 'Schrijf dit op een regel, korter dan 200 letters.',
    mail: 'Dit is geen e-mailadres. Typ bijvoorbeeld privacy@school.nl.',
    ground: 'Kies een van de grondslagen.',
    country: 'Schrijf het land, bijvoorbeeld Nederland.',
    safeguard: 'Dit land ligt buiten de EER. Schrijf waarmee de gegevens daar beschermd zijn.',
    outside: 'Schrijf ook in welk land buiten de EER dat is.',
    meanwhile: 'Iemand anders heeft dit net veranderd. Kijk hieronder wat er nu geldt, en leg dan opnieuw vast.',
    unfit: (purpose: string, ground: string, law: string, fits: string) =>
      `${purpose} kan niet rusten op ${ground}: ${law} vraagt dit, of iemand nu wil of niet. Kies ${fits}.`,
  },
  purposes: {
    title: 'Doelen en grondslagen',
    text: 'Waarvoor school gegevens gebruikt, en op grond waarvan dat mag. Een verandering komt in de privacyverklaring.',
    ground: 'Op grond waarvan mag dit?',
    off: (law: string) => `Kan hier niet: ${law} vraagt dit.`,
    recipients: 'Wie buiten school krijgt hier iets van?',
    recipientsHint: 'Laat leeg als wat Schoolplein al zegt klopt.',
    outside: 'Gaat hiervan iets naar een land buiten de EER?',
    outsideHint:
      'Leeg: nee, nooit. Anders: wie het krijgt, in welk land, en waarmee het daar beschermd is (adequaatheidsbesluit, modelcontract).',
    toldOutside: (what: string) => `Naar buiten de EER: ${what}.`,
    told: (ground: string) => `Grondslag: ${ground}.`,
    toldRecipients: (who: string) => `Ook naar: ${who}.`,
    byDefault: 'Zoals Schoolplein het voorstelt',
  },
  contact: {
    title: 'Wie is verantwoordelijk',
    text: 'Dit staat in de privacyverklaring, zodat mensen weten bij wie ze moeten zijn.',
    controller: 'Wie is verantwoordelijk?',
    address: 'Postadres',
    mail: 'E-mailadres voor vragen over privacy',
    phone: 'Telefoon',
    officer: 'Naam of functie van de privacyfunctionaris (FG)',
    officerMail: 'E-mailadres van de privacyfunctionaris',
    officerPhone: 'Telefoon van de privacyfunctionaris',
    storage: 'In welk land staan de gegevens?',
    safeguard: 'Buiten de EER? Waarmee zijn de gegevens daar beschermd?',
    hints: {
      controller: 'Meestal het bestuur. Leeg: het bestuur van deze school.',
      safeguard:
        'Bijvoorbeeld een adequaatheidsbesluit of een modelcontract van de Europese Commissie. Leeg: niet buiten de EER.',
    },
    told: 'De gegevens om contact op te nemen zijn veranderd.',
  },
  modules: {
    title: 'Onderdelen',
    text: 'Wat je school gebruikt. Zet je iets uit, dan is het meteen weg voor iedereen, en blijven de gegevens bewaard tot hun termijn voorbij is.',
    setting: 'Welke onderdelen je school gebruikt.',
    readers: 'Dit lezen de administratie en de directeur.',
    on: 'Aan',
    off: 'Uit',
    turnOff: (name: string) => `Zet ${name} uit voor iedereen`,
    turnOn: (name: string) => `Zet ${name} weer aan`,
    toldOff: (names: string) => `Uit: ${names}.`,
    toldOn: 'Alles aan.',
    none: 'Hier zijn geen onderdelen die uit kunnen.',
  },
}

const en: Texts<typeof nl> = {
  back: 'Privacy',
  settings: 'Settings',
  save: 'Record and publish',
  reason: 'Why do you change this?',
  reasonHint: 'This stays in the history. Write no names.',
  readers: 'The privacy officer and the office read this.',
  kept: 'Recorded. The privacy statement is up to date.',
  same: 'It stood there like this already. Nothing changed.',
  history: 'What was decided before',
  none: 'Nothing was changed here yet.',
  gone: 'Somebody who is not here any more',
  line: (who, when) => `${who}, ${when}`,
  when: moment('en'),
  problems: {
    reason: 'Write in one sentence why.',
    long: 'This is too long. Make it shorter than 500 letters.',
    line: 'Write this on one line, shorter than 200 letters.',
    mail: 'This is no email address. Type privacy@school.nl for instance.',
    ground: 'Choose one of the grounds.',
    country: 'Write the country, for instance the Netherlands.',
    safeguard: 'This country is outside the EEA. Write how the data are protected there.',
    outside: 'Write in which country outside the EEA that is, too.',
    meanwhile: 'Somebody else just changed this. See below what counts now, and record it again.',
    unfit: (purpose, ground, law, fits) =>
      `${purpose} cannot rest on ${ground}: ${law} asks for this whether somebody wants it or not. Choose ${fits}.`,
  },
  purposes: {
    title: 'Purposes and grounds',
    text: 'What the school uses data for, and on what ground that is allowed. A change comes into the privacy statement.',
    ground: 'On what ground is this allowed?',
    off: (law) => `Not possible here: ${law} asks for this.`,
    recipients: 'Who outside the school gets something of this?',
    recipientsHint: 'Leave empty when what Schoolplein says already is right.',
    outside: 'Does something of this go to a country outside the EEA?',
    outsideHint:
      'Empty: no, never. Otherwise: who gets it, in which country, and how it is protected there (adequacy decision, standard contract).',
    toldOutside: (what) => `To outside the EEA: ${what}.`,
    told: (ground) => `Ground: ${ground}.`,
    toldRecipients: (who) => `Also to: ${who}.`,
    byDefault: 'As Schoolplein proposes',
  },
  contact: {
    title: 'Who is responsible',
    text: 'This stands in the privacy statement, so that people know whom to turn to.',
    controller: 'Who is responsible?',
    address: 'Postal address',
    mail: 'Email address for questions about privacy',
    phone: 'Telephone',
    officer: 'Name or function of the privacy officer',
    officerMail: 'Email address of the privacy officer',
    officerPhone: 'Telephone of the privacy officer',
    storage: 'In which country are the data?',
    safeguard: 'Outside the EEA? How are the data protected there?',
    hints: {
      controller: 'Usually the board. Empty: the board of this school.',
      safeguard:
        'For example an adequacy decision or a standard contract of the European Commission. Empty: not outside the EEA.',
    },
    told: 'How to get in touch was changed.',
  },
  modules: {
    title: 'Modules',
    text: 'What your school uses. When you switch something off it is gone for everyone at once, and its data are kept until their period is over.',
    setting: 'Which modules your school uses.',
    readers: 'The office and the principal read this.',
    on: 'On',
    off: 'Off',
    turnOff: (name) => `Switch ${name} off for everyone`,
    turnOn: (name) => `Switch ${name} on again`,
    toldOff: (names) => `Off: ${names}.`,
    toldOn: 'Everything on.',
    none: 'There are no modules here that can be off.',
  },
}

export type ChoiceTexts = Texts<typeof nl>
export const choiceTexts: { nl: ChoiceTexts; en: ChoiceTexts } = { nl, en }

const sentences = ['reason', 'long', 'line', 'mail', 'ground', 'meanwhile', 'country', 'safeguard', 'outside'] as const

/** The problem codes of a form as sentences. */
export const inWords = (
  { problems: t }: ChoiceTexts,
  problems: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(problems).map(([field, code]) => {
      const known = sentences.find((one) => one === code)
      return known ? [field, t[known]] : ['form', t.meanwhile]
    }),
  )
