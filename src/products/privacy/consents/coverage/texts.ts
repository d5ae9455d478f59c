import { plural, type Texts } from '#shared/language/index.ts'

const nl = {
  title: 'Wie heeft geantwoord',
  back: 'Wie heeft geantwoord',
  text: (pupils: string) => `Toestemming voor ${pupils}. Geen antwoord is nee.`,
  pupils: (count: number) => plural('nl', count, 'kind', 'kinderen'),
  none: 'School vraagt nog nergens toestemming voor',
  noneText: 'Begin bij de instellingen met een vraag.',
  ask: 'Kies wat je vraagt',
  yes: 'Ja',
  no: 'Nee',
  open: 'Nog niet',
  chart: (title: string) => `Antwoorden op ${title}`,
  groups: 'Per groep',
  groupOpen: (open: number, pupils: number) =>
    open === 0 ? 'Alles beantwoord' : `Bij ${open} van de ${pupils} is nog iets open`,
  openFor: (count: number) => (count === 0 ? 'Alles beantwoord' : plural('nl', count, 'vraag open', 'vragen open')),
  undecided: (count: number) =>
    count === 1
      ? 'Van 1 kind weet school niet wie gezag heeft. Voor dat kind kan niemand antwoorden.'
      : `Van ${count} kinderen weet school niet wie gezag heeft. Voor hen kan niemand antwoorden.`,
  remind: 'Herinneren',
  remindText: (mails: number, letters: number) =>
    `${mails === 1 ? 'Eén ouder krijgt' : `${mails} ouders krijgen`} een mail dat er iets klaarstaat, niet wat. ${letters === 1 ? 'Eén ouder is' : `${letters} ouders zijn`} niet per mail te bereiken: geef die een brief.`,
  kept: (count: number) =>
    count === 1
      ? 'Eén ouder met gezag mag school niet schrijven. Spreek met de directeur af hoe die antwoordt.'
      : `${count} ouders met gezag mag school niet schrijven. Spreek met de directeur af hoe zij antwoorden.`,
  nobody: 'Niemand om te herinneren',
  send: (mails: number) =>
    mails === 1 ? 'Mail 1 ouder dat er iets klaarstaat' : `Mail ${mails} ouders dat er iets klaarstaat`,
  notYet: (day: string) => `Dat kan weer vanaf ${day}`,
  onlyLetters: 'Niemand is per mail te bereiken',
  last: (day: string, mails: number, letters: number) =>
    `Laatst herinnerd op ${day}: ${mails} per mail, ${letters} op papier.`,
  sent: 'De mails gaan nu weg.',
  tooSoon: 'School heeft deze week al herinnerd. Eén keer per week is genoeg.',
  paper: 'Wie krijgt een brief',
  paperText: 'Ouders die niet per mail te bereiken zijn en nog iets te beantwoorden hebben.',
  paperNone: 'Niemand heeft een brief nodig',
  paperFor: (names: string) => `Voor ${names}`,
  foot: (day: string) =>
    `Brieven over toestemming, ${day}. Alleen voor de administratie: gooi dit blad weg na gebruik.`,
  desk: {
    title: 'Toestemming',
    nothing: 'School vraagt nergens toestemming voor.',
    says: (purposes: number, open: number, pupils: number) =>
      `${plural('nl', purposes, 'vraag', 'vragen')}; bij ${open} van de ${plural('nl', pupils, 'kind', 'kinderen')} is nog iets open.`,
    line: (yes: number, no: number, open: number) => `${yes} ja, ${no} nee, ${open} nog niet`,
    columns: ['Vraag', 'Regel', 'Tekst', 'Ja', 'Nee', 'Nog niet'],
  },
}

const en: Texts<typeof nl> = {
  title: 'Who answered',
  back: 'Who answered',
  text: (pupils) => `Consent for ${pupils}. No answer is no.`,
  pupils: (count) => plural('en', count, 'child', 'children'),
  none: 'School does not ask consent for anything yet',
  noneText: 'Begin with a question in the settings.',
  ask: 'Choose what to ask',
  yes: 'Yes',
  no: 'No',
  open: 'Not yet',
  chart: (title) => `Answers to ${title}`,
  groups: 'Per group',
  groupOpen: (open, pupils) => (open === 0 ? 'Everything answered' : `Something is open for ${open} of ${pupils}`),
  openFor: (count) => (count === 0 ? 'Everything answered' : plural('en', count, 'question open', 'questions open')),
  undecided: (count) =>
    count === 1
      ? 'Of 1 child school does not know who has authority. Nobody can answer for that child.'
      : `Of ${count} children school does not know who has authority. Nobody can answer for them.`,
  remind: 'Reminding',
  remindText: (mails, letters) =>
    `${mails === 1 ? 'One parent gets' : `${mails} parents get`} a mail that something waits, not what. ${letters === 1 ? 'One parent' : `${letters} parents`} cannot be reached by mail: give them a letter.`,
  kept: (count) =>
    count === 1
      ? 'School may not write to one parent with authority. Agree with the principal how they answer.'
      : `School may not write to ${count} parents with authority. Agree with the principal how they answer.`,
  nobody: 'Nobody to remind',
  send: (mails) => (mails === 1 ? 'Mail 1 parent that something waits' : `Mail ${mails} parents that something waits`),
  notYet: (day) => `Possible again from ${day}`,
  onlyLetters: 'Nobody can be reached by mail',
  last: (day, mails, letters) => `Last reminded on ${day}: ${mails} by mail, ${letters} on paper.`,
  sent: 'The mails are on their way.',
  tooSoon: 'School reminded this week already. Once a week is enough.',
  paper: 'Who gets a letter',
  paperText: 'Parents who cannot be reached by mail and still have something to answer.',
  paperNone: 'Nobody needs a letter',
  paperFor: (names) => `For ${names}`,
  foot: (day) => `Letters about consent, ${day}. For the office only: throw this sheet away after use.`,
  desk: {
    title: 'Consent',
    nothing: 'School asks consent for nothing.',
    says: (purposes, open, pupils) =>
      `${plural('en', purposes, 'question', 'questions')}; something is open for ${open} of ${plural('en', pupils, 'child', 'children')}.`,
    line: (yes, no, open) => `${yes} yes, ${no} no, ${open} not yet`,
    columns: ['Question', 'Rule', 'Text', 'Yes', 'No', 'Not yet'],
  },
}

export type CoverageTexts = Texts<typeof nl>
export const coverageTexts: { nl: CoverageTexts; en: CoverageTexts } = { nl, en }
