import { z } from 'zod'
import { many } from '#shared/access/form.ts'
import type { Role } from '#shared/identity/me.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import { optionalDay } from '../typed.ts'

const name = (problem: string) => z.string(problem).min(1, problem).max(100, 'long')
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((text) => (text === '' || text === undefined ? null : text), schema.nullable())

/** The names and, for adults, how to reach somebody. Messages are codes of `texts.ts`. */
export const details = {
  givenName: name('givenName'),
  prefix: z.string().max(40, 'long').default(''),
  surname: name('surname'),
  email: optional(z.email('email').max(254, 'long')),
  phone: optional(z.string().regex(/^\+?[\d ()-]{6,20}$/, 'phone')),
}

/** A day of birth, which has passed, or nothing. */
export const pastDay = optionalDay('birthDate')
  .refine((day) => day === null || day <= dayOf(new Date()), 'birthDate')
  .optional()

/** What the form about somebody posts: a field that the form did not show is not there and stays as it is. */
export const editing = z.object({
  version: z.string(),
  givenName: details.givenName,
  prefix: details.prefix,
  surname: details.surname,
  email: details.email.optional(),
  phone: details.phone.optional(),
  birthDate: pastDay,
  calledInClass: optional(z.string().max(60, 'long')).optional(),
})

/** Some of the roles that may be given here. */
export const someRoles = (given: readonly Role[], least: number) =>
  many(z.enum(given)).pipe(z.array(z.enum(given)).min(least, 'roles'))
