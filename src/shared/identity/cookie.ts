import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

/** `__Host-` behind TLS; on plain-http localhost a plain name, because Safari and curl drop Secure cookies there. */
const nameFor = (secure: boolean) => (secure ? '__Host-session' : 'session')

export const readSessionCookie = (c: Context, secure: boolean): string | undefined => getCookie(c, nameFor(secure))

export const setSessionCookie = (c: Context, secure: boolean, token: string): void =>
  setCookie(c, nameFor(secure), token, {
    httpOnly: true,
    secure,
    sameSite: 'Lax',
    path: '/',
    maxAge: 90 * 86_400,
  })

export const clearSessionCookie = (c: Context, secure: boolean): void => {
  deleteCookie(c, nameFor(secure), { path: '/', secure })
}
