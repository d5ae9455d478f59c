import { dayLong, type Language, listOf, number } from '#shared/language/index.ts'
import {
  BackLink,
  BarChart,
  Button,
  ButtonLink,
  Form,
  List,
  Notice,
  PageHead,
  Row,
  Section,
  Stack,
  Text,
  Undo,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { weekdayName } from '../groups/views.tsx'
import { schoolYearName } from '../organisations/groups.ts'
import type { Plan } from './plans.ts'
import type { GroupToBe, Oddity } from './sizes.ts'
import type { YearTexts } from './texts.ts'
import { momentInWords } from './words.ts'

export type Props = { readonly t: YearTexts; readonly language: Language }
/** Who did something, by their id. */
export type Names = ReadonlyMap<string, string>

const nameIn = (t: YearTexts, names: Names, id: string | null): string =>
  (id === null ? undefined : names.get(id)) ?? t.somebody

const stateOf = ({ t, language }: Props, plan: Plan, names: Names): string => {
  const day = dayLong(language, plan.takesEffectOn, { year: true })
  if (plan.state === 'in-force') return t.states.inForce(day)
  if (plan.state === 'prepared') return t.states.prepared(day)
  return t.states.draft(nameIn(t, names, plan.changedBy), momentInWords(language, plan.changedAt))
}

type YearsProps = Props & {
  readonly now: string | null
  /** The first day of the year that can be begun now; nothing while it is being prepared. */
  readonly next: string | null
  readonly plans: readonly Plan[]
  readonly names: Names
  readonly dropped: Plan | null
}

const PlanRows = ({ plans, names, ...props }: Props & { plans: readonly Plan[]; names: Names }) => (
  <List>
    {plans.map((plan) => (
      <Row
        key={plan.id}
        icon="calendar"
        title={props.t.year(schoolYearName(plan.startsOn))}
        text={stateOf(props, plan, names)}
        to={urls.schoolYear({ id: plan.id })}
      />
    ))}
  </List>
)

/** The school year of now and what is being prepared. */
export const Years = ({ t, language, now, next, plans, names, dropped }: YearsProps) => {
  const open = plans.filter(({ state }) => state === 'draft' || state === 'prepared')
  const begun = plans.filter(({ state }) => state === 'in-force')
  return (
    <>
      <PageHead title={t.title} text={now ? t.now(schoolYearName(now)) : t.noYear} />
      {dropped && (
        <Undo text={t.dropped(schoolYearName(dropped.startsOn))}>
          <Form action={urls.restoreSchoolYear({ id: dropped.id })}>
            <Button look="text">{t.restore}</Button>
          </Form>
        </Undo>
      )}
      {open.length > 0 && (
        <Section heading={t.preparing}>
          <PlanRows t={t} language={language} plans={open} names={names} />
        </Section>
      )}
      {next && (
        <Section heading={t.prepare(schoolYearName(next))}>
          <Text>{t.prepareText}</Text>
          <Form action={urls.schoolYears()}>
            <Stack gap="tight">
              <Button icon="users">{t.begin}</Button>
              <Text small quiet>
                {t.beginText}
              </Text>
            </Stack>
          </Form>
          <Stack gap="tight">
            <ButtonLink to={urls.imports()} look="line" icon="file-up">
              {t.fromFile}
            </ButtonLink>
            <Text small quiet>
              {t.fromFileText}
            </Text>
          </Stack>
        </Section>
      )}
      {begun.length > 0 && (
        <Section heading={t.before}>
          <PlanRows t={t} language={language} plans={begun} names={names} />
        </Section>
      )}
    </>
  )
}

const oddityInWords = ({ t, language }: Props, oddity: Oddity): string => {
  if (oddity.kind === 'uneven') return t.oddities.uneven(oddity.beside, number(language, oddity.pupils))
  if (oddity.kind === 'days')
    return t.oddities.days(
      listOf(
        language,
        oddity.weekdays.map((day) => weekdayName(language, day)),
      ),
    )
  return t.oddities[oddity.kind]
}

export const countOf = ({ t, language }: Props, pupils: number): string =>
  t.pupilCount(number(language, pupils), pupils === 1)

/** Longer than any group, so that two pictures compare. */
const FULL = 36

/** How large the groups become, and what is odd about them. */
export const Sizes = ({ groups, plan, ...props }: Props & { groups: readonly GroupToBe[]; plan: string | null }) => {
  const { t } = props
  const odd = groups.filter(({ oddities }) => oddities.length > 0)
  return (
    <>
      <Section heading={t.sizes}>
        <BarChart
          label={t.sizes}
          full={FULL}
          bars={groups.map(({ name, pupils, oddities }) => ({
            label: name,
            value: pupils,
            text: countOf(props, pupils),
            look: oddities.some(({ kind }) => kind !== 'no-teacher' && kind !== 'days') ? 'outline' : 'filled',
          }))}
        />
      </Section>
      {plan && odd.length > 0 && (
        <Section heading={t.lookAt}>
          <List>
            {odd.map(({ id, name, oddities }) => (
              <Row
                key={id}
                icon="circle-alert"
                title={name}
                text={oddities.map((oddity) => oddityInWords(props, oddity)).join(' ')}
                to={urls.schoolYearGroup({ id: plan, group: id })}
              />
            ))}
          </List>
        </Section>
      )}
    </>
  )
}

type PlanProps = Props & {
  readonly plan: Plan
  readonly names: Names
  readonly groups: readonly GroupToBe[]
  readonly undecided: number
}

const groupsInWords = ({ t, language, groups }: PlanProps): string => {
  const bare = groups.filter(({ teachers }) => teachers.length === 0).length
  return [
    t.groupCount(number(language, groups.length), groups.length === 1),
    ...(bare > 0 ? [t.withoutTeacher(number(language, bare), bare === 1)] : []),
  ].join(', ')
}

/** One school year in preparation: three steps, how far they are, how large the groups become. */
export const PlanView = (props: PlanProps) => {
  const { t, language, plan, names, groups, undecided } = props
  const { id } = plan
  const open = plan.state === 'draft' || plan.state === 'prepared'
  const day = dayLong(language, plan.takesEffectOn, { year: true })
  const left = t.undecided(number(language, undecided), undecided === 1)
  return (
    <>
      <BackLink to={urls.schoolYears()}>{t.back}</BackLink>
      <PageHead
        title={schoolYearName(plan.startsOn)}
        text={t.lastChanged(nameIn(t, names, plan.changedBy), momentInWords(language, plan.changedAt))}
      />
      {plan.state === 'prepared' && plan.preparedAt && (
        <Notice kind="received">
          <p>{t.preparedBy(nameIn(t, names, plan.preparedBy), momentInWords(language, plan.preparedAt))}</p>
          <p>{t.takesEffect(day)}</p>
          <Form action={urls.unprepareSchoolYear({ id })}>
            <Button look="text">{t.unprepare}</Button>
          </Form>
        </Notice>
      )}
      {plan.state === 'in-force' && <Notice kind="received">{t.begun(day)}</Notice>}
      {open && (
        <Section heading={t.steps}>
          <List>
            <Row title={`1. ${t.stepGroups}`} text={groupsInWords(props)} to={urls.schoolYearGroups({ id })} />
            <Row
              title={`2. ${t.stepPupils}`}
              text={undecided > 0 ? left : t.allPlaced}
              tone={undecided > 0 ? 'late' : 'quiet'}
              to={urls.schoolYearPupils({ id })}
            />
            <Row title={`3. ${t.stepCheck}`} text={t.stepCheckText} to={urls.schoolYearCheck({ id })} />
          </List>
        </Section>
      )}
      <Sizes t={t} language={language} groups={groups} plan={open ? id : null} />
      {open && (
        <Form action={urls.dropSchoolYear({ id })}>
          <Button look="text" icon="trash-2">
            {t.drop}
          </Button>
        </Form>
      )}
    </>
  )
}
