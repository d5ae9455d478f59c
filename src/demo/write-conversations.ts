import { randomUUID } from 'node:crypto'
import { place } from '#products/portal/conversations/placing.ts'
import { makeRound } from '#products/portal/conversations/rounds/making.ts'
import { sidesOf } from '#products/portal/conversations/sides.ts'
import { slotsOf } from '#products/portal/conversations/slots.ts'
import { pupilsIn } from '#products/school/index.ts'
import { momentOf } from '#shared/attention/hours.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { addDays, weekdayOf } from './calendar.ts'
import { groupId } from './groups.ts'
import { pupilId } from './households.ts'
import type { Part } from './part.ts'

/** The first weekday of school at least this many days ahead. */
const weekdayAhead = (today: string, days: number): string => {
  const day = addDays(today, days)
  return weekdayOf(day) > 5 ? weekdayAhead(today, days + 1) : day
}

/**
 * A conversation round in progress at De Vuurtoren, for two groups: most families have a time, those whom a visitor can be
 * still choose.
 */
export const writeConversations = async (work: Work, { organisation, today, schoolYear }: Part): Promise<void> => {
  if (organisation.host !== 'vuurtoren') return
  const groups = ['5', '6'].map((key) => groupId('vuurtoren', key, schoolYear.name))
  const [first, second] = [weekdayAhead(today, 7), weekdayAhead(today, 9)]
  const spans = [first, second].flatMap((day) => [
    { starts: momentOf(day, '15:00'), ends: momentOf(day, '17:30') },
    { starts: momentOf(day, '18:30'), ends: momentOf(day, '20:00') },
  ])
  const round = await makeRound(work, {
    key: randomUUID(),
    title: 'Voortgangsgesprekken',
    groups,
    minutes: 10,
    spans,
    breaks: [],
    siblingsAt: momentOf(addDays(today, -3), '09:00'),
    opensAt: momentOf(addDays(today, -2), '09:00'),
    closesAt: momentOf(addDays(today, 6), '00:00'),
    apart: 'apart',
    door: true,
    video: true,
  })
  if (!round) return
  const visitors = new Set([pupilId('yildiz', 'Mila'), pupilId('owusu', 'Zuri'), pupilId('owusu', 'Tobi')])
  const slots = await slotsOf(work, [round], groups)
  for (const group of groups) {
    const pupils = (await pupilsIn(work, [group])).filter((pupil) => !visitors.has(pupil)).sort()
    const sides = await sidesOf(work, pupils, 'apart')
    const free = slots.filter((slot) => slot.group === group)
    for (const [at, pupil] of pupils.entries()) {
      const [side] = sides.all(pupil)
      const slot = free[(at * 3) % free.length]
      if (!side || !slot || at % 4 === 3) continue
      const { id, guests } = side
      const byPhone = at % 7 === 5
      await place(work, [
        {
          round,
          pupil,
          side: id,
          guests,
          slot,
          replaces: null,
          byVideo: at % 6 === 4,
          via: byPhone ? 'phone' : 'guardian',
          by: guests[0]!,
        },
      ])
    }
  }
}
