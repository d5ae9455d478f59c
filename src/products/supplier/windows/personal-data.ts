import {
  countsFrom,
  id,
  internal,
  mayNameOthers,
  ordinary,
  personalData,
  plain,
  sealed,
  someone,
} from '#shared/vault/declaration.ts'
import { kindWords } from '#shared/vault/kind-words.ts'
import { reasonWords } from './texts.ts'

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'support_window.words': { text: string }
    'support_look.viewer': { name: string }
  }
}

export const windowWords = sealed('support_window.words', {
  text: mayNameOthers(ordinary('wat er aan de hand is', 'what is the matter'), 'opened_by'),
})
/** Somebody who works at the supplier. */
export const lookViewer = sealed('support_look.viewer', { name: ordinary('wie keek', 'who looked') })

const fact = plain(
  'activity',
  'de database houdt er de deur mee dicht: buiten deze tijd en deze soorten ziet niemand iets',
  'the database keeps the door closed by it: outside this time and these kinds nobody sees anything',
)
const shared = {
  source: 'use',
  purpose: 'accountability',
  seenBy: {
    nl: 'van wie de gegevens zijn, wie voor een kind spreekt, en de directie, de administratie en de privacyfunctionaris',
    en: 'whose data they are, who speaks for a child, and the principal, the office and the privacy officer',
  },
} as const
const retention = {
  after: 'support_window.opened_at',
  keep: { years: 1 },
  finally: 'delete',
  because: 'as long as one may ask who looked and why (art. 5(2) GDPR); the line in the log has its own period',
} as const

personalData('support_window', {
  ...shared,
  what: { nl: 'inzagevensters voor de leverancier', en: 'support windows for the supplier' },
  about: 'person_id',
  retention: [retention],
  columns: {
    id,
    person_id: id,
    opened_by: someone('geopend door', 'opened by'),
    opened_as: fact('geopend als', 'opened as', {
      person: ['van wie de gegevens zijn', 'whose data they are'],
      guardian: ['ouder', 'guardian'],
      school: ['school', 'school'],
      'break-glass': ['de leverancier, in een noodgeval', 'the supplier, in an emergency'],
    }),
    supplier_id: internal('identifier', 'het nummer van een bedrijf', 'the number of a company'),
    kinds: fact('welke gegevens', 'which data', kindWords),
    reason: fact('waarom', 'why', reasonWords),
    words: windowWords,
    opened_at: fact('geopend', 'opened'),
    ends_at: fact('open tot', 'open until'),
    closed_at: fact('gesloten', 'closed'),
    closed_by: someone('gesloten door', 'closed by'),
  },
})

personalData('support_look', {
  ...shared,
  what: { nl: 'wat de leverancier door een inzagevenster zag', en: 'what the supplier saw through a support window' },
  about: 'person_id',
  retention: [{ ...retention, through: ['window_id'] }],
  columns: {
    id,
    window_id: id,
    person_id: id,
    viewer: lookViewer,
    looked_at: fact('gekeken', 'looked'),
    kinds: fact('welke gegevens', 'which data', kindWords),
  },
})

const listed = internal(
  'activity',
  'dat een organisatie haar leverancier laat kijken en tot wanneer; over wie staat er niet',
  'that an organisation lets its supplier look and until when; not about whom',
)

personalData('support_window_listed', {
  what: { nl: 'waar de leverancier nu mag kijken', en: 'where the supplier may look now' },
  about: 'nobody',
  purpose: 'accountability',
  seenBy: { nl: 'de organisatie zelf en haar leverancier', en: 'the organisation itself and its supplier' },
  retention: [],
  columns: {
    customer_id: listed,
    window_id: id,
    supplier_id: listed,
    opened_at: listed,
    ends_at: listed,
    closed_at: listed,
  },
})

countsFrom('support_window.opened_at', { nl: 'nadat het venster openging', en: 'after the window was opened' })
