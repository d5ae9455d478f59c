import { type Language, pick } from '#shared/language/index.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import { Button, Form, Page, renderPage, SignInScreen, Text } from '#shared/ui/index.ts'
import type { Child } from '#shared/ui/jsx.ts'
import type { Typed } from './form.ts'
import { problemTexts } from './texts.ts'

type Showing = { readonly site: Site; readonly language: Language }

const html = (body: string, status: number) =>
  new Response(body, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } })

const problem = ({ site, language }: Showing, status: number, title: string, content: Child) =>
  html(
    renderPage(
      <Page language={language} title={title} organisation={site.name} theme={{ hue: site.hue, chroma: site.chroma }}>
        <SignInScreen scene={null} title={title}>
          {content}
        </SignInScreen>
      </Page>,
    ),
    status,
  )

/** "Not there" and "not yours" are the same page. */
export const notFoundPage = (showing: Showing & { me?: unknown }): Response => {
  const t = pick(showing.language, problemTexts)
  return problem(showing, 404, t.notFound, <Text>{t.notFoundText}</Text>)
}

/** Something of ours broke, or the body was too large or unreadable. The reference finds the line in the log. */
export const failedPage = (showing: Showing, status: 400 | 413 | 500, reference?: string): Response => {
  const t = pick(showing.language, problemTexts)
  const text = status === 413 ? t.tooLarge : status === 400 ? t.unreadable : t.failedText
  return problem(showing, status, t.failed, [
    <Text key="text">{text}</Text>,
    reference ? <Text key="reference" small quiet>{`${t.reference} ${reference}`}</Text> : null,
  ])
}

const NEVER_ECHOED = /password|code|secret|token/i

/** What was posted, travelling along in a form of its own so that nothing typed is lost. `byItself` sends it when it can. */
const Again = ({
  action,
  typed,
  word,
  byItself,
}: {
  action: string
  typed: Typed
  word: string
  byItself: boolean
}) => (
  <Form action={action} {...(byItself ? { behaviour: 'resend' } : { plain: true })}>
    {Object.entries(typed)
      .filter(([name]) => !NEVER_ECHOED.test(name))
      .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => ({ name, value: String(one) })))
      .map(({ name, value }, index) => (
        <input key={index} type="hidden" name={name} value={value} />
      ))}
    <Button>{word}</Button>
  </Form>
)

/** The database is away: nothing was received, and what was typed is kept and sent again with the same key. */
export const unavailablePage = (showing: Showing, address: string, method: 'GET' | 'POST', typed: Typed): Response => {
  const t = pick(showing.language, problemTexts)
  const response = problem(showing, 503, t.unavailable, [
    <Text key="text">{method === 'POST' ? t.unavailablePost : t.unavailableGet}</Text>,
    method === 'POST' ? <Again key="again" action={address} typed={typed} word={t.sendAgain} byItself /> : null,
  ])
  response.headers.set('Retry-After', '5')
  return response
}

/** Too many people sign in at this moment. A password is not kept, so it is asked again. */
export const busyPage = (showing: Showing, address: string, typed: Typed): Response => {
  const t = pick(showing.language, problemTexts)
  const response = problem(showing, 503, t.busy, [
    <Text key="text">{t.busyText}</Text>,
    <Again key="again" action={address} typed={typed} word={t.tryAgain} byItself={false} />,
  ])
  response.headers.set('Retry-After', '10')
  return response
}

/** The session ended while somebody was typing: sign in in another window, then send what stands here. */
export const signedOutPage = (showing: Showing, signIn: string, address: string, typed: Typed): Response => {
  const t = pick(showing.language, problemTexts)
  return problem(showing, 401, t.signedOut, [
    <Text key="text">{t.signedOutText}</Text>,
    <p key="link">
      <a href={signIn} target="_blank" rel="noopener">
        {t.signIn}
      </a>
    </p>,
    <Again key="again" action={address} typed={typed} word={t.sendAgain} byItself />,
  ])
}
