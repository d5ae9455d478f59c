import { Avatar } from './avatar.tsx'
import { Icon } from './icon.tsx'
import type { Child } from './jsx.ts'
import { ownAddress } from './link.tsx'
import { Mark, type MarkName } from './mark.tsx'
import { PavementScene } from './scenes/pavement.tsx'
import { type Theme, themeName } from './theme.ts'

export type StartScreenProps = { product: string; title: string; text: string; children: Child }

/** The way in without an account of one's own: the square's paving with the product's name, and a list of people or steps. */
export function StartScreen({ product, title, text, children }: StartScreenProps) {
  return (
    <div class="start">
      <header class="start-intro">
        <PavementScene />
        <div>
          <p class="product">
            <Mark name="square" />
            {product}
          </p>
          <h1>{title}</h1>
          <p>{text}</p>
        </div>
      </header>
      <main id="content">{children}</main>
    </div>
  )
}

export type PeopleGroupProps = { mark: MarkName; school?: Theme; name: string; text: string; children: Child }

/** The people of one organisation, in its colour. */
export function PeopleGroup({ mark, school, name, text, children }: PeopleGroupProps) {
  return (
    <section class="people-group" data-school={school && themeName(school)}>
      <h3>
        <Mark name={mark} />
        <span>
          {name}
          <span class="small quiet">{text}</span>
        </span>
      </h3>
      <ul>{children}</ul>
    </section>
  )
}

export type PersonChoiceProps = {
  id: string
  name: string
  role: string
  /** What one sees as this person, in a few words. */
  text: string
  /** The form to post, and what to post; full address when it is another host. */
  action: string
  field: { readonly name: string; readonly value: string }
  /** The one to begin with. */
  first?: boolean
}

export type TourStepProps = {
  number: number
  title: string
  /** Who one is there, and what to look at. */
  text: string
  action: string
  /** What the form posts: who to be, and where to begin. */
  fields: Readonly<Record<string, string>>
}

/** One square of the tour: a press signs in and opens the page. */
export function TourStep({ number, title, text, action, fields }: TourStepProps) {
  return (
    <li>
      <form method="post" action={ownAddress(action)} data-turbo="false">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" class="person-choice">
          <b class="tour-number">{number}</b>
          <span class="name">{title}</span>
          <span class="small person-text">{text}</span>
          <Icon name="arrow-right" mirror />
        </button>
      </form>
    </li>
  )
}

/** The steps of a tour, in their order. */
export const Tour = ({ children }: { children: Child }) => <ol class="tour">{children}</ol>

/** Be this person: one press. A form and not a link, because it changes who is signed in. */
export function PersonChoice({ id, name, role, text, action, field, first }: PersonChoiceProps) {
  return (
    <li>
      <form method="post" action={ownAddress(action)} data-turbo="false">
        <button
          type="submit"
          name={field.name}
          value={field.value}
          class={first ? 'person-choice first' : 'person-choice'}
        >
          <Avatar id={id} name={name} />
          <span class="person-name">
            <span class="name">{name}</span>
            <span class="small quiet">{role}</span>
          </span>
          <span class="small person-text">{text}</span>
          <Icon name="arrow-right" mirror />
        </button>
      </form>
    </li>
  )
}
