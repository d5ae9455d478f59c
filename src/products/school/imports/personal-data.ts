import { countsFrom, personalData, plain } from '#shared/vault/declaration.ts'

const id = plain('identifier', 'a random number that says nothing; rows are found by it')

personalData('roster_import', {
  what: { nl: 'bestanden van de leerlingadministratie', en: 'files of the pupil administration' },
  about: 'created_by',
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
    created_at: plain('activity', 'imports are listed by day'),
    state: plain('activity', 'only a waiting import can be applied'),
    applied_at: plain('activity', 'imports are listed by day'),
    report: plain('activity', 'counts only, nothing about a person'),
  },
})

countsFrom('roster_import.created_at', { nl: 'nadat het bestand kwam', en: 'after the file came' })
