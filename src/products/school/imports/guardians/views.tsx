import { capital, clock, dayShort, type Language, number } from '#shared/language/index.ts'
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  Empty,
  FileField,
  Form,
  FormErrors,
  Link,
  List,
  Notice,
  PageHead,
  Row,
  Section,
  Select,
  Stack,
  Table,
  Tag,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { droppedKindOf, type Mapping, type MappingProblem, type Target, targets } from './columns.ts'
import type { GuardianImport } from './queries.ts'
import type { Sheet, SheetProblem } from './read.ts'
import type { GuardianReport } from './report.ts'
import type { GuardianTexts } from './texts.ts'

export type Props = { t: GuardianTexts; language: Language }

export type UploadProblem =
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly line: number; readonly text: string }
  | { readonly kind: 'sheet'; readonly line: number; readonly problem: SheetProblem }

const Refused = ({ t, language, line, text }: Props & { line: number; text: string }) => (
  <Stack>
    <Notice kind="alert">{t.refused}</Notice>
    <List roomy>
      <Row title={t.lineAt(number(language, line))} text={text} tone="alert" />
    </List>
  </Stack>
)

const stateTags = { waiting: 'late', applied: 'here', dropped: 'plain' } as const

const History = ({ t, language, imports }: Props & { imports: readonly GuardianImport[] }) => (
  <Section heading={t.history}>
    {imports.length === 0 ? (
      <Empty title={t.noHistory} />
    ) : (
      <List label={t.history}>
        {imports.map(({ id, at, state, report }) => (
          <Row
            key={id}
            icon="file-text"
            title={`${capital(dayShort(language, at))}, ${clock(language, at)}`}
            text={
              report
                ? t.sums(number(language, report.guardians.added), number(language, report.guardians.changed))
                : t.noNumbers
            }
            to={urls.guardianImport({ id })}
            end={<Tag kind={stateTags[state]}>{t.states[state]}</Tag>}
          />
        ))}
      </List>
    )}
  </Section>
)

/** The first step: choose the file, or get an example of one. */
export const UploadView = ({
  t,
  language,
  imports,
  problem,
}: Props & { imports: readonly GuardianImport[]; problem: UploadProblem | undefined }) => (
  <>
    <PageHead title={t.title} text={t.text} />
    <Section>
      {problem?.kind === 'none' && <FormErrors />}
      {problem?.kind === 'refused' && <Refused {...{ t, language }} line={problem.line} text={problem.text} />}
      {problem?.kind === 'sheet' && (
        <Refused {...{ t, language }} line={problem.line} text={t.sheetProblems[problem.problem]} />
      )}
      <Form action={urls.guardianImports()} multipart>
        <FileField
          name="file"
          label={t.file}
          hint={t.fileHint}
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          error={problem?.kind === 'none' ? t.noFile : undefined}
        />
        <Text small quiet>
          {t.never}
        </Text>
        <Actions>
          <Button icon="file-up">{t.choose}</Button>
          <Link to={urls.guardianTemplate()} download>
            {t.template}
          </Link>
        </Actions>
      </Form>
    </Section>
    <History t={t} language={language} imports={imports} />
  </>
)

/** What stands here on the host of a board or supplier. */
export const NoSchool = ({ t }: { t: GuardianTexts }) => (
  <>
    <PageHead title={t.title} />
    <Empty title={t.noSchool} />
  </>
)

export const columnField = (column: number): string => `column-${column}`

const wordFor = (t: GuardianTexts, target: Target): string => {
  const [whose, field] = target.split('.') as [keyof GuardianTexts['whose'], keyof GuardianTexts['fields']]
  return `${t.whose[whose]}: ${t.fields[field]}`
}

const EXAMPLES = 3

/** The first different values of a column, as an aid to memory for who chose the file. */
const examplesIn = ({ rows }: Sheet, column: number): string[] => {
  const found = new Set<string>()
  for (const { cells } of rows) {
    const cell = cells[column] ?? ''
    if (cell !== '') found.add(cell.length > 40 ? `${cell.slice(0, 40)}…` : cell)
    if (found.size === EXAMPLES) break
  }
  return [...found]
}

export type ColumnsProps = Props & {
  id: string
  sheet: Sheet
  mapping: Mapping
  problem: MappingProblem | null
}

/** The second step: which column is what. */
export const ColumnsView = ({ t, language, id, sheet, mapping, problem }: ColumnsProps) => {
  const options = [{ value: 'none', label: t.none }, ...targets.map((value) => ({ value, label: wordFor(t, value) }))]
  const nameOf = (column: number) => sheet.header[column] || t.column(number(language, column + 1))
  const columns = [...sheet.header.keys()]
  const never = columns.filter((column) => droppedKindOf(nameOf(column)) === 'bsn')
  const hint = (column: number) => {
    const examples = examplesIn(sheet, column)
    return examples.length === 0 ? t.emptyColumn : t.example(examples.join(', '))
  }
  return (
    <>
      <BackLink to={urls.guardianImports()}>{t.back}</BackLink>
      <PageHead
        title={t.columnsTitle}
        text={t.columnsText(number(language, sheet.rows.length), sheet.rows.length === 1)}
      />
      <Section>
        {problem && <FormErrors>{t.mappingProblems[problem]}</FormErrors>}
        <Form action={urls.guardianColumns({ id })}>
          {columns
            .filter((column) => !never.includes(column))
            .map((column) => (
              <Select
                key={String(column)}
                name={columnField(column)}
                label={nameOf(column)}
                hint={hint(column)}
                options={options}
                value={mapping[column] ?? 'none'}
              />
            ))}
          {never.length > 0 && (
            <List label={t.neverColumns}>
              {never.map((column) => (
                <Row key={String(column)} title={nameOf(column)} text={t.neverColumns} />
              ))}
            </List>
          )}
          <Actions>
            <Button>{t.look}</Button>
            <Button look="line" action={urls.dropGuardianImport({ id })} skipsChecks>
              {t.drop}
            </Button>
          </Actions>
        </Form>
      </Section>
    </>
  )
}

/** What a file changes, in numbers. */
export const Numbers = ({ t, language, report }: Props & { report: GuardianReport }) => (
  <Section>
    <Table
      caption={t.summary}
      columns={[
        { heading: t.what },
        ...(['guardians', 'guardianships'] as const).map((kind) => ({ heading: t.kinds[kind], number: true })),
      ]}
      rows={(['added', 'changed', 'unchanged'] as const).map((row) => ({
        key: row,
        cells: [t.changes[row], number(language, report.guardians[row]), number(language, report.guardianships[row])],
      }))}
    />
  </Section>
)

/** What became of a file. */
export const EndedView = ({ t, language, found }: Props & { found: GuardianImport }) => {
  const done = found.state === 'applied'
  return (
    <>
      <BackLink to={urls.guardianImports()}>{t.back}</BackLink>
      <PageHead title={done ? t.doneTitle : t.droppedTitle} />
      {done && (
        <Section>
          <Notice kind="received">{t.doneText}</Notice>
        </Section>
      )}
      {!done && <Text>{found.state === 'waiting' ? t.expired : t.droppedText}</Text>}
      {found.report && <Numbers t={t} language={language} report={found.report} />}
      {done && (
        <Section heading={t.next}>
          <List>
            <Row
              icon="user-plus"
              title={t.nextInvite}
              text={t.nextInviteText}
              to={urls.people({ kind: 'guardians' })}
            />
          </List>
        </Section>
      )}
      {!done && <ButtonLink to={urls.guardianImports()}>{t.title}</ButtonLink>}
    </>
  )
}
