import { countsFrom, id, internal, personalData, plain, whoDidIt } from '#shared/vault/declaration.ts'

const day = plain('activity', 'invoerbestanden staan per dag in een lijst', 'imports are listed by day')

personalData('guardian_import', {
  what: { nl: 'bestanden met ouders', en: 'files of guardians' },
  about: 'created_by',
  stays: whoDidIt,
  source: 'use',
  purpose: 'school-administration',
  seenBy: { nl: 'de administratie', en: 'the office' },
  retention: [
    {
      after: 'guardian_import.created_at',
      keep: { years: 1 },
      finally: 'delete',
      because: 'to see which file changed what',
    },
  ],
  columns: {
    id,
    file_id: id,
    created_by: id,
    created_at: day('opgestuurd', 'uploaded'),
    state: plain('activity', 'alleen een invoer die wacht kan verwerkt worden', 'only a waiting import can be applied')(
      'stand',
      'state',
      {
        waiting: ['wacht', 'waiting'],
        applied: ['verwerkt', 'applied'],
        dropped: ['niet gebruikt', 'not used'],
      },
    ),
    applied_at: day('verwerkt', 'applied'),
    mapping: internal(
      'activity',
      'welke kolom waarheen gaat, naar zijn plaats; niet wat erin staat',
      'which column goes where, by its place; not what is in it',
    ),
    report: internal('activity', 'alleen aantallen, niets over een persoon', 'counts only, nothing about a person'),
  },
})

countsFrom('guardian_import.created_at', { nl: 'nadat het bestand kwam', en: 'after the file came' })
