import { personalData, plain } from '#shared/vault/declaration.ts'

const id = plain('identifier', 'a random number that says nothing; rows are found by it')
const activity = plain('activity', 'says what a picture is for and when it came, not what is on it')
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
  purpose: 'school-administration',
  seenBy,
  retention,
  columns: { id, subject_id: id, kind: activity, created_at: activity, created_by: id },
})
personalData('image_file', {
  what: { nl: 'bestanden van afbeeldingen', en: 'files of images' },
  about: 'image_id',
  purpose: 'school-administration',
  seenBy,
  retention,
  columns: {
    image_id: id,
    variant: activity,
    type: activity,
    file_id: plain('image', 'the name of a sealed file in the file store; the picture itself is only there'),
    bytes: activity,
  },
})
