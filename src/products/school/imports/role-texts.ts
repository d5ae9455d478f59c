import type { Texts } from '#shared/language/index.ts'

const nl = {
  back: 'Bestand inlezen',
  title: 'Rollen voor het team',
  text: 'Het bestand zegt wat deze collega’s doen. Pas als jij het bevestigt, mogen ze iets zien: een leerkracht de eigen groepen.',
  legend: 'Wie krijgt zijn rol?',
  save: (count: string) => `Geef deze rollen (${count})`,
  none: 'Iedereen heeft een rol',
  noneText: 'Als een bestand nieuwe collega’s brengt, staan ze hier.',
  byHand: 'Deze rollen geef je zelf',
  byHandText: 'Hiervoor doen we geen voorstel: zulke rollen mogen meer zien.',
  proposedRole: { teacher: 'Leerkracht', support: 'Ondersteuning' },
  saidRoles: {
    ADJ: 'adjunct-directeur',
    ADM: 'administratie',
    CON: 'conciërge',
    DIR: 'directeur',
    ICT: 'ICT-coördinator',
    IB: 'intern begeleider',
    KLA: 'klassenassistent',
    LRK: 'leerkracht',
    LOS: 'leerkrachtondersteuner',
    LOC: 'locatieleider',
    OWA: 'onderwijsassistent',
    OUD: 'hulpouder',
    RT: 'remedial teacher',
    SMW: 'schoolmaatschappelijk werker',
    STA: 'stagiair',
    TAL: 'toetsleider',
    VAK: 'vakleerkracht',
  },
}

const en: Texts<typeof nl> = {
  back: 'Read in a file',
  title: 'Roles for the team',
  text: 'The file says what these colleagues do. Only when you confirm it they may see something: a teacher the own groups.',
  legend: 'Who gets the role?',
  save: (count) => `Give these roles (${count})`,
  none: 'Everyone has a role',
  noneText: 'When a file brings new colleagues, they stand here.',
  byHand: 'These roles you give yourself',
  byHandText: 'We make no proposal for these: such roles may see more.',
  proposedRole: { teacher: 'Teacher', support: 'Support' },
  saidRoles: {
    ADJ: 'deputy head',
    ADM: 'administration',
    CON: 'caretaker',
    DIR: 'head',
    ICT: 'ICT coordinator',
    IB: 'internal supervisor',
    KLA: 'class assistant',
    LRK: 'teacher',
    LOS: 'teacher support',
    LOC: 'location head',
    OWA: 'teaching assistant',
    OUD: 'helping parent',
    RT: 'remedial teacher',
    SMW: 'school social worker',
    STA: 'trainee',
    TAL: 'test session leader',
    VAK: 'subject teacher',
  },
}

export type RoleTexts = Texts<typeof nl>
export const roleTexts: { nl: RoleTexts; en: RoleTexts } = { nl, en }

/** What each code of a file means, as the values of a declared field. */
export const saidRoles = Object.fromEntries(
  Object.entries(nl.saidRoles).map(([code, dutch]) => [
    code,
    { nl: dutch, en: en.saidRoles[code as keyof typeof nl.saidRoles] },
  ]),
)
