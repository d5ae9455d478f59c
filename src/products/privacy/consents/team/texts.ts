import type { Texts } from '#shared/language/index.ts'
import type { Use } from '../kinds.ts'

const nl = {
  place: 'Op de foto',
  title: 'Wie mag niet op de foto?',
  text: 'Kies de groep die je fotografeert.',
  none: 'Je hebt vandaag geen groep',
  noneText: 'Val je in? Dan staat de groep hier op die dag.',
  back: 'Alle groepen',
  everywhere: 'Overal',
  /** Where a picture goes, in a word; what the school thought of itself goes by its name. */
  places: {
    'photo-website': 'website',
    'photo-social': 'sociale media',
    'photo-app': 'app van school',
    'photo-class': 'klassenfoto',
    'photo-press': 'krant en omroep',
  } satisfies Partial<Record<Use, string>>,
  views: 'Waar komt de foto?',
  notAll: (count: number) => (count === 1 ? 'kind niet overal' : 'kinderen niet overal'),
  not: (count: number) => (count === 1 ? 'kind niet' : 'kinderen niet'),
  yes: 'wel',
  tiles: (not: number, yes: number) => `${not} niet, ${yes} wel`,
  notFor: (places: string) => `Niet op ${places}`,
  notAnywhere: 'Nergens',
  mayNot: 'Niet op de foto',
  notEverywhere: 'Niet overal',
  may: 'Wel op de foto',
  allMay: 'Iedereen mag op deze foto',
  allEverywhere: 'Iedereen mag overal op de foto',
  noPictures: 'School vraagt nog geen toestemming voor foto’s',
  noPicturesText: 'Tot ouders ja hebben gezegd, mag er geen kind op een foto die anderen zien.',
  readers: 'Dit zien de eigen leerkrachten en de administratie. Wie wat antwoordde, zie je hier niet.',
  foot: (group: string, day: string) => `${group}, ${day}. Alleen voor het team: gooi dit blad weg na gebruik.`,
}

const en: Texts<typeof nl> = {
  place: 'In the photo',
  title: 'Who may not be in the photo?',
  text: 'Choose the group you photograph.',
  none: 'You have no group today',
  noneText: 'Are you a substitute? Then the group is here on that day.',
  back: 'All groups',
  everywhere: 'Everywhere',
  places: {
    'photo-website': 'website',
    'photo-social': 'social media',
    'photo-app': 'school app',
    'photo-class': 'class photo',
    'photo-press': 'press',
  },
  views: 'Where does the photo go?',
  notAll: (count) => (count === 1 ? 'child not everywhere' : 'children not everywhere'),
  not: (count) => (count === 1 ? 'child not' : 'children not'),
  yes: 'may',
  tiles: (not, yes) => `${not} not, ${yes} may`,
  notFor: (places) => `Not on ${places}`,
  notAnywhere: 'Nowhere',
  mayNot: 'Not in the photo',
  notEverywhere: 'Not everywhere',
  may: 'May be in the photo',
  allMay: 'Everyone may be in this photo',
  allEverywhere: 'Everyone may be in every photo',
  noPictures: 'School does not ask consent for photos yet',
  noPicturesText: 'Until parents have said yes, no child may be in a photo that others see.',
  readers: 'The own teachers and the office see this. Who answered what, you do not see here.',
  foot: (group, day) => `${group}, ${day}. For the team only: throw this sheet away after use.`,
}

export type TeamTexts = Texts<typeof nl>
export const teamTexts: { nl: TeamTexts; en: TeamTexts } = { nl, en }
