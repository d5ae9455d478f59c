import { internal, personalData } from '#shared/vault/declaration.ts'

const fact = internal(
  'activity',
  'een feit over een organisatie en haar leverancier, over geen mens',
  'a fact about an organisation and its supplier, about no person',
)

personalData('contract', {
  what: {
    nl: 'welke producten een organisatie afneemt, en hoe dat eindigt',
    en: 'which products an organisation takes, and how that ends',
  },
  about: 'nobody',
  purpose: 'accountability',
  seenBy: { nl: 'de organisatie zelf en de leverancier', en: 'the organisation itself and the supplier' },
  retention: [],
  columns: {
    customer_id: fact,
    product: fact,
    began_on: fact,
    noticed_at: fact,
    ends_on: fact,
    destroyed_from: fact,
    held_for: fact,
    held_at: fact,
    destroying_at: fact,
    rows_gone: fact,
    keys_gone: fact,
    destroyed_at: fact,
    certificate: fact,
  },
})
