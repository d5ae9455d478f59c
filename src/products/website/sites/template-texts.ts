import type { Texts } from '#shared/language/index.ts'

const lines = (...all: readonly string[]) => all.filter(Boolean).join('\n\n')

const nl = {
  school: {
    title: 'Onze school',
    text: (size: string) =>
      lines(
        size,
        '# Waar we voor staan',
        'Elk kind wordt gezien. We werken rustig, we leggen goed uit en we vieren wat er lukt.',
        '# Samen met ouders',
        'Je kent je kind het best. We praten elk jaar met elkaar, en tussendoor als dat nodig is.',
      ),
  },
  groups: {
    title: 'Groepen',
    summary: 'Van de kleuters tot groep 8.',
    text: (size: string) =>
      lines(
        size,
        '# Groep 1 en 2',
        'Spelend leren, veel buiten.',
        '# Groep 3 tot en met 5',
        'Lezen, schrijven en rekenen, elke dag.',
        '# Groep 6 tot en met 8',
        'Zelf plannen, samen onderzoeken.',
      ),
  },
  practical: {
    title: 'Praktisch',
    summary: 'Schooltijden, ziek melden, vrij vragen.',
    text: (hours: string) => lines('# Schooltijden', hours),
    questions: [
      {
        title: 'Hoe meld ik mijn kind ziek?',
        text: 'Log in als ouder en kies Ziek melden, of bel school voor half negen.',
      },
      { title: 'Hoe vraag ik vrij?', text: 'Log in als ouder, of haal een formulier bij de administratie.' },
      { title: 'Mag mijn kind fruit mee?', text: 'Graag. Elke ochtend om tien uur eten we samen.' },
    ] as readonly { readonly title: string; readonly text: string }[],
  },
  agenda: { title: 'Agenda', summary: 'Wat er komt op school.', coming: 'Wat er komt' },
  news: { title: 'Nieuws', summary: 'Wat er gebeurt op school.' },
  enrol: {
    title: 'Aanmelden',
    call: 'Kom een keer kijken',
    summary: 'Zo wordt je kind leerling bij ons.',
    text: (visit: string) =>
      lines(
        '# Kom kijken',
        visit,
        '# Meld je kind aan',
        'Bel of mail ons. We maken een afspraak en lopen samen door de school.',
        '# De eerste dag',
        'Je kind komt een paar keer wennen. Daarna begint het echt.',
      ),
  },
  team: { title: 'Team', summary: 'Wie er werken.', empty: 'Hier komt wie er op school werken.' },
  working: {
    title: 'Werken bij ons',
    summary: 'Leerkracht, onderwijsassistent of stagiair.',
    text: lines(
      '# Kom meelopen',
      'Kijk een ochtend mee in een groep. Bel de directeur voor een afspraak.',
      '# Open plekken',
      'Er is nu geen open plek. Stuur gerust een brief.',
    ),
  },
  contact: {
    title: 'Contact',
    summary: 'Zo bereik je ons.',
    text: (address: string, phone: string, email: string) =>
      lines(
        '# Adres',
        address,
        phone || email ? '# Bel of mail' : '',
        [phone && `Telefoon: ${phone}`, email && `E-mail: ${email}`].filter(Boolean).join('\n'),
      ),
  },
}

const en: Texts<typeof nl> = {
  school: {
    title: 'Our school',
    text: (size) =>
      lines(
        size,
        '# What we stand for',
        'Every child is seen. We work calmly, we explain well and we celebrate what succeeds.',
        '# Together with guardians',
        'You know your child best. We talk every year, and in between when that is needed.',
      ),
  },
  groups: {
    title: 'Groups',
    summary: 'From the youngest to group 8.',
    text: (size) =>
      lines(
        size,
        '# Groups 1 and 2',
        'Learning by playing, often outside.',
        '# Groups 3 to 5',
        'Reading, writing and arithmetic, every day.',
        '# Groups 6 to 8',
        'Planning by oneself, finding out together.',
      ),
  },
  practical: {
    title: 'Practical',
    summary: 'School hours, reporting ill, asking for leave.',
    text: (hours) => lines('# School hours', hours),
    questions: [
      {
        title: 'How do I report my child ill?',
        text: 'Sign in as a guardian and choose Report ill, or call school before half past eight.',
      },
      { title: 'How do I ask for leave?', text: 'Sign in as a guardian, or get a form at the office.' },
      { title: 'May my child bring fruit?', text: 'Please do. Every morning at ten we eat together.' },
    ],
  },
  agenda: { title: 'Agenda', summary: 'What is to come at school.', coming: 'What is to come' },
  news: { title: 'News', summary: 'What happens at school.' },
  enrol: {
    title: 'Enrol',
    call: 'Come and see',
    summary: 'How your child becomes a pupil here.',
    text: (visit) =>
      lines(
        '# Come and see',
        visit,
        '# Enrol your child',
        'Call or mail us. We make an appointment and walk through the school together.',
        '# The first day',
        'Your child comes a few times to get used to us. Then it begins.',
      ),
  },
  team: { title: 'Team', summary: 'Who work here.', empty: 'Here comes who work at school.' },
  working: {
    title: 'Working here',
    summary: 'Teacher, assistant or student teacher.',
    text: lines(
      '# Come along',
      'Spend a morning in a group. Call the principal for an appointment.',
      '# Open places',
      'There is no open place now. Do send a letter.',
    ),
  },
  contact: {
    title: 'Contact',
    summary: 'How to reach us.',
    text: (address, phone, email) =>
      lines(
        '# Address',
        address,
        phone || email ? '# Call or mail' : '',
        [phone && `Telephone: ${phone}`, email && `Mail: ${email}`].filter(Boolean).join('\n'),
      ),
  },
}

/** What the pages of a new site say, around what was answered. */
export const templateTexts: { nl: Texts<typeof nl>; en: Texts<typeof nl> } = { nl, en }
