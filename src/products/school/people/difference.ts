import type { Typed } from '#shared/access/form.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { allOf, oneOf } from '../typed.ts'

/** What a form shows of a row: each field as one text. */
export type Values = Readonly<Record<string, string>>

/** A field that two changed at once, or one of two: what is stored now, what was typed, and which of both is to stay. */
export type Difference = {
  readonly name: string
  readonly stored: string
  readonly typed: string
  readonly keep: 'stored' | 'typed' | null
}

const part = (work: Work, name: string, value: string) =>
  `${name}:${work.hash('field version', `${name} ${value}`).slice(0, 16)}`

/** Says which state of each field a form was made from: keyed hashes, so that it tells nothing. */
export const versionOf = (work: Work, values: Values): string =>
  Object.entries(values)
    .map(([name, value]) => part(work, name, value))
    .join('.')

const keepField = (name: string) => `keep.${name}`

/** What is to be done with a form about a row that others change too. */
export type Met = {
  /** Fields that the sender said are to stay as they are stored. */
  readonly stay: readonly string[]
  /** Something to choose first: the fields that differ now, the clear ones with a proposal. Nothing: it can be stored. */
  readonly choose: readonly Difference[] | null
}

/**
 * Compares a posted form with what is stored now, field by field. Whoever changed something meanwhile is never overwritten
 * unseen, and what was typed is never thrown away: as soon as one field is no longer what the form was made from, its sender
 * chooses between the two texts of each field that differs. `stored` is what the form shows, while the row is held.
 */
export const meet = (work: Work, typed: Typed, stored: Values): Met => {
  const before = new Set(oneOf(typed, 'version').split('.'))
  const fields = Object.entries(stored).map(([name, now]) => {
    const mine = allOf(typed, name).join(' ')
    const asked = oneOf(typed, 'asked').split(' ').includes(name)
    return { name, now, mine, asked, keep: oneOf(typed, keepField(name)), given: typed[name] !== undefined }
  })
  const theirs = (name: string, now: string) => !before.has(part(work, name, now))
  const ours = (name: string, mine: string) => !before.has(part(work, name, mine))
  const moved = fields.some(({ name, now }) => theirs(name, now))
  const unchosen = fields.some(({ asked, keep }) => asked && keep !== 'stored' && keep !== 'typed')
  if (!moved && !unchosen)
    return { stay: fields.filter(({ keep }) => keep === 'stored').map(({ name }) => name), choose: null }
  const choose = fields
    .filter(({ now, mine, given }) => given && now !== mine)
    .map(({ name, now, mine, asked, keep }): Difference => {
      const open = moved ? theirs(name, now) && ours(name, mine) : asked
      const proposed = open ? null : ours(name, mine) ? 'typed' : 'stored'
      return { name, stored: now, typed: mine, keep: keep === 'stored' || keep === 'typed' ? keep : proposed }
    })
  return { stay: [], choose: choose.length > 0 ? choose : null }
}
