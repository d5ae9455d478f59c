import { rule, withRole } from '#shared/access/rule.ts'

/** Who is asked: guardians about the children they have a say about, and a pupil about themself from 16 on. */
export const asked = withRole(
  {
    nl: 'ouders en verzorgers over hun eigen kinderen, en een leerling van 16',
    en: 'guardians about their own children, and a pupil of 16',
  },
  'guardian',
  'pupil',
)

/** Who asks: decides on the questions, writes down what comes on paper. */
export const office = withRole(
  { nl: 'de administratie en de directeur', en: 'the office and the principal' },
  'administrator',
  'principal',
)

/** Who watches over it: sees how many answered what. */
export const watches = rule(
  { nl: 'de administratie, de directeur en de FG', en: 'the office, the principal and the privacy officer' },
  (me) => office(me) || me.is('privacy-officer'),
)

/** Who takes pictures: sees who may not be in them. */
export const team = rule(
  {
    nl: 'leerkrachten en invallers voor hun eigen groepen, de administratie en de directeur voor alle groepen',
    en: 'teachers and substitutes for their own groups, the office and the principal for all groups',
  },
  (me) => office(me) || me.is('teacher', 'substitute', 'support'),
)
