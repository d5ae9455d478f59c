import { hashOfKey } from '#products/m365/uwlr/delivering.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { addDays, momentOf } from './calendar.ts'
import type { Part } from './part.ts'
import { demoId } from './random.ts'

const deliveries = [
  { daysAgo: 1, added: 25, changed: 0, same: 176, unknown: 0, refusal: null },
  { daysAgo: 8, added: 24, changed: 2, same: 150, unknown: 1, refusal: null },
  { daysAgo: 9, added: 0, changed: 0, same: 0, unknown: 0, refusal: JSON.stringify(['date', 214, 'afnamedatum']) },
  { daysAgo: 22, added: 150, changed: 0, same: 0, unknown: 0, refusal: null },
] as const

/** Two suppliers of tests: one who delivers every week, and one whose key was withdrawn. */
export const writeUwlr = async (work: Work, { organisation, today }: Part): Promise<void> => {
  if (organisation.host !== 'vuurtoren') return
  const at = (daysAgo: number, time: string) => new Date(momentOf(addDays(today, -daysAgo), time))
  const supplier = (key: string, name: string, madeAgo: number, withdrawnAgo: number | null) => ({
    id: demoId(`uwlr/${key}`),
    name,
    // Nobody has the key: in the demo nothing is delivered from outside.
    key_hash: hashOfKey(work, demoId(`uwlr/${key}/key`)),
    made_by: null,
    made_at: at(madeAgo, '14:20'),
    withdrawn_at: withdrawnAgo === null ? null : at(withdrawnAgo, '09:05'),
  })
  await work.db
    .insertInto('uwlr_supplier')
    .values([
      supplier('meander', 'Toetsplatform Meander', 95, null),
      supplier('kompas', 'Uitgeverij De Zandloper', 400, 120),
    ])
    .execute()
  await work.db
    .insertInto('uwlr_delivery')
    .values(
      deliveries.map(({ daysAgo, ...came }) => ({
        id: demoId(`uwlr/delivery/${daysAgo}`),
        supplier_id: demoId('uwlr/meander'),
        received_at: at(daysAgo, '03:12'),
        ...came,
      })),
    )
    .execute()
}
