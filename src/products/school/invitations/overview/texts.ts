import type { Texts } from '#shared/language/index.ts'

const nl = {
  place: 'Uitnodigen',
  title: 'Uitnodigen',
  text: 'Wie een account heeft, wie is uitgenodigd en wie nog niet.',
  groups: 'Ouders per groep',
  noGroups: 'Er zijn nog geen groepen met ouders',
  noGroupsText: 'Lees eerst het bestand van je leerlingadministratie in en voeg ouders toe.',
  sum: (account: string, invited: string, todo: string) =>
    `${account} met account, ${invited} uitgenodigd, ${todo} nog niet`,
  attention: (count: number) => (count === 1 ? '1 vraagt aandacht' : `${count} vragen aandacht`),
  school: 'Hele school',
  team: 'Team',
  teamText: 'Collega’s krijgen een mail op hun eigen adres.',
  back: 'Alle groepen',
  backToGroup: 'Naar de groep',
  guardiansOf: (group: string) => `Ouders van ${group}`,
  how: 'Hoe nodig je uit?',
  channels: {
    best: 'Mail, of een brief',
    bestText: 'Wie een eigen mailadres heeft krijgt een mail. De anderen krijgen een brief.',
    letter: 'Iedereen een brief',
    letterText: 'Je print alle brieven in één keer.',
  },
  inviteParents: (count: number) => (count === 1 ? 'Nodig 1 ouder uit' : `Nodig ${count} ouders uit`),
  inviteTeam: (count: number) => (count === 1 ? 'Mail 1 collega' : `Mail ${count} collega’s`),
  nobodyLeft: 'Er is niemand om uit te nodigen.',
  skips:
    'Wie nog een uitnodiging heeft die werkt, krijgt geen nieuwe. Afgeschermde mensen, en mensen die school niet mag benaderen, nodig je zelf één voor één uit.',
  printAll: (count: number) =>
    count === 1 ? 'Print de brief die nog open is' : `Print ${count} brieven die nog open zijn`,
  filter: 'Laat zien',
  filters: {
    all: 'Iedereen',
    todo: 'Nog niet',
    invited: 'Uitgenodigd',
    account: 'Met account',
    attention: 'Vraagt aandacht',
  },
  nobody: 'Niemand',
  nobodyText: 'Kies hierboven iets anders.',
  parentOf: (names: string) => `Ouder van ${names}`,
  standing: {
    invited: (what: string, day: string, until: string) => `${what} van ${day}, werkt tot en met ${until}.`,
    expired: (what: string, until: string) => `${what} verlopen op ${until}.`,
  },
  what: { letter: 'Brief', mail: 'Mail', link: 'Link' },
  refused: 'De mail kwam niet aan. Kijk of het adres klopt, of print een brief.',
  waiting: 'De mail is nog niet weg. We blijven het proberen.',
  asked: 'Vraagt om een nieuwe code.',
  became: (name: string) => `Nam ook de uitnodiging van ${name} aan: twee personen zijn één geworden.`,
  protected: 'Afgeschermd: nodig zelf uit.',
  unreachable: 'School mag hem of haar niet benaderen: beslis zelf.',
  tags: { account: 'Account', invited: 'Uitgenodigd', expired: 'Verlopen', none: 'Nog niet', attention: 'Let op' },

  roundTitle: {
    group: (group: string) => `Uitnodigen: ${group}`,
    school: 'Uitnodigen: hele school',
    team: 'Uitnodigen: team',
  },
  under: (done: string, all: string) => `${done} van ${all} uitgenodigd`,
  underText: 'Je kunt deze pagina sluiten. Het uitnodigen gaat door.',
  underWay: 'Er worden nu mensen uitgenodigd.',
  see: 'Bekijk hoe ver het is',
  done: 'Klaar',
  result: (mails: number, letters: number) =>
    [
      ...(mails > 0 ? [mails === 1 ? '1 mail is onderweg' : `${mails} mails zijn onderweg`] : []),
      ...(letters > 0 ? [letters === 1 ? '1 brief ligt klaar' : `${letters} brieven liggen klaar`] : []),
    ].join(', ') || 'Niemand is uitgenodigd',
  fewer: (count: number) =>
    count === 1
      ? '1 mens kreeg geen uitnodiging: van school, al een account, of geen eigen mailadres.'
      : `${count} mensen kregen geen uitnodiging: van school, al een account, of geen eigen mailadres.`,
  printRound: 'Print de brieven (pdf)',
  handOut:
    'De brieven liggen op volgorde van groep en kind. Geef elke brief alleen aan de mens die erop staat, bijvoorbeeld in een envelop met het kind mee.',
  noLetters: 'Er zijn hier geen brieven meer die werken.',
  problems: {
    channel: 'Kies hoe je uitnodigt.',
    nobody: 'Er is niemand om uit te nodigen. Misschien deed een collega het net.',
  },
}

const en: Texts<typeof nl> = {
  place: 'Inviting',
  title: 'Inviting',
  text: 'Who has an account, who is invited and who is not yet.',
  groups: 'Parents by group',
  noGroups: 'There are no groups with parents yet',
  noGroupsText: 'First read in the file of your pupil administration and add parents.',
  sum: (account, invited, todo) => `${account} with an account, ${invited} invited, ${todo} not yet`,
  attention: (count) => (count === 1 ? '1 needs attention' : `${count} need attention`),
  school: 'Whole school',
  team: 'Team',
  teamText: 'Colleagues get a mail at their own address.',
  back: 'All groups',
  backToGroup: 'To the group',
  guardiansOf: (group) => `Parents of ${group}`,
  how: 'How do you invite?',
  channels: {
    best: 'Mail, or a letter',
    bestText: 'Who has a mail address of their own gets a mail. The others get a letter.',
    letter: 'Everyone a letter',
    letterText: 'You print all letters at once.',
  },
  inviteParents: (count) => (count === 1 ? 'Invite 1 parent' : `Invite ${count} parents`),
  inviteTeam: (count) => (count === 1 ? 'Mail 1 colleague' : `Mail ${count} colleagues`),
  nobodyLeft: 'There is nobody to invite.',
  skips:
    'Who has an invitation that still works gets no new one. Protected people, and people whom school may not contact, you invite yourself, one by one.',
  printAll: (count) =>
    count === 1 ? 'Print the letter that is still open' : `Print ${count} letters that are still open`,
  filter: 'Show',
  filters: {
    all: 'Everyone',
    todo: 'Not yet',
    invited: 'Invited',
    account: 'With an account',
    attention: 'Needs attention',
  },
  nobody: 'Nobody',
  nobodyText: 'Choose something else above.',
  parentOf: (names) => `Parent of ${names}`,
  standing: {
    invited: (what, day, until) => `${what} of ${day}, works up to and including ${until}.`,
    expired: (what, until) => `${what} expired on ${until}.`,
  },
  what: { letter: 'Letter', mail: 'Mail', link: 'Link' },
  refused: 'The mail did not arrive. See whether the address is right, or print a letter.',
  waiting: 'The mail has not left yet. We keep trying.',
  asked: 'Asks for a new code.',
  became: (name) => `Accepted the invitation of ${name} too: two people became one.`,
  protected: 'Protected: invite yourself.',
  unreachable: 'School may not contact this person: decide yourself.',
  tags: { account: 'Account', invited: 'Invited', expired: 'Expired', none: 'Not yet', attention: 'Look' },

  roundTitle: { group: (group) => `Inviting: ${group}`, school: 'Inviting: whole school', team: 'Inviting: team' },
  under: (done, all) => `${done} of ${all} invited`,
  underText: 'You can close this page. Inviting goes on.',
  underWay: 'People are being invited now.',
  see: 'See how far it is',
  done: 'Done',
  result: (mails, letters) =>
    [
      ...(mails > 0 ? [mails === 1 ? '1 mail is on its way' : `${mails} mails are on their way`] : []),
      ...(letters > 0 ? [letters === 1 ? '1 letter is ready' : `${letters} letters are ready`] : []),
    ].join(', ') || 'Nobody was invited',
  fewer: (count) =>
    count === 1
      ? '1 person got no invitation: left, has an account already, or has no mail address of their own.'
      : `${count} people got no invitation: left, have an account already, or have no mail address of their own.`,
  printRound: 'Print the letters (PDF)',
  handOut:
    'The letters lie in the order of group and child. Give each letter only to the person named on it, for example in an envelope with the child.',
  noLetters: 'There are no letters here that still work.',
  problems: {
    channel: 'Choose how to invite.',
    nobody: 'There is nobody to invite. Perhaps a colleague has just done it.',
  },
}

export type OverviewTexts = Texts<typeof nl>
export const overviewTexts: { nl: OverviewTexts; en: OverviewTexts } = { nl, en }
