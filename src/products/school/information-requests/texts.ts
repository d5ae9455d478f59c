import type { Texts } from '#shared/language/index.ts'

const nl = {
  title: 'Informatie vragen',
  place: 'Informatie vragen',
  right:
    'Je hebt geen gezag over je kind. Daarom zie je hier niets over je kind. Je hebt wel een recht: als je erom vraagt, vertelt school je belangrijke dingen. Bijvoorbeeld hoe het gaat met leren, of je kind vaak ziek is en of er zorgen zijn. Dat staat in de wet (artikel 1:377c van het Burgerlijk Wetboek).',
  limits:
    'School mag nee zeggen als het niet goed is voor je kind, of als school dit ook niet aan de andere ouder zou vertellen. School vertelt je dan waarom.',
  ask: 'Wat wil je weten?',
  askHint: 'Schrijf over welk kind het gaat en wat je wilt weten.',
  readers: 'Dit lezen de administratie en de directeur. De andere ouder leest dit niet.',
  send: 'Stuur je vraag naar school',
  sent: 'Wat je vroeg',
  sentOn: (day: string) => `Verstuurd op ${day}`,
  waiting: 'Wacht op antwoord van school',
  handled: (day: string) => `Door school beantwoord op ${day}`,
  received: 'School heeft je vraag.',
  problems: {
    text: 'Schrijf wat je wilt weten.',
    long: 'Dit is te lang. Maak het korter.',
    outcome: 'Kies wat school doet.',
    answer: 'Schrijf wat school vertelt, of waarom niet.',
  },

  office: 'Vragen om informatie',
  officeText: 'Van ouders zonder gezag (art. 1:377c BW). Kijk eerst wat je mag vertellen.',
  wait: 'Wachten op antwoord',
  none: 'Er wacht geen vraag',
  done: 'Beantwoord',
  review: 'Beantwoord',
  reviewLabel: (name: string) => `Beantwoord de vraag van ${name}`,
  reviewTitle: (name: string) => `Antwoord aan ${name}`,
  reviewText:
    'Kijk eerst na wat je mag vertellen. Niet wat je de andere ouder ook niet zou vertellen, en niets wat slecht is voor het kind. Schrijf geen adres, telefoonnummer of iets over andere mensen op.',
  outcome: 'Wat doet school?',
  outcomes: {
    told: 'School vertelt het',
    partly: 'School vertelt een deel',
    refused: 'School vertelt het niet',
    spoken: 'School vertelde het in een gesprek',
  },
  answer: 'Wat vertelt school?',
  answerHint: 'Vertelt school iets niet? Schrijf dan waarom.',
  answerReaders: (name: string) => `Dit leest ${name}. De andere ouder leest dit niet.`,
  sendAnswer: (name: string) => `Antwoord ${name}`,
  parentOf: (names: string) => `Ouder van ${names}`,
  today: (count: string, one: boolean) =>
    one ? `${count} ouder zonder gezag vraagt om informatie` : `${count} ouders zonder gezag vragen om informatie`,
  todayText: 'Bekijk wat er gevraagd wordt',
  meText: 'Vraag school hoe het met je kind gaat',
}

const en: Texts<typeof nl> = {
  title: 'Ask for information',
  place: 'Ask for information',
  right:
    'You have no parental authority over your child. That is why you see nothing about your child here. You do have a right: when you ask, school tells you important things. For example how learning goes, whether your child is often ill and whether there are worries. That is the law (article 1:377c of the Dutch Civil Code).',
  limits:
    'School may say no when it is not good for your child, or when school would not tell the other parent either. School then tells you why.',
  ask: 'What would you like to know?',
  askHint: 'Write which child it is about and what you would like to know.',
  readers: 'The office and the principal read this. The other parent does not.',
  send: 'Send your question to school',
  sent: 'What you asked',
  sentOn: (day) => `Sent on ${day}`,
  waiting: 'Waiting for an answer from school',
  handled: (day) => `Answered by school on ${day}`,
  received: 'School has your question.',
  problems: {
    text: 'Write what you would like to know.',
    long: 'This is too long. Make it shorter.',
    outcome: 'Choose what the school does.',
    answer: 'Write what the school tells, or why not.',
  },

  office: 'Requests for information',
  officeText: 'From parents without authority (art. 1:377c BW). First look at what you may tell.',
  wait: 'Waiting for an answer',
  none: 'No request is waiting',
  done: 'Answered',
  review: 'Answer',
  reviewLabel: (name) => `Answer the question of ${name}`,
  reviewTitle: (name) => `Answer to ${name}`,
  reviewText:
    'First look at what you may tell. Not what you would not tell the other parent either, and nothing that is bad for the child. Write down no address, telephone number or anything about other people.',
  outcome: 'What does the school do?',
  outcomes: {
    told: 'The school tells it',
    partly: 'The school tells a part',
    refused: 'The school does not tell it',
    spoken: 'The school told it in a conversation',
  },
  answer: 'What does the school tell?',
  answerHint: 'Is there something the school does not tell? Then write why.',
  answerReaders: (name) => `${name} reads this. The other parent does not.`,
  sendAnswer: (name) => `Answer ${name}`,
  parentOf: (names) => `Parent of ${names}`,
  today: (count, one) =>
    one
      ? `${count} parent without authority asks for information`
      : `${count} parents without authority ask for information`,
  todayText: 'See what is asked',
  meText: 'Ask school how your child is',
}

export type RequestTexts = Texts<typeof nl>
export const requestTexts: { nl: RequestTexts; en: RequestTexts } = { nl, en }
