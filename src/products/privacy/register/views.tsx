import { capital, type Language } from '#shared/language/index.ts'
import { Actions, BackLink, ButtonLink, Details, Facts, PageHead, Section, Stack, Table } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { cellsOf } from './files.ts'
import type { RegisterLine } from './register.ts'
import type { RegisterTexts } from './texts.ts'

type Props = { t: RegisterTexts; language: Language }

const Columns = ({ t, language, table }: Props & { table: RegisterLine['tables'][number] }) => (
  <Table
    caption={t.columnsOf(table.what[language])}
    columns={[{ heading: t.mapColumns.column }, { heading: t.mapColumns.sealed }, { heading: t.mapColumns.because }]}
    rows={table.columns.map(({ column, sealed, notSealedBecause }) => ({
      key: column,
      cells: [`${table.table}.${column}`, sealed ? t.yes : t.no, notSealedBecause?.[language] ?? ''],
    }))}
  />
)

const Line = ({ t, language, line, withColumns }: Props & { line: RegisterLine; withColumns: boolean }) => {
  const cells = cellsOf(language, line)
  // What the heading says already is left out.
  const facts = Object.entries(t.columns).flatMap(([column, term], index) =>
    cells[index] && column !== 'role' && column !== 'name' ? [{ term, text: capital(cells[index]) }] : [],
  )
  return (
    <Details title={line.name[language]}>
      <Stack gap="loose">
        <Facts facts={facts} />
        {withColumns &&
          line.tables.map((table) => <Columns key={table.table} t={t} language={language} table={table} />)}
      </Stack>
    </Details>
  )
}

/** The register of an organisation; the supplier's also tells what it does for each customer. */
export const Register = ({ lines, desk, ...props }: Props & { lines: readonly RegisterLine[]; desk: boolean }) => {
  const { t } = props
  const controller = lines.filter(({ role }) => role === 'controller')
  const customers = Map.groupBy(
    lines.filter(({ role }) => role === 'processor'),
    (line) => line.controller,
  )
  return (
    <>
      {desk && <BackLink to={urls.privacyDesk()}>{t.back}</BackLink>}
      <PageHead title={t.title} text={t.text} />
      <Actions>
        {(['csv', 'json', 'map'] as const).map((file) => (
          <ButtonLink key={file} to={urls.registerFile({ file })} look="line" icon="download" plain>
            {t[file]}
          </ButtonLink>
        ))}
      </Actions>
      <Section heading={t.asController}>
        {controller.map((line) => (
          <Line key={line.purpose} {...props} line={line} withColumns />
        ))}
      </Section>
      {customers.size > 0 && (
        <Section heading={t.asProcessor}>
          {[...customers].map(([customer, some]) => (
            <Section key={customer} heading={customer}>
              {some.map((line) => (
                <Line key={line.purpose} {...props} line={line} withColumns={false} />
              ))}
            </Section>
          ))}
        </Section>
      )}
    </>
  )
}
