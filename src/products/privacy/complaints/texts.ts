import type { Texts } from '#shared/language/index.ts'

const nl = {
  title: (supplier: string) => `Een klacht bij ${supplier}`,
  back: 'Een klacht',
  backToRequests: 'Mijn verzoeken',
  intro: (supplier: string) =>
    `Bijvoorbeeld als Schoolplein iets laat zien wat niet mag, of als ${supplier} niet doet wat beloofd is. Je krijgt binnen vier weken antwoord, hier in Schoolplein.`,
  text: 'Wat is je klacht?',
  hint: 'Schrijf liever geen namen van anderen op.',
  readers: (supplier: string) =>
    `Dit leest ${supplier}, met jouw naam en de naam van je school erbij. School leest het niet. Twee jaar na het antwoord is het weg.`,
  send: (supplier: string) => `Stuur dit naar ${supplier}`,
  sent: (supplier: string) => `Je klacht is naar ${supplier}. Je krijgt binnen vier weken antwoord.`,
  list: 'Klachten bij de leverancier',
  by: (supplier: string, day: string) => `${supplier} antwoordt uiterlijk ${day}`,
  waits: (supplier: string, day: string) =>
    `${supplier} zou uiterlijk ${day} antwoorden en deed dat niet. Je kunt naar de toezichthouder gaan.`,
  answered: (day: string) => `Antwoord van ${day}`,
  yours: 'Wat je schreef',
  answer: 'Het antwoord',
  takeBack: 'Neem deze klacht terug',
  takeBackText: (supplier: string) => `Wat je schreef en het antwoord gaan dan weg, hier en bij ${supplier}.`,
  disagree: 'Ben je het er niet mee eens?',
  disagreeText: 'Je kunt ook naar school of naar de toezichthouder.',
  problems: {
    text: 'Schrijf wat je klacht is.',
    long: 'Dit is te lang. Gebruik hoogstens 2000 tekens.',
    form: 'Laad de pagina opnieuw en vul het nog een keer in.',
  },

  desk: {
    place: 'Klachten',
    title: 'Klachten',
    text: 'Wat mensen van scholen over jullie schreven. School leest dit niet mee. Jullie antwoorden binnen vier weken.',
    waiting: 'Wacht op antwoord',
    none: 'Er wacht geen klacht',
    done: 'Beantwoord',
    today: (count: string, one: boolean) => (one ? 'Er wacht een klacht' : `Er wachten ${count} klachten`),
    of: (name: string, school: string) => `${name}, ${school}`,
    received: (day: string) => `Ontvangen op ${day}`,
    what: 'De klacht',
    who: 'Wie',
    school: 'School',
    came: 'Ontvangen',
    answerHeading: 'Jullie antwoord',
    answer: 'Schrijf het antwoord',
    answerHint:
      'Zeg wat jullie hebben nagegaan en wat jullie doen. Gaat het over de gegevens zelf? Daarover beslist school.',
    readers: (name: string) => `Dit leest ${name}.`,
    send: 'Stuur het antwoord',
    closed: 'Deze klacht is al beantwoord of teruggenomen.',
  },
}

const en: Texts<typeof nl> = {
  title: (supplier) => `A complaint to ${supplier}`,
  back: 'A complaint',
  backToRequests: 'My requests',
  intro: (supplier) =>
    `For example when Schoolplein shows something it should not, or when ${supplier} does not do what was promised. You get an answer within four weeks, here in Schoolplein.`,
  text: 'What is your complaint?',
  hint: 'Please leave out names of others.',
  readers: (supplier) =>
    `${supplier} reads this, with your name and the name of your school. The school does not read it. Two years after the answer it is gone.`,
  send: (supplier) => `Send this to ${supplier}`,
  sent: (supplier) => `Your complaint went to ${supplier}. You get an answer within four weeks.`,
  list: 'Complaints to the supplier',
  by: (supplier, day) => `${supplier} answers by ${day}`,
  waits: (supplier, day) => `${supplier} was to answer by ${day} and did not. You can go to the authority.`,
  answered: (day) => `Answer of ${day}`,
  yours: 'What you wrote',
  answer: 'The answer',
  takeBack: 'Take this complaint back',
  takeBackText: (supplier) => `What you wrote and the answer go then, here and at ${supplier}.`,
  disagree: 'Do you disagree?',
  disagreeText: 'You can also go to the school or to the authority.',
  problems: {
    text: 'Write what your complaint is.',
    long: 'This is too long. Use 2000 characters at most.',
    form: 'Load the page again and fill it in once more.',
  },

  desk: {
    place: 'Complaints',
    title: 'Complaints',
    text: 'What people of schools wrote about you. The school does not read along. You answer within four weeks.',
    waiting: 'Waiting for an answer',
    none: 'No complaint is waiting',
    done: 'Answered',
    today: (count, one) => (one ? 'A complaint is waiting' : `${count} complaints are waiting`),
    of: (name, school) => `${name}, ${school}`,
    received: (day) => `Received on ${day}`,
    what: 'The complaint',
    who: 'Who',
    school: 'School',
    came: 'Received',
    answerHeading: 'Your answer',
    answer: 'Write the answer',
    answerHint:
      'Say what you looked into and what you do. Is it about the data themselves? The school decides about those.',
    readers: (name) => `${name} reads this.`,
    send: 'Send the answer',
    closed: 'This complaint was answered or taken back already.',
  },
}

export type ComplaintTexts = Texts<typeof nl>
export const complaintTexts: { nl: ComplaintTexts; en: ComplaintTexts } = { nl, en }
