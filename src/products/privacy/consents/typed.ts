import type { Typed } from '#shared/access/form.ts'

/** The one text that was typed in a field, to show it again. */
export const typedIn = (typed: Typed, name: string): string | undefined => {
  const value = typed[name]
  return value === undefined ? undefined : [value].flat()[0]
}
