import { countsFrom, internal, personalData } from '#shared/vault/declaration.ts'

const number = internal(
  'identifier',
  'een willekeurig nummer dat niets zegt; de naam staat versleuteld bij de school of de leverancier',
  'a random number that says nothing; the name stands sealed at the school or the supplier',
)
const fact = internal(
  'activity',
  'de database houdt er twee paar ogen en een uur mee aan',
  'the database holds to two pairs of eyes and one hour by it',
)

personalData('break_glass', {
  what: { nl: 'noodinzage door de leverancier', en: 'looks of the supplier in an emergency' },
  about: 'id',
  source: 'use',
  purpose: 'accountability',
  seenBy: {
    nl: 'de leverancier; als het is gegeven ook de school en haar bestuur',
    en: 'the supplier; once it is given the school and its board as well',
  },
  retention: [
    {
      after: 'break_glass.asked_at',
      keep: { years: 1 },
      finally: 'delete',
      because: 'as long as one may ask why it was needed (art. 5(2) GDPR)',
    },
  ],
  columns: {
    id: number,
    supplier_id: number,
    customer_id: number,
    person_id: number,
    kinds: fact,
    reason: fact,
    asked_by: number,
    asked_at: fact,
    given_by: number,
    given_at: fact,
  },
})

countsFrom('break_glass.asked_at', { nl: 'nadat erom was gevraagd', en: 'after it was asked for' })
