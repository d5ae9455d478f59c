import type { Words } from '#shared/language/index.ts'
import type { Ground, Subject } from '#shared/vault/purpose.ts'

/** The grounds of art. 6(1) GDPR as people read them. */
export const groundWords: Readonly<Record<Ground, Words>> = {
  consent: { nl: 'toestemming', en: 'consent' },
  contract: { nl: 'een overeenkomst', en: 'a contract' },
  'legal-obligation': { nl: 'een plicht uit de wet', en: 'a legal obligation' },
  'public-task': { nl: 'de taak die de wet aan school geeft', en: 'the task that the law gives to the school' },
  'legitimate-interest': { nl: 'een gerechtvaardigd belang', en: 'a legitimate interest' },
}

export const subjectWords: Readonly<Record<Subject, Words>> = {
  pupil: { nl: 'kinderen', en: 'pupils' },
  guardian: { nl: 'ouders', en: 'guardians' },
  staff: { nl: 'het team', en: 'the team' },
  contact: { nl: 'mensen die contact zoeken', en: 'people who get in touch' },
}

/** Where somebody complains who does not agree (art. 77 GDPR; PROMISES P68). */
export const authority = {
  name: 'Autoriteit Persoonsgegevens',
  address: 'Postbus 93374, 2509 AJ Den Haag',
  phone: '088 1805 250',
  site: 'autoriteitpersoonsgegevens.nl',
} as const
