import type { Texts } from '#shared/language/index.ts'

const nl = {
  title: 'Toestemming',
  text: 'Dit mag school alleen als jij het goed vindt. Niets hoeft: je gebruikt Schoolplein ook zonder. Je kunt elk antwoord hier altijd veranderen. Geen antwoord is nee.',
  readers:
    'De administratie ziet je antwoord. Leerkrachten zien alleen of het mag. De andere ouder ziet alleen wat eruit komt.',
  own: 'Jij',
  none: 'School vraagt nu nergens toestemming voor',
  noneText: 'Als school iets wil vragen, staat het hier.',
  noChildren: 'Er is niemand voor wie je hier antwoordt',
  noChildrenText: 'Klopt dat niet? Vraag het de administratie van school.',
  seenBy: (audience: string) => `Wie het ziet: ${audience.charAt(0).toLowerCase()}${audience.slice(1)}`,
  onlyDutch: 'Deze tekst is er alleen in het Nederlands.',
  answerFor: (title: string, name: string) => `${title}, ${name}`,
  mine: {
    yes: (day: string) => `Jij zei ja op ${day}.`,
    no: (day: string) => `Jij zei nee op ${day}.`,
    none: 'Je hebt nog niet geantwoord.',
  },
  outcome: {
    may: 'School mag het.',
    mayNot: 'School doet het niet.',
    oneIsEnough: 'School mag het: één ja van een ouder is genoeg. Wil je dat niet? Praat met school.',
    other: 'School doet het niet: alle ouders met gezag moeten ja zeggen.',
    waiting: 'Nog niet: de andere ouder heeft nog niet geantwoord.',
    waits: (day: string) => `Je nee wacht op de andere ouder. Zegt die niets, dan stopt school op ${day}.`,
    otherSaysYes:
      'De andere ouder zegt ja. Je nee telt pas als die ook nee zegt. Kom je er samen niet uit? Praat met school.',
    confirm: 'De andere ouder wil dit niet meer. Het gaat door zolang jij ja zegt. Wil je het ook niet? Kies dan nee.',
    confirmBy: (day: string) =>
      `De andere ouder wil dit niet meer. Kies vóór ${day}. Kies je niets, dan stopt school ermee.`,
  },
  bars: {
    'no-authority': (name: string) =>
      `Alleen een ouder met gezag antwoordt voor ${name}. Klopt er iets niet? Vraag de administratie.`,
    'unknown-authority': (name: string) =>
      `Alleen een ouder met gezag antwoordt voor ${name}. School weet niet of jij gezag hebt. Vraag de administratie om dat na te kijken.`,
    'decides-alone': (name: string) =>
      `${name} is 16 of ouder en beslist nu zelf. Wat jij eerder antwoordde, telt niet meer.`,
    'too-young': (_name: string) =>
      'Tot je 16 bent, antwoorden je ouders. Daarna beslis je zelf, hier op deze bladzijde.',
  },
  problems: {
    changed: 'School heeft de tekst net veranderd. Lees hem nog een keer en kies dan.',
    gone: 'School vraagt dit niet meer. Je hoeft niets te kiezen.',
    later: 'School schreef net een later antwoord van je op. Kijk wat er staat.',
    form: 'Kies ja of nee bij de vraag waar het om gaat.',
  },
  waits: (count: number) =>
    count === 1 ? 'Er staat één vraag voor je klaar' : `Er staan ${count} vragen voor je klaar`,
  waitsText: 'Het hoeft niet: geen antwoord is nee.',
  waitsAction: 'Bekijk de vragen',
}

const en: Texts<typeof nl> = {
  title: 'Consent',
  text: 'School may only do this if you agree. Nothing is required: you can use Schoolplein without. You can change every answer here at any time. No answer is no.',
  readers:
    'The office sees your answer. Teachers only see whether it is allowed. The other parent only sees what comes of it.',
  own: 'You',
  none: 'School asks no consent for anything now',
  noneText: 'When school wants to ask something, it stands here.',
  noChildren: 'There is nobody for whom you answer here',
  noChildrenText: 'Is that not right? Ask the school office.',
  seenBy: (audience) => `Who sees it: ${audience.charAt(0).toLowerCase()}${audience.slice(1)}`,
  onlyDutch: 'This text exists in Dutch only.',
  answerFor: (title, name) => `${title}, ${name}`,
  mine: {
    yes: (day) => `You said yes on ${day}.`,
    no: (day) => `You said no on ${day}.`,
    none: 'You have not answered yet.',
  },
  outcome: {
    may: 'School may.',
    mayNot: 'School does not do it.',
    oneIsEnough: 'School may: one yes of a parent is enough. Do you not want that? Talk to school.',
    other: 'School does not do it: all parents with authority have to say yes.',
    waiting: 'Not yet: the other parent has not answered yet.',
    waits: (day) => `Your no waits for the other parent. If they say nothing, school stops on ${day}.`,
    otherSaysYes:
      'The other parent says yes. Your no only counts when they say no too. Can you not agree? Talk to school.',
    confirm:
      'The other parent does not want this any more. It goes on as long as you say yes. Do you not want it either? Then choose no.',
    confirmBy: (day) =>
      `The other parent does not want this any more. Choose before ${day}. If you choose nothing, school stops.`,
  },
  bars: {
    'no-authority': (name) =>
      `Only a parent with authority answers for ${name}. Is something not right? Ask the office.`,
    'unknown-authority': (name) =>
      `Only a parent with authority answers for ${name}. School does not know whether you have authority. Ask the office to check.`,
    'decides-alone': (name) =>
      `${name} is 16 or older and now decides alone. What you answered before no longer counts.`,
    'too-young': () => 'Until you are 16 your parents answer. After that you decide yourself, here on this page.',
  },
  problems: {
    changed: 'School has just changed the text. Read it once more and then choose.',
    gone: 'School does not ask this any more. There is nothing to choose.',
    later: 'School has just written down a later answer of yours. Look at what is there.',
    form: 'Choose yes or no at the question it is about.',
  },
  waits: (count) => (count === 1 ? 'One question waits for you' : `${count} questions wait for you`),
  waitsText: 'Nothing is required: no answer is no.',
  waitsAction: 'See the questions',
}

export type OwnTexts = Texts<typeof nl>
export const ownTexts: { nl: OwnTexts; en: OwnTexts } = { nl, en }
