/** Why a message is not taken in. `detail` is a name of the standard, never a value of the message. */
export type Why =
  | 'xml'
  | 'doctype'
  | 'no-envelope'
  | 'key'
  | 'missing'
  | 'empty'
  | 'date'
  | 'score'
  | 'school'
  | 'school-year'
  | 'double'
  | 'no-test'

/** A message that is refused whole: nothing of it was stored. */
export class Refused extends Error {
  readonly why: Why
  readonly line: number
  readonly detail: string

  constructor(why: Why, line: number, detail = '') {
    super(why)
    this.why = why
    this.line = line
    this.detail = detail
  }
}
