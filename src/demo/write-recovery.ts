import { startRecovery } from '#products/school/recoveries/queries.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { guardianId } from './households.ts'
import type { Part } from './part.ts'
import { staffId } from './staff.ts'

/** A father lost his phone: the office saw his identity card, and the principal still has to look along. */
export const writeRecovery = async (work: Work, { organisation, personOf }: Part): Promise<void> => {
  if (organisation.host !== 'vuurtoren') return
  const person = personOf(guardianId('owusu', 1, 'vuurtoren'))
  await startRecovery(
    work,
    { id: staffId('vuurtoren', 'Wim Postma') },
    { person, lost: 'factor', seen: 'identity-card' },
  )
}
