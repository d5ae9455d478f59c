import { LRUCache } from 'lru-cache'
import { renderToString } from 'preact-render-to-string'
import type { Language } from '#shared/language/index.ts'
import { assets } from '../assets.ts'
import { Icon } from '../icon.tsx'
import type { Child } from '../jsx.ts'
import { PageLanguage } from '../language-context.ts'
import { ownAddress } from '../link.tsx'
import { uiTexts } from '../texts.ts'
import type { Theme } from '../theme.ts'
import { themeLink } from '../theme-asset.ts'
import { type SiteThemeName, siteThemes } from './themes.tsx'

export type SiteLink = { readonly to: string; readonly word: string; readonly current?: boolean }

/** What stands around every page of a public site. */
export type SiteFrame = {
  readonly language: Language
  readonly theme: SiteThemeName
  readonly colour: Theme
  readonly name: string
  readonly home: string
  readonly logo: { readonly address: string; readonly width: number; readonly height: number } | null
  readonly menu: readonly SiteLink[]
  readonly search: SiteLink
  readonly signIn: SiteLink
  readonly foot: {
    readonly lines: readonly string[]
    readonly phone: SiteLink | null
    readonly email: SiteLink | null
    readonly links: readonly SiteLink[]
  }
  readonly feed: { readonly to: string; readonly word: string } | null
  readonly words: {
    readonly skip: string
    readonly menu: string
    readonly foot: string
    readonly here: string
    readonly scene: string
  }
}

export type SitePageProps = {
  readonly frame: SiteFrame
  readonly title: string
  readonly summary: string
  readonly address: string
  /** For who shares the page elsewhere. */
  readonly picture: string | null
  readonly kind: 'website' | 'article'
  /** What search engines read of it (schema.org). */
  readonly data: readonly object[]
  /** Not for search engines: the page of an error, or a page as it will be. */
  readonly hidden?: boolean
  /** Something on it does more where scripts run: loads the small script of visitors. */
  readonly script?: boolean
  /** The home page has the theme's scene with its title in it. */
  readonly hero?: { readonly title: string; readonly action: SiteLink | null }
  readonly path: readonly SiteLink[]
  /** Above the page, for who edits it. */
  readonly bar?: Child
  readonly children: Child
}

const DATA = '\u{e001}'

/** Inside a script element only the end of one must not occur. */
const dataScript = (data: readonly object[]): string =>
  data
    .map((one) => `<script type="application/ld+json">${JSON.stringify(one).replaceAll('<', '\\u003c')}</script>`)
    .join('')

/** Where the content comes; words that somebody typed are escaped, so that they cannot be this. */
const CONTENT = '\u{e000}'
const END = `>${CONTENT}</main>`

/** What stands around a page is the same for everyone: made once, but for who edits it. */
const frames = new LRUCache<string, string>({ max: 200 })

const around = ({ children: _, data: __, ...props }: SitePageProps): string => {
  const make = () => renderToString(<SitePage {...props}>{CONTENT}</SitePage>)
  if (props.bar) return make()
  const key = JSON.stringify(props)
  const known = frames.get(key) ?? make()
  frames.set(key, known)
  return known
}

/** A page of a public site as HTML text: no script, no inline style, everything from this host. */
export const renderSitePage = (props: SitePageProps): string => {
  const content = renderToString(
    <PageLanguage.Provider value={props.frame.language}>{props.children}</PageLanguage.Provider>,
  )
  const page = around(props)
    .replace(DATA, () => dataScript(props.data))
    .replace(END, () => `>${content}</main>`)
  return `<!doctype html>${page}`
}

function SitePage(props: Omit<SitePageProps, 'data'>) {
  const { frame, title, summary, address, picture, kind, hidden, hero, bar, children } = props
  const { site, style, script, visitor, editor, icon, app180 } = assets()
  const colours = themeLink(frame.colour)
  const theme = siteThemes[frame.theme]
  const fonts = theme.fonts(assets())
  return (
    <html lang={frame.language}>
      <head>
        <meta charset="utf-8" />
        <title>{title === frame.name ? title : `${title} – ${frame.name}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {summary && <meta name="description" content={summary} />}
        {hidden ? <meta name="robots" content="noindex" /> : <link rel="canonical" href={address} />}
        <meta property="og:title" content={title} />
        {summary && <meta property="og:description" content={summary} />}
        <meta property="og:type" content={kind} />
        <meta property="og:url" content={address} />
        <meta property="og:site_name" content={frame.name} />
        {picture && <meta property="og:image" content={picture} />}
        {fonts.map((font) => (
          <link key={font.url} rel="preload" href={font.url} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        <link rel="stylesheet" href={site.url} integrity={site.integrity} crossorigin="anonymous" />
        <link rel="stylesheet" href={colours.url} integrity={colours.integrity} crossorigin="anonymous" />
        <link rel="icon" href={icon.url} type="image/svg+xml" />
        <link rel="apple-touch-icon" href={app180.url} />
        {props.script && !bar && <script type="module" src={visitor.url} integrity={visitor.integrity} />}
        {bar && <meta name="turbo-refresh-method" content="morph" />}
        {bar && <meta name="turbo-refresh-scroll" content="preserve" />}
        {bar && <meta name="turbo-prefetch" content="false" />}
        {frame.feed && <link rel="alternate" type="application/rss+xml" href={frame.feed.to} title={frame.feed.word} />}
        {bar && <script type="module" src={script.url} integrity={script.integrity} data-turbo-track="reload" />}
        {bar && <script type="module" src={editor.url} integrity={editor.integrity} />}
        {bar && <link rel="stylesheet" href={style.url} integrity={style.integrity} crossorigin="anonymous" />}
        {DATA}
      </head>
      <body data-busy-text={bar ? uiTexts(frame.language).busy : undefined}>
        <PageLanguage.Provider value={frame.language}>
          <div class="site" data-site={frame.theme}>
            <a class="skip" href="#content">
              {frame.words.skip}
            </a>
            {bar}
            {hero ? <Hero frame={frame} summary={summary} {...hero} /> : <Plain {...props} />}
            <main id="content" class="site-main" tabIndex={-1}>
              {children}
            </main>
            <Foot frame={frame} />
          </div>
        </PageLanguage.Provider>
      </body>
    </html>
  )
}

function Hero({
  frame,
  title,
  summary,
  action,
}: Pick<SitePageProps, 'frame' | 'summary'> & NonNullable<SitePageProps['hero']>) {
  const { Scene } = siteThemes[frame.theme]
  return (
    <header class="site-hero">
      <Scene />
      <Bar frame={frame} />
      <div class="site-hero-text">
        <h1>{title}</h1>
        {summary && <p>{summary}</p>}
        {action && (
          <a class="site-action" href={ownAddress(action.to)}>
            {action.word}
          </a>
        )}
      </div>
      {siteThemes[frame.theme].menuInScene && <Fields frame={frame} />}
    </header>
  )
}

function Plain({ frame, path }: Pick<SitePageProps, 'frame' | 'path'>) {
  return (
    <header class="site-head">
      <Bar frame={frame} />
      {path.length > 0 && (
        <nav class="site-path" aria-label={frame.words.here}>
          <ol>
            {path.map(({ to, word, current }) => (
              <li key={to}>
                {current ? <span aria-current="page">{word}</span> : <a href={ownAddress(to)}>{word}</a>}
              </li>
            ))}
          </ol>
        </nav>
      )}
    </header>
  )
}

function Bar({ frame }: { frame: SiteFrame }) {
  const { home, name, logo, menu, search, signIn, words } = frame
  return (
    <div class="site-bar">
      <a class="site-name" href={ownAddress(home)}>
        {logo && <img src={ownAddress(logo.address)} alt="" width={logo.width} height={logo.height} />}
        <span>{name}</span>
      </a>
      <nav class="site-menu" aria-label={words.menu}>
        <Links menu={menu} />
        <Doors search={search} signIn={signIn} />
      </nav>
      <details class="site-fold">
        <summary>
          <Icon name="menu" />
          {words.menu}
        </summary>
        <nav aria-label={words.menu}>
          <Links menu={menu} />
          <Doors search={search} signIn={signIn} />
        </nav>
      </details>
    </div>
  )
}

function Links({ menu }: { menu: readonly SiteLink[] }) {
  return (
    <ul class="site-links">
      {menu.map(({ to, word, current }) => (
        <li key={to}>
          <a href={ownAddress(to)} aria-current={current ? 'page' : undefined}>
            {word}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Doors({ search, signIn }: Pick<SiteFrame, 'search' | 'signIn'>) {
  return (
    <ul class="site-doors">
      <li>
        <a href={ownAddress(search.to)}>
          <Icon name="search" />
          {search.word}
        </a>
      </li>
      <li>
        <a href={ownAddress(signIn.to)}>
          <Icon name="log-in" mirror />
          {signIn.word}
        </a>
      </li>
    </ul>
  )
}

/** The menu as a part of the scene: one strip for each page. */
function Fields({ frame }: { frame: SiteFrame }) {
  return (
    <nav class="site-fields" aria-label={frame.words.scene}>
      {frame.menu.slice(0, 6).map(({ to, word }) => (
        <a key={to} href={ownAddress(to)}>
          <span>{word}</span>
          <Icon name="arrow-right" mirror />
        </a>
      ))}
    </nav>
  )
}

function Foot({ frame: { name, foot, words } }: { frame: SiteFrame }) {
  return (
    <footer class="site-foot">
      <div>
        <p class="site-foot-name">{name}</p>
        <address>
          {foot.lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
          {[foot.phone, foot.email].map(
            (way) =>
              way && (
                <a key={way.to} href={ownAddress(way.to)}>
                  {way.word}
                </a>
              ),
          )}
        </address>
        <nav aria-label={words.foot}>
          <ul>
            {foot.links.map(({ to, word }) => (
              <li key={to}>
                <a href={ownAddress(to)}>{word}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
