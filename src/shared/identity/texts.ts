import type { Texts } from '#shared/language/index.ts'

const nl = {
  signIn: 'Inloggen',
  forSchool: 'Inloggen voor ouders, leerlingen en team',
  forTeam: 'Inloggen voor het team',
  address: 'E-mailadres',
  password: 'Wachtwoord',
  continue: 'Verder',
  wrong: 'Dit e-mailadres en wachtwoord horen niet bij elkaar. Kijk ze allebei na.',
  fillAddress: 'Vul je e-mailadres in.',
  fillPassword: 'Vul je wachtwoord in.',
  fillCode: 'Vul een code in.',
  waitSeconds: (seconds: number) =>
    `Er is te vaak een verkeerde poging gedaan. Wacht ${seconds} ${seconds === 1 ? 'seconde' : 'seconden'} en probeer het nog eens.`,
  waitUntil: (time: string) => `Er is te vaak een verkeerde poging gedaan. Wacht tot ${time} en probeer het nog eens.`,
  withPasskey: 'Met je vinger of gezicht',
  passkeyFailed: 'Dat lukte niet. Misschien is dit apparaat nog niet toegevoegd. Log in met je wachtwoord.',
  newHere: 'Nieuw hier? Je krijgt van school een uitnodiging met een code.',
  haveCode: 'Ik heb een code',
  forgotten: 'Wachtwoord vergeten?',
  privacy: 'Hoe we met gegevens omgaan',

  noAccount:
    'Je bent uitgelogd. Over twee weken gaat je account weg, en school schrijft je dan per brief. Log je voor die tijd in, dan blijft het.',
  unsent: 'Wat je net wilde doen, is niet gedaan. Doe het opnieuw als je verder bent.',
  oneMore: 'Nog één stap',
  oneMoreText: 'Je wachtwoord klopt. Laat nog zien dat jij het bent.',
  code: 'Code',
  codeHint: 'Zes cijfers uit je app, of een van je herstelcodes.',
  recoveryHint: 'Een van je herstelcodes.',
  wrongCode: 'Deze code klopt niet, of is al gebruikt. Neem de code die je app nu laat zien.',
  elsewhere: (host: string) =>
    `Je hebt een passkey voor ${host}. Log daar in en zet daar ook codes uit een app aan. Daarna kun je hier inloggen.`,
  lost: 'Kun je dit niet meer?',
  lostText:
    'Neem een van je herstelcodes. Heb je die ook niet? Ga dan langs bij de administratie van school en neem je paspoort, identiteitskaart of rijbewijs mee. Je krijgt daar een brief met een code.',
  haveLetter: 'Ik heb zo’n brief',
  someoneElse: 'Log in als iemand anders',
  takesTooLong: 'Dat duurde te lang. Begin opnieuw.',

  protect: 'Een wachtwoord is niet genoeg',
  protectText: 'Jij ziet gegevens van kinderen. Kies wat je voortaan gebruikt naast je wachtwoord.',
  withApp: 'Met een app die codes geeft',
  addFailed: 'Dat lukte niet. Probeer het nog eens, of kies een app die codes geeft.',

  appTitle: 'Codes uit een app',
  appSteps: 'Open een app die codes geeft, zoals die van je telefoon of je wachtwoordkluis. Scan dit vierkant.',
  qr: 'Vierkant om te scannen',
  appSecret: 'Lukt scannen niet? Typ dan deze sleutel over in de app:',
  appCode: 'Code uit de app',
  appCodeHint: 'Zes cijfers. Zo weten we dat het werkt.',
  appOn: 'Zet codes aan',
  appIsOn: 'Codes uit een app staan aan. Bij het inloggen vragen we er een.',
  appOff: 'Zet codes uit',

  codesTitle: 'Bewaar deze codes',
  codesText:
    'Ben je je telefoon kwijt? Dan log je met een van deze codes in. Elke code werkt één keer. Print ze of schrijf ze op: we laten ze maar één keer zien.',
  codesKept: 'Ik heb ze bewaard',

  confirmTitle: 'Ben jij het nog?',
  confirmText: 'Je gaat iets veranderen aan hoe je inlogt. Geef daarom nog een keer je wachtwoord of passkey.',
  wrongPassword: 'Dit wachtwoord klopt niet.',

  passwordTitle: 'Wachtwoord veranderen',
  currentPassword: 'Je wachtwoord van nu',
  newPassword: 'Nieuw wachtwoord',
  newPasswordHint: (least: number) => `Minstens ${least} tekens. Een paar woorden achter elkaar is prima.`,
  changePassword: 'Verander wachtwoord',
  passwordEndsOthers: 'Op al je andere apparaten word je uitgelogd.',
  problem: {
    short: (least: number) => `Dit is te kort. Neem minstens ${least} tekens, bijvoorbeeld drie woorden.`,
    long: () => 'Dit is te lang. Neem hooguit 200 tekens.',
    common: () => 'Dit wachtwoord proberen anderen als eerste. Neem een paar woorden die niet bij elkaar horen.',
    pattern: () => 'Dit is een rijtje dat anderen snel raden. Neem een paar woorden die niet bij elkaar horen.',
    own: () => 'Hier staat je e-mailadres of de naam van school in. Neem iets anders.',
  },
}

const en: Texts<typeof nl> = {
  signIn: 'Sign in',
  forSchool: 'Sign in for parents, pupils and team',
  forTeam: 'Sign in for the team',
  address: 'Email address',
  password: 'Password',
  continue: 'Continue',
  wrong: 'This email address and password do not belong together. Check both.',
  fillAddress: 'Fill in your email address.',
  fillPassword: 'Fill in your password.',
  fillCode: 'Fill in a code.',
  waitSeconds: (seconds) =>
    `There were too many wrong attempts. Wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'} and try again.`,
  waitUntil: (time) => `There were too many wrong attempts. Wait until ${time} and try again.`,
  withPasskey: 'With your finger or face',
  passkeyFailed: 'That did not work. Perhaps this device was not added yet. Sign in with your password.',
  newHere: 'New here? School gives you an invitation with a code.',
  haveCode: 'I have a code',
  forgotten: 'Forgotten your password?',
  privacy: 'How we handle data',

  noAccount:
    'You are signed out. In two weeks your account goes, and the school then writes to you by letter. Sign in before that, and it stays.',
  unsent: 'What you were about to do was not done. Do it again once you are through.',
  oneMore: 'One more step',
  oneMoreText: 'Your password is right. Show once more that it is you.',
  code: 'Code',
  codeHint: 'Six digits from your app, or one of your recovery codes.',
  recoveryHint: 'One of your recovery codes.',
  wrongCode: 'This code is not right, or was used before. Take the code your app shows now.',
  elsewhere: (host) =>
    `You have a passkey for ${host}. Sign in there and turn on codes from an app as well. Then you can sign in here.`,
  lost: 'Can you no longer do this?',
  lostText:
    'Take one of your recovery codes. Have you none of those either? Then go to the school office and take your passport, identity card or driving licence with you. There you get a letter with a code.',
  haveLetter: 'I have such a letter',
  someoneElse: 'Sign in as someone else',
  takesTooLong: 'That took too long. Start again.',

  protect: 'A password is not enough',
  protectText: 'You see data about children. Choose what you will use besides your password.',
  withApp: 'With an app that gives codes',
  addFailed: 'That did not work. Try again, or choose an app that gives codes.',

  appTitle: 'Codes from an app',
  appSteps: 'Open an app that gives codes, such as the one of your phone or your password manager. Scan this square.',
  qr: 'Square to scan',
  appSecret: 'Can you not scan it? Then type this key into the app:',
  appCode: 'Code from the app',
  appCodeHint: 'Six digits. They show us that it works.',
  appOn: 'Turn on codes',
  appIsOn: 'Codes from an app are on. We ask for one when you sign in.',
  appOff: 'Turn off codes',

  codesTitle: 'Keep these codes',
  codesText:
    'Have you lost your phone? Then you sign in with one of these codes. Each works once. Print them or write them down: we show them only once.',
  codesKept: 'I have kept them',

  confirmTitle: 'Is it still you?',
  confirmText: 'You are about to change how you sign in. Give your password or passkey once more.',
  wrongPassword: 'This password is not right.',

  passwordTitle: 'Change password',
  currentPassword: 'Your password now',
  newPassword: 'New password',
  newPasswordHint: (least) => `At least ${least} characters. A few words in a row is fine.`,
  changePassword: 'Change password',
  passwordEndsOthers: 'You will be signed out on all your other devices.',
  problem: {
    short: (least) => `This is too short. Take at least ${least} characters, three words for example.`,
    long: () => 'This is too long. Take at most 200 characters.',
    common: () => 'Others try this password first. Take a few words that do not belong together.',
    pattern: () => 'This is a row that others guess quickly. Take a few words that do not belong together.',
    own: () => 'Your email address or the name of the school is in this. Take something else.',
  },
}

export const identityTexts = { nl, en }
export type IdentityTexts = Texts<typeof nl>
