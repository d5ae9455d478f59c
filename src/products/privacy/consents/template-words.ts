import type { Template } from './kinds.ts'
import type { ConsentWords } from './words.ts'

/** The words a school begins with; it makes them its own before it asks. */
export const templateWords: Record<Template, ConsentWords> = {
  'photo-website': {
    nl: {
      title: 'Foto op de website',
      text: 'We zetten foto’s van schooldagen op onze website. Je kind kan erop staan, zonder naam erbij. Iedereen op internet kan ze zien. Trek je dit in, dan halen we de foto’s eraf.',
    },
    en: {
      title: 'Photo on the website',
      text: 'We put photos of school days on our website. Your child may be in them, without a name. Everyone on the internet can see them. If you withdraw, we take the photos off.',
    },
  },
  'photo-social': {
    nl: {
      title: 'Foto op sociale media',
      text: 'We zetten foto’s van school op onze pagina’s op sociale media. Je kind kan erop staan, zonder naam erbij. Anderen kunnen de foto’s delen. Trek je dit in, dan halen we ze weg, maar wat een ander deelde blijft soms staan.',
    },
    en: {
      title: 'Photo on social media',
      text: 'We put photos of school on our social media pages. Your child may be in them, without a name. Others can share the photos. If you withdraw, we remove them, but what somebody else shared sometimes stays.',
    },
  },
  'photo-app': {
    nl: {
      title: 'Foto in de app van school',
      text: 'We delen foto’s van de groep in Schoolplein. Alleen ouders en het team van onze school zien ze, na inloggen.',
    },
    en: {
      title: 'Photo in the school app',
      text: 'We share photos of the group in Schoolplein. Only parents and the team of our school see them, after signing in.',
    },
  },
  'photo-class': {
    nl: {
      title: 'Klassenfoto',
      text: 'De schoolfotograaf maakt een foto van de groep. Alle gezinnen van de groep kunnen die kopen. Zeg je nee, dan staat je kind er niet op.',
    },
    en: {
      title: 'Class photo',
      text: 'The school photographer takes a photo of the group. All families of the group can buy it. If you say no, your child is not in it.',
    },
  },
  'photo-press': {
    nl: {
      title: 'Foto of film voor de krant',
      text: 'Soms komt een krant of omroep op school. Je kind kan dan in beeld komen. Zeg je nee, dan zorgen we dat je kind niet in beeld is.',
    },
    en: {
      title: 'Photo or film for the press',
      text: 'Sometimes a newspaper or broadcaster visits school. Your child may then be in the picture. If you say no, we make sure your child is not.',
    },
  },
  'contact-list': {
    nl: {
      title: 'Contactlijst van de groep',
      text: 'De ouders van de groep krijgen een lijst om afspraken te maken. Daarop staan de voornaam van je kind en het telefoonnummer van de ouder die hier ja zegt.',
    },
    en: {
      title: 'Contact list of the group',
      text: 'The parents of the group get a list to arrange things. It holds your child’s first name and the telephone number of the parent who says yes here.',
    },
  },
  medical: {
    nl: {
      title: 'Medische gegevens',
      text: 'We bewaren wat je ons vertelt over allergieën, medicijnen of een ziekte van je kind. De leerkracht en de BHV’er zien het, om je kind te kunnen helpen. Zonder toestemming bewaren we het niet.',
    },
    en: {
      title: 'Medical details',
      text: 'We keep what you tell us about allergies, medicines or an illness of your child. The teacher and the first-aider see it, so that they can help. Without consent we do not keep it.',
    },
  },
  newsletter: {
    nl: {
      title: 'Nieuwsbrief',
      text: 'We sturen je de nieuwsbrief van school per mail. Onder elke brief staat hoe je ermee stopt. Berichten die je nodig hebt, krijg je ook zonder nieuwsbrief.',
    },
    en: {
      title: 'Newsletter',
      text: 'We send you the school’s newsletter by mail. Each one says how to stop it. Messages that you need, you get without it too.',
    },
  },
}
