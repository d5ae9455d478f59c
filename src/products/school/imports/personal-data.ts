import { countsFrom, id, internal, personalData, plain, whoDidIt } from '#shared/vault/declaration.ts'

const day = plain('activity', 'invoerbestanden staan per dag in een lijst', 'imports are listed by day')

personalData('roster_import', {
  what: { nl: 'bestanden van de leerlingadministratie', en: 'files of the pupil administration' },
  about: 'created_by',
  stays: whoDidIt,
  source: 'use',
  purpose: 'school-administration',
  seenBy: { nl: 'de administratie', en: 'the office' },
  retention: [
    {
      after: 'roster_import.created_at',
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
    report: internal('activity', 'alleen aantallen, niets over een persoon', 'counts only, nothing about a person'),
  },
})

countsFrom('roster_import.created_at', { nl: 'nadat het bestand kwam', en: 'after the file came' })
