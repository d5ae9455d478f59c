import { render } from 'preact-render-to-string'
import { dir, type Language, pick } from '#shared/language/index.ts'
import { en, nl } from './texts.ts'

/** What a mail says besides its subject. */
export interface Letter {
  /** What happened and what to do, in a sentence or two each. */
  paragraphs: readonly string[]
  /** The one button; http or https. */
  action?: { label: string; url: URL }
  /** The last line: why the reader gets this mail. */
  reason: string
}

interface Content {
  language: Language
  organisation: string
  subject: string
  letter: Letter
  unsubscribe: URL | undefined
}

/** The letter as plain text: whole on its own, since some read only this. */
export const letterText = ({ language, organisation, subject, letter, unsubscribe }: Content): string => {
  const t = pick(language, { nl, en }).letter
  const { action, paragraphs, reason } = letter
  return [
    organisation,
    subject,
    ...paragraphs,
    ...(action ? [`${action.label}:\n${webAddress(action.url)}`] : []),
    `${reason}\n${t.automatic}`,
    ...(unsubscribe ? [`${t.unsubscribe}\n${webAddress(unsubscribe)}`] : []),
  ].join('\n\n')
}

/** The letter as a page without pictures, scripts or anything from elsewhere: opening it tells nobody anything. */
export const letterHtml = ({ language, organisation, subject, letter, unsubscribe }: Content): string => {
  const t = pick(language, { nl, en }).letter
  const { action, paragraphs, reason } = letter
  const page = (
    <html lang={language} dir={dir(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>{subject}</title>
        <style>{letterStyle}</style>
      </head>
      <body>
        <header>{organisation}</header>
        <main>
          <h1>{subject}</h1>
          {paragraphs.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
          {action && (
            <p>
              <a href={webAddress(action.url)}>{action.label}</a>
            </p>
          )}
        </main>
        <footer>
          {action && (
            <p>
              {t.copyAddress} {webAddress(action.url)}
            </p>
          )}
          <p>{reason}</p>
          <p>{t.automatic}</p>
          {unsubscribe && (
            <p>
              <a href={webAddress(unsubscribe)}>{t.unsubscribe}</a>
            </p>
          )}
        </footer>
      </body>
    </html>
  )
  return `<!doctype html>${render(page)}`
}

const webAddress = (url: URL): string => {
  if (!/^https?:$/.test(url.protocol)) throw new TypeError('A mail links to http and https only.')
  return url.href
}

/** In the head, since mail programs that drop it leave a page that reads well. No selector needs a class. */
export const letterStyle = `
body { max-width: 34rem; margin: 0 auto; padding: 1.5rem; font: 1rem/1.5 system-ui, sans-serif; color: #1d2433; background: #ffffff; }
header { font-weight: 600; }
h1 { font-size: 1.375rem; line-height: 1.25; }
main a { display: inline-block; padding: 0.75rem 1.25rem; border-radius: 0.5rem; font-weight: 600; text-decoration: none; color: #ffffff; background: #1d4f91; }
footer { margin-top: 2rem; font-size: 0.875rem; color: #4a5468; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) {
  body { color: #e8ebf2; background: #14181f; }
  main a { color: #0d1420; background: #9cc2f5; }
  footer, footer a { color: #b4bccb; }
}
`
