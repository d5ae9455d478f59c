import type { Words } from '#shared/language/index.ts'
import type { IconName } from '#shared/ui/icon-names.ts'
import type { Rule } from './rule.ts'

/** A quiet link at the foot of a page. */
export type Note = { readonly address: string; readonly word: Words }

/** A place in the rail and the bottom bar: shown to whom its rule allows, in ascending order. */
export type Place = {
  readonly order: number
  readonly address: string
  readonly word: Words
  readonly icon: IconName
  readonly rule: Rule
  /** Not in the bottom bar of a phone, which holds five. */
  readonly railOnly?: boolean
}
