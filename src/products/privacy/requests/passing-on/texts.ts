import type { Texts } from '#shared/language/index.ts'

const nl = {
  place: 'Doorsturen',
  title: 'Een verzoek doorsturen',
  text: 'Vraagt iemand jullie om gegevens te zien, te verbeteren of te wissen? Dat beslist de school, niet jullie. Stuur het dezelfde dag door en antwoord zelf niet.',
  kept: 'Wat je hier typt wordt niet bewaard: je krijgt twee brieven, en dat is alles.',
  school: 'Voor welke school is het?',
  name: 'Wie vraagt het?',
  reach: 'Hoe is deze persoon te bereiken?',
  reachHint: 'Adres, mailadres of telefoonnummer, zoals het in de brief staat.',
  day: 'Wanneer kwam het binnen?',
  words: 'Wat wordt er gevraagd?',
  toSchool: 'Maak de brief aan de school',
  toPerson: 'Maak de brief aan wie het vroeg',
  problems: {
    school: 'Kies een school.',
    name: 'Schrijf wie het vraagt.',
    reach: 'Schrijf hoe school deze persoon bereikt.',
    day: 'Kies een dag in de afgelopen drie maanden.',
    text: 'Schrijf wat er gevraagd wordt.',
    long: 'Dit is te lang. Maak het korter.',
    letter: 'Kies welke brief je wilt.',
  },
  letters: {
    file: 'brief',
    line: (day: string) => `Opgemaakt op ${day}`,
    school: {
      title: 'Een verzoek dat voor jullie is',
      received: (day: string) =>
        `Op ${day} kregen wij een verzoek over gegevens van jullie school. Wij verwerken die gegevens voor jullie en beslissen er niet over. Daarom sturen we het door (artikel 28, lid 3, onder e, AVG). Wij hebben niet inhoudelijk geantwoord.`,
      until: (due: string, limit: string) =>
        `De tijd loopt vanaf die dag. Beloofd is een antwoord uiterlijk ${due}; de wet geeft tot ${limit}.`,
      enter: 'Schrijf het verzoek in bij ‘Verzoeken over gegevens’, met ‘via de leverancier’, en ga na wie het vraagt.',
      who: 'Wie het vraagt',
      what: 'Wat er gevraagd wordt',
    },
    person: {
      title: 'Je verzoek is doorgestuurd',
      received: (day: string, school: string) =>
        `Op ${day} kregen we je verzoek over je gegevens. ${school} beslist daarover; wij werken in opdracht van de school. Daarom hebben we je verzoek doorgestuurd.`,
      until: (school: string, due: string) =>
        `${school} antwoordt uiterlijk ${due}. Misschien vraagt school je eerst te laten zien wie je bent.`,
      complain: (name: string, post: string, phone: string) =>
        `Ben je het er niet mee eens? Dan kun je klagen bij ons, bij school, of bij de toezichthouder: ${name}, ${post}, ${phone}.`,
    },
    regards: 'Met vriendelijke groet,',
  },
}

const en: Texts<typeof nl> = {
  place: 'Pass on',
  title: 'Pass a request on',
  text: 'Does somebody ask you to see, correct or erase data? The school decides that, not you. Pass it on the same day and do not answer it yourselves.',
  kept: 'What you type here is not kept: you get two letters, and that is all.',
  school: 'For which school is it?',
  name: 'Who asks?',
  reach: 'How can this person be reached?',
  reachHint: 'Address, mail address or telephone number, as the letter has it.',
  day: 'When did it come in?',
  words: 'What is asked?',
  toSchool: 'Make the letter to the school',
  toPerson: 'Make the letter to who asked',
  problems: {
    school: 'Choose a school.',
    name: 'Write who asks.',
    reach: 'Write how the school reaches this person.',
    day: 'Choose a day in the past three months.',
    text: 'Write what is asked.',
    long: 'This is too long. Make it shorter.',
    letter: 'Choose which letter you want.',
  },
  letters: {
    file: 'letter',
    line: (day) => `Made on ${day}`,
    school: {
      title: 'A request that is yours to answer',
      received: (day) =>
        `On ${day} we received a request about data of your school. We process those data for you and do not decide about them. That is why we pass it on (article 28(3)(e) GDPR). We have not answered what it asks.`,
      until: (due, limit) =>
        `The time runs from that day. An answer is promised by ${due}; the law gives until ${limit}.`,
      enter: 'Enter the request under ‘Requests about data’, as ‘through the supplier’, and check who asks.',
      who: 'Who asks',
      what: 'What is asked',
    },
    person: {
      title: 'Your request was passed on',
      received: (day, school) =>
        `On ${day} we received your request about your data. ${school} decides about it; we work on behalf of the school. That is why we passed your request on.`,
      until: (school, due) =>
        `${school} answers by ${due} at the latest. The school may ask you first to show who you are.`,
      complain: (name, post, phone) =>
        `Do you disagree? You can complain to us, to the school, or to the supervisory authority: ${name}, ${post}, ${phone}.`,
    },
    regards: 'Kind regards,',
  },
}

export type PassingTexts = Texts<typeof nl>
export const passingTexts: { nl: PassingTexts; en: PassingTexts } = { nl, en }
