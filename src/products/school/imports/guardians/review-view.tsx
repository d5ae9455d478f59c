import { clock, dayShort, listOf, number } from '#shared/language/index.ts'
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  Check,
  Choice,
  Details,
  Empty,
  Form,
  List,
  Notice,
  PageHead,
  Row,
  Section,
  Stack,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { personChoice, pupilChoice, TAKE } from './deciding.ts'
import type { Decisions, Difference } from './plan.ts'
import type { GuardianImport } from './queries.ts'
import type { GuardianFile } from './read.ts'
import { changesNothing, type GuardianReport } from './report.ts'
import type { DifferenceLine, PersonLine, Shown } from './shown.ts'
import type { GuardianTexts } from './texts.ts'
import { Numbers, type Props } from './views.tsx'

export type ReviewProps = Props & {
  found: GuardianImport
  file: GuardianFile
  shown: Shown
  report: GuardianReport
  decisions: Decisions
  fingerprint: string
  changed: boolean
}

const inWords = (t: GuardianTexts, value: Difference['here']): string => {
  if (value === null || value === '') return t.empty
  if (typeof value === 'boolean') return value ? t.values.yes : t.values.no
  return t.values[value as keyof GuardianTexts['values']] ?? value
}

const Names = ({ t, language, title, lines }: Props & { title: string; lines: readonly PersonLine[] }) =>
  lines.length === 0 ? null : (
    <Details title={title} end={number(language, lines.length)}>
      <List columns={2} label={title}>
        {lines.map(({ key, name, children }) => (
          <Row
            key={key}
            title={name}
            text={listOf(
              language,
              children.map((child) => t.ofChild(child.relation, child.name)),
            )}
          />
        ))}
      </List>
    </Details>
  )

const Changed = ({ t, language, lines }: Props & { lines: readonly DifferenceLine[] }) =>
  lines.length === 0 ? null : (
    <Details title={t.changed} end={number(language, lines.length)}>
      <List label={t.changed}>
        {lines.map(({ key, name, child, differences }) => (
          <Row
            key={key}
            title={child ? `${name}, ${t.ofChild(null, child)}` : name}
            text={differences
              .map(({ field, here, file }) => t.becomes(t.fields[field], inWords(t, here), inWords(t, file)))
              .join('; ')}
          />
        ))}
      </List>
    </Details>
  )

/** What somebody changed by hand: it stays, unless its box is ticked. */
const Kept = ({ t, shown, decisions }: ReviewProps) =>
  shown.kept.length === 0 ? null : (
    <Section heading={t.kept} count={shown.kept.reduce((sum, { differences }) => sum + differences.length, 0)}>
      <Stack>
        <Text>{t.keptText}</Text>
        {shown.kept.flatMap(({ name, child, differences }) =>
          differences.map(({ key, field, here, file }) => (
            <Check
              key={key}
              name={TAKE}
              value={key}
              checked={decisions.taken?.has(key) ?? false}
              label={
                field === 'ended'
                  ? t.again(name, child ?? '')
                  : t.take(child ? `${name} (${child})` : name, t.fields[field], inWords(t, file))
              }
              {...(field === 'ended' ? {} : { hint: t.here(inWords(t, here)) })}
            />
          )),
        )}
      </Stack>
    </Section>
  )

const PupilDoubts = ({ t, shown, decisions }: ReviewProps) =>
  shown.pupilDoubts.length === 0 ? null : (
    <Section heading={t.pupilDoubts} count={shown.pupilDoubts.length}>
      <Stack gap="loose">
        <Text>{t.doubtsText}</Text>
        {shown.pupilDoubts.map(({ pupil, name, candidates }) => (
          <Choice
            key={String(pupil)}
            name={pupilChoice(pupil)}
            legend={name}
            hint={t.pupilDoubtHint}
            chosen={decisions.pupils?.get(pupil) ?? ''}
            options={[
              ...candidates.map((one) => ({ value: one.id, label: t.isPupil(one.name, one.group) })),
              { value: 'nobody', label: t.nobody },
              { value: '', label: t.later },
            ]}
          />
        ))}
      </Stack>
    </Section>
  )

const PersonDoubts = ({ t, language, shown, decisions }: ReviewProps) =>
  shown.doubts.length === 0 ? null : (
    <Section heading={t.doubts} count={shown.doubts.length}>
      <Stack gap="loose">
        <Text>{t.doubtsText}</Text>
        {shown.doubts.map(({ person, name, reason, lines, children, candidates }) => (
          <Choice
            key={String(person)}
            name={personChoice(person)}
            legend={t.doubt(
              name,
              listOf(
                language,
                lines.map((line) => number(language, line)),
              ),
              listOf(
                language,
                children.map((child) => child.name),
              ),
            )}
            hint={t.reasons[reason]}
            chosen={decisions.people?.get(person) ?? ''}
            options={[
              ...candidates.map((one) => ({
                value: one.id,
                label: t.isThis(one.name, listOf(language, one.children)),
              })),
              { value: 'new', label: t.isNew },
              { value: '', label: t.later },
            ]}
          />
        ))}
      </Stack>
    </Section>
  )

const About = ({ t, language, file, report, shown }: ReviewProps) => {
  const dropped = Object.entries(file.dropped)
  const { problems } = file
  return (
    <Section heading={t.about}>
      {report.protected > 0 && (
        <Text small>{t.protected(number(language, report.protected), report.protected === 1)}</Text>
      )}
      {file.dropped.secret !== undefined && <Text small>{t.secretText}</Text>}
      {shown.withoutAuthority > 0 && (
        <Text small>{t.unknownAuthority(number(language, shown.withoutAuthority), shown.withoutAuthority === 1)}</Text>
      )}
      {file.entries.some(({ authority }) => authority === 'no') && <Text small>{t.authorityText}</Text>}
      {shown.unknown.length > 0 && (
        <Details title={t.unknown} end={number(language, shown.unknown.length)}>
          <Text small quiet>
            {t.unknownText}
          </Text>
          <List columns={2} label={t.unknown}>
            {shown.unknown.map(({ key, name }) => (
              <Row key={key} title={name} />
            ))}
          </List>
        </Details>
      )}
      {dropped.length > 0 && (
        <Details title={t.dropped} end={number(language, dropped.length)}>
          <List label={t.dropped}>
            {dropped.map(([kind, count]) => (
              <Row
                key={kind}
                title={t.droppedKinds[kind as keyof GuardianTexts['droppedKinds']]}
                text={t.times(number(language, count))}
              />
            ))}
          </List>
        </Details>
      )}
      {problems.length > 0 && (
        <Details title={t.problems(number(language, problems.length), problems.length === 1)}>
          <List roomy>
            {problems.map(({ line, problem }, index) => (
              <Row key={String(index)} title={t.lineAt(number(language, line))} text={t.lineProblems[problem]} />
            ))}
          </List>
        </Details>
      )}
      <Text small quiet>
        {t.undo}
      </Text>
    </Section>
  )
}

/** The third step: what the file changes, before anything is stored. */
export const ReviewView = (props: ReviewProps) => {
  const { t, language, found, shown, report, fingerprint, changed } = props
  const { id } = found
  const nothing = changesNothing(report) && shown.kept.length + shown.doubts.length + shown.pupilDoubts.length === 0
  return (
    <>
      <BackLink to={urls.guardianImports()}>{t.back}</BackLink>
      <PageHead title={t.reviewTitle} text={t.from(dayShort(language, found.at), clock(language, found.at))} />
      {changed && <Notice kind="alert">{t.changedMeanwhile}</Notice>}
      {nothing ? (
        <Empty title={t.nothing}>{t.nothingText}</Empty>
      ) : (
        <Numbers t={t} language={language} report={report} />
      )}
      <Form
        action={nothing ? urls.dropGuardianImport({ id }) : urls.guardianImport({ id })}
        hidden={{ shown: fingerprint }}
      >
        <div>
          <Changed t={t} language={language} lines={shown.changed} />
          <Names t={t} language={language} title={t.tied} lines={shown.tied} />
          <Names t={t} language={language} title={t.added} lines={shown.added} />
        </div>
        <PupilDoubts {...props} />
        <PersonDoubts {...props} />
        <Kept {...props} />
        <About {...props} />
        <Actions>
          {nothing ? (
            <Button>{t.applyNothing}</Button>
          ) : (
            <>
              <Button icon="check">{t.apply}</Button>
              <Button look="line" action={urls.dropGuardianImport({ id })}>
                {t.drop}
              </Button>
            </>
          )}
          <ButtonLink to={urls.guardianColumns({ id })} look="line">
            {t.otherColumns}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}
