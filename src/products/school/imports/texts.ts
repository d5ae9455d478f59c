import type { Texts } from '#shared/language/index.ts'

const nl = {
  title: 'Bestand inlezen',
  place: 'Inlezen',
  setting: 'Bestand inlezen',
  settingText: 'Leerlingen, groepen en team uit je leerlingadministratie.',
  noSchool: 'Alleen een school leest leerlingen in',
  text: 'Maak in je leerlingadministratie (zoals ParnasSys of ESIS) een EDEXML-bestand, of een OneRoster-bestand (zip). Je ziet eerst wat er verandert. Daarna kies je of je het inleest.',
  file: 'EDEXML- of OneRoster-bestand',
  fileHint:
    'Meestal heet het EDEX.xml; OneRoster is een zip. We bewaren het hoogstens een dag, en gooien het weg zodra het is ingelezen.',
  birthDates: 'Neem ook geboortedatums over',
  birthDatesHint: 'Alleen nodig als je ze hier wilt zien. Geldt voor elk volgend bestand.',
  never:
    'Burgerservicenummers, etniciteit, gewichten, geboortelanden en postcodes bewaren we nooit. We tellen alleen hoe vaak ze erin stonden.',
  look: 'Bekijk wat er verandert',
  noFile: 'Kies eerst een bestand.',
  refused: 'Dit bestand kunnen we niet inlezen. Er is niets veranderd.',
  earlier: (year: string) =>
    `Dit bestand is van schooljaar ${year}. Hier staat al een later schooljaar. Er is niets veranderd. Maak een nieuwe export.`,
  problemAt: (line: string) => `Regel ${line}`,
  history: 'Eerder ingelezen',
  states: { waiting: 'Wacht op jou', applied: 'Ingelezen', dropped: 'Weggegooid' },
  noHistory: 'Er is nog niets ingelezen',
  back: 'Alle bestanden',

  formats: {
    edexml: 'EDEXML',
    oneroster: (version: string | null) => (version ? `OneRoster ${version}` : 'OneRoster'),
    changes: 'alleen wat veranderd is',
  },
  relations: { parent: 'ouder', guardian: 'verzorger', relative: 'familie' },
  takeGuardians: (count: string, one: boolean) =>
    one ? 'Bekijk hierna ook de ouder uit dit bestand' : `Bekijk hierna ook de ${count} ouders uit dit bestand`,
  takeGuardiansText:
    'Over gezag zegt dit bestand niets. Je ziet ze eerst op een lijst, en kiest dan of je ze toevoegt.',
  exports: 'Bestand maken',
  exportsText: 'De leerlingen, groepen en het team van vandaag, voor een ander programma.',
  exportEdexml: 'EDEXML 2.1',
  exportOneRoster: (version: string) => `OneRoster ${version} (zip)`,

  reviewTitle: 'Wat er verandert',
  schoolYear: (year: string) => `Schooljaar ${year}`,
  from: (day: string, time: string) => `Gekozen op ${day}, ${time}`,
  summary: 'In aantallen',
  kinds: { pupils: 'Leerlingen', teachers: 'Team', groups: 'Groepen' },
  change: 'Wat',
  changes: {
    added: 'Nieuw',
    changed: 'Gewijzigd',
    moved: 'Andere groep',
    left: 'Van school',
    ambiguous: 'Twijfel',
    unchanged: 'Gelijk',
  },
  nothing: 'Er verandert niets',
  nothingText: 'Alles in dit bestand staat al zo in Schoolplein.',
  sizes: 'Zo groot worden de groepen',
  pupils: (count: string, one: boolean) => (one ? '1 leerling' : `${count} leerlingen`),
  added: { pupils: 'Nieuwe leerlingen', teachers: 'Nieuw in het team', groups: 'Nieuwe groepen' },
  changed: { pupils: 'Gewijzigde leerlingen', teachers: 'Gewijzigd in het team', groups: 'Gewijzigde groepen' },
  moved: 'Naar een andere groep of jaargroep',
  movedFrom: (before: string, after: string) => `${before} wordt ${after}`,
  left: { pupils: 'Leerlingen van school', teachers: 'Niet meer in het team', groups: 'Groepen die stoppen' },
  leftText: 'Ze verdwijnen uit alle lijsten. Ouders zien hun kind dan niet meer.',
  noGroup: 'geen groep',
  comesBack: 'komt terug',
  was: (name: string) => `was ${name}`,
  hidden: (count: string, one: boolean) =>
    one
      ? 'En 1 wijziging bij iemand die is afgeschermd. Die zie je hier niet.'
      : `En ${count} wijzigingen bij mensen die zijn afgeschermd. Die zie je hier niet.`,

  doubts: 'Wie is dit?',
  doubtsText: 'Deze namen lijken op iemand die hier al staat. Zolang je niet kiest, verandert er bij hen niets.',
  proposals: 'Neem alle voorstellen over',
  proposed: 'Alle voorstellen zijn ingevuld. Kijk ze na en lees dan het bestand in.',
  doubt: (name: string, group: string | undefined) => (group ? `${name} (${group})` : name),
  reasons: {
    'same-name': 'Alleen de naam is gelijk.',
    'key-reused': 'Het nummer is bekend, maar hoort bij iemand anders.',
    'identifiers-disagree': 'Het ECK iD en het nummer wijzen naar twee verschillende mensen.',
  },
  isThis: (name: string) => `Dit is ${name}`,
  isNew: 'Dit is iemand die hier nog niet staat',
  isGroup: 'Dit is een nieuwe groep',
  later: 'Beslis later',
  proposal: 'Voorstel',

  about: 'Over het bestand',
  dropped: 'Niet overgenomen',
  times: (count: string) => `${count} keer weggelaten`,
  neverKept: (count: string) => `${count} keer weggelaten. We bewaren die nooit.`,
  warnings: (count: string, one: boolean) =>
    one ? '1 opmerking bij het bestand' : `${count} opmerkingen bij het bestand`,

  confirm: 'Kijk dit eerst na',
  manyLeave: (count: string, share: string) => `${count} leerlingen gaan van school (${share}%).`,
  manyLeaveText: 'Dat zijn er veel. Is dit het goede bestand, van de hele school?',
  confirmLeavers: (count: string) => `Ja, deze ${count} leerlingen zijn van school`,
  otherBrin: (theirs: string, ours: string) => `Dit bestand is van een andere school: ${theirs}, en niet ${ours}.`,
  confirmBrin: (theirs: string) => `Ja, het klopt. Onze school heeft voortaan BRIN ${theirs}`,
  problems: {
    leavers: 'Zet een vinkje bij de leerlingen die van school gaan. Klopt het niet, gooi het bestand dan weg.',
    brin: 'Zet een vinkje bij het BRIN-nummer. Klopt het niet, gooi het bestand dan weg.',
    changed: 'De school is veranderd sinds je keek. Hieronder staat wat er nu zou veranderen. Kijk het na.',
  },
  future: (year: string) =>
    `Schooljaar ${year} is nog niet begonnen. Groepen, plaatsen en wie van school gaat komen in de voorbereiding van dat jaar: waar dit bestand iets anders zegt dan de voorbereiding, geldt het bestand. Leerkrachten die je daar koos blijven staan. Tot de dag zelf verandert er in de groepen van nu niets.`,
  past: (year: string) => `Schooljaar ${year} is al voorbij. Weet je zeker dat dit het nieuwste bestand is?`,
  undo: 'Inlezen kan niet ongedaan gemaakt worden. Een nieuw bestand inlezen kan altijd.',
  apply: 'Lees dit bestand in',
  applyNothing: 'Klaar, gooi het bestand weg',
  drop: 'Gooi dit bestand weg',

  doneTitle: 'Het bestand is ingelezen',
  doneText: 'Het bestand zelf is weggegooid.',
  droppedTitle: 'Dit bestand is weggegooid',
  droppedText: 'Er is niets veranderd.',
  expired: 'Dit bestand lag hier langer dan een dag en is weggegooid. Kies het opnieuw.',
  next: 'Wat je nu doet',
  nextYear: (year: string) => `Kijk ${year} na`,
  nextYearText: 'De groepen staan klaar. Je ziet daar ook wat er op de dag zelf gebeurt.',
  nextRoles: 'Geef het team zijn rollen',
  nextRolesText: (count: string, one: boolean) =>
    one ? '1 collega kan nog niets zien' : `${count} collega’s kunnen nog niets zien`,
  nextGuardians: 'Nodig ouders uit',
  nextGuardiansText: 'Dat doe je bij elk kind',
}

const en: Texts<typeof nl> = {
  title: 'Read in a file',
  place: 'Read in',
  setting: 'Read in a file',
  settingText: 'Pupils, groups and team from your pupil administration.',
  noSchool: 'Only a school reads in pupils',
  text: 'Make an EDEXML file in your pupil administration (such as ParnasSys or ESIS), or a OneRoster file (zip). You first see what changes. Then you choose whether to read it in.',
  file: 'EDEXML or OneRoster file',
  fileHint:
    'Usually it is called EDEX.xml; OneRoster is a zip file. We keep it for a day at most, and throw it away as soon as it has been read in.',
  birthDates: 'Take over dates of birth too',
  birthDatesHint: 'Only needed when you want to see them here. Holds for every next file.',
  never:
    'We never keep citizen service numbers, ethnicity, weights, countries of birth and postcodes. We only count how often they were in it.',
  look: 'See what changes',
  noFile: 'Choose a file first.',
  refused: 'We cannot read in this file. Nothing has changed.',
  earlier: (year) =>
    `This file is of school year ${year}. A later school year stands here already. Nothing has changed. Make a new export.`,
  problemAt: (line) => `Line ${line}`,
  history: 'Read in before',
  states: { waiting: 'Waits for you', applied: 'Read in', dropped: 'Thrown away' },
  noHistory: 'Nothing has been read in yet',
  back: 'All files',

  formats: {
    edexml: 'EDEXML',
    oneroster: (version) => (version ? `OneRoster ${version}` : 'OneRoster'),
    changes: 'only what changed',
  },
  relations: { parent: 'parent', guardian: 'guardian', relative: 'relative' },
  takeGuardians: (count, one) =>
    one ? 'Look at the parent in this file next' : `Look at the ${count} parents in this file next`,
  takeGuardiansText:
    'This file says nothing about authority. You see them in a list first, and then choose to add them.',
  exports: 'Make a file',
  exportsText: 'The pupils, groups and team of today, for another program.',
  exportEdexml: 'EDEXML 2.1',
  exportOneRoster: (version) => `OneRoster ${version} (zip)`,

  reviewTitle: 'What changes',
  schoolYear: (year) => `School year ${year}`,
  from: (day, time) => `Chosen on ${day}, ${time}`,
  summary: 'In numbers',
  kinds: { pupils: 'Pupils', teachers: 'Team', groups: 'Groups' },
  change: 'What',
  changes: {
    added: 'New',
    changed: 'Changed',
    moved: 'Other group',
    left: 'Leaving',
    ambiguous: 'In doubt',
    unchanged: 'The same',
  },
  nothing: 'Nothing changes',
  nothingText: 'Everything in this file stands like that in Schoolplein already.',
  sizes: 'How large the groups become',
  pupils: (count, one) => (one ? '1 pupil' : `${count} pupils`),
  added: { pupils: 'New pupils', teachers: 'New in the team', groups: 'New groups' },
  changed: { pupils: 'Changed pupils', teachers: 'Changed in the team', groups: 'Changed groups' },
  moved: 'To another group or year',
  movedFrom: (before, after) => `${before} becomes ${after}`,
  left: { pupils: 'Pupils leaving', teachers: 'No longer in the team', groups: 'Groups that end' },
  leftText: 'They disappear from every list. Parents no longer see their child.',
  noGroup: 'no group',
  comesBack: 'comes back',
  was: (name) => `was ${name}`,
  hidden: (count, one) =>
    one
      ? 'And 1 change about somebody who is protected. You do not see it here.'
      : `And ${count} changes about people who are protected. You do not see them here.`,

  doubts: 'Who is this?',
  doubtsText:
    'These names look like somebody who stands here already. As long as you do not choose, nothing changes for them.',
  proposals: 'Take over all proposals',
  proposed: 'All proposals are filled in. Check them and then read in the file.',
  doubt: (name, group) => (group ? `${name} (${group})` : name),
  reasons: {
    'same-name': 'Only the name is the same.',
    'key-reused': 'The number is known, but belongs to somebody else.',
    'identifiers-disagree': 'The ECK iD and the number point to two different people.',
  },
  isThis: (name) => `This is ${name}`,
  isNew: 'This is somebody who is not here yet',
  isGroup: 'This is a new group',
  later: 'Decide later',
  proposal: 'Proposal',

  about: 'About the file',
  dropped: 'Not taken over',
  times: (count) => `left out ${count} times`,
  neverKept: (count) => `left out ${count} times. We never keep it.`,
  warnings: (count, one) => (one ? '1 remark about the file' : `${count} remarks about the file`),

  confirm: 'Check this first',
  manyLeave: (count, share) => `${count} pupils leave (${share}%).`,
  manyLeaveText: 'That is a lot. Is this the right file, of the whole school?',
  confirmLeavers: (count) => `Yes, these ${count} pupils have left`,
  otherBrin: (theirs, ours) => `This file is of another school: ${theirs}, and not ${ours}.`,
  confirmBrin: (theirs) => `Yes, that is right. From now on our school has BRIN ${theirs}`,
  problems: {
    leavers: 'Tick the pupils who leave. If it is not right, throw the file away.',
    brin: 'Tick the BRIN. If it is not right, throw the file away.',
    changed: 'The school has changed since you looked. Below is what would change now. Check it.',
  },
  future: (year) =>
    `School year ${year} has not begun yet. Groups, places and who leaves go into the preparation of that year: where this file says something else than the preparation, the file holds. Teachers you chose there stay. Until the day itself nothing changes in the groups of today.`,
  past: (year) => `School year ${year} is over. Are you sure that this is the newest file?`,
  undo: 'Reading in cannot be undone. Reading in a new file is always possible.',
  apply: 'Read in this file',
  applyNothing: 'Done, throw the file away',
  drop: 'Throw this file away',

  doneTitle: 'The file has been read in',
  doneText: 'The file itself has been thrown away.',
  droppedTitle: 'This file has been thrown away',
  droppedText: 'Nothing has changed.',
  expired: 'This file lay here for more than a day and has been thrown away. Choose it again.',
  next: 'What you do now',
  nextYear: (year) => `Look ${year} over`,
  nextYearText: 'The groups stand ready. You also see there what happens on the day itself.',
  nextRoles: 'Give the team their roles',
  nextRolesText: (count, one) =>
    one ? '1 colleague cannot see anything yet' : `${count} colleagues cannot see anything yet`,
  nextGuardians: 'Invite parents',
  nextGuardiansText: 'You do that at each child',
}

export type ImportTexts = Texts<typeof nl>
export const importTexts: { nl: ImportTexts; en: ImportTexts } = { nl, en }
