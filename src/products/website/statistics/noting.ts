import type { Context } from 'hono'
import { addressOf, isSecure } from '#shared/access/request.ts'
import { readCookie } from '#shared/identity/cookie.ts'
import type { Counting } from './counting.ts'
import { uncounted } from './objecting.ts'
import { isProgram, referrerOf } from './telling-apart.ts'

/** Whether a browser says that its person is not to be counted: by Global Privacy Control, or by our own switch. */
export const objects = (headers: Headers, secure: boolean): boolean =>
  headers.get('sec-gpc') === '1' || readCookie(headers, secure, uncounted) !== undefined

/** Counts the view of a page that was served, unless a program asked for it or its person objects. */
export const noteView = (
  counting: Counting,
  c: Context,
  { organisation, behindProxy }: { readonly organisation: string; readonly behindProxy: boolean },
): void => {
  const { headers } = c.req.raw
  const agent = headers.get('user-agent') ?? ''
  if (isProgram(agent) || headers.has('sec-purpose') || objects(headers, isSecure(c, { behindProxy }))) return
  const { pathname, hostname } = new URL(c.req.url)
  counting.note(organisation, {
    page: pathname,
    from: addressOf(c, { behindProxy }),
    agent,
    referrer: referrerOf(headers.get('referer') ?? undefined, hostname),
  })
}
