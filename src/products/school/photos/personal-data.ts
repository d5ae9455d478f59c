import { id, internal, personalData, plain } from '#shared/vault/declaration.ts'

personalData('staff_photo', {
  what: { nl: 'foto’s van het team', en: 'photos of the team' },
  about: 'person_id',
  source: 'person',
  purpose: 'contact-with-guardians',
  seenBy: {
    nl: 'het team; ouders van de kinderen in de groep, als de school en die collega dat goedvinden',
    en: 'the team; guardians of the pupils somebody teaches, when the school and that person allow it',
  },
  retention: [
    {
      after: 'person.left_on',
      keep: { days: 0 },
      finally: 'delete',
      because: 'a photo says who teaches here now',
    },
  ],
  columns: {
    person_id: id,
    image_id: internal(
      'image',
      'het nummer van een foto; de foto zelf is een versleuteld bestand',
      'the number of a picture; the picture itself is a sealed file',
    ),
    shown_to: plain(
      'activity',
      'bij elk verzoek volgt eruit wie een foto mag zien',
      'who may see a photo is decided by it at every request',
    )('te zien voor', 'shown to', {
      team: ['het team', 'the team'],
      guardians: ['het team en ouders', 'the team and guardians'],
    }),
  },
})
