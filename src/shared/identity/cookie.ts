import { parse, serialize } from 'hono/utils/cookie'
import { type Kept, keptInBrowser } from '#shared/kept-in-browser.ts'
import type { Words } from '#shared/language/index.ts'

const DAY = 86_400

/** A cookie of ours: only our own host reads it, and no script. */
export type Cookie = Kept & { readonly where: 'cookie'; readonly seconds: number }

const lasting = (seconds: number): Words => {
  const [count, nl, en] = seconds >= DAY ? [seconds / DAY, 'dagen', 'days'] : [seconds / 60, 'minuten', 'minutes']
  return { nl: `${count} ${nl}`, en: `${count} ${en}` }
}

/** Declares a cookie; one that nobody declared cannot be set. */
export const cookie = (one: Omit<Cookie, 'where' | 'until'>): Cookie =>
  keptInBrowser({ ...one, where: 'cookie', until: lasting(one.seconds) })

/** What a browser keeps of us to sign in: the session, a mark by which an account knows the device again, the way to Microsoft and back. */
const cookies = {
  session: cookie({
    name: 'session',
    seconds: 90 * DAY,
    why: { nl: 'Zo weet de school dat jij bent ingelogd.', en: 'By this the school knows that you are signed in.' },
    when: { nl: 'als je inlogt', en: 'when you sign in' },
  }),
  device: cookie({
    name: 'device',
    seconds: 400 * DAY,
    why: {
      nl: 'Zo herkent je account dit apparaat, en merk je het als iemand op een ander apparaat inlogt.',
      en: 'By this your account knows this device, and you notice it when somebody signs in on another one.',
    },
    when: { nl: 'als je inlogt', en: 'when you sign in' },
  }),
  microsoft: cookie({
    name: 'microsoft',
    seconds: 600,
    why: {
      nl: 'Zo kom je na het inloggen bij Microsoft terug waar je was.',
      en: 'By this you come back to where you were after signing in with Microsoft.',
    },
    when: { nl: 'als je met Microsoft inlogt', en: 'when you sign in with Microsoft' },
  }),
} as const

export type CookieName = keyof typeof cookies

const cookieOf = (asked: CookieName | Cookie): Cookie => (typeof asked === 'string' ? cookies[asked] : asked)

/** `__Host-` behind TLS; on plain-http localhost a plain name, because Safari and curl drop Secure cookies there. */
const nameFor = ({ name }: Cookie, secure: boolean) => (secure ? `__Host-${name}` : name)

/** A cookie of a request's headers. */
export const readCookie = (headers: Headers, secure: boolean, asked: CookieName | Cookie): string | undefined => {
  const full = nameFor(cookieOf(asked), secure)
  return parse(headers.get('cookie') ?? '', full)[full]
}

/** The `Set-Cookie` header that gives a browser its token; without a token, the one that takes it away. */
export const cookieHeader = (secure: boolean, asked: CookieName | Cookie, token?: string): string =>
  serialize(nameFor(cookieOf(asked), secure), token ?? '', {
    httpOnly: true,
    secure,
    sameSite: 'Lax',
    path: '/',
    maxAge: token === undefined ? 0 : cookieOf(asked).seconds,
  })
