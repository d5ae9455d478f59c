import { render } from 'preact-render-to-string'
import { capital, dayLong, dir, type Language } from '#shared/language/index.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import { documentStyle } from '#shared/ui/index.ts'
import { myDataTexts } from '../texts.ts'
import type { CopyDocument } from './schema.ts'
import { type CopyTexts, copyTexts } from './texts.ts'

type Props = { readonly t: CopyTexts; readonly language: Language }
type Table = CopyDocument['processings'][number]['tables'][number]

const Facts = ({ facts }: { facts: readonly (readonly [term: string, text: string])[] }) => (
  <dl>
    {facts.map(([term, text]) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>{text}</dd>
      </div>
    ))}
  </dl>
)

const TableView = ({ t, language, table }: Props & { table: Table }) => (
  <section>
    <h3>{capital(table.what[language])}</h3>
    <ol>
      {table.rows.map((row, at) => (
        <li key={String(at)}>
          <Facts
            facts={[
              ...row.facts.map(({ label, words }) => [capital(label[language]), words[language]] as const),
              [t.from, capital(myDataTexts[language].sources[row.source])],
            ]}
          />
        </li>
      ))}
    </ol>
    <Facts
      facts={[
        [t.seenBy, capital(table.seenBy[language])],
        [t.until, table.until.map((one) => one[language]).join('. ') || t.keep],
      ]}
    />
  </section>
)

/**
 * The copy as one page that reads well anywhere, also without a network: no script, nothing from elsewhere, headings and
 * lists that a screen reader walks along (WCAG 2.2).
 */
export const copyPage = (document: CopyDocument, language: Language): string => {
  const t = copyTexts[language]
  const title = t.title(document.about.name)
  const page = (
    <html lang={language} dir={dir(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <style>{documentStyle}</style>
      </head>
      <body>
        <header>{document.organisation}</header>
        <main>
          <h1>{title}</h1>
          <p>{t.made(document.organisation, dayLong(language, dayOf(new Date(document.made)), { year: true }))}</p>
          <p>{t.rights}</p>
          <nav aria-label={t.contents}>
            <ul>
              {document.processings.map(({ purpose, name }) => (
                <li key={purpose}>
                  <a href={`#${purpose}`}>{name[language]}</a>
                </li>
              ))}
            </ul>
          </nav>
          {document.processings.map((one) => (
            <section key={one.purpose} id={one.purpose}>
              <h2>{one.name[language]}</h2>
              <Facts
                facts={[
                  [t.why, capital(one.why[language])],
                  [t.ground, `${capital(one.ground[language])}: ${one.law[language]}`],
                ]}
              />
              {one.tables.map((table) => (
                <TableView key={table.table} t={t} language={language} table={table} />
              ))}
            </section>
          ))}
          {document.deeds.length > 0 && (
            <section>
              <h2>{t.deeds}</h2>
              <p>{t.deedsText}</p>
              <ul>
                {document.deeds.map(({ table, what, did, count }) => (
                  <li key={`${table} ${did.en}`}>
                    {capital(what[language])}, {did[language]}: {count}
                  </li>
                ))}
              </ul>
            </section>
          )}
          {document.files.length > 0 && (
            <section>
              <h2>{t.files}</h2>
              <ul>
                {document.files.map(({ name }) => (
                  <li key={name}>
                    <a href={name}>{name}</a>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </main>
      </body>
    </html>
  )
  return `<!doctype html>${render(page)}`
}
