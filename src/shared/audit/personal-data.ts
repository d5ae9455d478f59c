import { roleWords } from '#shared/identity/role-words.ts'
import { countsFrom, id, internal, personalData, plain } from '#shared/vault/declaration.ts'

const because = [
  'het logboek moet ook na het wissen van iemand kloppen: er staan nummers en soorten in, nooit een naam',
  'the chain must verify after an erasure, so it holds ids and kinds, never a name',
] as const
const why = plain('activity', ...because)
const hidden = internal('activity', ...because)
const aYear = {
  after: 'audit_checkpoint.month',
  keep: { months: 13 },
  finally: 'delete',
  by: 'audit-expiry',
  because:
    'a year to answer who looked (standards.md 4.5); the lines of a month go together, a year after it ended, and its checkpoint stays',
} as const

const stays = {
  nl: 'artikel 5 lid 2 van de AVG: wie keek en wat er is gedaan blijft een jaar te controleren; er staan alleen nummers',
  en: 'article 5(2) GDPR: who looked and what was done can be checked for a year; only numbers stand there',
}

personalData('audit_line', {
  what: { nl: 'het logboek', en: 'the log' },
  about: 'person_id',
  stays,
  source: 'use',
  purpose: 'security',
  seenBy: {
    nl: 'de privacyfunctionaris; iedereen ziet de regels over zichzelf',
    en: 'the privacy officer; each person sees the lines about themselves',
  },
  retention: [aYear],
  columns: {
    id,
    at: why('wanneer', 'when'),
    person_id: id,
    action: why('wat je deed', 'what you did'),
    place: why('op welke pagina', 'on which page'),
    subjects: hidden,
    kinds: hidden,
    sequence: hidden,
    hash: hidden,
    role: why('in welke rol', 'in which role', roleWords),
    about: hidden,
  },
})
personalData('disclosure_subject', {
  what: { nl: 'van wie er is gekeken', en: 'whose data were looked at' },
  about: 'subject_id',
  stays,
  source: 'use',
  purpose: 'security',
  seenBy: {
    nl: 'de privacyfunctionaris; iedereen ziet de regels over zichzelf',
    en: 'the privacy officer; each person sees the lines about themselves',
  },
  retention: [aYear],
  columns: {
    subject_id: id,
    at: why('wanneer iemand keek', 'when somebody looked'),
    line_id: id,
    viewer_id: id,
  },
})
personalData('audit_checkpoint', {
  what: { nl: 'de controle van het logboek', en: 'the checkpoints of the log' },
  about: 'nobody',
  purpose: 'security',
  seenBy: { nl: 'de privacyfunctionaris', en: 'the privacy officer' },
  retention: [],
  columns: {
    month: hidden,
    sequence: hidden,
    hash: hidden,
  },
})

countsFrom('audit_checkpoint.month', {
  nl: 'na de maand waarin iemand keek',
  en: 'after the month in which somebody looked',
})
personalData('audit_verification', {
  what: { nl: 'wanneer het logboek is nagekeken', en: 'when the log was verified' },
  about: 'nobody',
  purpose: 'security',
  seenBy: { nl: 'de privacyfunctionaris en de administratie', en: 'the privacy officer and the office' },
  retention: [
    {
      after: 'audit_verification.verified_at',
      keep: { years: 2 },
      finally: 'delete',
      because: 'a board asks once a year whether the log held',
    },
  ],
  columns: { verified_at: hidden, lines: hidden, sequence: hidden, hash: hidden, broken: hidden },
})
countsFrom('audit_verification.verified_at', { nl: 'nadat het is nagekeken', en: 'after it was verified' })
