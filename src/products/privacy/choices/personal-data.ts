import { internal, personalData, someone } from '#shared/vault/declaration.ts'

const fact = internal(
  'ordinary',
  'een besluit van de organisatie over zichzelf, dat ze bekendmaakt; niet over een persoon',
  'a decision of the organisation about itself, which it publishes; not about a person',
)

personalData('privacy_choice', {
  what: { nl: 'keuzes over privacy', en: 'choices about privacy' },
  about: 'nobody',
  purpose: 'accountability',
  seenBy: { nl: 'de privacyfunctionaris en de administratie', en: 'the privacy officer and the office' },
  retention: [],
  columns: {
    about: fact,
    number: fact,
    value: fact,
    reason: fact,
    chosen_by: someone('gekozen door', 'chosen by'),
    chosen_at: fact,
  },
})
