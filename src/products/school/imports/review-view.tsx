import type { Typed } from '#shared/access/form.ts'
import { clock, dayShort, listOf, number } from '#shared/language/index.ts'
import {
  Actions,
  AlertBlock,
  BackLink,
  BarChart,
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
  Strong,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { choiceField, type Review } from './deciding.ts'
import { fieldTexts } from './field-texts.ts'
import type { Refusal } from './importing.ts'
import type { Problem } from './problems.ts'
import type { Import } from './queries.ts'
import type { Format } from './reading.ts'
import { changesNothing } from './report.ts'
import { type Doubt, kinds, type Line, type Shown } from './shown.ts'
import { Dropped, Numbers, Problems, type Props } from './views.tsx'

export type ReviewViewProps = Props &
  Review & {
    found: Import
    dropped: Readonly<Record<string, number>>
    problems: readonly Problem[]
    format: Format
    /** How many parents of pupils the file names. */
    guardians: number
    refusal: Refusal | null
    typed: Typed
    today: string
  }

/** Said by the two groups already. */
const SAID_BY_MOVE = new Set(['homeGroup', 'year'])

const lineText = ({ t, language }: Props, { before, group, fields = [], was, back }: Line): string => {
  const moves = before !== undefined && before !== group
  const changed = fields
    .filter((field) => !moves || !SAID_BY_MOVE.has(field))
    .map((field) => fieldTexts[language].fields[field] ?? field)
  return [
    ...(moves ? [t.movedFrom(before, group ?? t.noGroup)] : group ? [group] : []),
    ...(was ? [t.was(was)] : []),
    ...(changed.length > 0 ? [listOf(language, [...new Set(changed)])] : []),
    ...(back ? [t.comesBack] : []),
  ].join(', ')
}

const Names = ({ title, lines, ...props }: Props & { title: string; lines: readonly Line[] }) =>
  lines.length === 0 ? null : (
    <Details title={title} end={number(props.language, lines.length)}>
      <List columns={2} label={title}>
        {lines.map((line) => (
          <Row key={line.key} title={line.name} text={lineText(props, line)} />
        ))}
      </List>
    </Details>
  )

const Sizes = ({ t, language, groups }: Props & Pick<Shown, 'groups'>) =>
  groups.length === 0 ? null : (
    <Section heading={t.sizes}>
      <BarChart
        label={t.sizes}
        full={Math.max(...groups.map(({ pupils }) => pupils))}
        bars={groups.map(({ name, pupils }) => ({
          label: name,
          value: pupils,
          text: t.pupils(number(language, pupils), pupils === 1),
        }))}
      />
    </Section>
  )

const DoubtChoice = ({ t, doubt, chosen }: Props & { doubt: Doubt; chosen: string }) => {
  const proposed = (value: string) => (value === doubt.proposal ? { hint: t.proposal } : {})
  return (
    <Choice
      name={choiceField(doubt.kind, doubt.roster)}
      legend={t.doubt(doubt.name, doubt.group)}
      hint={t.reasons[doubt.reason]}
      chosen={chosen}
      options={[
        ...doubt.candidates.map(({ id, name, group }) => ({
          value: id,
          label: t.isThis(t.doubt(name, group)),
          ...proposed(id),
        })),
        { value: 'new', label: doubt.kind === 'groups' ? t.isGroup : t.isNew, ...proposed('new') },
        { value: '', label: t.later },
      ]}
    />
  )
}

const Doubts = ({ t, language, shown, decisions, found }: ReviewViewProps) => {
  if (shown.doubts.length === 0) return null
  const chosen = ({ kind, roster }: Doubt) => decisions[kind]?.get(roster) ?? ''
  const all = shown.doubts.every((doubt) => chosen(doubt) !== '')
  return (
    <Section heading={t.doubts} count={shown.doubts.length}>
      <Stack gap="loose">
        <Text>{all ? t.proposed : t.doubtsText}</Text>
        {!all && (
          <ButtonLink to={urls.import({ id: found.id }, { proposals: 'all' })} look="line">
            {t.proposals}
          </ButtonLink>
        )}
        {shown.doubts.map((doubt) => (
          <DoubtChoice
            key={choiceField(doubt.kind, doubt.roster)}
            t={t}
            language={language}
            doubt={doubt}
            chosen={chosen(doubt)}
          />
        ))}
      </Stack>
    </Section>
  )
}

/** What has to be confirmed on its own, in red: many who leave, another school. */
const Confirmations = ({ t, language, plan, shown, refusal, typed }: ReviewViewProps) => {
  if (plan.needs.length === 0) return null
  const leaving = number(language, plan.left.pupils.length)
  const share = number(language, Math.round(plan.leavingShare * 100))
  const theirs = shown.brin.theirs ?? ''
  return (
    <AlertBlock icon="triangle-alert" heading={t.confirm}>
      {plan.needs.includes('leavers') && (
        <>
          <Text>{`${t.manyLeave(leaving, share)} ${t.manyLeaveText} ${t.leftText}`}</Text>
          <Check name="leavers" label={t.confirmLeavers(leaving)} checked={typed.leavers === 'yes'} />
          {refusal === 'leavers' && <Strong>{t.problems.leavers}</Strong>}
        </>
      )}
      {plan.needs.includes('brin') && (
        <>
          <Text>{t.otherBrin(theirs, shown.brin.ours ?? '')}</Text>
          <Check name="brin" label={t.confirmBrin(theirs)} checked={typed.brin === 'yes'} />
          {refusal === 'brin' && <Strong>{t.problems.brin}</Strong>}
        </>
      )}
    </AlertBlock>
  )
}

/** A file of another school year than the one of today. */
const OtherTime = ({ t, today, found: { report } }: ReviewViewProps) => {
  const start = Number(report.schoolYear.slice(0, 4))
  if (`${start}-08-01` > today) return <Notice kind="waiting">{t.future(report.schoolYear)}</Notice>
  if (`${start + 1}-07-31` < today) return <Notice kind="waiting">{t.past(report.schoolYear)}</Notice>
  return null
}

const Changes = (props: ReviewViewProps) => {
  const { t, language, shown } = props
  const part = { t, language }
  const hidden = number(language, shown.hidden)
  return (
    <div>
      {kinds.map((kind) => (
        <Names key={`left-${kind}`} {...part} title={t.left[kind]} lines={shown.left[kind]} />
      ))}
      <Names {...part} title={t.moved} lines={shown.moved} />
      {kinds.map((kind) => (
        <Names key={`changed-${kind}`} {...part} title={t.changed[kind]} lines={shown.changed[kind]} />
      ))}
      {kinds.map((kind) => (
        <Names key={`added-${kind}`} {...part} title={t.added[kind]} lines={shown.added[kind]} />
      ))}
      {shown.hidden > 0 && (
        <Text small quiet>
          {t.hidden(hidden, shown.hidden === 1)}
        </Text>
      )}
    </div>
  )
}

const About = ({ t, language, dropped, problems }: ReviewViewProps) => {
  const fields = Object.keys(dropped).length
  if (fields + problems.length === 0) return null
  return (
    <Section heading={t.about}>
      {fields > 0 && (
        <Details title={t.dropped} end={number(language, fields)}>
          <Dropped t={t} language={language} dropped={dropped} />
        </Details>
      )}
      {problems.length > 0 && (
        <Details title={t.warnings(number(language, problems.length), problems.length === 1)}>
          <Problems t={t} language={language} problems={problems} />
        </Details>
      )}
    </Section>
  )
}

/** "OneRoster 1.2, alleen wat veranderd is". */
const formatInWords = ({ formats }: Props['t'], format: Format): string =>
  format.kind === 'edexml'
    ? formats.edexml
    : [formats.oneroster(format.version), ...(format.changes ? [formats.changes] : [])].join(', ')

const Guardians = ({ t, language, guardians, typed }: ReviewViewProps) =>
  guardians === 0 ? null : (
    <Stack gap="tight">
      <Check
        name="guardians"
        label={t.takeGuardians(number(language, guardians), guardians === 1)}
        checked={typed.guardians === 'yes'}
      />
      <Text small quiet>
        {t.takeGuardiansText}
      </Text>
    </Stack>
  )

/** The second step: what the file changes, before anything is stored. */
export const ReviewView = (props: ReviewViewProps) => {
  const { t, language, found, shown, plan, report, fingerprint, format, guardians, refusal } = props
  const { id } = found
  const nothing = changesNothing(report) && shown.doubts.length === 0 && plan.newBrin === null && guardians === 0
  return (
    <>
      <BackLink to={urls.imports()}>{t.back}</BackLink>
      <PageHead
        title={t.reviewTitle}
        text={`${formatInWords(t, format)}. ${t.schoolYear(report.schoolYear)}. ${t.from(dayShort(language, found.at), clock(language, found.at))}`}
      />
      {refusal === 'changed' && <Notice kind="alert">{t.problems.changed}</Notice>}
      {refusal === 'earlier' && <Notice kind="alert">{t.earlier(report.schoolYear)}</Notice>}
      <OtherTime {...props} />
      {nothing ? (
        <Empty title={t.nothing}>{t.nothingText}</Empty>
      ) : (
        <Numbers t={t} language={language} report={report} />
      )}
      <Form action={nothing ? urls.dropImport({ id }) : urls.import({ id })} hidden={{ shown: fingerprint }}>
        {!nothing && [
          <Confirmations {...props} />,
          <Changes {...props} />,
          <Doubts {...props} />,
          <Sizes t={t} language={language} groups={shown.groups} />,
          <Guardians {...props} />,
        ]}
        <About {...props} />
        {!nothing && (
          <Text small quiet>
            {t.undo}
          </Text>
        )}
        {nothing ? (
          <Actions>
            <Button>{t.applyNothing}</Button>
          </Actions>
        ) : (
          <Actions>
            <Button icon="check">{t.apply}</Button>
            <Button look="line" action={urls.dropImport({ id })}>
              {t.drop}
            </Button>
          </Actions>
        )}
      </Form>
    </>
  )
}
