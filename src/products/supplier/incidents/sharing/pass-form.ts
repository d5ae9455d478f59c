import { z } from 'zod'
import { typedTime } from '#products/school/index.ts'
import { many } from '#shared/access/form.ts'
import { momentOf } from '#shared/attention/hours.ts'

const empty = (value: unknown) => (value === '' || value === undefined ? null : value)
const day = z.preprocess(empty, z.iso.date('period').nullable())
const time = z.preprocess(empty, typedTime.nullable())

/** Whom one tells; and perhaps in which period something stood open: a whole one, or none. */
export const passForm = z
  .object({
    to: many(z.uuid('to')).refine((to) => to.length > 0, 'to'),
    ...{ fromDay: day, fromTime: time, untilDay: day, untilTime: time },
  })
  .transform(({ to, fromDay, fromTime, untilDay, untilTime }, context) => {
    const parts = [fromDay, fromTime, untilDay, untilTime].filter((one) => one !== null)
    if (parts.length === 0) return { to, period: null }
    const whole = fromDay && fromTime && untilDay && untilTime
    const period = whole && { from: momentOf(fromDay, fromTime), until: momentOf(untilDay, untilTime) }
    if (period && period.until > period.from) return { to, period }
    context.addIssue({ code: 'custom', path: ['period'], message: 'period' })
    return z.NEVER
  })
