import { absenceReason } from '#products/portal/absences/personal-data.ts'
import { whoHasASay } from '#products/school/index.ts'
import { giveItem } from '#shared/attention/item.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { addDays } from './calendar.ts'
import type { Part } from './part.ts'
import { demoId } from './random.ts'

/** How far back what one parent reported still waits in the list of the other. */
const RECENT = 10
const DOCTOR_AGO = 3

/**
 * What waits for families: what the other parent reported these days, and for the family of two schools also what it
 * reported itself, so that its one list shows both schools at any day of the year.
 */
export const writeAttention = async (work: Work, { today, pupils }: Pick<Part, 'today' | 'pupils'>): Promise<void> => {
  const shown = pupils.filter(({ givenName, surname }) => surname === 'Yıldız' && ['Mila', 'Emre'].includes(givenName))
  const ofTwoSchools = new Set(shown.map(({ id }) => id))
  await reportDoctor(work, today, [...ofTwoSchools])
  const reports = await work.db
    .selectFrom('absence')
    .select(['id', 'pupil_id', 'reporter_id', 'reported_at'])
    .where('withdrawn_at', 'is', null)
    .orderBy('reported_at', 'desc')
    .execute()
  const newest = new Set<string>()
  const waiting = reports.filter(({ pupil_id, reported_at }) => {
    const first = ofTwoSchools.has(pupil_id) && !newest.has(pupil_id)
    newest.add(pupil_id)
    return first || reported_at >= new Date(`${addDays(today, -RECENT)}T00:00:00Z`)
  })
  const says = await whoHasASay(work, [...new Set(waiting.map(({ pupil_id }) => pupil_id))])
  for (const { id, pupil_id, reporter_id } of waiting) {
    const all = ofTwoSchools.has(pupil_id)
    const readers = says.filter((say) => say.pupil === pupil_id && (all || say.guardian !== reporter_id))
    const given = { module: 'absences', subject: id, readers: readers.map(({ guardian }) => guardian) } as const
    await giveItem(work, { ...given, class: 'to-know', toldAlready: true })
  }
}

/** A visit to the doctor some days ago, for a child of the two schools about whom nobody reported anything this year. */
const reportDoctor = async (work: Work, today: string, children: readonly string[]): Promise<void> => {
  if (children.length === 0) return
  const known = await work.db.selectFrom('absence').select('pupil_id').where('pupil_id', 'in', children).execute()
  const without = children.filter((child) => !known.some(({ pupil_id }) => pupil_id === child))
  const day = addDays(today, -DOCTOR_AGO)
  for (const say of (await whoHasASay(work, without)).slice(-1)) {
    const id = demoId(`attention/doctor/${say.pupil}`)
    await work.db
      .insertInto('absence')
      .values({
        id,
        pupil_id: say.pupil,
        from_on: day,
        to_on: day,
        until_time: '10:30',
        reason: await work.seal(absenceReason, { subject: say.pupil, row: id }, { kind: 'doctor' }),
        via: 'guardian',
        reporter_id: say.guardian,
        reported_at: new Date(`${day}T06:40:00Z`),
        request_key: id,
      })
      .execute()
  }
}
