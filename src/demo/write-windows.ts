import { lookViewer, windowWords } from '#products/supplier/windows/personal-data.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Kind } from '#shared/vault/declaration.ts'
import { addDays, momentOf } from './calendar.ts'
import { guardianId, pupilId } from './households.ts'
import type { Part } from './part.ts'
import { demoId } from './random.ts'
import { organisationId } from './schools.ts'
import { staffId } from './staff.ts'

type Plan = {
  readonly key: string
  readonly person: string
  readonly by: string
  readonly as: 'guardian' | 'school'
  readonly kinds: readonly Kind[]
  readonly reason: string
  readonly text: string
  readonly day: string
  readonly from: string
  readonly to: string
  readonly closed: string | null
  readonly looks: readonly { readonly at: string; readonly name: string }[]
}

/** One that a mother opened this morning, looked through twice, and one of the school that is closed. */
const plansOf = (today: string): readonly Plan[] => [
  {
    key: 'open',
    person: pupilId('yildiz', 'Mila'),
    by: guardianId('yildiz', 0, 'vuurtoren'),
    as: 'guardian',
    kinds: ['ordinary', 'activity'],
    reason: 'not-shown',
    text: 'Ik meldde Mila vrijdag beter, maar op haar pagina staat ze nog als ziek. Kunnen jullie zien waar het blijft hangen?',
    day: today,
    from: '08:15',
    to: '12:15',
    closed: null,
    looks: [
      { at: '08:31', name: 'Niek Steenbergen' },
      { at: '08:44', name: 'Niek Steenbergen' },
    ],
  },
  {
    key: 'closed',
    person: staffId('vuurtoren', 'Hatice Aydın'),
    by: staffId('vuurtoren', 'Wim Postma'),
    as: 'school',
    kinds: ['contact'],
    reason: 'not-told',
    text: 'De weekmail komt bij Hatice niet aan. Haar adres lijkt goed.',
    day: addDays(today, -13),
    from: '10:05',
    to: '11:05',
    closed: '10:22',
    looks: [{ at: '10:12', name: 'Lotte Kramer' }],
  },
]

/** Where De Vuurtoren lets its supplier look along, and what was looked at. */
export const writeWindows = async (work: Work, { organisation, today }: Part): Promise<void> => {
  if (organisation.host !== 'vuurtoren') return
  for (const plan of plansOf(today)) await write(work, plan)
}

const write = async (work: Work, plan: Plan) => {
  const id = demoId(`support-windows/${plan.key}`)
  const at = (time: string) => new Date(momentOf(plan.day, time))
  await work.db
    .insertInto('support_window')
    .values({
      id,
      person_id: plan.person,
      opened_by: plan.by,
      opened_as: plan.as,
      supplier_id: organisationId('supplier'),
      kinds: [...plan.kinds],
      reason: plan.reason,
      words: await work.seal(windowWords, { subject: plan.person, row: id }, { text: plan.text }),
      opened_at: at(plan.from),
      ends_at: at(plan.to),
      closed_at: plan.closed === null ? null : at(plan.closed),
      closed_by: plan.closed === null ? null : plan.by,
    })
    .execute()
  for (const { at: time, name } of plan.looks) {
    const row = demoId(`support-windows/${plan.key}/${time}`)
    await work.db
      .insertInto('support_look')
      .values({
        id: row,
        window_id: id,
        person_id: plan.person,
        viewer: await work.seal(lookViewer, { subject: plan.person, row }, { name }),
        looked_at: at(time),
        kinds: [...plan.kinds],
      })
      .execute()
  }
}
