import { z } from 'zod'
import { isPattern } from '../plans/naming.ts'
import type { NewWishes, Setup } from '../setup/setup.ts'

const pattern = z.string('pattern').min(3, 'pattern').max(60, 'pattern').refine(isPattern, 'pattern')
const whole = (from: number, to: number, problem: string) =>
  z
    .string(problem)
    .regex(/^\d{1,5}$/, problem)
    .transform(Number)
    .refine((number) => number >= from && number <= to, problem)
const ticked = z
  .string()
  .optional()
  .transform((typed) => typed === 'yes')

/** What the school filled in, held against what the tenant has. */
export const wishesForm = ({ domains, skus }: Pick<Setup, 'domains' | 'skus'>): z.ZodType<NewWishes> => {
  const sku = z
    .string('sku')
    .refine((typed) => typed === '' || skus.some(({ id }) => id === typed), 'sku')
    .transform((typed) => typed || null)
  return z.object({
    domain: z.string('domain').refine((typed) => domains.includes(typed), 'domain'),
    pupilPattern: pattern,
    staffPattern: pattern,
    pupilSku: sku,
    staffSku: sku,
    makesStaff: ticked,
    makesTeams: ticked,
    groupPrefix: z
      .string('prefix')
      .regex(/^[\p{L}\p{N} -]{0,12}$/u, 'prefix')
      .transform((typed) => typed.trim()),
    byItself: ticked,
    maxRemovals: whole(0, 10_000, 'removals'),
    maxShare: whole(0, 100, 'share'),
    keepBlockedDays: whole(1, 730, 'keep'),
    teachersKeepDays: whole(0, 730, 'teachers'),
  }) as unknown as z.ZodType<NewWishes>
}
