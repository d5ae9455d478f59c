import type { Texts } from '#shared/language/index.ts'
import type { TroubleKind } from '../trouble.ts'

const nl = {
  title: 'Inloggen met Microsoft',
  text: 'Laat het team inloggen met het Microsoft-account van school.',
  states: {
    none: 'Nog niet ingesteld',
    off: 'Ingevuld, nog niet gecontroleerd',
    offered: 'Staat aan, naast wachtwoord en passkey',
    team: 'Staat aan, en voor het team is het de enige manier',
  },
  confirmFirst: 'Hier stel je in wie er binnen mag. Laat eerst zien dat jij het bent.',
  confirm: 'Bevestig dat jij het bent',

  entra: 'Eerst in Microsoft Entra',
  entraText:
    'Doe dit als beheerder van de Microsoft-omgeving van school, op entra.microsoft.com. Het duurt vijf minuten.',
  steps: [
    {
      title: 'Maak een app-registratie',
      how: 'App registrations, New registration. Kies ‘Accounts in this organizational directory only’.',
    },
    { title: 'Geef het antwoordadres op', how: 'Redirect URI, platform Web. Neem het adres hieronder precies over.' },
    {
      title: 'Maak een geheim',
      how: 'Certificates & secrets, New client secret. Kopieer de kolom Value: je ziet hem maar één keer. Onthoud ook de kolom Expires.',
    },
    {
      title: 'Zet uitloggen aan (hoeft niet)',
      how: 'Authentication, Front-channel logout URL, en Token configuration, optional claim ‘sid’ voor ID.',
    },
  ],
  answerTo: 'Antwoordadres (redirect URI)',
  endedAt: 'Adres voor uitloggen (front-channel logout URL)',

  fill: 'Dan hier invullen',
  tenant: 'Directory (tenant) ID',
  tenantHint: 'Staat op de eerste pagina van de app-registratie (Overview).',
  client: 'Application (client) ID',
  clientHint: 'Staat op dezelfde pagina.',
  secret: 'Client secret',
  secretHint: 'De Value, niet de Secret ID. We bewaren hem verzegeld en laten hem niet meer zien.',
  secretKept: 'Er is een geheim bewaard. Laat dit leeg om het te houden.',
  ends: 'Tot wanneer geldt dit geheim?',
  endsHint: 'De kolom Expires in Entra. Dertig dagen ervoor zeggen we het op je eerste pagina.',
  ending: {
    soon: (days: string, one: boolean) => `Inloggen met Microsoft stopt over ${days} ${one ? 'dag' : 'dagen'}`,
    today: 'Vandaag is de laatste dag van inloggen met Microsoft',
    soonText: (day: string) =>
      `Het geheim van Microsoft geldt tot en met ${day}. Maak in Entra een nieuw geheim (Certificates & secrets) en vul het hier in, met de nieuwe einddatum.`,
    ended: (day: string) => `Het geheim van Microsoft verliep op ${day}`,
    endedText:
      'Niemand komt nu met Microsoft binnen. Maak in Entra een nieuw geheim (Certificates & secrets) en vul het hier in, met de nieuwe einddatum.',
  },
  mfa: 'Vraagt Microsoft bij jullie om een tweede stap (MFA)?',
  mfaYes: 'Ja, en die telt hier ook',
  mfaYesHint: 'Zegt Microsoft dat iemand een tweede stap gaf, dan vragen wij er geen. Zegt het niets, dan wel.',
  mfaNo: 'Nee, vraag hier altijd onze eigen tweede stap',
  save: 'Bewaar',
  saved: 'Bewaard. Controleer nu of het werkt.',

  check: 'Werkt het?',
  checkText: 'We vragen Microsoft nu of omgeving, app en geheim bij elkaar horen. Wie er inlogt, merkt er niets van.',
  checkFirst: 'Controleer en zet aan',
  checkAgain: 'Controleer nu',
  works: 'Het werkt. Microsoft kent de omgeving, de app en het geheim.',
  worksOn:
    'Op de inlogpagina staat nu ‘Inloggen met Microsoft’. Koppel eerst je eigen account: dan weet je ook dat het antwoordadres klopt.',
  linkOwn: 'Koppel je eigen account',
  linked: (count: number) =>
    count === 1 ? '1 persoon heeft zijn account gekoppeld.' : `${count} personen hebben hun account gekoppeld.`,
  wrong: {
    away: 'Microsoft geeft geen antwoord. Probeer het over een paar minuten nog eens; aan wat je invulde ligt het niet.',
    tenant: 'Microsoft kent deze Directory (tenant) ID niet. Kopieer hem opnieuw van de pagina Overview.',
    client:
      'Microsoft kent deze Application (client) ID niet in jullie omgeving. Kopieer hem opnieuw van de pagina Overview, en kijk of de tenant klopt.',
    secret:
      'Dit client secret hoort niet bij deze app. Meestal is de Secret ID gekopieerd in plaats van de Value. Maak een nieuw geheim en kopieer de Value.',
    expired: 'Dit client secret is verlopen. Maak in Entra een nieuw geheim en vul het hier in.',
    refused:
      'Microsoft laat deze app niet toe. Zoek de code hieronder op bij Microsoft, of laat hem zien aan wie de omgeving beheert.',
    cancelled: 'Microsoft brak de vraag af. Probeer het nog eens.',
  } satisfies Record<TroubleKind, string>,
  code: (code: string) => `Code van Microsoft: ${code}`,

  team: 'Het team alleen met Microsoft',
  teamText:
    'Dan kan wie hier werkt niet meer met een wachtwoord of passkey naar binnen. Gaat iemand weg, dan is afsluiten in Microsoft genoeg. Ouders merken er niets van.',
  teamRescue:
    'Valt Microsoft uit, dan komen de administratie en ICT nog binnen met hun passkey, en zetten ze dit weer uit. De leverancier kan dat ook.',
  teamOn: 'Laat het team alleen met Microsoft inloggen',
  teamOff: 'Laat het team ook weer anders inloggen',
  needOn: 'Controleer eerst of het werkt.',
  needLink: 'Koppel eerst je eigen Microsoft-account: dan weet je dat het werkt.',
  needPasskey: 'Voeg eerst een passkey toe: daarmee kom je binnen als Microsoft uitvalt.',

  remove: 'Uitzetten',
  removeText:
    'Iedereen logt weer in met wachtwoord of passkey. We vergeten het geheim. Wie via Microsoft binnen is, wordt uitgelogd.',
  removeDo: 'Zet inloggen met Microsoft uit',

  problems: {
    tenant:
      'Een tenant ID ziet eruit als 8 tekens, een streepje, drie keer 4 tekens en 12 tekens. Kopieer hem uit Entra.',
    client:
      'Een client ID ziet eruit als 8 tekens, een streepje, drie keer 4 tekens en 12 tekens. Kopieer hem uit Entra.',
    secret: 'Vul het client secret in: de kolom Value in Entra.',
    id: 'Dit is de Secret ID. Kopieer de kolom Value; is die niet meer te zien, maak dan een nieuw geheim.',
    long: 'Dit is te lang voor een client secret. Kopieer alleen de Value.',
    day: 'Vul een dag in, zoals 01-08-2027.',
    ends: 'Vul in tot wanneer dit geheim geldt: de kolom Expires in Entra.',
    past: 'Deze dag is al voorbij. Maak in Entra een nieuw geheim en vul het hier in.',
    mfa: 'Kies of de tweede stap van Microsoft meetelt.',
  },
}

const en: Texts<typeof nl> = {
  title: 'Sign in with Microsoft',
  text: 'Let the team sign in with the school’s Microsoft account.',
  states: {
    none: 'Not set up yet',
    off: 'Filled in, not checked yet',
    offered: 'On, beside password and passkey',
    team: 'On, and for the team it is the only way',
  },
  confirmFirst: 'Here you decide who may come in. First show that it is you.',
  confirm: 'Confirm that it is you',

  entra: 'First in Microsoft Entra',
  entraText:
    'Do this as administrator of the school’s Microsoft environment, at entra.microsoft.com. It takes five minutes.',
  steps: [
    {
      title: 'Register an app',
      how: 'App registrations, New registration. Choose ‘Accounts in this organizational directory only’.',
    },
    { title: 'Give the answer address', how: 'Redirect URI, platform Web. Copy the address below exactly.' },
    {
      title: 'Make a secret',
      how: 'Certificates & secrets, New client secret. Copy the column Value: you see it only once. Remember the column Expires too.',
    },
    {
      title: 'Turn on signing out (optional)',
      how: 'Authentication, Front-channel logout URL, and Token configuration, optional claim ‘sid’ for ID.',
    },
  ],
  answerTo: 'Answer address (redirect URI)',
  endedAt: 'Address for signing out (front-channel logout URL)',

  fill: 'Then fill in here',
  tenant: 'Directory (tenant) ID',
  tenantHint: 'It is on the first page of the app registration (Overview).',
  client: 'Application (client) ID',
  clientHint: 'It is on the same page.',
  secret: 'Client secret',
  secretHint: 'The Value, not the Secret ID. We keep it sealed and do not show it again.',
  secretKept: 'A secret is kept. Leave this empty to keep it.',
  ends: 'Until when does this secret hold?',
  endsHint: 'The column Expires in Entra. Thirty days before it we say so on your first page.',
  ending: {
    soon: (days, one) => `Signing in with Microsoft stops in ${days} ${one ? 'day' : 'days'}`,
    today: 'Today is the last day of signing in with Microsoft',
    soonText: (day) =>
      `Microsoft’s secret holds until ${day}. Make a new secret in Entra (Certificates & secrets) and fill it in here, with its new end.`,
    ended: (day) => `Microsoft’s secret ended on ${day}`,
    endedText:
      'Nobody comes in through Microsoft now. Make a new secret in Entra (Certificates & secrets) and fill it in here, with its new end.',
  },
  mfa: 'Does your Microsoft ask for a second step (MFA)?',
  mfaYes: 'Yes, and it counts here too',
  mfaYesHint: 'When Microsoft says that somebody gave a second step, we ask none. When it says nothing, we do.',
  mfaNo: 'No, always ask our own second step here',
  save: 'Keep',
  saved: 'Kept. Now check whether it works.',

  check: 'Does it work?',
  checkText: 'We now ask Microsoft whether environment, app and secret belong together. Nobody who signs in notices.',
  checkFirst: 'Check and turn on',
  checkAgain: 'Check now',
  works: 'It works. Microsoft knows the environment, the app and the secret.',
  worksOn:
    '‘Sign in with Microsoft’ now stands on the sign-in page. Link your own account first: then you know that the answer address is right too.',
  linkOwn: 'Link your own account',
  linked: (count) =>
    count === 1 ? '1 person has linked their account.' : `${count} people have linked their account.`,
  wrong: {
    away: 'Microsoft does not answer. Try again in a few minutes; it is not what you filled in.',
    tenant: 'Microsoft does not know this Directory (tenant) ID. Copy it again from the page Overview.',
    client:
      'Microsoft does not know this Application (client) ID in your environment. Copy it again from the page Overview, and see whether the tenant is right.',
    secret:
      'This client secret does not belong to this app. Mostly the Secret ID was copied instead of the Value. Make a new secret and copy its Value.',
    expired: 'This client secret has expired. Make a new secret in Entra and fill it in here.',
    refused:
      'Microsoft does not let this app in. Look up the code below at Microsoft, or show it to who runs the environment.',
    cancelled: 'Microsoft broke off the question. Try again.',
  },
  code: (code) => `Microsoft’s code: ${code}`,

  team: 'The team with Microsoft only',
  teamText:
    'Then nobody who works here comes in with a password or passkey any more. When someone leaves, closing their Microsoft account is enough. Parents notice nothing.',
  teamRescue:
    'When Microsoft is down, the office and ICT still come in with their passkey, and turn this off again. The supplier can do that too.',
  teamOn: 'Let the team sign in with Microsoft only',
  teamOff: 'Let the team sign in in other ways again',
  needOn: 'First check whether it works.',
  needLink: 'First link your own Microsoft account: then you know that it works.',
  needPasskey: 'First add a passkey: with it you come in when Microsoft is down.',

  remove: 'Turning it off',
  removeText:
    'Everyone signs in with password or passkey again. We forget the secret. Whoever is in through Microsoft is signed out.',
  removeDo: 'Turn off signing in with Microsoft',

  problems: {
    tenant:
      'A tenant ID looks like 8 characters, a dash, three times 4 characters and 12 characters. Copy it from Entra.',
    client:
      'A client ID looks like 8 characters, a dash, three times 4 characters and 12 characters. Copy it from Entra.',
    secret: 'Fill in the client secret: the column Value in Entra.',
    id: 'This is the Secret ID. Copy the column Value; if you can no longer see it, make a new secret.',
    long: 'This is too long for a client secret. Copy the Value only.',
    day: 'Fill in a day, such as 01-08-2027.',
    ends: 'Fill in until when this secret holds: the column Expires in Entra.',
    past: 'This day is over. Make a new secret in Entra and fill it in here.',
    mfa: 'Choose whether Microsoft’s second step counts.',
  },
}

export type MicrosoftSettingsTexts = Texts<typeof nl>
export const microsoftSettingsTexts: { nl: MicrosoftSettingsTexts; en: MicrosoftSettingsTexts } = { nl, en }
