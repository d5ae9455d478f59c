import type { Texts } from '#shared/language/index.ts'

const nl = {
  'too-large': 'Dit bestand is groter dan 15 MB. Kies een kleinere foto, of maak hem eerst kleiner.',
  'too-many-pixels': 'Deze afbeelding heeft meer dan 40 miljoen beeldpunten. Maak hem eerst kleiner.',
  heic: 'Dit is een HEIC-foto, zoals iPhones die maken. Bewaar hem als JPEG en kies hem dan opnieuw.',
  svg: 'Een tekening in SVG kan niet. Bewaar hem als PNG en kies hem dan opnieuw.',
  'not-a-picture': 'Dit bestand is geen foto. Kies een JPEG, PNG, WebP of GIF.',
  damaged: 'Deze foto is beschadigd of niet helemaal aangekomen. Kies hem opnieuw, of kies een andere.',
}

const en: Texts<typeof nl> = {
  'too-large': 'This file is larger than 15 MB. Choose a smaller photo, or make it smaller first.',
  'too-many-pixels': 'This picture has more than 40 million pixels. Make it smaller first.',
  heic: 'This is a HEIC photo, as iPhones make them. Save it as JPEG and then choose it again.',
  svg: 'A drawing in SVG is not possible. Save it as PNG and then choose it again.',
  'not-a-picture': 'This file is not a photo. Choose a JPEG, PNG, WebP or GIF.',
  damaged: 'This photo is damaged or did not arrive whole. Choose it again, or choose another one.',
}

/** Why a picture is refused, in a sentence that says what would be right. */
export const imageTexts = { nl, en }
