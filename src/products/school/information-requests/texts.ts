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
  problems: { text: 'Schrijf wat je wilt weten.', long: 'Dit is te lang. Maak het korter.' },

  officePlace: 'Infoverzoeken',
  office: 'Vragen om informatie',
  officeText: 'Van ouders zonder gezag (art. 1:377c BW). Antwoord zelf, per post of in een gesprek, en meld het hier.',
  wait: 'Wachten op antwoord',
  none: 'Er wacht geen vraag',
  done: 'Beantwoord',
  markHandled: 'Beantwoord',
  markLabel: (name: string) => `Beantwoord: de vraag van ${name}`,
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
  problems: { text: 'Write what you would like to know.', long: 'This is too long. Make it shorter.' },

  officePlace: 'Info requests',
  office: 'Requests for information',
  officeText:
    'From parents without authority (art. 1:377c BW). Answer yourself, by post or in a conversation, and say so here.',
  wait: 'Waiting for an answer',
  none: 'No request is waiting',
  done: 'Answered',
  markHandled: 'Answered',
  markLabel: (name) => `Answered: the question of ${name}`,
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
