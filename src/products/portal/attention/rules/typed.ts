import { typedTime } from '#products/school/index.ts'
import { type HouseRules, sendingRoles, type Times } from '#shared/attention/house-rules.ts'

export type Typed = Readonly<Record<string, unknown>>
export type Problems = {
  readonly team?: true
  readonly family?: true
  readonly answerWithin?: true
  readonly weekMost?: true
}

/** The form, filled in with what the school decided. */
export const typedOf = ({ answerWithin, team, family, weekMost, urgentRoles }: HouseRules): Typed => ({
  answerWithin: String(answerWithin ?? ''),
  from: team?.from ?? '',
  until: team?.until ?? '',
  familyFrom: family?.from ?? '',
  familyUntil: family?.until ?? '',
  weekMost: String(weekMost ?? ''),
  urgent: [...urgentRoles],
})

/** A whole number within bounds, or nothing; `undefined` when it is neither. */
const numberOf = (typed: unknown, most: number): number | null | undefined => {
  if (typed === '' || typed === undefined) return null
  const number = Number(typed)
  return Number.isInteger(number) && number >= 1 && number <= most ? number : undefined
}

/** Two times of which the second is later, or nothing; `undefined` when they are neither. */
const timesOf = (typedFrom: unknown, typedUntil: unknown): Times | null | undefined => {
  if (!typedFrom && !typedUntil) return null
  const [from, until] = [typedTime.safeParse(typedFrom), typedTime.safeParse(typedUntil)]
  if (!from.success || !until.success || from.data >= until.data) return undefined
  return { from: from.data, until: until.data }
}

export const parse = (typed: Typed): { rules: HouseRules; problems: Problems } => {
  const answerWithin = numberOf(typed.answerWithin, 10)
  const weekMost = numberOf(typed.weekMost, 50)
  const team = timesOf(typed.from, typed.until)
  const family = timesOf(typed.familyFrom, typed.familyUntil)
  const urgent = [typed.urgent ?? []].flat()
  return {
    rules: {
      answerWithin: answerWithin ?? null,
      weekMost: weekMost ?? null,
      team: team ?? null,
      family: family ?? null,
      urgentRoles: sendingRoles.filter((role) => urgent.includes(role)),
    },
    problems: {
      ...(answerWithin === undefined ? { answerWithin: true } : {}),
      ...(weekMost === undefined ? { weekMost: true } : {}),
      ...(team === undefined ? { team: true } : {}),
      ...(family === undefined ? { family: true } : {}),
    },
  }
}
