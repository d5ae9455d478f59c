import { type Placing, place } from '#products/portal/conversations/placing.ts'
import { makeRound } from '#products/portal/conversations/rounds/making.ts'
import { type Side, sidesOf } from '#products/portal/conversations/sides.ts'
import { type Slot, slotsOf } from '#products/portal/conversations/slots.ts'
import { pupilsIn } from '#products/school/index.ts'
import { momentOf } from '#shared/attention/hours.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { addDays, weekdayOf } from './calendar.ts'
import { groupId } from './groups.ts'
import { pupilId } from './households.ts'
import type { Part } from './part.ts'
import { demoId } from './random.ts'

/** The first weekday of school at least this many days ahead; behind, for a number below zero. */
const weekdayFrom = (today: string, days: number): string => {
  const day = addDays(today, days)
  return weekdayOf(day) > 5 ? weekdayFrom(today, days + 1) : day
}

const evening = (day: string) => [
  { starts: momentOf(day, '15:00'), ends: momentOf(day, '17:30') },
  { starts: momentOf(day, '18:30'), ends: momentOf(day, '20:00') },
]

type Plan = {
  readonly title: string
  readonly groups: readonly string[]
  readonly minutes: number
  readonly days: readonly string[]
  readonly opensOn: string
  /** The day after the last one on which guardians choose. */
  readonly closesOn: string
}

const make = (work: Work, { title, groups, minutes, days, opensOn, closesOn }: Plan) => {
  let count = 0
  const round = {
    key: demoId(`conversations/${title}/key`),
    title,
    groups,
    minutes,
    spans: days.flatMap(evening),
    breaks: [],
    siblingsAt: momentOf(addDays(opensOn, -1), '09:00'),
    opensAt: momentOf(opensOn, '09:00'),
    closesAt: momentOf(closesOn, '00:00'),
    apart: 'apart',
    door: true,
    video: true,
  } as const
  return makeRound(work, round, () => demoId(`conversations/${title}/${count++}`))
}

/** Most families of a group have a time: spread over the evenings, so that there is something left at every hour. */
const fill = async (work: Work, round: string, group: string, without: ReadonlySet<string>): Promise<void> => {
  const pupils = (await pupilsIn(work, [group])).filter((pupil) => !without.has(pupil)).sort()
  const sides = (await sidesOf(work, [{ id: round, apart: 'apart' }], pupils))(round)
  const slots = await slotsOf(work, [round], [group])
  for (const [at, pupil] of pupils.entries()) {
    const [side] = sides.all(pupil)
    const slot = slots[(at * 5) % slots.length]
    if (side && slot && at % 4 !== 3) await book(work, { round, pupil, side, slot, at })
  }
}

type Booking = { round: string; pupil: string; side: Side; slot: Slot; at: number }

const book = (work: Work, { round, pupil, side, slot, at }: Booking) => {
  const placing: Placing = {
    round,
    pupil,
    side: side.id,
    guests: side.guests,
    slot,
    replaces: null,
    byVideo: at % 6 === 4,
    via: at % 7 === 5 ? 'phone' : 'guardian',
    by: side.guests[0]!,
  }
  return place(work, [placing], () => demoId(`conversations/${round}/${pupil}/${side.id}`))
}

/**
 * Conversation rounds at De Vuurtoren in each of their phases: one that was, one in which most families have a time and those
 * whom a visitor can be still choose, and one that opens next week.
 */
export const writeConversations = async (work: Work, { organisation, today, schoolYear }: Part): Promise<void> => {
  if (organisation.host !== 'vuurtoren') return
  const group = (key: string) => groupId('vuurtoren', key, schoolYear.name)
  const was = await make(work, {
    title: 'Kennismaking',
    groups: [group('5')],
    minutes: 15,
    days: [weekdayFrom(today, -37), weekdayFrom(today, -35)],
    opensOn: addDays(today, -50),
    closesOn: addDays(today, -38),
  })
  const choosing = ['3', '5', '7', '8']
  const now = await make(work, {
    title: 'Voortgangsgesprekken',
    groups: choosing.map(group),
    minutes: 10,
    days: [weekdayFrom(today, 7), weekdayFrom(today, 9)],
    opensOn: addDays(today, -2),
    closesOn: addDays(today, 6),
  })
  await make(work, {
    title: 'Kijkje bij de kleuters',
    groups: [group('1/2 A'), group('1/2 B')],
    minutes: 20,
    days: [weekdayFrom(today, 21), weekdayFrom(today, 22)],
    opensOn: weekdayFrom(today, 8),
    closesOn: addDays(today, 20),
  })
  const visitors = new Set([pupilId('yildiz', 'Mila'), pupilId('owusu', 'Zuri'), pupilId('owusu', 'Tobi')])
  if (was) await fill(work, was, group('5'), new Set())
  for (const key of now ? choosing : []) {
    await fill(work, now!, group(key), visitors)
    const videoUrl = `https://beeld.example/vuurtoren-groep-${key}`
    await work.db
      .insertInto('conversation_place')
      .values({ round_id: now!, group_id: group(key), room: `lokaal ${key}`, video_url: videoUrl })
      .execute()
  }
}
