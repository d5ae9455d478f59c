import type { Texts } from '#shared/language/index.ts'

const nl = {
  file: 'brief',
  dear: (name: string) => `Beste ${name},`,
  line: (school: string, day: string, received: string) => `${school}, ${day}. Over je verzoek van ${received}.`,
  asked: (kind: string, day: string) => `Op ${day} kregen we je verzoek: ${kind}.`,
  askedAbout: (kind: string, child: string, day: string) => `Op ${day} kregen we je verzoek over ${child}: ${kind}.`,
  titles: {
    received: 'We hebben je verzoek ontvangen',
    extended: 'We hebben meer tijd nodig',
    granted: 'Het antwoord op je verzoek: ja',
    refused: 'Het antwoord op je verzoek: nee',
    lifted: 'We gaan je gegevens weer gebruiken',
  },
  receivedUntil: (day: string) => `Je krijgt uiterlijk ${day} antwoord. Het kost je niets.`,
  identity: 'Misschien vragen we je eerst te laten zien wie je bent. We maken daarvan geen kopie.',
  extended: (day: string) =>
    `Het lukt niet binnen een maand. We antwoorden uiterlijk ${day}. Dat mag van de wet (artikel 12, lid 3, AVG), maar alleen met een reden. Onze reden:`,
  corrected: (field: string, from: string, to: string) =>
    `We hebben dit veranderd: ${field}, van “${from}” naar “${to}”.`,
  erasedFrom: (day: string) =>
    `Op ${day} wissen we de gegevens. Tot die dag kun je terugkomen op je verzoek. Wat van de wet moet blijven, blijft. In reservekopieën zijn de gegevens uiterlijk 35 dagen later niet meer te lezen.`,
  restricted: 'We bewaren de gegevens, maar gebruiken ze niet. Voordat we dat weer doen, hoor je het van ons.',
  stopped: 'We gebruiken je gegevens hier niet meer voor.',
  lifted: (day: string) => `Vanaf ${day} gebruiken we de gegevens weer. De reden:`,
  refused: 'We doen niet wat je vraagt. De reden:',
  law: {
    'law-keeps': 'artikel 17, lid 3, AVG',
    'correct-already': 'artikel 16 AVG',
    'others-rights': 'artikel 15, lid 4, en artikel 23 AVG',
    'compelling-grounds': 'artikel 21, lid 1, AVG',
    'not-identified': 'artikel 11 en artikel 12, lid 6, AVG',
    unfounded: 'artikel 12, lid 5, AVG',
    other: '',
  },
  weighed: 'Zo hebben we je reden en die van school afgewogen:',
  routes: 'Ben je het er niet mee eens?',
  routesText: 'Je kunt dit doen. Het kost niets, behalve bij de rechter.',
  toSchool: (school: string) => `Praat met ons: stuur je klacht naar de directeur van ${school}.`,
  toBoard: (board: string) => `Dien een klacht in bij het bestuur: ${board}.`,
  toAuthority: (name: string, post: string, phone: string, site: string) =>
    `Dien een klacht in bij de toezichthouder: ${name}, ${post}, ${phone}, ${site}.`,
  toCourt:
    'Vraag de rechtbank te beslissen (artikel 35 UAVG). Doe dat binnen zes weken nadat je deze brief kreeg. Is school een openbare school? Maak dan eerst binnen zes weken bezwaar bij het bestuur (artikel 34 UAVG).',
  regards: 'Met vriendelijke groet,',
}

const en: Texts<typeof nl> = {
  file: 'letter',
  dear: (name) => `Dear ${name},`,
  line: (school, day, received) => `${school}, ${day}. About your request of ${received}.`,
  asked: (kind, day) => `On ${day} we received your request: ${kind}.`,
  askedAbout: (kind, child, day) => `On ${day} we received your request about ${child}: ${kind}.`,
  titles: {
    received: 'We have received your request',
    extended: 'We need more time',
    granted: 'The answer to your request: yes',
    refused: 'The answer to your request: no',
    lifted: 'We will use your data again',
  },
  receivedUntil: (day) => `You get an answer by ${day} at the latest. It costs you nothing.`,
  identity: 'We may ask you first to show who you are. We make no copy of that.',
  extended: (day) =>
    `We cannot answer within a month. We answer by ${day} at the latest. The law allows that (article 12(3) GDPR), but only with a reason. Our reason:`,
  corrected: (field, from, to) => `We changed this: ${field}, from “${from}” to “${to}”.`,
  erasedFrom: (day) =>
    `On ${day} we erase the data. Until that day you can come back on your request. What the law makes us keep, stays. In backups the data cannot be read any more within 35 days after that.`,
  restricted: 'We keep the data but do not use them. Before we use them again, you will hear from us.',
  stopped: 'We no longer use your data for this.',
  lifted: (day) => `From ${day} on we use the data again. The reason:`,
  refused: 'We do not do what you ask. The reason:',
  law: {
    'law-keeps': 'article 17(3) GDPR',
    'correct-already': 'article 16 GDPR',
    'others-rights': 'article 15(4) and article 23 GDPR',
    'compelling-grounds': 'article 21(1) GDPR',
    'not-identified': 'article 11 and article 12(6) GDPR',
    unfounded: 'article 12(5) GDPR',
    other: '',
  },
  weighed: 'This is how we weighed your reason and that of the school:',
  routes: 'Do you disagree?',
  routesText: 'You can do the following. It costs nothing, except in court.',
  toSchool: (school) => `Talk to us: send your complaint to the principal of ${school}.`,
  toBoard: (board) => `Make a complaint to the board: ${board}.`,
  toAuthority: (name, post, phone, site) =>
    `Make a complaint to the supervisory authority: ${name}, ${post}, ${phone}, ${site}.`,
  toCourt:
    'Ask the district court to decide (article 35 UAVG). Do so within six weeks after you got this letter. Is the school a public-authority school? Then first object to the board within six weeks (article 34 UAVG).',
  regards: 'Kind regards,',
}

export type LetterTexts = Texts<typeof nl>
export const letterTexts: { nl: LetterTexts; en: LetterTexts } = { nl, en }
