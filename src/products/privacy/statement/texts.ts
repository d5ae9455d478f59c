import type { Texts } from '#shared/language/index.ts'
import { authority } from '../words.ts'

const nl = {
  title: 'Privacyverklaring',
  version: (number: string, day: string) => `Versie ${number}, laatst veranderd op ${day}.`,
  parts: 'Alles precies',
  history: 'Eerdere versies',
  versionTitle: (number: string) => `Privacyverklaring, versie ${number}`,
  changed: 'Wat er veranderde',
  notChanged: 'De woorden veranderden, maar niet wat we met gegevens doen.',
  first: 'De eerste versie.',
  whole: 'De hele tekst',
  difference: { gone: 'Weg', new: 'Nieuw' },
  noChange: 'Dit is de eerste versie: er is niets om mee te vergelijken.',
  signIn: 'Inloggen',
  unpublished: 'Er is nog geen versie bekendgemaakt. Dat gebeurt binnen een uur.',
  evidence: ['Versie', 'Sinds', 'Verandering'],
  waits: 'De privacyverklaring van school is veranderd',
  waitsText: 'Lees wat er anders is aan hoe school met gegevens omgaat.',
  read: 'Lees wat er veranderde',
}

const en: Texts<typeof nl> = {
  title: 'Privacy statement',
  version: (number, day) => `Version ${number}, last changed on ${day}.`,
  parts: 'Everything in detail',
  history: 'Earlier versions',
  versionTitle: (number) => `Privacy statement, version ${number}`,
  changed: 'What changed',
  notChanged: 'The words changed, but not what we do with data.',
  first: 'The first version.',
  whole: 'The whole text',
  difference: { gone: 'Gone', new: 'New' },
  noChange: 'This is the first version: there is nothing to compare it with.',
  signIn: 'Sign in',
  unpublished: 'No version was published yet. That happens within an hour.',
  evidence: ['Version', 'Since', 'Change'],
  waits: 'The privacy statement of school has changed',
  waitsText: 'Read what is different in how school handles data.',
  read: 'Read what changed',
}

export type StatementTexts = Texts<typeof nl>
export const statementTexts: { nl: StatementTexts; en: StatementTexts } = { nl, en }

const dutch = {
  intro: (name: string) =>
    `${name} gebruikt gegevens om te kunnen doen waarvoor het er is. Hier staat het in het kort. Daaronder staat alles precies.`,
  short: {
    what: (purposes: string) => `We gebruiken gegevens voor: ${purposes}. Nergens anders voor.`,
    who: 'Wie je gegevens ziet, hangt af van wat diegene op school doet. We schrijven op wie er keek.',
    stays: 'Gegevens gaan niet naar een land buiten Europa (de EER).',
    leaves: 'Soms gaan gegevens naar een land buiten Europa (de EER). Hieronder staat wanneer.',
    gone: 'Wat niet meer nodig is, gaat weg. Hieronder staat wanneer.',
    ads: 'Er is geen reclame en we verkopen niets.',
    rights: 'Je mag zien wat er over je staat, het laten verbeteren en soms laten wissen.',
    ask: (mail: string) => `Een vraag? Mail naar ${mail}.`,
  },
  responsible: 'Wie is verantwoordelijk',
  controller: (name: string, organisation: string) =>
    name === organisation
      ? `${name} is verantwoordelijk voor je gegevens.`
      : `${name} is verantwoordelijk voor de gegevens van ${organisation}.`,
  address: (text: string) => `Adres: ${text}.`,
  mail: (text: string) => `E-mail: ${text}.`,
  phone: (text: string) => `Telefoon: ${text}.`,
  officer: (how: string) => `De privacyfunctionaris (FG) kijkt of het goed gaat. Je bereikt die zo: ${how}.`,
  officerAtSchool: 'Er is een privacyfunctionaris (FG) die kijkt of het goed gaat. Vraag ernaar bij de administratie.',
  why: (why: string) => `Waarom: ${why}.`,
  grounds: {
    consent: 'Dit mag omdat je toestemming gaf. Die kun je altijd intrekken.',
    contract: 'Dit mag omdat het nodig is voor een overeenkomst met je.',
    'legal-obligation': (law: string) => `Dit moet van de wet: ${law}. Zonder deze gegevens kan dat niet.`,
    'public-task': (law: string) =>
      `Dit hoort bij de taak die de wet geeft: ${law}. Daarvoor zijn deze gegevens nodig.`,
    'legitimate-interest':
      'Dit mag omdat we er een goede reden voor hebben die zwaarder weegt dan het nadeel voor jou. Je kunt bezwaar maken.',
  },
  about: (subjects: string) => `Over wie: ${subjects}.`,
  kinds: (kinds: string) => `Soorten gegevens: ${kinds}.`,
  recipients: (who: string) => `Wie het buiten ons ook krijgt: ${who}.`,
  holding: (what: string, who: string, periods: string) => `${what}. Wie het ziet: ${who}. Hoe lang: ${periods}.`,
  seenAndKept: (who: string, period: string) => `Wie het ziet: ${who}. Hoe lang: ${period}.`,
  asLong: 'zo lang als nodig is voor dit doel',
  processors: 'Wie ons helpt',
  supplier: (name: string) =>
    `Schoolplein draait bij ${name}. Die is verwerker: die doet alleen wat wij vragen en gebruikt gegevens niet voor zichzelf.`,
  noSupplier: 'Wie Schoolplein voor ons laat draaien, vraag je aan de administratie.',
  storage: (where: string) => `De gegevens staan in ${where}.`,
  transfers: {
    title: 'Buiten Europa',
    never:
      'We geven je gegevens nooit door naar een land buiten de Europese Economische Ruimte (EER), en niemand daar kan erbij.',
    storage: (where: string, safeguard: string) =>
      `De gegevens staan in ${where}, buiten de EER. Zo zijn ze daar beschermd: ${safeguard}.`,
    purpose: (name: string, says: string) => `${name}: ${says}.`,
    everywhere:
      'Wat met jouw toestemming op internet of sociale media staat, is overal ter wereld te zien. Neem je je toestemming terug, dan halen we weg wat wij plaatsten.',
    nothingElse: 'Verder geven we niets door naar een land buiten de Europese Economische Ruimte (EER).',
  },
  sources: 'Waar gegevens vandaan komen',
  sourcesText:
    'Uit de leerlingadministratie van school, van de ouders van een kind, van jezelf, en van wat je in Schoolplein doet. Van een vorige school alleen als ouders dat goedvinden.',
  security: 'Hoe we gegevens beveiligen',
  securityLines: [
    'Gegevens over mensen zijn in de opslag versleuteld. Elke persoon heeft een eigen sleutel.',
    'Elke keer dat iemand van school gegevens van een ander opent, komt dat in een logboek dat niemand ongemerkt kan veranderen.',
    'Wie hier werkt, logt in met een tweede stap.',
    'Wat is gewist, is meteen onleesbaar, en in elke reservekopie binnen 35 dagen.',
  ],
  cookies: 'Cookies',
  cookiesText:
    'Er zijn alleen cookies die nodig zijn om in te loggen, je apparaat te herkennen en te onthouden wat je koos. Niemand volgt je. Van andere bedrijven komt pas iets als jij daarvoor kiest.',
  computer: 'Beslist een computer over je?',
  computerText: 'Nee. Mensen beslissen. Een computer rekent alleen uit wat iemand moet nakijken.',
  rights: 'Wat je mag',
  rightsLines: [
    'Zien wat er over jou of je kind staat, en er een kopie van krijgen.',
    'Laten verbeteren of aanvullen wat niet klopt.',
    'Laten wissen, als de wet niet vraagt dat we het bewaren.',
    'Vragen om gegevens een tijd niet te gebruiken.',
    'Bezwaar maken.',
    'Je gegevens meenemen.',
    'Toestemming die je gaf weer intrekken. Wat daarvoor gebeurde, mocht wel.',
  ],
  rightsHow:
    'Voor een kind jonger dan 16 jaar doet een ouder met gezag dit. Log in en kijk bij je account, of vraag het aan de administratie. Je krijgt binnen vier weken antwoord. Het kost niets.',
  complaint: 'Ben je het er niet mee eens?',
  complaintText: 'Praat eerst met ons: vaak is het zo opgelost. Ook de privacyfunctionaris helpt.',
  complaintAuthority: `Je mag altijd een klacht sturen naar de ${authority.name}: ${authority.address}, telefoon ${authority.phone}, ${authority.site}. Je mag ook naar de rechter.`,
  changes: 'Als dit verandert',
  changesText:
    'Verandert wat we met gegevens doen, dan vertellen we dat als je inlogt, en per mail. Oude versies blijven hier staan.',
}

const english: Texts<typeof dutch> = {
  intro: (name) =>
    `${name} uses data to do what it is there for. Here it stands in short. Below it stands everything in detail.`,
  short: {
    what: (purposes) => `We use data for: ${purposes}. For nothing else.`,
    who: 'Who sees your data depends on what they do at school. We write down who looked.',
    stays: 'Data do not go to a country outside Europe (the EEA).',
    leaves: 'Sometimes data go to a country outside Europe (the EEA). Below stands when.',
    gone: 'What is not needed any more goes. Below stands when.',
    ads: 'There is no advertising and we sell nothing.',
    rights: 'You may see what is kept about you, have it put right and sometimes have it erased.',
    ask: (mail) => `A question? Write to ${mail}.`,
  },
  responsible: 'Who is responsible',
  controller: (name, organisation) =>
    name === organisation
      ? `${name} is responsible for your data.`
      : `${name} is responsible for the data of ${organisation}.`,
  address: (text) => `Address: ${text}.`,
  mail: (text) => `Email: ${text}.`,
  phone: (text) => `Telephone: ${text}.`,
  officer: (how) => `The privacy officer watches whether it goes well. This is how you reach them: ${how}.`,
  officerAtSchool: 'There is a privacy officer who watches whether it goes well. Ask the office for them.',
  why: (why) => `Why: ${why}.`,
  grounds: {
    consent: 'This is allowed because you gave consent. You can withdraw it at any time.',
    contract: 'This is allowed because it is needed for a contract with you.',
    'legal-obligation': (law) => `The law asks for this: ${law}. Without these data that cannot be done.`,
    'public-task': (law) => `This belongs to the task that the law gives: ${law}. These data are needed for it.`,
    'legitimate-interest':
      'This is allowed because we have a good reason that outweighs the disadvantage for you. You can object.',
  },
  about: (subjects) => `About whom: ${subjects}.`,
  kinds: (kinds) => `Kinds of data: ${kinds}.`,
  recipients: (who) => `Who else gets it: ${who}.`,
  holding: (what, who, periods) => `${what}. Who sees it: ${who}. How long: ${periods}.`,
  seenAndKept: (who, period) => `Who sees it: ${who}. How long: ${period}.`,
  asLong: 'as long as it is needed for this purpose',
  processors: 'Who helps us',
  supplier: (name) =>
    `Schoolplein runs at ${name}. It is a processor: it does only what we ask and does not use data for itself.`,
  noSupplier: 'Ask the office who runs Schoolplein for us.',
  storage: (where) => `The data are kept in ${where}.`,
  transfers: {
    title: 'Outside Europe',
    never:
      'We never pass your data on to a country outside the European Economic Area (EEA), and nobody there can reach them.',
    storage: (where, safeguard) =>
      `The data are kept in ${where}, outside the EEA. This is how they are protected there: ${safeguard}.`,
    purpose: (name, says) => `${name}: ${says}.`,
    everywhere:
      'What stands on the internet or social media with your consent can be seen all over the world. When you withdraw your consent, we take away what we put there.',
    nothingElse: 'Otherwise we pass nothing on to a country outside the European Economic Area (EEA).',
  },
  sources: 'Where data come from',
  sourcesText:
    'From the pupil administration of the school, from the guardians of a child, from yourself, and from what you do in Schoolplein. From a former school only when guardians agree.',
  security: 'How we keep data secure',
  securityLines: [
    'Data about people are encrypted where they are stored. Each person has a key of their own.',
    'Each time somebody of school opens another person’s data, that goes into a log that nobody can change unnoticed.',
    'Whoever works here signs in with a second step.',
    'What was erased is unreadable at once, and in every backup within 35 days.',
  ],
  cookies: 'Cookies',
  cookiesText:
    'There are only cookies that are needed to sign in, to recognise your device and to remember what you chose. Nobody follows you. Nothing comes from other companies until you choose it.',
  computer: 'Does a computer decide about you?',
  computerText: 'No. People decide. A computer only works out what somebody has to look at.',
  rights: 'What you may do',
  rightsLines: [
    'See what is kept about you or your child, and get a copy of it.',
    'Have put right or completed what is not correct.',
    'Have it erased, when the law does not ask us to keep it.',
    'Ask that data are not used for a while.',
    'Object.',
    'Take your data along.',
    'Withdraw consent that you gave. What happened before was allowed.',
  ],
  rightsHow:
    'For a child under 16 a guardian with authority does this. Sign in and look at your account, or ask the office. You get an answer within four weeks. It costs nothing.',
  complaint: 'Do you not agree?',
  complaintText: 'Talk to us first: often it is soon put right. The privacy officer helps too.',
  complaintAuthority: `You may always complain to the Dutch authority, the ${authority.name}: ${authority.address}, telephone ${authority.phone}, ${authority.site}. You may also go to court.`,
  changes: 'When this changes',
  changesText: 'When what we do with data changes, we tell you when you sign in, and by mail. Old versions stay here.',
}

/** The sentences that the statement is put together of. */
export type Sentences = Texts<typeof dutch>
export const sentences: { nl: Sentences; en: Sentences } = { nl: dutch, en: english }
