import type { ItemClass } from '#shared/attention/item.ts'
import { plural, type Texts } from '#shared/language/index.ts'

const nl = {
  title: 'Hoe je bericht krijgt',
  text: 'Alles staat altijd in Schoolplein. Hier kies je waar je een seintje van krijgt. In een mail of melding staat nooit wat het is.',
  classes: { urgent: 'Dringend', answer: 'Antwoord nodig', 'to-know': 'Goed om te weten' } as Record<ItemClass, string>,
  hints: {
    urgent: 'Meteen. Minstens één manier blijft aan.',
    answer: 'Meteen.',
    'to-know': 'In één overzicht per dag, voor al je kinderen en scholen samen.',
  } as Record<ItemClass, string>,
  mail: 'Mail',
  push: 'Melding',
  hour: 'Hoe laat wil je het overzicht?',
  at: (hour: number) => `${hour}.00 uur`,
  save: 'Bewaar mijn keuzes',
  saved: 'Je keuzes zijn bewaard.',
  device: 'Meldingen op dit apparaat',
  deviceText:
    'Een melding komt op je scherm, ook als Schoolplein dicht is. Op een iPhone zet je Schoolplein eerst op je beginscherm.',
  deviceOn: 'Zet meldingen aan op dit apparaat',
  deviceOff: 'Zet meldingen uit op dit apparaat',
  deviceRefused: 'Je browser laat geen meldingen toe. Verander dat in de instellingen van je browser.',
  devices: (count: number) => `Meldingen staan aan op ${plural('nl', count, 'apparaat', 'apparaten')}.`,
  install: 'Op je beginscherm',
  installIphone:
    'iPhone of iPad: open deze pagina in Safari. Tik op Deel (het vierkant met de pijl). Kies "Zet op beginscherm".',
  installAndroid: 'Android: open het menu van Chrome (de drie puntjes). Kies "App installeren".',
  noAccount: 'Geen account, alsjeblieft',
  hours: 'Mijn werktijden',
  hoursTitle: 'Wanneer ik berichten krijg',
  hoursText:
    'Wat iemand je buiten deze tijden stuurt, komt aan op je volgende moment. De afzender leest dat erbij. Alleen wat dringend is, komt meteen.',
  works: 'Ik werk dan',
  from: 'Vanaf',
  until: 'Tot',
  days: ['Maandag', 'Dinsdag', 'Woensdag', 'Donderdag', 'Vrijdag', 'Zaterdag', 'Zondag'] as readonly string[],
  saveHours: 'Bewaar mijn werktijden',
  problems: {
    time: 'Typ twee tijden, bijvoorbeeld 8:00 en 17:00. De tweede is later.',
  },
}

const en: Texts<typeof nl> = {
  title: 'How you are told',
  text: 'Everything always stands in Schoolplein. Here you choose what you get a sign of. A mail or notification never says what it is.',
  classes: { urgent: 'Urgent', answer: 'Needs an answer', 'to-know': 'Good to know' },
  hints: {
    urgent: 'At once. At least one way stays on.',
    answer: 'At once.',
    'to-know': 'In one digest a day, for all your children and schools together.',
  },
  mail: 'Mail',
  push: 'Notification',
  hour: 'At what time do you want the digest?',
  at: (hour) => `${hour}:00`,
  save: 'Save my choices',
  saved: 'Your choices are saved.',
  device: 'Notifications on this device',
  deviceText:
    'A notification comes to your screen, also when Schoolplein is closed. On an iPhone you first put Schoolplein on your home screen.',
  deviceOn: 'Turn on notifications on this device',
  deviceOff: 'Turn off notifications on this device',
  deviceRefused: 'Your browser allows no notifications. Change that in the settings of your browser.',
  devices: (count) => `Notifications are on at ${plural('en', count, 'device', 'devices')}.`,
  install: 'On your home screen',
  installIphone:
    'iPhone or iPad: open this page in Safari. Tap Share (the square with the arrow). Choose "Add to Home Screen".',
  installAndroid: 'Android: open the menu of Chrome (the three dots). Choose "Install app".',
  noAccount: 'No account, please',
  hours: 'My working hours',
  hoursTitle: 'When I get messages',
  hoursText:
    'What somebody sends you outside these hours arrives at your next moment, and the sender reads that. Only what is urgent comes at once.',
  works: 'I work then',
  from: 'From',
  until: 'Until',
  days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  saveHours: 'Save my working hours',
  problems: { time: 'Type two times, such as 8:00 and 17:00. The second one is later.' },
}

export type ToldTexts = Texts<typeof nl>
export const toldTexts: { nl: ToldTexts; en: ToldTexts } = { nl, en }
