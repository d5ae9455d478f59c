import { renderToString } from 'preact-render-to-string'
import { dir, type Language } from '#shared/language/index.ts'
import { assets } from './assets.ts'
import type { Child, JSX } from './jsx.ts'
import { PageLanguage } from './language-context.ts'
import { uiTexts } from './texts.ts'
import type { Theme } from './theme.ts'
import { themeLink } from './theme-asset.ts'

export type PageProps = {
  language: Language
  /** Goes before the organisation's name in the window. No personal data: titles end up in histories. */
  title: string
  organisation: string
  theme: Theme
  /** Other schools shown on this page, with their own colour. */
  otherThemes?: readonly Theme[]
  /** The address of the web manifest, when the organisation has one. */
  manifest?: string
  /** Adds the passkey script: for pages that sign in with one or add one. */
  passkeys?: boolean
  /** Adds the editor's script: for pages with a `RichTextField`. */
  editor?: boolean
  /** An address that tells when this page changed (server-sent events); the page then renews itself in place. */
  live?: string
  /** Is always loaded whole: its content policy is another one, and Turbo would keep that of the page before. */
  whole?: boolean
  children: Child
}

/** The document. Everything it loads is ours, hashed and with integrity; there is no inline script and no inline style. */
export function Page(props: PageProps) {
  const { language, title, organisation, theme, otherThemes, manifest, passkeys, editor, live, whole, children } = props
  const { style, script, passkey, editor: editorScript, font, icon, app180 } = assets()
  const colours = themeLink(theme, otherThemes)
  return (
    <html lang={language} dir={dir(language)}>
      <head>
        <meta charset="utf-8" />
        <title>{title === organisation ? title : `${title} – ${organisation}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#fffdfb" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#161310" media="(prefers-color-scheme: dark)" />
        <meta name="turbo-refresh-method" content="morph" />
        <meta name="turbo-refresh-scroll" content="preserve" />
        <meta name="turbo-cache-control" content="no-preview" />
        {whole && <meta name="turbo-visit-control" content="reload" />}
        {/* Fetching what somebody only points at would log that they looked at it, and a renewed page would be that older one. */}
        <meta name="turbo-prefetch" content="false" />
        <link rel="preload" href={font.url} as="font" type="font/woff2" crossorigin="anonymous" />
        <link
          rel="stylesheet"
          href={style.url}
          integrity={style.integrity}
          crossorigin="anonymous"
          data-turbo-track="reload"
        />
        <link
          rel="stylesheet"
          href={colours.url}
          integrity={colours.integrity}
          crossorigin="anonymous"
          data-turbo-track="dynamic"
        />
        <link rel="icon" href={icon.url} type="image/svg+xml" />
        <link rel="apple-touch-icon" href={app180.url} />
        {manifest !== undefined && <link rel="manifest" href={manifest} />}
        <script type="module" src={script.url} integrity={script.integrity} data-turbo-track="reload" />
        {editor && <script type="module" src={editorScript.url} integrity={editorScript.integrity} />}
        {passkeys && <script type="module" src={passkey.url} integrity={passkey.integrity} />}
      </head>
      <body data-busy-text={uiTexts(language).busy} data-behaviour={live && 'live'} data-live={live}>
        <PageLanguage.Provider value={language}>{children}</PageLanguage.Provider>
      </body>
    </html>
  )
}

/** The whole page as HTML text. */
export function renderPage(page: JSX.Element): string {
  return `<!doctype html>${renderToString(page)}`
}

/** What goes inside a page as HTML text, for a page whose surroundings are there already. */
export function renderInside(language: Language, content: Child): string {
  return renderToString(<PageLanguage.Provider value={language}>{content}</PageLanguage.Provider>)
}
