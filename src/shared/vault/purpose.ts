import type { Words } from '#shared/language/index.ts'
import type { Site } from '#shared/tenancy/sites.ts'

/** On what the law lets a processing rest (art. 6(1) GDPR; PROMISES P10). */
export const grounds = ['consent', 'contract', 'legal-obligation', 'public-task', 'legitimate-interest'] as const
export type Ground = (typeof grounds)[number]

/** Whose data are processed. */
export type Subject = 'pupil' | 'guardian' | 'staff' | 'contact'

export type Purpose = {
  readonly name: Words
  /** Why the data are needed, in one sentence that begins with "om" in Dutch and "to" in English. */
  readonly why: Words
  readonly subjects: readonly Subject[]
  /** The first one counts until the organisation chooses another of them; any other is refused. */
  readonly grounds: readonly [Ground, ...Ground[]]
  /** The same at a company, which has no public task; as above, unless said. */
  readonly companyGrounds?: readonly [Ground, ...Ground[]]
  /** Boards, partners and suppliers do not have it. */
  readonly schoolsOnly?: true
  /** The law that a duty or task rests on, and why another ground does not fit. */
  readonly law: Words
  /** Who outside the organisation gets something of it; nobody, unless said. */
  readonly recipients?: Words
}

const gdpr: Words = { nl: 'de privacywet (AVG)', en: 'the privacy law (GDPR)' }
const education: Words = {
  nl: 'de Wet op het primair onderwijs',
  en: 'the Wet op het primair onderwijs (Primary Education Act)',
}

/**
 * Why the product processes personal data: every declaration names one of these (art. 5(1)(b) and 30(1)(b) GDPR). What
 * rests on consent stands apart, since the school itself makes those purposes.
 */
export const purposes = {
  'school-administration': {
    name: { nl: 'De administratie van school', en: 'The administration of the school' },
    why: {
      nl: 'om te weten wie op school zit en werkt, in welke groep en in welk schooljaar',
      en: 'to know who is at school and works there, in which group and in which school year',
    },
    subjects: ['pupil', 'guardian', 'staff'],
    grounds: ['public-task', 'legal-obligation'],
    companyGrounds: ['contract', 'legitimate-interest'],
    law: education,
  },
  'contact-with-guardians': {
    schoolsOnly: true,
    name: { nl: 'Contact met ouders', en: 'Contact with guardians' },
    why: {
      nl: 'om ouders te bereiken en te vertellen wat zij over hun kind mogen weten',
      en: 'to reach guardians and tell them what they may know about their child',
    },
    subjects: ['pupil', 'guardian', 'staff'],
    grounds: ['public-task', 'legal-obligation', 'legitimate-interest'],
    law: education,
  },
  attendance: {
    schoolsOnly: true,
    name: { nl: 'Aanwezigheid', en: 'Attendance' },
    why: {
      nl: 'om te weten welk kind er is, welk kind er niet is en waarom',
      en: 'to know which child is here, which is not and why',
    },
    subjects: ['pupil', 'guardian', 'staff'],
    grounds: ['legal-obligation', 'public-task'],
    law: { nl: 'de Leerplichtwet 1969', en: 'the Leerplichtwet 1969 (Compulsory Education Act)' },
    recipients: {
      nl: 'de leerlingadministratie van school, die verzuim meldt als de wet dat vraagt',
      en: 'the pupil administration of the school, which reports absence when the law asks for it',
    },
  },
  safety: {
    schoolsOnly: true,
    name: { nl: 'De veiligheid van kinderen', en: 'The safety of children' },
    why: {
      nl: 'om een kind te beschermen, bijvoorbeeld als een rechter iets heeft beslist of een adres geheim is',
      en: 'to protect a child, for example when a court has decided something or an address is secret',
    },
    subjects: ['pupil', 'guardian', 'staff'],
    grounds: ['legal-obligation', 'public-task'],
    law: education,
  },
  'working-together': {
    name: { nl: 'Samenwerken in het team', en: 'Working together in the team' },
    why: {
      nl: 'om het team te laten weten wat het moet weten, en te kunnen laten zien dat het dat wist',
      en: 'to let the team know what it has to know, and to be able to show that it knew',
    },
    subjects: ['staff'],
    grounds: ['public-task', 'legal-obligation', 'legitimate-interest'],
    companyGrounds: ['legitimate-interest', 'contract'],
    law: education,
  },
  access: {
    name: { nl: 'Inloggen', en: 'Signing in' },
    why: {
      nl: 'om iemand te laten inloggen en alleen te laten zien wat die persoon mag zien',
      en: 'to let somebody sign in and see only what that person may see',
    },
    subjects: ['pupil', 'guardian', 'staff'],
    grounds: ['public-task', 'contract', 'legitimate-interest'],
    companyGrounds: ['contract', 'legitimate-interest'],
    law: education,
  },
  'digital-learning': {
    schoolsOnly: true,
    name: { nl: 'Werken en leren met Microsoft 365', en: 'Working and learning with Microsoft 365' },
    why: {
      nl: 'om leerlingen en het team een account, hun groepen en hun teams in Microsoft 365 te geven',
      en: 'to give pupils and the team an account, their groups and their teams in Microsoft 365',
    },
    subjects: ['pupil', 'staff'],
    grounds: ['public-task', 'legitimate-interest'],
    law: education,
    recipients: {
      nl: 'Microsoft, als verwerker van school: naam, groep, accountnaam en wachtwoord',
      en: 'Microsoft, as the school’s processor: name, group, account name and password',
    },
  },
  'learning-results': {
    schoolsOnly: true,
    name: { nl: 'Leerresultaten volgen', en: 'Following learning results' },
    why: {
      nl: 'om te zien wat een kind al kan en waar het hulp bij nodig heeft',
      en: 'to see what a child can do already and where it needs help',
    },
    subjects: ['pupil'],
    grounds: ['public-task', 'legal-obligation'],
    law: education,
  },
  security: {
    name: { nl: 'Beveiliging', en: 'Security' },
    why: {
      nl: 'om gegevens te beveiligen en te kunnen laten zien wie ernaar keek',
      en: 'to keep data secure and to be able to show who looked at them',
    },
    subjects: ['pupil', 'guardian', 'staff'],
    grounds: ['legal-obligation', 'legitimate-interest'],
    law: gdpr,
  },
  accountability: {
    name: { nl: 'Verantwoording', en: 'Accountability' },
    why: {
      nl: 'om te doen wat je over je gegevens vraagt en te bewijzen dat we ons aan de privacywet houden',
      en: 'to do what you ask about your data and to prove that we keep to the privacy law',
    },
    subjects: ['pupil', 'guardian', 'staff'],
    grounds: ['legal-obligation'],
    law: gdpr,
    recipients: {
      nl: 'de Autoriteit Persoonsgegevens, als die erom vraagt; de leverancier van Schoolplein, als je die een klacht schrijft',
      en: 'the Dutch Data Protection Authority, when it asks; the supplier of Schoolplein, when you write it a complaint',
    },
  },
  'website-contact': {
    name: { nl: 'Contact via de website', en: 'Contact through the website' },
    why: {
      nl: 'om berichten, vragen en klachten te beantwoorden die via een formulier op de website binnenkomen',
      en: 'to answer messages, questions and complaints that come in through a form on the website',
    },
    subjects: ['contact'],
    grounds: ['legitimate-interest', 'public-task', 'contract'],
    companyGrounds: ['contract', 'legitimate-interest'],
    law: gdpr,
  },
  'site-statistics': {
    name: { nl: 'Tellen hoe vaak de website bekeken wordt', en: 'Counting how often the website is seen' },
    why: {
      nl: 'om te weten welke pagina’s gelezen worden en of de website doet wat die moet doen',
      en: 'to know which pages are read and whether the website does what it should',
    },
    subjects: ['contact'],
    grounds: ['legitimate-interest'],
    law: gdpr,
  },
} as const satisfies Readonly<Record<string, Purpose>>

export type PurposeName = keyof typeof purposes

/** The grounds that fit a purpose at an organisation; the first one counts until it chooses another of them. */
export const groundsFor = (name: PurposeName, kind: Site['kind']): readonly [Ground, ...Ground[]] => {
  const purpose: Purpose = purposes[name]
  const company = kind === 'supplier' || kind === 'partner'
  return (company && purpose.companyGrounds) || purpose.grounds
}
