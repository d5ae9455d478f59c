import { parse, serialize } from 'hono/utils/cookie'

const DAY = 86_400

/** What a browser keeps of us: the session, a mark by which an account knows the device again, the way to Microsoft and back. */
export type CookieName = 'session' | 'device' | 'microsoft'

/** `__Host-` behind TLS; on plain-http localhost a plain name, because Safari and curl drop Secure cookies there. */
const nameFor = (name: CookieName, secure: boolean) => (secure ? `__Host-${name}` : name)

const KEPT_SECONDS: Readonly<Record<CookieName, number>> = { session: 90 * DAY, device: 400 * DAY, microsoft: 600 }

/** A cookie of a request's headers. */
export const readCookie = (headers: Headers, secure: boolean, name: CookieName): string | undefined => {
  const full = nameFor(name, secure)
  return parse(headers.get('cookie') ?? '', full)[full]
}

/** The `Set-Cookie` header that gives a browser its token; without a token, the one that takes it away. */
export const cookieHeader = (secure: boolean, name: CookieName, token?: string): string =>
  serialize(nameFor(name, secure), token ?? '', {
    httpOnly: true,
    secure,
    sameSite: 'Lax',
    path: '/',
    maxAge: token === undefined ? 0 : KEPT_SECONDS[name],
  })
