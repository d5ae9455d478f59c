import { Icon } from '../icon.tsx'
import type { Child } from '../jsx.ts'
import { ownAddress, safeAddress } from '../link.tsx'
import type { SiteLink } from './site-page.tsx'

/** The one heading of a page that is not the home page, with what stands under it; an article has its day above. */
export function SiteTitle(props: { title: string; text: string; action: SiteLink | null; day?: string | null }) {
  const { title, text, action, day } = props
  return (
    <div class="site-title">
      {day && <p class="site-date">{day}</p>}
      <h1>{title}</h1>
      {text && <p>{text}</p>}
      {action && (
        <a class="site-action" href={ownAddress(action.to)}>
          {action.word}
        </a>
      )}
    </div>
  )
}

/** The picture at the top of a page. */
export function SiteLead({ picture }: { picture: SitePictureData }) {
  return (
    <figure class="site-lead">
      <SiteImage picture={picture} sizes="(min-width: 80rem) 60rem, 100vw" eager />
    </figure>
  )
}

/** Two parts beside each other on a desk: the first narrow, as an agenda is. */
export function SiteBeside({ children }: { children: Child }) {
  return <div class="site-beside">{children}</div>
}

/** Ways to pass a page on: links and nothing else. */
export function SiteShare({ title, links }: { title: string; links: readonly SiteLink[] }) {
  return (
    <nav class="site-share" aria-label={title}>
      <strong>{title}</strong>
      <ul>
        {links.map(({ to, word }) => (
          <li key={word}>
            <a href={ownAddress(to)} rel="noreferrer">
              {word}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A part of a page. `wide` reaches beyond the column of text. */
export function SiteBlock({ id, wide, children }: { id?: string; wide?: boolean; children: Child }) {
  return (
    <section id={id} class={wide ? 'site-block wide' : 'site-block'}>
      {children}
    </section>
  )
}

/** A sentence and a button that asks for something. */
export function CallToAction({ title, text, action }: { title: string; text: string; action: SiteLink | null }) {
  const address = action && safeAddress(action.to)
  return (
    <div class="site-call">
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {action && address && (
        <a class="site-action" href={address}>
          {action.word}
        </a>
      )}
    </div>
  )
}

/** A picture with its sizes, smallest first; `focus` is the ninth of it that stays in view when it is cut. */
export type SitePictureData = {
  readonly alt: string
  readonly focus: number
  readonly width: number
  readonly height: number
  readonly sizes: readonly { readonly width: number; readonly webp: string; readonly jpeg: string }[]
}

const setOf = (sizes: SitePictureData['sizes'], type: 'webp' | 'jpeg') =>
  sizes.map((size) => `${ownAddress(size[type])} ${size.width}w`).join(', ')

/** A picture in the size that the screen needs; `eager` for what stands in the first view. */
function SiteImage({ picture, sizes, eager }: { picture: SitePictureData; sizes: string; eager?: boolean }) {
  const { alt, focus, width, height } = picture
  const last = picture.sizes.at(-1)
  if (!last) return null
  return (
    <picture>
      <source type="image/webp" srcset={setOf(picture.sizes, 'webp')} sizes={sizes} />
      <img
        src={ownAddress(last.jpeg)}
        srcset={setOf(picture.sizes, 'jpeg')}
        sizes={sizes}
        alt={alt}
        width={width}
        height={height}
        data-focus={focus}
        loading={eager ? 'eager' : 'lazy'}
        decoding="async"
      />
    </picture>
  )
}

/** One picture as wide as the text, with a line under it. */
export function SitePicture({ picture, caption }: { picture: SitePictureData; caption: string }) {
  return (
    <figure class="site-figure">
      <SiteImage picture={picture} sizes="(min-width: 48rem) 46rem, 100vw" />
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  )
}

/** Several pictures beside each other, cut to the same shape. */
export function SiteGallery({ title, pictures }: { title: string; pictures: readonly SitePictureData[] }) {
  return (
    <>
      {title && <h2>{title}</h2>}
      <ul class="site-gallery">
        {pictures.map((picture) => (
          <li key={picture.sizes[0]?.webp}>
            <SiteImage picture={picture} sizes="(min-width: 48rem) 16rem, 50vw" />
          </li>
        ))}
      </ul>
    </>
  )
}

/** Short texts beside each other. */
export function SiteColumns({ columns }: { columns: readonly { readonly title: string; readonly content: Child }[] }) {
  return (
    <div class="site-columns">
      {columns.map(({ title, content }) => (
        <div key={title}>
          <h2>{title}</h2>
          {content}
        </div>
      ))}
    </div>
  )
}

type SitePerson = { readonly name: string; readonly role: string; readonly picture: SitePictureData | null }

/** Names with what these people do. */
export function SitePeople({ people }: { people: readonly SitePerson[] }) {
  return (
    <ul class="site-people">
      {people.map(({ name, role, picture }) => (
        <li key={`${name} ${role}`}>
          {picture && <SiteImage picture={picture} sizes="12rem" />}
          <strong>{name}</strong>
          {role && <span>{role}</span>}
        </li>
      ))}
    </ul>
  )
}

type Download = { readonly title: string; readonly type: string; readonly bytes: number; readonly address: string }

const sizeOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`

/** Documents to keep, each with its kind and size, so that nobody is surprised by a download. */
export function SiteDownloads({ title, documents }: { title: string; documents: readonly Download[] }) {
  return (
    <>
      {title && <h2>{title}</h2>}
      <ul class="site-downloads">
        {documents.map(({ title: name, type, bytes, address }) => (
          <li key={address}>
            <a href={ownAddress(address)} download>
              <Icon name="download" />
              <span>
                {name} <span class="site-quiet">{`(${type.toUpperCase()}, ${sizeOf(bytes)})`}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

type NewsItem = {
  readonly to: string
  readonly title: string
  readonly summary: string
  readonly day: string
  readonly picture: SitePictureData | null
}

/** Articles with their pictures: the first is the largest. */
export function SiteNews({ title, articles }: { title: string; articles: readonly NewsItem[] }) {
  const Heading = title ? 'h3' : 'h2'
  return (
    <>
      {title && <h2>{title}</h2>}
      <ul class="site-news">
        {articles.map(({ to, title: name, summary, picture }) => (
          <li key={to}>
            <a href={ownAddress(to)}>
              {picture && <SiteImage picture={picture} sizes="(min-width: 60rem) 30rem, 100vw" />}
              <Heading>{name}</Heading>
              {summary && <p>{summary}</p>}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

type AgendaItem = {
  readonly id: string
  readonly date: string
  readonly day: string
  readonly weekday: string
  readonly month: string
  readonly title: string
  readonly text: string
}

/** What is to come: the date on the left as an axis. */
export function SiteAgenda({ title, events, none }: { title: string; events: readonly AgendaItem[]; none: string }) {
  return (
    <>
      {title && <h2>{title}</h2>}
      {events.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul class="site-agenda">
          {events.map(({ id, date, day, weekday, month, title: name, text }) => (
            <li key={id}>
              <time dateTime={date}>
                <b>{day}</b> <span>{`${weekday} ${month}`}</span>
              </time>
              <div>
                <strong>{name}</strong>
                {text && <p>{text}</p>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Questions that open by themselves, without script; a browser finds what is in them. */
export function SiteAccordion({ items }: { items: readonly { readonly title: string; readonly content: Child }[] }) {
  return (
    <div class="site-accordion">
      {items.map(({ title, content }) => (
        <details key={title}>
          <summary>
            <Icon name="chevron-down" />
            {title}
          </summary>
          {content}
        </details>
      ))}
    </div>
  )
}

/** The box in which one searches the site. */
export function SiteSearch(props: { action: string; label: string; button: string; value: string }) {
  return (
    <search>
      <form class="site-search" action={ownAddress(props.action)}>
        <label for="q">{props.label}</label>
        <input class="box" id="q" name="q" type="search" value={props.value} maxLength={100} />
        <button class="site-action" type="submit">
          {props.button}
        </button>
      </form>
    </search>
  )
}

type Found = {
  readonly to: string
  readonly title: string
  readonly pieces: readonly { readonly text: string; readonly found: boolean }[]
}

/** What was found, each with the piece of text in which it stands. */
export function SiteFound({ said, pages }: { said: string; pages: readonly Found[] }) {
  return (
    <>
      <p role="status">{said}</p>
      <ol class="site-found">
        {pages.map(({ to, title, pieces }) => (
          <li key={to}>
            <h2>
              <a href={ownAddress(to)}>{title}</a>
            </h2>
            <p>{pieces.map(({ text, found }) => (found ? <mark>{text}</mark> : text))}</p>
          </li>
        ))}
      </ol>
    </>
  )
}
