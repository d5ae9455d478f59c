import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client'
import { QueueFull } from '../queue.ts'
import { Away } from './reach.ts'

/**
 * Why Microsoft let nobody through. `away`: it does not answer, or with rubbish. `cancelled`: the person did. `tenant`,
 * `client`, `secret`, `expired`: what ICT filled in is not right (any more). `refused`: anything else.
 */
export type TroubleKind = 'away' | 'cancelled' | 'tenant' | 'client' | 'secret' | 'expired' | 'refused'

/** Nobody came through, and why. `code` is Microsoft's own word for it (AADSTS and a number): it names no person. */
export class Trouble extends Error {
  override readonly name = 'Trouble'
  readonly kind: TroubleKind
  readonly code: string | undefined

  constructor(kind: TroubleKind, code?: string, options?: ErrorOptions) {
    super(kind, options)
    this.kind = kind
    this.code = code
  }
}

/** Microsoft's codes that ICT can do something about (learn.microsoft.com, "AADSTS error codes"). */
const CODES: Readonly<Record<string, TroubleKind>> = {
  AADSTS90002: 'tenant',
  AADSTS900023: 'tenant',
  AADSTS700016: 'client',
  AADSTS7000215: 'secret',
  AADSTS7000222: 'expired',
}

const ERRORS: Readonly<Record<string, TroubleKind>> = {
  access_denied: 'cancelled',
  server_error: 'away',
  temporarily_unavailable: 'away',
  invalid_client: 'secret',
  unauthorized_client: 'client',
}

/** What openid-client says when an answer was no answer. */
const RUBBISH = new Set(['OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_PARSE_ERROR'])

const causes = (error: unknown): unknown[] =>
  error instanceof Error ? [error, ...causes(error.cause)] : error === undefined ? [] : [error]

/** One kind of trouble for whatever was thrown. A mistake of ours stays what it is, and too many at once is not Microsoft's. */
export const troubleOf = (error: unknown): unknown => {
  if (error instanceof Trouble || error instanceof QueueFull) return error
  if (causes(error).some((one) => one instanceof Away)) return new Trouble('away')
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    const code = /AADSTS\d{4,8}/.exec(error.error_description ?? '')?.[0]
    return new Trouble((code && CODES[code]) || ERRORS[error.error] || 'refused', code)
  }
  if (!(error instanceof ClientError)) return error
  if (RUBBISH.has(error.code ?? '')) return new Trouble('away')
  // A tenant that is not there has no documents: Microsoft answers 400 or 404 in the place of them.
  const answered = causes(error).find((one) => one instanceof Response)
  if (answered) return new Trouble(answered.status < 500 ? 'tenant' : 'away')
  return new Trouble('refused')
}
