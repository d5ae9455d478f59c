import type { Texts } from '#shared/language/index.ts'

const nl = {
  title: (name: string) => `${name} uitnodigen`,
  back: (name: string) => `Naar ${name}`,
  again: 'Maak je een nieuwe uitnodiging, dan werkt de vorige niet meer.',
  how: 'Hoe nodig je uit?',
  channels: {
    letter: 'Print een brief',
    letterText: 'Met een QR-code en een code om te typen. Werkt vier weken.',
    mail: 'Stuur een mail',
    mailText: 'Naar het adres dat school kent. Werkt twee weken.',
    noMail: 'Er is geen mailadres bekend.',
    link: 'Laat me de link zien',
    linkText: 'Om zelf door te geven. Werkt twee weken.',
  },
  language: 'Taal van de brief',
  languageHint: 'We onthouden dit. De mail is er in het Nederlands en het Engels.',
  submit: (name: string) => `Nodig ${name} uit`,
  print: 'Print de brief (pdf)',
  history: 'Uitnodigingen tot nu toe',
  none: 'Nog geen',
  what: { letter: 'Brief', mail: 'Mail', link: 'Link' },
  sent: (what: string, day: string, by: string | null) => (by ? `${what}, ${day}, door ${by}` : `${what}, ${day}`),
  became: {
    open: (until: string) => `Werkt tot en met ${until}.`,
    expired: (until: string) => `Verlopen op ${until}.`,
    accepted: 'Gebruikt: er is een account gemaakt of gekoppeld.',
    replaced: 'Werkt niet meer.',
  },
  mail: {
    waiting: 'De mail is nog niet weg. We blijven het proberen.',
    sent: 'De mail is verstuurd.',
    refused: 'De mail kwam niet aan: dit adres bestaat niet. Verbeter het adres of print een brief.',
    stopped: 'De mail is niet verstuurd: deze persoon hoort niet meer bij school of heeft geen adres.',
  },
  joined: 'Was al iemand op school: twee personen zijn er één geworden.',
  parted: (day: string, by: string | null) => (by ? `Losgemaakt op ${day} door ${by}.` : `Losgemaakt op ${day}.`),

  part: (name: string) => `Account losmaken van ${name}`,
  partText: 'Doe dit als de verkeerde persoon de uitnodiging gebruikte.',
  partPoints: [
    'Wie nu met dit account is ingelogd bij deze school, wordt meteen uitgelogd.',
    'Het account ziet hier niets meer. Bij een andere school blijft het werken.',
    'Je kunt daarna een nieuwe uitnodiging maken voor de juiste persoon.',
    'Er blijft staan wie dit deed en wanneer.',
  ],
  partJoined: 'Twee personen waren één geworden. Die worden weer twee, en de kinderen gaan terug.',
  partSubmit: 'Maak het account los',
  partProblems: {
    self: 'Dit is je eigen account. Vraag een collega om dit te doen.',
    last: 'Dit is de laatste die mensen kan uitnodigen. Maak eerst een ander administrator of directeur.',
    none: 'Er is geen account meer.',
  },
}

const en: Texts<typeof nl> = {
  title: (name) => `Invite ${name}`,
  back: (name) => `To ${name}`,
  again: 'When you make a new invitation, the earlier one no longer works.',
  how: 'How do you invite?',
  channels: {
    letter: 'Print a letter',
    letterText: 'With a QR code and a code to type. Works for four weeks.',
    mail: 'Send a mail',
    mailText: 'To the address that school knows. Works for two weeks.',
    noMail: 'No mail address is known.',
    link: 'Show me the link',
    linkText: 'To pass on yourself. Works for two weeks.',
  },
  language: 'Language of the letter',
  languageHint: 'We remember this. The mail is there in Dutch and English.',
  submit: (name) => `Invite ${name}`,
  print: 'Print the letter (PDF)',
  history: 'Invitations so far',
  none: 'None yet',
  what: { letter: 'Letter', mail: 'Mail', link: 'Link' },
  sent: (what, day, by) => (by ? `${what}, ${day}, by ${by}` : `${what}, ${day}`),
  became: {
    open: (until) => `Works up to and including ${until}.`,
    expired: (until) => `Expired on ${until}.`,
    accepted: 'Used: an account was made or joined.',
    replaced: 'No longer works.',
  },
  mail: {
    waiting: 'The mail has not left yet. We keep trying.',
    sent: 'The mail was sent.',
    refused: 'The mail did not arrive: this address does not exist. Correct the address or print a letter.',
    stopped: 'The mail was not sent: this person no longer belongs to school or has no address.',
  },
  joined: 'Was somebody at school already: two people became one.',
  parted: (day, by) => (by ? `Taken apart on ${day} by ${by}.` : `Taken apart on ${day}.`),

  part: (name) => `Take the account away from ${name}`,
  partText: 'Do this when the wrong person used the invitation.',
  partPoints: [
    'Whoever is signed in at this school with this account now, is signed out at once.',
    'The account sees nothing here any more. At another school it keeps working.',
    'After that you can make a new invitation for the right person.',
    'It stays on record who did this and when.',
  ],
  partJoined: 'Two people had become one. They become two again, and the children go back.',
  partSubmit: 'Take the account away',
  partProblems: {
    self: 'This is your own account. Ask a colleague to do this.',
    last: 'This is the last one who can invite people. First make somebody else administrator or principal.',
    none: 'There is no account any more.',
  },
}

export type PersonTexts = Texts<typeof nl>
export const personTexts: { nl: PersonTexts; en: PersonTexts } = { nl, en }
