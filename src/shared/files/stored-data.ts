import { internal, ordinary, personalData, plain, sealed, someone } from '#shared/vault/declaration.ts'

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'stored_file.name': { name: string }
  }
}

export const storedName = sealed('stored_file.name', { name: ordinary('naam van het bestand', 'name of the file') })

const id = internal(
  'identifier',
  'een willekeurig nummer dat niets zegt; rijen worden ermee gevonden',
  'a random number that says nothing; rows are found by it',
)
const activity = internal(
  'activity',
  'zegt wat voor bestand het is en hoe groot, niet wat erin staat',
  'says what kind of file it is and how large, not what is in it',
)

personalData('stored_file', {
  what: { nl: 'bestanden', en: 'files' },
  about: 'subject_id',
  source: 'school',
  purpose: 'school-administration',
  seenBy: {
    nl: 'voor wie het bericht met dit bestand bedoeld is',
    en: 'whom the message with this file is meant for',
  },
  retention: [
    {
      after: 'vault_key.destroyed_at',
      keep: { days: 0 },
      finally: 'delete',
      because: 'a file goes with what it was added to',
    },
  ],
  file: 'file_id',
  columns: {
    id,
    subject_id: id,
    file_id: internal(
      'ordinary',
      'de naam van een versleuteld bestand in de opslag; wat erin staat, staat alleen daar',
      'the name of a sealed file in the file store; what is in it is only there',
    ),
    type: activity,
    bytes: activity,
    name: storedName,
    created_at: plain(
      'activity',
      'zegt wanneer een bestand kwam, niet wat erin staat',
      'says when a file came, not what is in it',
    )('opgestuurd', 'uploaded'),
    created_by: someone('opgestuurd door', 'uploaded by'),
  },
})
