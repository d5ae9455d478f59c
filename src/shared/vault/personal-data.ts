import { countsFrom, personalData, plain } from './declaration.ts'

const id = plain('identifier', 'a random number that says nothing; rows are found by it')
const key = plain('credential', 'a key, itself wrapped by a key outside the database')
const activity = plain('activity', 'says which key wrapped it, and when it was made or destroyed')

personalData('vault_generation', {
  what: { nl: 'generaties van sleutels', en: 'generations of keys' },
  about: 'nobody',
  purpose: 'security',
  seenBy: { nl: 'niemand', en: 'nobody' },
  retention: [],
  columns: { id: activity, proof: activity, created_at: activity },
})
personalData('vault_key', {
  what: { nl: 'sleutels van gegevens', en: 'keys of data' },
  about: 'subject_id',
  purpose: 'security',
  seenBy: { nl: 'niemand', en: 'nobody' },
  retention: [
    {
      after: 'vault_key.destroyed_at',
      keep: { years: 2 },
      finally: 'delete',
      because: 'the tombstone keeps a restored backup from bringing an erased person back',
    },
  ],
  columns: { id, subject_id: id, wrapped: key, generation: activity, created_at: activity, destroyed_at: activity },
})
personalData('file', {
  what: { nl: 'opgestuurde bestanden', en: 'uploaded files' },
  about: 'subject_id',
  purpose: 'school-administration',
  seenBy: {
    nl: 'wie het opstuurde, tot het is verwerkt of vervalt',
    en: 'who uploaded it, until it is applied or expires',
  },
  retention: [
    { after: 'file.expires_at', keep: { days: 0 }, finally: 'delete', because: 'files live as long as their use' },
  ],
  columns: {
    id,
    subject_id: id,
    purpose: activity,
    bytes: activity,
    created_at: activity,
    expires_at: activity,
  },
})

countsFrom('vault_key.destroyed_at', {
  nl: 'nadat iemands gegevens zijn gewist',
  en: 'after somebody’s data were erased',
})
countsFrom('file.expires_at', { nl: 'nadat het bestand is verlopen', en: 'after the file expired' })
