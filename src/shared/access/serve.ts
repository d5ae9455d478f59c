import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import type { Logger } from 'pino'
import { AgainstHouseRule } from '#shared/attention/house-rules.ts'
import { isUnavailable } from '#shared/database/pool.ts'
import type { FileStore, Scanner } from '#shared/files/index.ts'
import { readCookie } from '#shared/identity/cookie.ts'
import { QueueFull } from '#shared/identity/queue.ts'
import { hashOfToken } from '#shared/identity/session.ts'
import { preferredLanguage } from '#shared/language/index.ts'
import type { Site, Sites } from '#shared/tenancy/sites.ts'
import { transaction } from '#shared/tenancy/transaction.ts'
import type { Ground, Work } from '#shared/tenancy/work.ts'
import { securityHeaders } from '#shared/ui/security-headers.ts'
import { across } from './across.ts'
import { actingRole } from './acting-role.ts'
import { type Asides, standsAside } from './aside.ts'
import type { Typed } from './form.ts'
import { identify, type WhoIs } from './identify.ts'
import type { Rest, Route } from './module.ts'
import { nowhere } from './nowhere.tsx'
import type { Offer } from './offer.ts'
import type { Path } from './path.ts'
import type { Note } from './place.ts'
import {
  busyPage,
  failedPage,
  houseRulePage,
  notFoundPage,
  notReadPage,
  refusedFilePage,
  signedOutPage,
  unavailablePage,
  unscannedPage,
} from './problem.tsx'
import { addressOf, FORM_BYTES, isOwnOrigin, isSecure, largestOf, NOTHING, readBody } from './request.ts'
import { anyone } from './rule.ts'
import { isOn } from './switch.ts'
import { throughWindow } from './through-window.ts'
import { Visit } from './visit.ts'

export type Serving = Ground &
  Asides & {
    readonly sites: Sites
    readonly log: Logger
    readonly whoIs: WhoIs
    readonly files: FileStore
    /** Looks at every uploaded file before it is read; none where the operator set none up. */
    readonly scanner?: Scanner | undefined
    /** Looks at every deed before it is done; throws what refuses it in a sentence. */
    readonly beforeDeed: (work: Work, route: Route) => Promise<void>
    /** What must have happened before anybody of an organisation sees a new day. */
    readonly newDay: (organisation: string) => Promise<void>
    /** What there is for an organisation. */
    readonly offer: (site: Site) => Offer
    readonly signIn: Path<string>
    /** Behind a proxy of ours: its word on the scheme and the visitor's address counts. */
    readonly behindProxy: boolean
    /** Answers on hosts that are no organisation's: the demo's start page, setting up. Nothing where it has nothing there. */
    readonly elsewhere?: (c: Context, sites: Sites) => Response | undefined | Promise<Response | undefined>
    /** A quiet link under every page behind sign-in; only the demo has one. */
    readonly note?: Note
  }

const admits = async (route: Route, work: Work, site: Site, serving: Serving): Promise<boolean> => {
  const me = await identify(work, serving.whoIs)
  return me !== null && route.rule(me) && !standsAside(me, site, route, serving)
}

/** In the place of a route of a module that is off: for everyone, nothing. */
const gone = (route: Route): Route => ({
  ...route,
  rule: anyone,
  options: {},
  handle: (visit) => (visit as Visit).notFound(),
})

/**
 * One request, once through: host, session, rule, a short transaction, the handler, the answer. It rolls back when the
 * handler throws and when it answers 400 or above; what was opened is logged either way. Refused is 404, or signing in
 * when nobody is signed in.
 */
export const serve =
  (asked: Route, serving: Serving) =>
  async (c: Context): Promise<Response> => {
    const started = performance.now()
    const secure = isSecure(c, serving)
    const url = new URL(c.req.url)
    const site = await serving.sites.find(url.hostname).catch(() => undefined)
    if (!site) {
      const answer = await serving.elsewhere?.(c, serving.sites)
      return answer ?? nowhere(c, serving)
    }
    if (!secure && !url.hostname.endsWith('localhost')) {
      return c.text('Alleen via https. / Over https only: put a proxy with a certificate in front (see docs).', 400)
    }
    if (site.redirects && asked.method === 'GET' && c.req.header('sec-fetch-site') !== 'same-origin')
      return toMain(site, url)
    const route = isOn(asked.module, site) ? asked : gone(asked)
    const language = preferredLanguage(c.req.header('accept-language'), site.language)
    const offer = serving.offer(site)
    const showing = { site, language, places: offer.places }
    let body = NOTHING
    let signedIn = false
    let keeps = false
    let answered: Response | undefined

    const finish = (response: Response): Response => {
      // A visit's own answer was made with them: putting them on one by one costs as much as a query.
      if (response !== answered) {
        const headers = securityHeaders({ secure, personal: signedIn || !route.rule.open })
        for (const [name, value] of Object.entries(headers)) {
          // A picture says itself how long a browser may keep it.
          if (name !== 'Cache-Control' || !response.headers.has(name)) response.headers.set(name, value)
        }
      }
      const ms = Math.round(performance.now() - started)
      serving.log.info({
        method: route.method,
        route: route.pattern,
        status: response.status,
        ms,
        organisation: site.id,
      })
      return response
    }

    const token = readCookie(c.req.raw.headers, secure, 'session')
    const session = token ? hashOfToken(token) : undefined
    const context = { organisation: site.id, session, plannedOnce: route.options.plannedOnce }
    const place = `${route.method} ${route.pattern}`
    const mayEnter = async (): Promise<boolean> =>
      session !== undefined &&
      (await transaction(serving, context, place, (work) => admits(route, work, site, serving)))
    try {
      if (session) await serving.newDay(site.id)
      if (route.method === 'POST') {
        if (!isOwnOrigin(c, route.options)) return finish(notFoundPage(showing))
        const large = largestOf(route.options)
        // Reading much costs much, so it is read only for whom the route is there.
        let away: unknown
        const may = large
          ? await mayEnter().catch((error) => {
              away = error
              return false
            })
          : false
        const { images } = may ? route.options : {}
        const { text } = route.options
        const limit = text ?? (may ? large! : FORM_BYTES)
        const read = await readBody(c, { limit, images, scanner: serving.scanner, text: text !== undefined })
        if (away !== undefined) {
          // What was typed is kept all the same; of what is too large for that, the page it came from still has it.
          if (read === 'too large' && isUnavailable(away))
            return finish(unavailablePage(showing, cameFrom(c, url), 'GET', NOTHING.typed))
          if (typeof read === 'object' && 'typed' in read) body = read
          throw away
        }
        if (read === 'too large') return finish(notReadPage(showing, 413, cameFrom(c, url)))
        if (read === 'unreadable') return finish(notReadPage(showing, 400, cameFrom(c, url)))
        if (read === 'away') {
          serving.log.error({ route: route.pattern, organisation: site.id }, 'The virus scanner does not answer.')
          return finish(unscannedPage(showing, cameFrom(c, url)))
        }
        if ('found' in read) {
          serving.log.warn({ route: route.pattern, organisation: site.id, found: read.found }, 'A file was refused.')
          return finish(refusedFilePage(showing, cameFrom(c, url)))
        }
        body = read
      }
      // Strangers set nothing going outside for a route that is not theirs.
      const goesOut = route.options.outside && (route.rule.open || (await mayEnter()))
      const outside = goesOut
        ? await route.options.outside!({ ground: serving, site, request: c.req.raw, secure })
        : undefined
      const once = () =>
        transaction(
          serving,
          context,
          place,
          async (work): Promise<Response | Rest> => {
            const me = session ? await identify(work, serving.whoIs) : null
            signedIn = me !== null
            if (!route.rule(me)) {
              if (me) return notFoundPage({ ...showing, me, language: me.language })
              if (route.method === 'POST') return signedOutPage(showing, serving.signIn(), url.pathname, body.typed)
              return new Response(null, {
                status: 303,
                headers: { Location: serving.signIn({ next: url.pathname + url.search }) },
              })
            }
            const aside = me && standsAside(me, site, route, serving)
            if (aside) {
              const said = route.method === 'GET' ? { next: url.pathname + url.search } : { unsent: 'yes' }
              return new Response(null, { status: 303, headers: { Location: aside(said) } })
            }
            if (route.method === 'POST') await serving.beforeDeed(work, route)
            work.role = me && actingRole(route.rule, me)
            work.named = Object.values(c.req.param())
            const visit = new Visit({
              work,
              me,
              site,
              params: c.req.param() as never,
              query: url.searchParams,
              language: me?.language ?? language,
              request: c.req.raw,
              secure,
              personal: signedIn || !route.rule.open,
              from: addressOf(c, serving),
              outside,
              files: serving.files,
              offer,
              elsewhere: (...asked) => across(serving, route, ...asked),
              throughWindow: (...asked) => throughWindow(serving, route, site, ...asked),
              note: serving.note,
              ...body,
            })
            const response = await route.handle(visit as never)
            keeps = visit.keeps
            answered = visit.answered
            const whole = (one: Response) =>
              one.status === 404 && one.body === null ? notFoundPage({ ...showing, me, language: visit.language }) : one
            if (typeof response !== 'function') return whole(response)
            return async () => {
              answered = await response()
              return whole(answered)
            }
          },
          (response) => typeof response === 'function' || response.status < 400 || keeps,
        )
      // Whoever is refused comes again with the same form or session, and so to the same place in the line.
      const response = await (route.options.turns
        ? route.options.turns.run(once, route.method === 'GET' ? session : ticketOf(body.typed))
        : once())
      return finish(typeof response === 'function' ? await response() : response)
    } catch (error) {
      if (isNoId(error)) return finish(notFoundPage(showing))
      if (error instanceof AgainstHouseRule) return finish(houseRulePage(showing, error.words, cameFrom(c, url)))
      if (error instanceof QueueFull) {
        return finish(busyPage(showing, { url, method: route.method, typed: body.typed }, error.place))
      }
      if (isUnavailable(error)) return finish(unavailablePage(showing, url.pathname, route.method, body.typed))
      const reference = randomUUID()
      serving.log.error({ reference, route: route.pattern, error: describe(error) })
      return finish(failedPage(showing, reference))
    }
  }

/**
 * An old host sends on for good, to the same page of the main host; asked again each time, so that it can be taken back.
 * Who is at work on the old host goes on there: a form may not lead to another host.
 */
const toMain = ({ main }: Site, { pathname, search, port }: URL): Response => {
  const origin = main.endsWith('localhost') ? `http://${main}${port && `:${port}`}` : `https://${main}`
  return new Response(null, {
    status: 308,
    headers: { Location: origin + pathname + search, 'Cache-Control': 'no-store' },
  })
}

/** What a form is known by, however often it comes. */
const ticketOf = ({ requestKey }: Typed): string | undefined =>
  typeof requestKey === 'string' && requestKey !== '' ? requestKey : undefined

/** The page whose form was sent; the first page where the browser does not say. */
const cameFrom = (c: Context, { host }: URL): string => {
  const page = URL.parse(c.req.header('referer') ?? '')
  return page?.host === host ? page.pathname + page.search : '/'
}

const NO_ID = new Set<unknown>(['22P02', '22021'])

/** An address with something in the place of an id that is none, or with a null character, is one that is not there. */
const isNoId = (error: unknown): boolean => error instanceof Error && 'code' in error && NO_ID.has(error.code)

/** What may be logged of an error: its kind, code and where, never its message, which may quote what somebody typed. */
const describe = (error: unknown) =>
  error instanceof Error
    ? {
        name: error.name,
        code: 'code' in error ? error.code : undefined,
        at: error.stack
          ?.split('\n')
          .filter((line) => line.includes(' at '))
          .slice(0, 6),
      }
    : { name: typeof error }
