import { Button, ButtonLink } from '../button.tsx'
import { Icon } from '../icon.tsx'
import type { IconName } from '../icon-names.ts'
import type { Child } from '../jsx.ts'
import { ownAddress } from '../link.tsx'

/** Stands above a page of the site for who edits it: where one is, and what can be done with the page as a whole. */
export function SiteEditBar({
  label,
  back,
  state,
  children,
}: {
  label: string
  back: Child
  state: Child
  children: Child
}) {
  return (
    <section class="site-edit-bar" aria-label={label}>
      <div class="site-edit-where">
        {back}
        <span>{state}</span>
      </div>
      <div class="site-edit-deeds">{children}</div>
    </section>
  )
}

type EditWords = {
  readonly edit: string
  readonly up: string
  readonly down: string
  readonly remove: string
  readonly add: string
}

/** A part of the page as strangers see it, with what its editor can do with it. */
export function SiteEditable(props: {
  id?: string
  /** What it is, for who does not see it: "Tekst". */
  name: string
  words: EditWords
  edit: string
  /** Where its place in the order changes; nothing for the head of a page, which stays where it is. */
  order?: {
    readonly move: string
    readonly remove: string
    readonly base: number
    readonly first: boolean
    readonly last: boolean
  }
  add: string
  children: Child
}) {
  const { id, name, words, edit, order, add, children } = props
  return (
    <div class="site-editable" id={id}>
      {children}
      <fieldset class="site-edit-tools" aria-label={name}>
        <ButtonLink to={edit} look="tinted" icon="pencil" label={`${words.edit}: ${name}`}>
          {words.edit}
        </ButtonLink>
        {order && (
          <form method="post" action={order.move}>
            <input type="hidden" name="base" value={order.base} />
            {!order.first && (
              <Button name="way" value="up" look="line" label={`${words.up}: ${name}`}>
                {words.up}
              </Button>
            )}
            {!order.last && (
              <Button name="way" value="down" look="line" label={`${words.down}: ${name}`}>
                {words.down}
              </Button>
            )}
            <Button action={order.remove} look="line" icon="trash-2" label={`${words.remove}: ${name}`}>
              {words.remove}
            </Button>
          </form>
        )}
      </fieldset>
      <p class="site-edit-add">
        <ButtonLink to={add} look="text" icon="plus" label={`${words.add} (${name})`}>
          {words.add}
        </ButtonLink>
      </p>
    </div>
  )
}

/** The form that stands in the place of a part while it is changed. */
export function SiteEditForm({ title, children }: { title: string; children: Child }) {
  return (
    <section class="site-edit-form" aria-labelledby="edit-title" id="edit">
      <h2 id="edit-title">{title}</h2>
      {children}
    </section>
  )
}

type KindChoice = { readonly to: string; readonly word: string; readonly text: string; readonly icon: IconName }

/** The kinds of things that can be added, each with a word and a sentence. */
export function SiteKinds({ kinds, cancel }: { kinds: readonly KindChoice[]; cancel: Child }) {
  return (
    <>
      <ul class="site-kinds">
        {kinds.map(({ to, word, text, icon }) => (
          <li key={to}>
            <a href={ownAddress(to)}>
              <Icon name={icon} />
              <span>
                <strong>{word}</strong>
                <span class="small quiet">{text}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      {cancel}
    </>
  )
}

/** What keeps a page from being published: a list of items (`li`), each with a way to mend it. */
export function SiteStopped({ title, children }: { title: string; children: Child }) {
  return (
    <section class="site-stopped" role="alert">
      <strong>{title}</strong>
      <ul>{children}</ul>
    </section>
  )
}
