/** An answer of Graph that is no success, in Graph's own words and form. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly headers: Readonly<Record<string, string>>
  readonly target: string | undefined

  constructor(status: number, code: string, message: string, more: { retryAfter?: number; target?: string } = {}) {
    super(message)
    this.status = status
    this.code = code
    this.headers = more.retryAfter === undefined ? {} : { 'Retry-After': String(more.retryAfter) }
    this.target = more.target
  }
}

export const badRequest = (message: string, target?: string) =>
  new Refusal(400, 'Request_BadRequest', message, target ? { target } : {})

export const notFound = (id: string) =>
  new Refusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  )

export const denied = () =>
  new Refusal(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.')

export const conflict = (property: string) =>
  badRequest(`Another object with the same value for property ${property} already exists.`, property)

export const unsupported = (message: string) => new Refusal(400, 'Request_UnsupportedQuery', message)
