import { personalData, plain } from '#shared/vault/declaration.ts'

const id = plain('identifier', 'a random number that says nothing; rows are found by it')
const why = plain('activity', 'the chain must verify after an erasure, so it holds ids and kinds, never a name')
const aYear = {
  after: 'audit_line.at',
  keep: { years: 1 },
  finally: 'delete',
  because: 'long enough to answer who looked; the checkpoint of each month stays (standards.md 4.5)',
} as const

personalData('audit_line', {
  about: 'person_id',
  purpose: 'security',
  seenBy: 'the privacy officer; each person sees the lines about themselves',
  retention: [aYear],
  columns: { id, at: why, person_id: id, action: why, place: why, subjects: why, kinds: why, sequence: why, hash: why },
})
personalData('disclosure_subject', {
  about: 'subject_id',
  purpose: 'security',
  seenBy: 'the privacy officer; each person sees the lines about themselves',
  retention: [aYear],
  columns: { subject_id: id, at: why, line_id: id },
})
personalData('audit_checkpoint', {
  about: 'nobody',
  purpose: 'security',
  seenBy: 'the privacy officer',
  retention: [],
  columns: { month: why, sequence: why, hash: why },
})
