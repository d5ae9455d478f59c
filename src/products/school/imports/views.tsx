import { capital, clock, dayShort, type Language, number } from '#shared/language/index.ts'
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  Check,
  Details,
  Empty,
  FileField,
  Form,
  FormErrors,
  List,
  Notice,
  PageHead,
  Row,
  Section,
  Stack,
  Table,
  Tag,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { fieldTexts } from './field-texts.ts'
import { versions } from './oneroster/tables.ts'
import { type Problem, problemMessage } from './problems.ts'
import type { Import } from './queries.ts'
import type { Report } from './report.ts'
import { kinds } from './shown.ts'
import type { ImportTexts } from './texts.ts'

export type Props = { t: ImportTexts; language: Language }

/** What an import changes, in numbers; what does not happen at all is left out. */
export const Numbers = ({ t, language, report }: Props & { report: Report }) => {
  const all = ['added', 'changed', 'moved', 'left', 'ambiguous', 'unchanged'] as const
  const rows = all.filter((one) => kinds.some((kind) => report[one][kind] > 0))
  return (
    <Section>
      <Table
        caption={t.summary}
        columns={[{ heading: t.change }, ...kinds.map((kind) => ({ heading: t.kinds[kind], number: true }))]}
        rows={rows.map((row) => ({
          key: row,
          cells: [t.changes[row], ...kinds.map((kind) => number(language, report[row][kind]))],
        }))}
      />
    </Section>
  )
}

/** What is wrong with a file, by line. */
export const Problems = ({ t, language, problems }: Props & { problems: readonly Problem[] }) => (
  <List roomy>
    {problems.map((problem, index) => (
      <Row
        key={String(index)}
        title={t.problemAt(number(language, problem.line))}
        text={problemMessage(language, problem)}
        {...(problem.severity === 'error' ? { tone: 'alert' as const } : {})}
      />
    ))}
  </List>
)

const stateTags = { waiting: 'late', applied: 'here', dropped: 'plain' } as const

const History = ({ t, language, imports }: Props & { imports: readonly Import[] }) => (
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
            text={sums(t, language, report)}
            to={urls.import({ id })}
            end={<Tag kind={stateTags[state]}>{t.states[state]}</Tag>}
          />
        ))}
      </List>
    )}
  </Section>
)

/** "12 nieuw, 3 van school": the pupils of an import in a few words. */
const sums = (t: ImportTexts, language: Language, report: Report): string =>
  (['added', 'moved', 'left'] as const)
    .flatMap((column) => {
      const count = report[column].pupils
      return count === 0 ? [] : [`${number(language, count)} ${t.changes[column].toLowerCase()}`]
    })
    .join(', ') || t.schoolYear(report.schoolYear)

/** Who of the team waits for a role, as a way to the page that gives them. */
const RolesToGive = ({ t, language, withoutRole }: Props & { withoutRole: number }) =>
  withoutRole === 0 ? null : (
    <Row
      icon="users"
      title={t.nextRoles}
      text={t.nextRolesText(number(language, withoutRole), withoutRole === 1)}
      to={urls.proposedRoles()}
    />
  )

export type UploadViewProps = Props & {
  imports: readonly Import[]
  birthDates: boolean
  withoutRole: number
  problem?:
    | { kind: 'none' }
    | { kind: 'unreadable'; problems: readonly Problem[] }
    | { kind: 'earlier'; schoolYear: string }
    | undefined
}

/** The first step: choose the file. Says what is wrong with the one that was chosen. */
export const UploadView = ({ t, language, imports, birthDates, withoutRole, problem }: UploadViewProps) => (
  <>
    <PageHead title={t.title} text={t.text} />
    <Section>
      {problem?.kind === 'none' && <FormErrors />}
      {problem?.kind === 'earlier' && <Notice kind="alert">{t.earlier(problem.schoolYear)}</Notice>}
      {problem?.kind === 'unreadable' && (
        <Stack>
          <Notice kind="alert">{t.refused}</Notice>
          <Problems
            t={t}
            language={language}
            problems={problem.problems.filter(({ severity }) => severity === 'error')}
          />
        </Stack>
      )}
      <Form action={urls.imports()} multipart>
        <FileField
          name="file"
          label={t.file}
          hint={t.fileHint}
          accept=".xml,.zip,text/xml,application/xml,application/zip"
          error={problem?.kind === 'none' ? t.noFile : undefined}
        />
        <Stack gap="tight">
          <Check name="birthDates" label={t.birthDates} checked={birthDates} />
          <Text small quiet>
            {t.birthDatesHint}
          </Text>
        </Stack>
        <Text small quiet>
          {t.never}
        </Text>
        <Actions>
          <Button icon="file-up">{t.look}</Button>
        </Actions>
      </Form>
    </Section>
    {withoutRole > 0 && (
      <List>
        <RolesToGive t={t} language={language} withoutRole={withoutRole} />
      </List>
    )}
    <History t={t} language={language} imports={imports} />
    <Exports t={t} />
  </>
)

/** The first page of a school without pupils: the one thing to do there. */
export const StartView = ({ t }: { t: ImportTexts }) => (
  <Section heading={t.start}>
    <Text>{t.startText}</Text>
    <ButtonLink icon="file-up" to={urls.imports()}>
      {t.title}
    </ButtonLink>
  </Section>
)

/** The school's own way out: the same people as a file for another program. */
const Exports = ({ t }: { t: ImportTexts }) => (
  <Section heading={t.exports}>
    <Text>{t.exportsText}</Text>
    <List label={t.exports}>
      <Row icon="file-text" title={t.exportEdexml} to={urls.exportEdexml()} />
      {versions.map((version) => (
        <Row key={version} icon="file-text" title={t.exportOneRoster(version)} to={urls.exportOneRoster({ version })} />
      ))}
    </List>
  </Section>
)

/** What stands here on the host of a board or supplier. */
export const NoSchool = ({ t }: { t: ImportTexts }) => (
  <>
    <PageHead title={t.title} />
    <Empty title={t.noSchool} />
  </>
)

/** What became of a file: taken over, with what to do next, or thrown away. */
export const EndedView = ({
  t,
  language,
  found,
  withoutRole,
  today,
}: Props & { found: Import; withoutRole: number; today: string }) => {
  const done = found.state === 'applied'
  return (
    <>
      <BackLink to={urls.imports()}>{t.back}</BackLink>
      <PageHead title={done ? t.doneTitle : t.droppedTitle} text={t.schoolYear(found.report.schoolYear)} />
      {done && (
        <Section>
          <Notice kind="received">{t.doneText}</Notice>
        </Section>
      )}
      {!done && <Text>{found.state === 'waiting' ? t.expired : t.droppedText}</Text>}
      {done && <Numbers t={t} language={language} report={found.report} />}
      {done && (
        <Section heading={t.next}>
          <List>
            {`${found.report.schoolYear.slice(0, 4)}-08-01` > today && (
              <Row
                icon="calendar"
                title={t.nextYear(found.report.schoolYear)}
                text={t.nextYearText}
                to={urls.schoolYears()}
              />
            )}
            <RolesToGive t={t} language={language} withoutRole={withoutRole} />
            <Row icon="user-plus" title={t.nextGuardians} text={t.nextGuardiansText} to={urls.guardianImports()} />
            <Row icon="mail" title={t.nextInvitations} text={t.nextInvitationsText} to={urls.invitations()} />
          </List>
        </Section>
      )}
      {done && Object.keys(found.report.dropped).length > 0 && (
        <Details title={t.dropped}>
          <Dropped t={t} language={language} dropped={found.report.dropped} />
        </Details>
      )}
      {!done && <ButtonLink to={urls.imports()}>{t.title}</ButtonLink>}
    </>
  )
}

/** Fields that the law or our own promise keeps out for good. */
const NEVER =
  /^(bsn|sofinummer|onderwijsnummer|bsn_ondwnr-4|rijksregisternummer|etniciteit|land|land_vader|land_moeder|gewicht|gewicht_nieuw|postcode)/

/** What stood in the file and was not taken over, with how often. */
export const Dropped = ({ t, language, dropped }: Props & { dropped: Readonly<Record<string, number>> }) => (
  <List>
    {Object.entries(dropped).map(([field, count]) => (
      <Row
        key={field}
        title={fieldTexts[language].droppedFields[field] ?? field}
        text={NEVER.test(field) ? t.neverKept(number(language, count)) : t.times(number(language, count))}
      />
    ))}
  </List>
)
