import { Avatar } from './avatar.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-names.ts'
import type { Child } from './jsx.ts'
import { useWords } from './language-context.ts'
import { ownAddress } from './link.tsx'
import { Logo, type LogoProps } from './logo.tsx'
import { Mark, type MarkName } from './mark.tsx'

/** One place of the application in the rail and the bottom bar. `count` only for what needs an answer. */
export type Place = {
  readonly to: string
  readonly word: string
  readonly icon: IconName
  readonly current?: boolean
  readonly count?: { readonly number: number; readonly label: string }
  /** Not in the bottom bar of a phone, which holds five. */
  readonly railOnly?: boolean
}

/** The signed-in person, at the foot of the rail; on a phone the bar's last place, when it has room. */
type Me = {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly to: string
  readonly current?: boolean
}

export type ShellProps = {
  organisation: { readonly name: string; readonly mark: MarkName; readonly logo?: LogoProps | null }
  places: readonly Place[]
  me?: Me
  /** The family's and the product's own rail is paper, not tinted. */
  plain?: boolean
  /** The whole width for a table. */
  wide?: boolean
  children: Child
}

const barHolds = 5

/**
 * The frame of every page behind sign-in: a rail on desktop, icons with words below on a tablet, a bar at the bottom of a
 * phone. The bar holds five: what does not fit, stands at the foot of the page.
 */
export function Shell({ organisation, places, me, plain, wide, children }: ShellProps) {
  const words = useWords()
  const bar = new Set(places.filter((place) => !place.railOnly).slice(0, barHolds))
  const more = places.filter((place) => !bar.has(place))
  const meInBar = bar.size < barHolds
  return (
    <div class={plain ? 'shell plain' : 'shell'}>
      <a class="skip" href="#content">
        {words.skip}
      </a>
      <header class="rail">
        <div class="organisation">
          {organisation.logo ? <Logo {...organisation.logo} /> : <Mark name={organisation.mark} />}
          <span>{organisation.name}</span>
        </div>
        <nav class="places" aria-label={words.menu}>
          {places.map((place) => (
            <PlaceLink key={place.to} place={place} inBar={bar.has(place)} />
          ))}
        </nav>
        {me && <MeLink me={me} inBar={meInBar} word={words.me} />}
      </header>
      <main id="content" class={wide ? 'main wide' : 'main'} tabIndex={-1}>
        {children}
        {(more.length > 0 || (me && !meInBar)) && (
          <nav class="more" aria-label={words.more}>
            {more.map((place) => (
              <MoreLink key={place.to} {...place} />
            ))}
            {me && !meInBar && <MoreLink to={me.to} word={me.name} icon="user-round" />}
          </nav>
        )}
      </main>
    </div>
  )
}

function PlaceLink({ place: { to, word, icon, current, count }, inBar }: { place: Place; inBar: boolean }) {
  return (
    <a class={inBar ? 'place' : 'place rail-only'} href={ownAddress(to)} aria-current={current ? 'page' : undefined}>
      <span class="place-icon">
        <Icon name={icon} />
      </span>
      <span class="place-word">{word}</span>
      {count && (
        <span class="place-count">
          {count.number}
          <span class="visually-hidden"> {count.label}</span>
        </span>
      )}
    </a>
  )
}

function MoreLink({ to, word, icon }: Pick<Place, 'to' | 'word' | 'icon'>) {
  return (
    <a href={ownAddress(to)}>
      <Icon name={icon} />
      {word}
    </a>
  )
}

function MeLink({ me, inBar, word }: { me: Me; inBar: boolean; word: string }) {
  return (
    <a
      class={inBar ? 'place me in-bar' : 'place me'}
      href={ownAddress(me.to)}
      aria-current={me.current ? 'page' : undefined}
    >
      <Avatar id={me.id} name={me.name} />
      <span class="place-icon">
        <Icon name="user-round" />
      </span>
      <span class="place-word">{word}</span>
      <span class="me-text">
        <span class="name">{me.name}</span>
        <span class="quiet">{me.role}</span>
      </span>
    </a>
  )
}
