import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { urls } from '#src/urls.ts'
import type { Browser, FrontDoor } from './front-door.ts'
import { week } from './school-week.ts'
import { world } from './world.ts'

const { vuurtoren, staff, groups } = world
type Fields = Readonly<Record<string, string | readonly string[]>>

/** A round of groups 5 and 6 on next Monday, 15:30 to 16:30, ten minutes each, as its form is sent. */
export const roundForm = (with_: Fields = {}): Record<string, string | readonly string[]> => ({
  requestKey: randomUUID(),
  title: 'Voortgangq',
  groups: [groups.five, groups.six],
  minutes: '10',
  on1: week.nextMonday,
  from1: '15:30',
  until1: '16:30',
  opensOn: week.tuesday,
  opensTime: '07:00',
  siblings: '1',
  closesOn: week.saturday,
  apart: 'apart',
  door: 'yes',
  ...with_,
})

/** What tests of conversation rounds do over and over, at De Vuurtoren. */
export const roundOf = (door: { readonly front: FrontDoor }) => ({
  /** Makes a round as the office and answers its id. */
  makeRound: async (with_: Fields = {}): Promise<string> => {
    const wim = await door.front.as(staff.wim, vuurtoren)
    const made = await wim.post(urls.newConversationRound(), roundForm(with_))
    expect(made.status).toBe(303)
    return made.headers.get('location')!.split(/[/?]/)[2]!
  },
  /** The slots of a group in the order of time. */
  slotsOf: (round: string, group: string) =>
    door.front.within(vuurtoren, ({ db }) =>
      db
        .selectFrom('conversation_slot')
        .select(['id', 'starts_at'])
        .where('round_id', '=', round)
        .where('group_id', '=', group)
        .orderBy('starts_at')
        .execute(),
    ),
  bookings: () =>
    door.front.within(vuurtoren, ({ db }) =>
      db.selectFrom('conversation_booking').select(['id', 'slot_id', 'pupil_id', 'side', 'via']).execute(),
    ),
  /** Sends a family's form: a slot for each child, and what the page showed for it. */
  book: (
    who: Browser,
    round: string,
    picks: Readonly<Record<string, string>>,
    key: string = randomUUID(),
    was: Readonly<Record<string, string>> = {},
  ) =>
    who.post(urls.bookConversations({ round }), {
      requestKey: key,
      ...Object.fromEntries(Object.entries(picks).map(([pupil, slot]) => [`slot-${pupil}`, slot])),
      ...Object.fromEntries(Object.entries(was).map(([pupil, booking]) => [`was-${pupil}`, booking])),
    }),
})
