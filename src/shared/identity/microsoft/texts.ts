import type { Texts } from '#shared/language/index.ts'
import type { TroubleKind } from './trouble.ts'

const nl = {
  microsoft: 'Microsoft',
  signIn: 'Inloggen met Microsoft',
  forTeam: 'Het team logt in met Microsoft.',
  signedOut: 'Je bent hier uitgelogd. Bij Microsoft ben je op dit apparaat misschien nog ingelogd.',
  signOutThere: 'Log ook uit bij Microsoft',
  teamOnly: 'Op deze school logt het team in met Microsoft. Kies hieronder ‘Inloggen met Microsoft’.',

  stale: 'Dat duurde te lang, of je begon in een ander venster. Probeer het nog eens.',
  foreign: (school: string) =>
    `Dit Microsoft-account is niet van ${school}. Kies bij Microsoft het account dat je van deze school kreeg.`,
  notHere: 'Je Microsoft-account is bekend, maar je hoort niet (meer) bij deze school. Vraag het de administratie.',
  troubles: {
    away: 'Microsoft geeft nu geen antwoord. Dat ligt niet aan jou. Log in met je wachtwoord of passkey, of probeer het straks nog eens.',
    awayTeam:
      'Microsoft geeft nu geen antwoord. Dat ligt niet aan jou. Probeer het straks nog eens. Duurt het lang? De administratie en ICT kunnen met hun passkey naar binnen en je weer met je wachtwoord laten inloggen.',
    cancelled: 'Je stopte bij Microsoft. Log in op een andere manier, of probeer het nog eens.',
    setup: (code: string) =>
      `Microsoft laat onze school niet toe. Dat ligt niet aan jou. Geef dit door aan ICT: ${code}. Log zolang in met je wachtwoord of passkey.`,
    refused: 'Dat lukte niet. Probeer het nog eens, of log in met je wachtwoord of passkey.',
  },

  unknownTitle: 'Dit Microsoft-account kennen we nog niet',
  unknownText:
    'Log één keer in zoals je dat altijd doet. Daarna koppel je je Microsoft-account, en is één druk genoeg. Ben je nieuw? Vraag de administratie om een uitnodiging.',
  unknownGo: 'Log in en koppel daarna',

  linkTitle: 'Je Microsoft-account',
  linkText: (school: string) =>
    `Koppel het Microsoft-account dat je van ${school} kreeg. Daarna log je ermee in. Wij bewaren er geen naam of adres van.`,
  link: 'Koppel je Microsoft-account',
  linked: (day: string) => `Gekoppeld sinds ${day}. Je kunt met Microsoft inloggen.`,
  linkedShort: (day: string) => `Gekoppeld sinds ${day}`,
  linkedNot: 'Nog niet gekoppeld',
  linkedNow: 'Je Microsoft-account is gekoppeld.',
  linkFirst: 'Op deze school logt het team in met Microsoft. Koppel één keer je account; daarna kun je verder.',
  throughFirst: 'Op deze school logt het team in met Microsoft.',
  unlink: 'Koppel los',
  unlinkText: 'Daarna log je weer in met je wachtwoord of passkey. Wie via Microsoft was ingelogd, wordt uitgelogd.',
  unlinkOff: 'Op deze school logt het team in met Microsoft. Daarom kun je dit niet loskoppelen.',
  taken: 'Dit Microsoft-account hoort al bij iemand anders, of jij hebt er al een gekoppeld. Koppel dat eerst los.',
  other: 'Log uit',
}

const en: Texts<typeof nl> = {
  microsoft: 'Microsoft',
  signIn: 'Sign in with Microsoft',
  forTeam: 'The team signs in with Microsoft.',
  signedOut: 'You are signed out here. At Microsoft you may still be signed in on this device.',
  signOutThere: 'Sign out of Microsoft too',
  teamOnly: 'At this school the team signs in with Microsoft. Choose ‘Sign in with Microsoft’ below.',

  stale: 'That took too long, or you began in another window. Try again.',
  foreign: (school) =>
    `This Microsoft account is not one of ${school}. At Microsoft, choose the account that this school gave you.`,
  notHere: 'Your Microsoft account is known, but you do not belong to this school (any more). Ask the office.',
  troubles: {
    away: 'Microsoft does not answer now. You did nothing wrong. Sign in with your password or passkey, or try again later.',
    awayTeam:
      'Microsoft does not answer now. You did nothing wrong. Try again later. Does it take long? The office and ICT can come in with their passkey and let you sign in with your password again.',
    cancelled: 'You stopped at Microsoft. Sign in in another way, or try again.',
    setup: (code) =>
      `Microsoft does not let our school in. You did nothing wrong. Tell ICT this: ${code}. Meanwhile, sign in with your password or passkey.`,
    refused: 'That did not work. Try again, or sign in with your password or passkey.',
  },

  unknownTitle: 'We do not know this Microsoft account yet',
  unknownText:
    'Sign in once as you always do. Then link your Microsoft account, and one press is enough from then on. Are you new? Ask the office for an invitation.',
  unknownGo: 'Sign in, then link',

  linkTitle: 'Your Microsoft account',
  linkText: (school) =>
    `Link the Microsoft account that ${school} gave you. From then on you sign in with it. We keep no name or address of it.`,
  link: 'Link your Microsoft account',
  linked: (day) => `Linked since ${day}. You can sign in with Microsoft.`,
  linkedShort: (day) => `Linked since ${day}`,
  linkedNot: 'Not linked yet',
  linkedNow: 'Your Microsoft account is linked.',
  linkFirst: 'At this school the team signs in with Microsoft. Link your account once; then you can go on.',
  throughFirst: 'At this school the team signs in with Microsoft.',
  unlink: 'Unlink',
  unlinkText: 'After that you sign in with your password or passkey. Whoever is in through Microsoft is signed out.',
  unlinkOff: 'At this school the team signs in with Microsoft, so you cannot unlink this.',
  taken: 'This Microsoft account belongs to someone else, or you have linked one already. Unlink that one first.',
  other: 'Sign out',
}

export type MicrosoftTexts = Texts<typeof nl>
export const microsoftTexts: { nl: MicrosoftTexts; en: MicrosoftTexts } = { nl, en }

/** What somebody who wanted to come in reads; what ICT must know stands in it as Microsoft's own code. */
export const troubleWords = (
  t: MicrosoftTexts,
  { kind, code }: { kind: TroubleKind; code?: string | undefined },
  teamOnly: boolean,
): string => {
  if (kind === 'away') return teamOnly ? t.troubles.awayTeam : t.troubles.away
  if (kind === 'cancelled' || kind === 'refused') return t.troubles[kind]
  return t.troubles.setup(code ?? kind)
}
