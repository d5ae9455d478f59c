import { id, internal, personalData } from '#shared/vault/declaration.ts'

const fact = internal(
  'ordinary',
  'een keuze van de school, niet over een persoon',
  'a choice of the school, not about a person',
)

personalData('look_setting', {
  what: { nl: 'of mensen de naam zien van wie keek', en: 'whether people see the name of who looked' },
  about: 'nobody',
  purpose: 'security',
  seenBy: { nl: 'de administratie en de directeur', en: 'the office and the principal' },
  retention: [],
  columns: { staff_names: fact, changed_by: id, changed_at: fact },
})
