import { type Language, pick, type Words } from '#shared/language/index.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import { Button, ButtonLink, Form, Link, NotStoredPage, ProblemPage, renderPage, Text } from '#shared/ui/index.ts'
import type { JSX } from '#shared/ui/jsx.ts'
import { urls } from '#src/urls.ts'
import type { Typed } from './form.ts'
import { problemTexts } from './texts.ts'

type Showing = { readonly site: Site; readonly language: Language }

const html = (page: JSX.Element, status: number, headers: Record<string, string> = {}) =>
  new Response(renderPage(page), { status, headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers } })

const about = ({ site, language }: Showing) => ({
  language,
  organisation: site.name,
  theme: { hue: site.hue, chroma: site.chroma },
})

const NEVER_ECHOED = /password|code|secret|token/i

/** What was posted, as it travels along in a page: all but what must never stand in one. */
const echoed = (typed: Typed): [string, string][] =>
  Object.entries(typed)
    .filter(([name]) => !NEVER_ECHOED.test(name))
    .flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]))

/** "Not there" and "not yours" are the same page. */
export const notFoundPage = (showing: Showing & { me?: unknown }): Response => {
  const t = pick(showing.language, problemTexts)
  return html(
    <ProblemPage {...about(showing)} title={t.notFound} text={t.notFoundText}>
      <ButtonLink to={urls.home()} look="line" icon="house">
        {t.home}
      </ButtonLink>
    </ProblemPage>,
    404,
  )
}

/** Something of ours broke. The reference finds the line in the log. */
export const failedPage = (showing: Showing, reference: string): Response => {
  const t = pick(showing.language, problemTexts)
  return html(
    <ProblemPage {...about(showing)} title={t.failed} text={t.failedText}>
      <Text small quiet>{`${t.reference} ${reference}`}</Text>
    </ProblemPage>,
    500,
  )
}

/** A house rule of the school stands in the way of what was sent: nothing was, and the page it came from still has it. */
export const houseRulePage = (showing: Showing, words: Words, address: string): Response => {
  const t = pick(showing.language, problemTexts)
  return html(
    <ProblemPage {...about(showing)} title={t.houseRule} text={words[showing.language]}>
      <ButtonLink to={address} look="line" icon="arrow-left">
        {t.back}
      </ButtonLink>
    </ProblemPage>,
    422,
  )
}

/** The body was too large or unreadable: back to the page it came from. */
export const notReadPage = (showing: Showing, status: 400 | 413, address: string): Response => {
  const t = pick(showing.language, problemTexts)
  return html(
    <ProblemPage {...about(showing)} title={t.failed} text={status === 413 ? t.tooLarge : t.unreadable}>
      <ButtonLink to={address} look="line" icon="arrow-left">
        {t.back}
      </ButtonLink>
    </ProblemPage>,
    status,
  )
}

/** The database is away: nothing was received, and what was typed is kept and sent again with the same key. */
export const unavailablePage = (showing: Showing, address: string, method: 'GET' | 'POST', typed: Typed): Response => {
  const t = pick(showing.language, problemTexts)
  const page =
    method === 'POST' ? (
      <NotStoredPage {...about(showing)} title={t.unavailable} action={address} posted={echoed(typed)} />
    ) : (
      <ProblemPage {...about(showing)} title={t.unavailable} text={t.unavailableText}>
        <ButtonLink to={address} look="line" icon="refresh-cw">
          {t.tryAgain}
        </ButtonLink>
      </ProblemPage>
    )
  return html(page, 503, { 'Retry-After': '5' })
}

/** The virus scanner found something in a file. Nothing of it was read or kept. */
export const refusedFilePage = (showing: Showing, address: string): Response =>
  filePage(showing, address, { status: 422, ...pick(showing.language, problemTexts).refusedFile })

/** The virus scanner gives no answer, so nothing is let through. */
export const unscannedPage = (showing: Showing, address: string): Response =>
  filePage(showing, address, { status: 503, ...pick(showing.language, problemTexts).unscanned })

const filePage = (
  showing: Showing,
  address: string,
  { title, text, again, status }: { title: string; text: string; again: string; status: 422 | 503 },
): Response =>
  html(
    <ProblemPage {...about(showing)} title={title} text={text}>
      <ButtonLink to={address} look="line" icon="file-up">
        {again}
      </ButtonLink>
    </ProblemPage>,
    status,
    status === 503 ? { 'Retry-After': '60' } : {},
  )

type Asked = { readonly url: URL; readonly method: 'GET' | 'POST'; readonly typed: Typed }

/**
 * Too many people want the same at this moment. With a place in the line what was sent is kept and goes again by itself, and a
 * page asks again; without one, where signing in is busy, a password is not kept and so is asked again.
 */
export const busyPage = (showing: Showing, { url, method, typed }: Asked, place: number | null): Response => {
  const t = pick(showing.language, problemTexts)
  const wait = place === null ? 10 : Math.min(5 + Math.floor(place / 100), 30)
  const text = place === null ? t.busyText : `${t.busyPlace(place)} ${method === 'POST' ? t.busyKept : t.busyAgain}`
  const how = method === 'POST' ? { posted: echoed(typed) } : { method: 'get' as const, posted: [...url.searchParams] }
  return html(
    <ProblemPage {...about(showing)} title={t.busy} text={text}>
      <Form action={url.pathname} {...how} {...(place === null ? { plain: true } : { resend: 'at-once' as const })}>
        <Button>{t.tryAgain}</Button>
      </Form>
    </ProblemPage>,
    503,
    { 'Retry-After': String(wait), ...(method === 'GET' ? { Refresh: String(wait) } : {}) },
  )
}

/** The session ended while somebody was typing: sign in in another window, then send what stands here. */
export const signedOutPage = (showing: Showing, signIn: string, address: string, typed: Typed): Response => {
  const t = pick(showing.language, problemTexts)
  return html(
    <ProblemPage {...about(showing)} title={t.signedOut} text={t.signedOutText}>
      <Text>
        <Link to={signIn} newWindow>
          {t.signIn}
        </Link>
      </Text>
      <Form action={address} posted={echoed(typed)}>
        <Button>{t.sendAgain}</Button>
      </Form>
    </ProblemPage>,
    401,
  )
}
