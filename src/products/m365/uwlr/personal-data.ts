import { countsFrom, id, internal, personalData, plain, someone } from '#shared/vault/declaration.ts'

const fact = plain(
  'activity',
  'zegt iets over een bedrijf of een levering, over niemand',
  'says something of a company or a delivery, of nobody',
)
const shared = {
  about: 'nobody',
  purpose: 'learning-results',
  module: 'results',
  seenBy: { nl: 'de administratie en ICT', en: 'the office and ICT' },
} as const

personalData('uwlr_supplier', {
  ...shared,
  what: { nl: 'leveranciers van toetsen', en: 'suppliers of tests' },
  retention: [],
  columns: {
    id,
    name: fact('leverancier', 'supplier'),
    key_hash: internal(
      'credential',
      'een rekensom met een sleutel: wie alleen dit heeft, kan niets leveren',
      'a sum with a key: who only has this can deliver nothing',
    ),
    made_by: someone('gemaakt door', 'made by'),
    made_at: fact('gemaakt op', 'made on'),
    withdrawn_at: fact('ingetrokken op', 'withdrawn on'),
  },
})

personalData('uwlr_delivery', {
  ...shared,
  what: { nl: 'leveringen van resultaten', en: 'deliveries of results' },
  retention: [
    {
      after: 'uwlr_delivery.received_at',
      keep: { years: 1 },
      finally: 'delete',
      because: 'within a school year it is found out why a result is not there',
    },
  ],
  columns: {
    id,
    supplier_id: id,
    received_at: fact('ontvangen op', 'received on'),
    added: fact('nieuw', 'new'),
    changed: fact('veranderd', 'changed'),
    same: fact('al bekend', 'known already'),
    unknown: fact('onbekende leerling', 'unknown pupil'),
    refusal: fact('waarom het is geweigerd', 'why it was refused'),
  },
})
countsFrom('uwlr_delivery.received_at', { nl: 'na de levering', en: 'after the delivery' })
