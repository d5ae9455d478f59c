import { z } from 'zod'

/** Why something was decided. */
export const reason = z.string('reason').min(1, 'reason').max(500, 'long')

/** One line of text that is published: no line breaks, and nothing that cannot be seen. */
export const publicLine = z
  .string()
  .optional()
  .transform((text) => (text ?? '').replace(/[\p{Cf}\p{Zl}\p{Zp}]/gu, ''))
  .refine((text) => text.length <= 200 && !/[\p{Cc}]/u.test(text), 'line')

/** The number of the newest decision that whoever decides has seen. */
export const seen = z.coerce.number('form').int('form').min(0, 'form')
