import type { Texts } from '#shared/language/index.ts'

const nl = {
  title: 'Wat deze website van je bewaart',
  text: 'Er is geen vraag om cookies te accepteren, want er is niets waarvoor dat nodig is. Dit is alles.',
  kept: 'Op je apparaat',
  keptText: 'Deze lijst wordt gemaakt uit de software zelf. Wat er niet op staat, zetten we niet op je apparaat.',
  columns: { name: 'Naam', where: 'Soort', why: 'Waarvoor', when: 'Wanneer', until: 'Hoe lang' },
  where: { cookie: 'Cookie', 'local-storage': 'Opslag van je browser', cache: 'Bewaarde pagina' },
  others: 'Van andere bedrijven',
  othersText:
    'Een kaart, video of bericht van een ander bedrijf komt pas als jij erom vraagt. Tot dan weet dat bedrijf niet dat je hier bent.',
  company: 'Bedrijf',
  kind: 'Wat',
  kinds: { map: 'Kaart', video: 'Video', social: 'Bericht' },
  learns: 'Wat het krijgt als je kijkt',
  forget: 'Vergeet wat ik koos',
  forgotten: 'Vergeten. Er wordt weer eerst gevraagd.',
  counting: 'Tellen',
  countingText: [
    'We tellen hoe vaak pagina’s bekeken worden, uit welk land, met welk soort apparaat en via welke andere website. Daarvoor komt er niets op je apparaat.',
    'Om dezelfde bezoeker op één dag maar één keer te tellen, maken we van je netwerk en browser een getal met een sleutel van die dag. Om middernacht gooien we de sleutel weg. Daarna kan niemand het getal nog naar jou leiden, wij ook niet. Wat minder dan tien mensen deden, laten we niet zien.',
    'Dit rust op een gerechtvaardigd belang. Je mag bezwaar maken: met de knop hieronder, of met Global Privacy Control in je browser. Dan tellen we je niet.',
  ],
  counted: 'Je telt nu mee.',
  uncounted: 'Je telt niet mee.',
  gpc: 'Je browser zegt dat je niet gevolgd wilt worden (Global Privacy Control). Je telt niet mee.',
  object: 'Tel mij niet mee',
  allow: 'Tel mij weer mee',
  off: 'Deze website telt haar bezoekers niet.',
  statement: 'Lees de privacyverklaring',
}

const en: Texts<typeof nl> = {
  title: 'What this website keeps of you',
  text: 'There is no question to accept cookies, since nothing needs one. This is all.',
  kept: 'On your device',
  keptText: 'This list is made of the software itself. What is not on it we do not put on your device.',
  columns: { name: 'Name', where: 'Kind', why: 'What for', when: 'When', until: 'How long' },
  where: { cookie: 'Cookie', 'local-storage': 'Storage of your browser', cache: 'Kept page' },
  others: 'Of other companies',
  othersText:
    'A map, video or post of another company only comes when you ask for it. Until then that company does not know that you are here.',
  company: 'Company',
  kind: 'What',
  kinds: { map: 'Map', video: 'Video', social: 'Post' },
  learns: 'What it gets when you look',
  forget: 'Forget what I chose',
  forgotten: 'Forgotten. You are asked first again.',
  counting: 'Counting',
  countingText: [
    'We count how often pages are seen, from which country, with which kind of device and through which other website. Nothing comes onto your device for that.',
    'To count the same visitor only once on a day, we make a number of your network and browser with a salt of that day. At midnight we throw the salt away. After that nobody can lead the number to you, we neither. What fewer than ten people did we do not show.',
    'This rests on a legitimate interest. You may object: with the button below, or with Global Privacy Control in your browser. Then we do not count you.',
  ],
  counted: 'You are counted now.',
  uncounted: 'You are not counted.',
  gpc: 'Your browser says that you do not want to be followed (Global Privacy Control). You are not counted.',
  object: 'Do not count me',
  allow: 'Count me again',
  off: 'This website does not count its visitors.',
  statement: 'Read the privacy statement',
}

export type VisitorTexts = Texts<typeof nl>
export const visitorTexts: { nl: VisitorTexts; en: VisitorTexts } = { nl, en }
