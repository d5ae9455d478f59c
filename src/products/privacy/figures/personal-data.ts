import { id, internal, personalData } from '#shared/vault/declaration.ts'

const fact = internal(
  'ordinary',
  'een keuze van de school, niet over een persoon',
  'a choice of the school, not about a person',
)

personalData('figures_switch', {
  what: { nl: 'of anonieme cijfers naar buiten mogen', en: 'whether anonymous figures may leave' },
  about: 'nobody',
  purpose: 'accountability',
  seenBy: {
    nl: 'de administratie, de directeur en de privacyfunctionaris',
    en: 'the office, the principal and the privacy officer',
  },
  retention: [],
  columns: { id, allowed: fact, decided_by: id, decided_at: fact },
})
