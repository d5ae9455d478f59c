import type { Context } from 'hono'
import { addressOf, isSecure } from '#shared/access/request.ts'
import { readCookie } from '#shared/identity/cookie.ts'
import type { Counting } from './counting.ts'
import { uncounted } from './objecting.ts'
import { isProgram, referrerOf } from './telling-apart.ts'

/** Counts the view of a page that was served, unless a program asked for it or its person objects: by Global Privacy Control, or by our own switch. */
export const noteView = (
  counting: Counting,
  c: Context,
  { organisation, behindProxy }: { readonly organisation: string; readonly behindProxy: boolean },
): void => {
  const agent = c.req.header('user-agent') ?? ''
  if (isProgram(agent) || c.req.header('sec-purpose') || c.req.header('sec-gpc') === '1') return
  const secure = isSecure(c, { behindProxy })
  if (c.req.header('cookie') && readCookie(c.req.raw.headers, secure, uncounted) !== undefined) return
  const { pathname, hostname } = new URL(c.req.url)
  counting.note(organisation, {
    page: pathname,
    from: addressOf(c, { behindProxy }),
    agent,
    referrer: referrerOf(c.req.header('referer'), hostname),
  })
}
