import { countsFrom, internal, ordinary, personalData, plain, sealed } from '#shared/vault/declaration.ts'

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'upload.name': { name: string }
  }
}

export const uploadName = sealed('upload.name', { name: ordinary('naam van het bestand', 'name of the file') })

const id = internal(
  'identifier',
  'een willekeurig nummer dat niets zegt; rijen worden ermee gevonden',
  'a random number that says nothing; rows are found by it',
)
const activity = internal(
  'activity',
  'zegt hoe ver een bestand is, niet wat erin staat',
  'says how far a file has come, not what is in it',
)
const shared = {
  source: 'person',
  purpose: 'school-administration',
  seenBy: { nl: 'wie het bestand opstuurt', en: 'who uploads the file' },
} as const
const because = 'what was not finished in a day is not finished any more; a job of every hour clears it'

personalData('upload', {
  ...shared,
  what: { nl: 'bestanden die onderweg zijn', en: 'files on their way in' },
  about: 'person_id',
  retention: [{ after: 'upload.created_at', keep: { days: 2 }, finally: 'delete', because }],
  columns: {
    id,
    person_id: id,
    purpose: activity,
    for_id: id,
    name: uploadName,
    bytes: activity,
    received: activity,
    state: activity,
    problem: activity,
    image_id: id,
    stored_file_id: id,
    created_at: plain(
      'activity',
      'oude bestanden worden ermee opgeruimd',
      'old uploads are cleared by it',
    )('begonnen', 'begun'),
  },
})
personalData('upload_part', {
  ...shared,
  what: { nl: 'delen van bestanden die onderweg zijn', en: 'parts of files on their way in' },
  about: 'upload_id',
  through: 'upload.id',
  retention: [{ after: 'upload.created_at', through: ['upload_id'], keep: { days: 2 }, finally: 'delete', because }],
  file: 'file_id',
  columns: {
    upload_id: id,
    starts_at: activity,
    file_id: internal(
      'ordinary',
      'de naam van een versleuteld bestand in de opslag; wat erin staat, staat alleen daar',
      'the name of a sealed file in the file store; what is in it is only there',
    ),
  },
})

countsFrom('upload.created_at', { nl: 'nadat het opsturen begon', en: 'after the upload began' })
