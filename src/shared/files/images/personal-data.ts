import { id, internal, personalData, plain, someone } from '#shared/vault/declaration.ts'

const activity = internal(
  'activity',
  'zegt waar een foto voor is en wanneer die kwam, niet wat erop staat',
  'says what a picture is for and when it came, not what is on it',
)
const seenBy = {
  nl: 'voor wie de afbeelding bedoeld is: een foto van het team, het logo van de school',
  en: 'whom the use of the picture names: a photo of staff, the logo of the school',
}
const retention = [
  {
    after: 'vault_key.destroyed_at',
    keep: { days: 0 },
    finally: 'delete',
    because: 'a picture goes as soon as another takes its place or whom it shows is gone',
  },
] as const

personalData('image', {
  what: { nl: 'afbeeldingen', en: 'images' },
  about: 'subject_id',
  source: 'school',
  purpose: 'school-administration',
  seenBy,
  retention,
  columns: {
    id,
    subject_id: id,
    kind: activity,
    created_at: plain(
      'activity',
      'zegt wanneer een foto kwam, niet wat erop staat',
      'says when a picture came, not what is on it',
    )('opgestuurd', 'uploaded'),
    created_by: someone('opgestuurd door', 'uploaded by'),
  },
})
personalData('image_file', {
  what: { nl: 'bestanden van afbeeldingen', en: 'files of images' },
  about: 'image_id',
  through: 'image.id',
  source: 'school',
  purpose: 'school-administration',
  seenBy,
  retention,
  file: 'file_id',
  columns: {
    image_id: id,
    variant: activity,
    type: activity,
    file_id: internal(
      'image',
      'de naam van een versleuteld bestand in de opslag; de foto zelf staat alleen daar',
      'the name of a sealed file in the file store; the picture itself is only there',
    ),
    bytes: activity,
  },
})
