import { countsFrom, id, internal, personalData, plain, sealed, someone, unshown } from '#shared/vault/declaration.ts'

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    /** Nothing: the school left the whole text out. */
    'data_copy_text.released': { text: string | null }
  }
}

export const releasedText = sealed('data_copy_text.released', {
  // Bookkeeping of one copy: the text itself stands where it was written.
  text: unshown('ordinary'),
})

const moment = plain('activity', 'termijnen worden door de database vergeleken', 'periods are compared by the database')
const seenBy = {
  nl: 'wie erom vroeg; de administratie en de privacyfunctionaris zien dat erom is gevraagd',
  en: 'who asked for it; the office and the privacy officer see that it was asked for',
}

personalData('data_copy', {
  what: { nl: 'downloads van je gegevens', en: 'downloads of your data' },
  about: 'person_id',
  alsoAbout: { asked_by: ['asked_at', 'state', 'ready_at', 'expires_at'] },
  source: 'use',
  purpose: 'accountability',
  seenBy,
  file: 'file_id',
  retention: [
    {
      after: 'data_copy.asked_at',
      keep: { years: 1 },
      finally: 'delete',
      because:
        'to show that a copy was given when somebody asked for it (art. 5(2) and 15(3) GDPR); the file goes in a week',
    },
  ],
  columns: {
    id,
    person_id: id,
    asked_by: someone('gevraagd door', 'asked by'),
    asked_at: moment('gevraagd', 'asked'),
    state: plain('activity', 'eruit volgt wat nog kan', 'what can still be done follows from it')('stand', 'state', {
      making: ['wordt gemaakt', 'being made'],
      review: ['de school kijkt', 'the school is looking'],
      ready: ['staat klaar', 'ready'],
      ended: ['weg', 'gone'],
    }),
    step: internal('activity', 'hoe ver het maken is', 'how far the making is'),
    reviewed_by: someone('bekeken door', 'looked at by'),
    reviewed_at: moment('bekeken', 'looked at'),
    file_id: internal(
      'identifier',
      'de naam van een versleuteld bestand in de opslag; de kopie zelf staat alleen daar',
      'the name of a sealed file in the file store; the copy itself is only there',
    ),
    bytes: internal('activity', 'hoe groot het bestand is', 'how large the file is'),
    ready_at: moment('klaar', 'ready'),
    expires_at: moment('weg op', 'gone on'),
  },
})

personalData('data_copy_text', {
  what: { nl: 'teksten die de school voor een download bekeek', en: 'texts the school looked at for a download' },
  about: 'copy_id',
  through: 'data_copy.id',
  source: 'school',
  purpose: 'accountability',
  seenBy,
  retention: [
    {
      after: 'data_copy.asked_at',
      through: ['copy_id'],
      keep: { days: 35 },
      finally: 'delete',
      because: 'it is in the copy, or in none; a copy is given within four weeks and kept for one',
    },
  ],
  columns: {
    id,
    copy_id: id,
    place: internal('identifier', 'welke tekst het is, naar tabel en regel', 'which text it is, by table and row'),
    released: releasedText,
  },
})

countsFrom('data_copy.asked_at', { nl: 'nadat je erom vroeg', en: 'after you asked for it' })
