import { countsFrom, personalData, plain } from '#shared/vault/declaration.ts'

const id = plain('identifier', 'a random number that says nothing; rows are found by it')

personalData('guardian_import', {
  what: { nl: 'bestanden met ouders', en: 'files of guardians' },
  about: 'created_by',
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
    created_at: plain('activity', 'imports are listed by day'),
    state: plain('activity', 'only a waiting import can be applied'),
    applied_at: plain('activity', 'imports are listed by day'),
    mapping: plain('activity', 'which column goes where, by its place; not what is in it'),
    report: plain('activity', 'counts only, nothing about a person'),
  },
})

countsFrom('guardian_import.created_at', { nl: 'nadat het bestand kwam', en: 'after the file came' })
