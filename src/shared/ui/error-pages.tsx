import type { Language } from '#shared/language/index.ts'
import { Button, ButtonLink } from './button.tsx'
import { Form } from './form.tsx'
import type { Child } from './jsx.ts'
import { Notice } from './notice.tsx'
import { Page, type PageProps } from './page.tsx'
import { PlainScreen } from './screens.tsx'
import { Text } from './text.tsx'
import { uiTexts } from './texts.ts'

/** What an error page needs to know: nothing about the person and nothing from the database. */
export type ErrorPageProps = Omit<PageProps, 'title' | 'children' | 'live' | 'passkeys' | 'otherThemes'> & {
  /** Where "to the start" leads. */
  home: string
}

/** 404, also for what somebody may not see: it does not exist for them. */
export function NotFoundPage({ home, ...page }: ErrorPageProps) {
  return (
    <Message
      page={page}
      words={uiTexts(page.language).notFound}
      next={<HomeLink language={page.language} home={home} />}
    />
  )
}

/** 410: a link for one time or with an end date. */
export function GonePage({ home, ...page }: ErrorPageProps) {
  return (
    <Message page={page} words={uiTexts(page.language).gone} next={<HomeLink language={page.language} home={home} />} />
  )
}

/** 500: our fault. No code, no trace. */
export function FailedPage({ home, ...page }: ErrorPageProps) {
  return (
    <Message
      page={page}
      words={uiTexts(page.language).failed}
      next={<HomeLink language={page.language} home={home} />}
    />
  )
}

/** 503 for a page that was asked for. */
export function UnavailablePage({ home, ...page }: ErrorPageProps) {
  const words = uiTexts(page.language)
  const next = (
    <ButtonLink to={home} look="line" icon="refresh-cw">
      {words.again}
    </ButtonLink>
  )
  return <Message page={page} words={words.unavailable} next={next} />
}

export type NotStoredPageProps = Omit<ErrorPageProps, 'home'> & {
  /** Where the form was posted. */
  action: string
  /** Everything that was posted, the request key included. Never a password: leave those out. */
  posted: readonly (readonly [name: string, value: string])[]
}

/**
 * 503 for a form: nothing was stored, everything typed is in this page and goes again with one press; where scripts run,
 * by itself with growing pauses.
 */
export function NotStoredPage({ action, posted, ...page }: NotStoredPageProps) {
  const words = uiTexts(page.language)
  return (
    <Page {...page} title={words.unavailable.title}>
      <PlainScreen title={words.unavailable.title}>
        <Notice kind="waiting" icon="wifi-off">
          {words.waiting}
        </Notice>
        <Form action={action} resend="at-once" posted={posted}>
          <Button icon="refresh-cw">{words.resend}</Button>
        </Form>
      </PlainScreen>
    </Page>
  )
}

type MessageProps = { page: Omit<PageProps, 'title' | 'children'>; words: { title: string; text: string }; next: Child }

function Message({ page, words, next }: MessageProps) {
  return (
    <Page {...page} title={words.title}>
      <PlainScreen title={words.title}>
        <Text>{words.text}</Text>
        {next}
      </PlainScreen>
    </Page>
  )
}

function HomeLink({ language, home }: { language: Language; home: string }) {
  return (
    <ButtonLink to={home} look="line" icon="house">
      {uiTexts(language).home}
    </ButtonLink>
  )
}
