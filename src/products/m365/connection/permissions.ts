import type { Words } from '#shared/language/index.ts'

/** One permission of the application in the tenant: its name at Microsoft, and what we do with it. */
export type Permission = {
  readonly name: string
  readonly why: Words
  /** Without it only this is missing; the others are needed for anything at all. */
  readonly only?: Words
}

/** What an administrator of the tenant is asked for: nothing more, each with its reason (least privilege). */
export const permissions: readonly Permission[] = [
  {
    name: 'Organization.Read.All',
    why: {
      nl: 'Lezen hoe jullie omgeving heet, welke domeinen er zijn en hoeveel licenties.',
      en: 'Read what your tenant is called, which domains it has and how many licences.',
    },
  },
  {
    name: 'User.ReadWrite.All',
    why: {
      nl: 'Accounts maken, bijwerken, blokkeren en verwijderen, en licenties geven.',
      en: 'Make, update, block and remove accounts, and give licences.',
    },
  },
  {
    name: 'Group.ReadWrite.All',
    why: {
      nl: 'Groepen maken en zeggen wie erin zit. Schoolplein raakt alleen de eigen groepen aan.',
      en: 'Make groups and say who is in them. Schoolplein touches its own groups only.',
    },
  },
  {
    name: 'EduRoster.ReadWrite.All',
    why: {
      nl: 'Klassen maken, met hun leerkrachten als eigenaar.',
      en: 'Make classes, with their teachers as owners.',
    },
  },
  {
    name: 'Team.Create',
    why: { nl: 'Van een klas een team in Teams maken.', en: 'Make a team in Teams of a class.' },
    only: { nl: 'teams', en: 'teams' },
  },
  {
    name: 'TeamSettings.ReadWrite.All',
    why: {
      nl: 'Teams van vorig schooljaar archiveren.',
      en: 'Archive the teams of last school year.',
    },
    only: { nl: 'archiveren', en: 'archiving' },
  },
  {
    name: 'EduAssignments.Read.All',
    why: {
      nl: 'Lezen welke opdrachten er in de klassen zijn, wie iets inleverde en wat de leerkracht ervan vond.',
      en: 'Read which assignments the classes have, who handed something in and what the teacher thought of it.',
    },
    only: { nl: 'opdrachten', en: 'assignments' },
  },
  {
    name: 'User-PasswordProfile.ReadWrite.All',
    why: {
      nl: 'Leerlingen een nieuw wachtwoord geven, op vraag van de eigen leerkracht. Van een beheerder kan het niet.',
      en: 'Give pupils a new password when their own teacher asks for it. Of an administrator it cannot.',
    },
    only: { nl: 'nieuwe wachtwoorden', en: 'new passwords' },
  },
]
