import type { Child } from './jsx.ts'
import { useWords } from './language-context.ts'
import { BackLink } from './layout.tsx'
import { Heading } from './text.tsx'

export type TaskScreenProps = {
  back: { readonly to: string; readonly word: string }
  title: Child
  children: Child
}

/** One task on the whole screen: the way back, a heading, a form whose `Foot` holds the one button. On a phone without the bar. */
export function TaskScreen({ back, title, children }: TaskScreenProps) {
  return (
    <main id="content" class="task">
      <BackLink to={back.to}>{back.word}</BackLink>
      <Heading>{title}</Heading>
      {children}
    </main>
  )
}

/** The foot of a task: one button, and a one-line summary or limit under it. Stands inside the form, last. */
export function Foot({ children, text }: { children: Child; text?: Child }) {
  return (
    <div class="foot">
      {children}
      {text && <p class="small quiet">{text}</p>}
    </div>
  )
}

export type SignInScreenProps = { scene?: Child; logo?: Child; title: Child; text?: Child; children: Child }

/** A page with the school's scene: on top on a phone, beside the form on desktop. For signing in, invitations and set-up. */
export function SignInScreen({ scene, logo, title, text, children }: SignInScreenProps) {
  if (!scene) return <PlainScreen title={title}>{[text && <p class="quiet">{text}</p>, children]}</PlainScreen>
  return (
    <div class="sign-in">
      <div class="scene">{scene}</div>
      <main id="content">
        {logo}
        <Heading>{title}</Heading>
        {text && <p class="quiet">{text}</p>}
        {children}
      </main>
    </div>
  )
}

/** A page with a few sentences and one step: what went wrong, what is done. */
export function PlainScreen({ title, children }: { title: Child; children: Child }) {
  return (
    <main id="content" class="plain-screen">
      <Heading>{title}</Heading>
      {children}
    </main>
  )
}

/** "of", between two ways to do the same. */
export function Or() {
  return <p class="or">{useWords().or}</p>
}
