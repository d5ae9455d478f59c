import { makeRound } from '#products/portal/conversations/rounds/making.ts'
import { momentOf } from '#shared/attention/hours.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { KeyRing } from '#shared/vault/ring.ts'
import type { BenchSchool } from './school.ts'
import { guardianSignedIn } from './world.ts'

/** A child of a guardian who is signed in, and the slots of its group in the order of time. */
export type Family = {
  readonly pupil: string
  readonly guardian: string
  readonly cookie: string
  readonly slots: readonly string[]
}

export type Round = { readonly id: string; readonly families: readonly Family[] }

const DAY = '2026-12-01'

/** A round of times of ten minutes for these groups, from which families may choose; answers its id. */
export const makeConversations = async (work: Work, groups: readonly string[], perGroup = 30): Promise<string> => {
  const starts = momentOf(DAY, '15:00')
  const made = await makeRound(work, {
    key: crypto.randomUUID(),
    title: 'Voortgangsgesprekken',
    groups,
    minutes: 10,
    spans: [{ starts, ends: new Date(starts.getTime() + perGroup * 600_000) }],
    breaks: [],
    siblingsAt: momentOf('2026-11-20', '09:00'),
    opensAt: momentOf('2026-11-21', '09:00'),
    closesAt: momentOf(DAY, '00:00'),
    apart: 'apart',
    door: true,
    video: true,
  })
  return made!
}

/** Opens a round of thirty times for each group of a school and signs every guardian in. */
export const openRound = async (work: Work, ring: KeyRing, school: BenchSchool, perGroup = 30): Promise<Round> => {
  const id = await makeConversations(work, [...new Set(school.families.map(({ group }) => group))], perGroup)
  const slots = await work.db
    .selectFrom('conversation_slot')
    .select(['id', 'group_id'])
    .where('round_id', '=', id)
    .orderBy('starts_at')
    .execute()
  const cookies = new Map<string, string>()
  for (const { guardian } of school.families) {
    if (cookies.has(guardian)) continue
    cookies.set(guardian, (await guardianSignedIn(work, ring, guardian)).cookie)
  }
  const families = school.families.map(({ pupil, guardian, group }) => ({
    pupil,
    guardian,
    cookie: cookies.get(guardian)!,
    slots: slots.filter(({ group_id }) => group_id === group).map((slot) => slot.id),
  }))
  return { id, families }
}

/** Takes back what was booked, so that the next round of measuring begins as the one before. */
export const emptyRound = async (work: Work, round: string): Promise<void> => {
  const gone = await work.db.deleteFrom('conversation_booking').where('round_id', '=', round).returning('id').execute()
  await work.db.deleteFrom('conversation_deed').where('done_at', '<=', work.now).execute()
  await work.forgetJobs(gone.map(({ id }) => id))
  await work.db.updateTable('attention_item').set({ answered_at: null }).where('subject_id', '=', round).execute()
}
