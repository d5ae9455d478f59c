import type { Language, Words } from '#shared/language/index.ts'
import type { Me, Role } from './me.ts'

/** In the order in which the first one that somebody has is shown. */
export const roleWords: Readonly<Record<Role, Words>> = {
  principal: { nl: 'Directeur', en: 'Principal' },
  administrator: { nl: 'Administratie', en: 'Office' },
  teacher: { nl: 'Leerkracht', en: 'Teacher' },
  substitute: { nl: 'Invaller', en: 'Substitute' },
  support: { nl: 'Ondersteuning', en: 'Support' },
  ict: { nl: 'ICT', en: 'ICT' },
  'privacy-officer': { nl: 'Privacyfunctionaris (FG)', en: 'Privacy officer' },
  board: { nl: 'Bestuur', en: 'Board' },
  partner: { nl: 'Partner', en: 'Partner' },
  supplier: { nl: 'Leverancier', en: 'Supplier' },
  'supplier-support': { nl: 'Helpdesk leverancier', en: 'Supplier support' },
  guardian: { nl: 'Ouder', en: 'Parent' },
  'guardian-information-only': { nl: 'Ouder zonder gezag', en: 'Parent without authority' },
  pupil: { nl: 'Leerling', en: 'Pupil' },
}

/** Every role, in the order in which the first one that somebody has is shown. */
export const rolesInOrder = Object.keys(roleWords) as readonly Role[]

/** The word under somebody's name: the first of their roles. */
export const roleWord = (me: Me, language: Language): string => {
  const role = rolesInOrder.find((one) => me.is(one))
  return role ? roleWords[role][language] : ''
}

/** A role inside a sentence: "leerkracht", "ICT". */
export const roleInside = (role: Role, language: Language): string => {
  const word = roleWords[role][language]
  return /^\p{Lu}\p{Lu}/u.test(word) ? word : word.charAt(0).toLowerCase() + word.slice(1)
}

/** A role in words. */
export const roleName = (role: Role, language: Language): string => roleWords[role][language]
