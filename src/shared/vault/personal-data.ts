import { concernWords } from './concern.ts'
import { countsFrom, id, internal, personalData, plain } from './declaration.ts'

const key = internal(
  'credential',
  'een sleutel, zelf versleuteld met een sleutel buiten de database',
  'a key, itself wrapped by a key outside the database',
)
const activity = internal(
  'activity',
  'zegt met welke sleutel het is ingepakt, en wanneer die is gemaakt of vernietigd',
  'says which key wrapped it, and when it was made or destroyed',
)
const period = plain('activity', 'termijnen worden door de database vergeleken', 'periods are compared by the database')
const moment = plain('activity', 'bestanden gaan ermee weg', 'files go by it')

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
  stays: {
    nl: 'artikel 17 van de AVG zelf: het lege sleutelnummer zorgt dat een oude reservekopie niemand terugbrengt',
    en: 'article 17 GDPR itself: the number of the destroyed key keeps an old backup from bringing anybody back',
  },
  source: 'use',
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
  columns: {
    id,
    subject_id: id,
    wrapped: key,
    generation: activity,
    created_at: activity,
    destroyed_at: activity,
  },
})
personalData('file', {
  what: { nl: 'opgestuurde bestanden', en: 'uploaded files' },
  about: 'subject_id',
  source: 'person',
  purpose: 'school-administration',
  seenBy: {
    nl: 'wie het opstuurde, tot het is verwerkt of vervalt',
    en: 'who uploaded it, until it is applied or expires',
  },
  retention: [
    { after: 'file.expires_at', keep: { days: 0 }, finally: 'delete', because: 'files live as long as their use' },
  ],
  file: 'id',
  columns: {
    id,
    subject_id: id,
    purpose: activity,
    bytes: plain(
      'activity',
      'zegt hoe groot het is, niet wat erin staat',
      'says how large it is, not what is in it',
    )('grootte in bytes', 'size in bytes'),
    created_at: moment('opgestuurd', 'uploaded'),
    expires_at: moment('weg op', 'gone on'),
  },
})

personalData('processing_restriction', {
  what: { nl: 'gegevens die even niet gebruikt worden', en: 'data that are not used for now' },
  about: 'person_id',
  source: 'school',
  purpose: 'accountability',
  seenBy: {
    nl: 'de persoon zelf, de administratie, de directeur en de functionaris gegevensbescherming',
    en: 'the person, the office, the principal and the privacy officer',
  },
  retention: [
    {
      after: 'processing_restriction.ends_on',
      keep: { years: 2 },
      finally: 'delete',
      because: 'the school must be able to show how it answered (art. 5(2) and 18 GDPR)',
    },
  ],
  columns: {
    id,
    person_id: id,
    ground: plain(
      'activity',
      'lijsten laten weg van wie gegevens niet gebruikt worden',
      'lists leave out whose data are not used',
    )('waarom', 'why', {
      restriction: ['je vroeg het', 'you asked for it'],
      objection: ['je maakte bezwaar', 'you objected'],
    }),
    concerns: plain(
      'activity',
      'lijsten laten weg van wie gegevens niet gebruikt worden',
      'lists leave out whose data are not used',
    )('waarover het gaat; niets betekent alles', 'what it concerns; nothing means everything', concernWords),
    began_on: period('vanaf', 'from'),
    ends_on: period('tot', 'until'),
  },
})

countsFrom('vault_key.destroyed_at', {
  nl: 'nadat iemands gegevens zijn gewist',
  en: 'after somebody’s data were erased',
})
countsFrom('file.expires_at', { nl: 'nadat het bestand is verlopen', en: 'after the file expired' })
countsFrom('processing_restriction.ends_on', {
  nl: 'nadat school de gegevens weer gebruikt',
  en: 'after the school uses the data again',
})
