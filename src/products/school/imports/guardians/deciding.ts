import type { Typed } from '#shared/access/form.ts'
import { allOf } from '../../typed.ts'
import type { Decisions } from './plan.ts'

/** The names of the fields in which a person decides. */
export const pupilChoice = (pupil: number): string => `pupil-${pupil}`
export const personChoice = (person: number): string => `person-${person}`
export const TAKE = 'take'

/** What a person chose; "later" is left out. What is no candidate settles nothing. */
export const decisionsIn = (typed: Typed): Decisions => {
  const pupils = new Map<number, string>()
  const people = new Map<number, string>()
  for (const [name, value] of Object.entries(typed)) {
    const [, kind, index] = /^(pupil|person)-(\d{1,6})$/.exec(name) ?? []
    if (!kind || typeof value !== 'string' || value === '') continue
    const chosen = kind === 'pupil' ? pupils : people
    chosen.set(Number(index), value)
  }
  return { pupils, people, taken: new Set(allOf(typed, TAKE)) }
}
