/**
 * A reason that stops a start or a command, in one or two sentences for the operator: what is wrong and what to do.
 * Anything else that is thrown is a bug and shows where it came from.
 */
export class OperatorError extends Error {
  override name = 'OperatorError'
}

/** What an operator reads on standard error when a start or a command ends in an exception. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof OperatorError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
