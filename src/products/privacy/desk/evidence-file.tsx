import { buffer } from 'node:stream/consumers'
import { render } from 'preact-render-to-string'
import yazl from 'yazl'
import { dir, type Language } from '#shared/language/index.ts'
import { documentStyle } from '#shared/ui/index.ts'
import { deskTexts } from './texts.ts'
import type { Proved } from './views.tsx'

export type EvidenceOf = {
  readonly language: Language
  readonly name: string
  /** `YYYY-MM-DD`, and as people read it. */
  readonly made: string
  readonly day: string
  readonly parts: Proved
}

const page = ({ language, name, day, parts }: EvidenceOf): string => {
  const t = deskTexts[language]
  return `<!doctype html>${render(
    <html lang={language} dir={dir(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>{t.evidence}</title>
        <style>{documentStyle}</style>
      </head>
      <body>
        <header>{name}</header>
        <main>
          <h1>{t.evidence}</h1>
          <p>{t.foot(day)}</p>
          {parts.map(({ title, norms, columns, rows }) => (
            <section key={title.en}>
              <h2>{title[language]}</h2>
              <p>{t.norms(norms)}</p>
              {rows.length === 0 && <p>{t.noRows}</p>}
              <ol>
                {rows.map((cells, at) => (
                  <li key={String(at)}>
                    <dl>
                      {cells.map((cell, column) => (
                        <div key={columns[column]}>
                          <dt>{columns[column]}</dt>
                          <dd>{cell}</dd>
                        </div>
                      ))}
                    </dl>
                  </li>
                ))}
              </ol>
            </section>
          ))}
        </main>
      </body>
    </html>,
  )}`
}

/** The evidence per norm as a ZIP to hand over: a page that reads anywhere without a network, and JSON. No personal data. */
export const evidenceArchive = async (evidence: EvidenceOf): Promise<Buffer<ArrayBuffer>> => {
  const { language, name, made, parts } = evidence
  const zip = new yazl.ZipFile()
  const add = (file: string, text: string) => zip.addBuffer(Buffer.from(text), file, { mtime: new Date(made) })
  add('evidence.html', page(evidence))
  const stated = parts.map(({ title, norms, columns, rows }) => ({ title: title[language], norms, columns, rows }))
  add('evidence.json', `${JSON.stringify({ organisation: name, made, parts: stated }, null, 2)}\n`)
  zip.end()
  return buffer(zip.outputStream) as Promise<Buffer<ArrayBuffer>>
}
