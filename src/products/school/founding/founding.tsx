import type { Context } from 'hono'
import type { Logger } from 'pino'
import { z } from 'zod'
import { parseForm, type Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import { FORM_BYTES, isOwnOrigin, isSecure, readBody } from '#shared/access/request.ts'
import { anyone } from '#shared/access/rule.ts'
import type { OwnerConnection } from '#shared/database/migrate.ts'
import { actAsAccount } from '#shared/identity/act-as-account.ts'
import { passwordProblem, passwordProblemWords, passwordTurns } from '#shared/identity/index.ts'
import { enter, ownerOf } from '#shared/identity/sign-in.ts'
import { type Language, pick, preferredLanguage } from '#shared/language/index.ts'
import type { Sites } from '#shared/tenancy/sites.ts'
import type { Ground } from '#shared/tenancy/work.ts'
import { renderPage, securityHeaders } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { printed } from '../invitations/code.ts'
import { whoIs } from '../people/who-is.ts'
import { oneOf, problemIn } from '../typed.ts'
import { type Arrival, SetUpDoor } from './door.ts'
import { type FirstSchool, foundFirst } from './found.ts'
import { hostFor } from './hosts.ts'
import { type SetUpTexts, setUpTexts } from './texts.ts'
import { Ready, SetUp } from './views.tsx'

export type FoundingParts = Ground & {
  readonly owner: OwnerConnection
  readonly behindProxy: boolean
  readonly log: Logger
}

/** Set-up for an installation in which nothing is yet: what it adds to the application, and the code to print. */
export type Founding = {
  readonly code: string
  readonly parts: {
    readonly elsewhere: (c: Context, sites: Sites) => Promise<Response | undefined>
    readonly extra: readonly Module[]
  }
}

const name = z.string('name').min(1, 'name').max(120, 'long')
const schema = z.object({
  boardName: name,
  boardHost: z.string().max(200, 'long').default(''),
  schoolName: name,
  schoolHost: z.string().max(200, 'long').default(''),
  brin: z
    .string()
    .transform((typed) => typed.toUpperCase().replaceAll(' ', '') || null)
    .refine((brin) => brin === null || /^\d{2}[A-Z]{2}(\d{2})?$/.test(brin), 'brin')
    .default(null),
  givenName: z.string('givenName').min(1, 'givenName').max(100, 'long'),
  prefix: z.string().max(40, 'long').default(''),
  surname: z.string('surname').min(1, 'surname').max(100, 'long'),
  address: z.email('address').max(254, 'long'),
  password: z.string().max(1_000).default(''),
})

type Problems = Readonly<Record<string, string | undefined>>
type Checked = { readonly first: FirstSchool } | { readonly problems: Problems }

/** Checks what was typed; problems are sentences by field. */
const check = (
  typed: Typed,
  { t, language, openedOn }: { t: SetUpTexts; language: Language; openedOn: string },
): Checked => {
  const form = parseForm(schema, typed)
  const words = form.ok ? () => undefined : problemIn(t.problems, form.problems)
  const problems: Record<string, string | undefined> = form.ok
    ? {}
    : Object.fromEntries(Object.keys(form.problems).map((field) => [field, words(field)]))
  const boardHost = hostFor(oneOf(typed, 'boardHost'), oneOf(typed, 'boardName'), openedOn)
  const schoolHost = hostFor(oneOf(typed, 'schoolHost'), oneOf(typed, 'schoolName'), openedOn)
  if (!boardHost && !problems.boardName) problems.boardHost ??= t.problems.host
  if (!schoolHost && !problems.schoolName) problems.schoolHost ??= t.problems.host
  if (boardHost && boardHost === schoolHost) problems.boardHost ??= t.problems.sameHost
  const own = [oneOf(typed, 'address'), oneOf(typed, 'schoolName'), oneOf(typed, 'boardName')]
  const weak = passwordProblem(oneOf(typed, 'password'), { staff: true, own })
  if (weak) problems.password = passwordProblemWords(language, weak, { staff: true })
  if (!form.ok || !boardHost || !schoolHost || Object.keys(problems).length > 0) return { problems }
  const { boardName, schoolName, brin, givenName, prefix, surname, address, password } = form.value
  return {
    first: {
      board: { name: boardName, host: boardHost },
      school: { name: schoolName, host: schoolHost, brin },
      administrator: { givenName, prefix, surname, address, password },
      language,
    },
  }
}

/**
 * Makes the set-up of an empty installation: while no organisation exists, every host shows one form that the code on the
 * terminal admits to. What it makes is signed in on the school's own host, by a link that works once.
 */
export const createFounding = (parts: FoundingParts): Founding => {
  const door = new SetUpDoor(parts.now)

  const found = async (c: Context, sites: Sites, shown: { t: SetUpTexts; language: Language; secure: boolean }) => {
    const { t, language, secure } = shown
    const url = new URL(c.req.url)
    const example = hostFor('', 'De Vuurtoren', url.hostname) ?? ''
    const form = (typed: Typed, problems: Problems) =>
      renderPage(<SetUp {...{ t, language, typed, problems, example }} />)
    if (c.req.method !== 'POST') return { page: form({}, {}), status: 200 as const }

    const read = await readBody(c, { limit: FORM_BYTES })
    const typed = typeof read === 'object' && 'typed' in read ? read.typed : {}
    const admitted = door.admits(oneOf(typed, 'code'))
    if (admitted === 'no') return { page: form(typed, { code: t.problems.code }), status: 422 as const }
    if (admitted === 'wait') return { page: form(typed, { code: t.problems.wait }), status: 429 as const }
    const checked = check(typed, { t, language, openedOn: url.hostname })
    if ('problems' in checked) return { page: form(typed, checked.problems), status: 422 as const }
    const { school, board } = checked.first
    const arrival = await passwordTurns
      .run(() => foundFirst(parts.owner, parts, checked.first))
      .catch((error: unknown) => {
        parts.log.error({ route: urls.setUp.pattern, error: error instanceof Error ? error.name : 'unknown' })
        return 'failed' as const
      })
    if (arrival === 'failed') return { page: form(typed, { form: t.failed }), status: 503 as const }
    sites.forget()
    if (!arrival) return undefined
    const scheme = secure ? 'https' : 'http'
    const at = ({ name, host }: FirstSchool['board']) => ({ name, address: `${scheme}://${withPort(host, url)}` })
    const arrive = at(school).address + urls.arrive({ token: door.send(arrival) })
    const ready = <Ready {...{ t, language, arrive }} school={at(school)} board={at(board)} />
    return { page: renderPage(ready), status: 200 as const }
  }

  const elsewhere = async (c: Context, sites: Sites): Promise<Response | undefined> => {
    const known = await sites.all().catch(() => undefined)
    if (!known || known.size > 0) return undefined
    const secure = isSecure(c, parts)
    const { hostname, pathname } = new URL(c.req.url)
    if (!secure && !/(^|\.)localhost$|^127\.|^\[::1\]$/.test(hostname)) return c.text(setUpTexts.nl.onlyHttps, 400)
    if (c.req.method === 'POST' && (pathname !== urls.setUp() || !isOwnOrigin(c, {}))) return undefined
    if (c.req.method === 'GET' && pathname !== urls.setUp()) return c.redirect(urls.setUp(), 303)
    const language = preferredLanguage(c.req.header('accept-language'), 'nl')
    const answer = await found(c, sites, { t: pick(language, setUpTexts), language, secure })
    return answer && c.html(answer.page, answer.status, { ...securityHeaders({ secure, personal: true }) })
  }

  return { code: printed(door.code), parts: { elsewhere, extra: [arriving(door)] } }
}

const withPort = (host: string, { port }: URL) => (port ? `${host}:${port}` : host)

/** Where the administrator arrives on the school's host: signed in, and on to the second factor. */
const arriving = (door: SetUpDoor): Module =>
  new Module('set-up', { nl: 'De school oprichten', en: 'Founding the school' }).get(
    urls.arrive,
    anyone,
    async (visit) => {
      const arrival: Arrival | null = door.receive(visit.params.token)
      if (arrival?.organisation !== visit.site.id) return visit.seeOther(urls.signIn())
      await actAsAccount(visit.work, arrival.account)
      const owner = await ownerOf({ whoIs }, visit.work, arrival.account)
      return owner ? enter(visit, owner, { strong: false, next: urls.imports() }) : visit.notFound()
    },
  )
