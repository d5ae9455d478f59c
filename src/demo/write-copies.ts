import { askForCopy } from '#products/privacy/my-data/copy/queries.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { guardianId } from './households.ts'
import type { Part } from './part.ts'

/**
 * Copies of data at De Vuurtoren: Fenna's own, which is ready as soon as the worker has run, and a father's of a child about
 * whom the mother wrote something to the teacher: that one waits for the school.
 */
export const writeCopies = async (work: Work, part: Part): Promise<void> => {
  const { organisation, absences, guardianships, signIns, personOf } = part
  if (organisation.host !== 'vuurtoren') return
  const fenna = personOf(guardianId('yildiz', 0, 'vuurtoren'))
  await askForCopy(work, { subject: fenna, asker: fenna })
  const accounts = new Set(signIns.map(({ person }) => person))
  const written = absences
    .filter(({ word, report }) => word !== null && report.via === 'guardian')
    .sort((one, other) => other.word!.length - one.word!.length)
  for (const { pupilId, report } of written) {
    const other = guardianships.find(
      (tie) =>
        tie.pupilId === pupilId &&
        tie.authority === 'yes' &&
        report.via === 'guardian' &&
        tie.guardianId !== report.guardianId &&
        personOf(tie.guardianId) !== fenna &&
        accounts.has(personOf(tie.guardianId)),
    )
    if (!other) continue
    await askForCopy(work, { subject: pupilId, asker: personOf(other.guardianId) })
    return
  }
}
