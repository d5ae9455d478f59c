import { statement } from './database.ts'

/** Named values of a statement. */
export type Values = Readonly<Record<string, unknown>>

/** A statement written with names (`:today`); each place of a name is a parameter of its own, as the application sends it. */
export const named = (text: string) => {
  const names: string[] = []
  const numbered = text.replaceAll(/(?<![:\w]):([a-z_]+)/gi, (_, name: string) => `$${names.push(name)}`)
  const prepared = statement(numbered)
  return (values: Values) => ({ ...prepared, values: names.map((name) => values[name]) })
}
