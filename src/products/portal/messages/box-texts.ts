import { classWords } from '#shared/attention/class-words.ts'
import type { Texts } from '#shared/language/index.ts'

const nl = {
  box: {
    label: 'Je bericht',
    answer: 'Antwoord',
    answerTo: (name: string) => `Antwoord aan ${name}`,
    calls: 'Over gezondheid, ruzie of veiligheid? Dat bespreek je beter aan de telefoon of op school.',
    send: 'Verstuur',
    sendTo: (whom: string) => `Verstuur aan ${whom}`,
    promise: (day: string) => `School antwoordt uiterlijk ${day}.`,
    attach: 'Foto of PDF erbij',
    photo: 'Foto',
    photoHint: 'JPEG, PNG, WebP of GIF. Plaats en toestel halen we eruit.',
    file: 'PDF',
    fileHint: 'Ten hoogste 10 MB.',
    sent: 'Verstuurd.',
    urgency: 'Hoe dringend?',
    classes: classWords.nl,
    answerBy: 'Antwoord nodig voor',
    problems: {
      text: 'Schrijf eerst wat je wilt zeggen.',
      long: 'Dit is langer dan 5000 tekens. Maak het korter, of maak een afspraak.',
      answerBy: 'Kies een dag vanaf vandaag.',
      'file-large': 'Deze PDF is groter dan 10 MB. Maak hem kleiner, of stuur hem in delen.',
      'file-pdf': 'Dit bestand is geen PDF. Een foto kies je bij Foto; een ander bestand bewaar je eerst als PDF.',
    },
  },
  hints: {
    health: {
      words:
        'ziekte,medicijn,medicatie,diagnose,allergi,epilep,adhd,autis,depress,psycholoog,psychiater,dokter,ziekenhuis,therapie',
      text: 'Dit lijkt over gezondheid te gaan. Bel school liever: dan staat het nergens zwart op wit.',
    },
    quarrel: {
      words: 'ruzie,pest,gepest,klacht,boos,woedend,scheiding,voogd,advocaat,rechter,schandalig,belachelijk',
      text: 'Dit klinkt als iets om over te praten. Bel school, of vraag een gesprek aan: dat helpt sneller.',
    },
    safety: {
      words: 'mishandel,misbruik,geslagen,slaat,bedreig,veilig thuis,politie,wapen,zelfmoord,suicid,bang voor',
      text: 'Gaat het om veiligheid? Bel school meteen. Bij direct gevaar bel je 112.',
    },
  },
}

const en: Texts<typeof nl> = {
  box: {
    label: 'Your message',
    answer: 'Answer',
    answerTo: (name) => `Answer to ${name}`,
    calls: 'About health, a quarrel or safety? That is better said on the telephone or at school.',
    send: 'Send',
    sendTo: (whom) => `Send to ${whom}`,
    promise: (day) => `School answers by ${day}.`,
    attach: 'Add a photo or PDF',
    photo: 'Photo',
    photoHint: 'JPEG, PNG, WebP or GIF. We take out place and device.',
    file: 'PDF',
    fileHint: 'At most 10 MB.',
    sent: 'Sent.',
    urgency: 'How urgent?',
    classes: classWords.en,
    answerBy: 'Answer needed by',
    problems: {
      text: 'First write what you want to say.',
      long: 'This is longer than 5000 characters. Make it shorter, or make an appointment.',
      answerBy: 'Choose a day from today on.',
      'file-large': 'This PDF is larger than 10 MB. Make it smaller, or send it in parts.',
      'file-pdf': 'This file is not a PDF. Choose a photo at Photo; save another file as PDF first.',
    },
  },
  hints: {
    health: {
      words:
        'illness,medicine,medication,diagnos,allerg,epilep,adhd,autis,depress,psycholog,psychiatr,doctor,hospital,therapy',
      text: 'This seems to be about health. Better call the school: then it stands nowhere in writing.',
    },
    quarrel: {
      words: 'quarrel,bully,bullied,complain,angry,furious,divorce,custody,lawyer,court,outrageous,ridiculous',
      text: 'This sounds like something to talk about. Call the school, or ask for a conversation: that helps sooner.',
    },
    safety: {
      words: 'abuse,abused,assault,beaten,hits him,hits her,threat,police,weapon,suicid,afraid of',
      text: 'Is it about safety? Call the school at once. In direct danger call 112.',
    },
  },
}

/** The words of the box in which one writes, and what it says while somebody types. */
export const boxTexts: { nl: Texts<typeof nl>; en: Texts<typeof nl> } = { nl, en }
