import { z } from 'zod'
import { plusDays } from '#products/school/index.ts'
import { many } from '#shared/access/form.ts'
import { momentOf } from '#shared/attention/hours.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import { optionalDay, spanOn, time } from './form.ts'
import type { RoundPage } from './queries.ts'

/** More hours for a round: all three of a day or none, and the last day on which guardians choose. */
export const timesForm = (page: RoundPage, today: string) =>
  z
    .object({
      groups: many(z.uuid('groups')),
      on: optionalDay('hours'),
      from: time('hours'),
      until: time('hours'),
      closesOn: z.iso.date('closes'),
    })
    .transform((typed, context) => {
      const issue = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
      const { groups, on, from, until, closesOn } = typed
      const given = [on, from, until].filter(Boolean).length
      if (given > 0 && given < 3) issue('on', 'hours')
      if (given === 3 && (on! <= today || on! > plusDays(today, 366))) issue('on', 'past')
      else if (given === 3 && from! >= until!) issue('on', 'order')
      if (given === 3 && groups.length === 0) issue('groups', 'groups')
      const days = page.groups.flatMap(({ slots }) => slots.map(({ starts }) => dayOf(starts)))
      const last = [...days, ...(on ? [on] : [])].sort().at(-1)!
      if (closesOn > last || closesOn < dayOf(page.opensAt)) issue('closesOn', 'closes')
      return {
        groups: [...new Set(groups)],
        span: given === 3 ? spanOn(on!, from!, until!) : null,
        closesAt: momentOf(plusDays(closesOn, 1), '00:00'),
      }
    })

/** To which day and time a whole day of conversations goes. */
export const moveForm = (today: string) =>
  z
    .object({ on: z.iso.date('moveDay'), time: time('moveDay') })
    .refine(({ on, time: at }) => at && on > today && on <= plusDays(today, 366), { path: ['on'], message: 'moveDay' })
    .transform(({ on, time: at }) => momentOf(on, at ?? '00:00'))
