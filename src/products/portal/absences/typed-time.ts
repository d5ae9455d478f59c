import { z } from 'zod'

/** A time of day as people type it: "8:45", "8.45" or "08:45" becomes `08:45`. Refuses the rest with `badTime`. */
export const typedTime = z
  .string()
  .transform((text) => text.replace('.', ':').padStart(5, '0'))
  .refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), 'badTime')
