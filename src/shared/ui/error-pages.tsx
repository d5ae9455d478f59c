import { Button } from './button.tsx'
import { Form } from './form.tsx'
import type { Child } from './jsx.ts'
import { Notice } from './notice.tsx'
import { Page, type PageProps } from './page.tsx'
import { PlainScreen } from './screens.tsx'
import { Text } from './text.tsx'
import { uiTexts } from './texts.ts'

type About = Omit<PageProps, 'title' | 'children' | 'live' | 'passkeys' | 'otherThemes'>

export type ProblemPageProps = About & {
  title: string
  text: string
  /** What to do next: a link, a form. */
  children?: Child
}

/** A page that says in two sentences what is the matter and what to do. It knows nothing about the person. */
export function ProblemPage({ title, text, children, ...page }: ProblemPageProps) {
  return (
    <Page {...page} title={title}>
      <PlainScreen title={title}>
        <Text>{text}</Text>
        {children}
      </PlainScreen>
    </Page>
  )
}

export type NotStoredPageProps = About & {
  title: string
  /** Where the form was posted. */
  action: string
  /** Everything that was posted, the request key included. Never a password: leave those out. */
  posted: readonly (readonly [name: string, value: string])[]
}

/**
 * 503 for a form: nothing was stored, everything typed is in this page and goes again with one press; where scripts run,
 * by itself with growing pauses.
 */
export function NotStoredPage({ title, action, posted, ...page }: NotStoredPageProps) {
  const words = uiTexts(page.language)
  return (
    <Page {...page} title={title}>
      <PlainScreen title={title}>
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
