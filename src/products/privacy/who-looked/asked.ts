import { z } from 'zod'
import { isCursor, type Wanted as Lines } from '#shared/audit/looks.ts'
import { dayOf } from '#shared/tenancy/work.ts'

const DAY = 86_400_000

/** What the officer searches for, as it stands in the address; `whose` and `who` are names that were typed. */
export type Asked = {
  readonly person?: string | undefined
  readonly viewer?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly whose?: string | undefined
  readonly who?: string | undefined
  readonly after?: string | undefined
}

const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((text) => (text === '' || text === null ? undefined : text), schema.optional())
const name = optional(z.string().max(120))
const id = optional(z.uuid())
const day = optional(z.iso.date('badDay'))

const asked = z
  .object({ person: id, viewer: id, from: day, to: day, whose: name, who: name, after: optional(z.string()) })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ['to'], message: 'order' })

/** Reads an address: what was asked, and which of its days are wrong. An id that is none is left out. */
export const askedIn = (query: URLSearchParams): { asked: Asked; problems: Readonly<Record<string, string>> } => {
  const typed = Object.fromEntries(
    ['person', 'viewer', 'from', 'to', 'whose', 'who', 'after'].map((one) => [one, query.get(one)?.trim() ?? '']),
  )
  const read = asked.safeParse(typed)
  if (read.success) return { asked: read.data, problems: {} }
  const problems: Record<string, string> = {}
  for (const { path, message } of read.error.issues) problems[String(path[0])] ??= message
  const kept = Object.entries(typed).filter(([key]) => !(key in problems) || key === 'from' || key === 'to')
  return { asked: Object.fromEntries(kept), problems }
}

/** Where a day begins in the Netherlands. */
export const startOf = (on: string): Date =>
  ['+02:00', '+01:00'].map((zone) => new Date(`${on}T00:00:00${zone}`)).find((moment) => dayOf(moment) === on)!

const dayAfter = (on: string) => new Date(Date.parse(`${on}T12:00:00Z`) + DAY).toISOString().slice(0, 10)

/** Whose lines, by whom and when; somebody's earlier ids belong to it by themselves. */
export type Wanted = Omit<Lines, 'subjects' | 'viewers'> & {
  readonly subject?: string | undefined
  readonly viewer?: string | undefined
}

/** The lines that are asked for; nothing while nothing is chosen yet. */
export const wantedBy = ({ person, viewer, from, to, after }: Asked): Wanted | null => {
  if (!person && !viewer && !from && !to) return null
  return {
    subject: person,
    viewer,
    ...(from ? { from: startOf(from) } : {}),
    ...(to ? { until: startOf(dayAfter(to)) } : {}),
    ...(after && isCursor(after) ? { after } : {}),
  }
}
