import type { Typed } from '#shared/access/form.ts'
import { dayLong, listOf, number } from '#shared/language/index.ts'
import {
  Button,
  Check,
  DateField,
  Details,
  Facts,
  Foot,
  Form,
  FormErrors,
  List,
  Row,
  Section,
  TaskScreen,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { schoolYearName } from '../organisations/groups.ts'
import { oneOf, problemIn } from '../typed.ts'
import type { Forecast } from './forecast.ts'
import { type Props, Sizes } from './plan-views.tsx'
import type { Plan } from './plans.ts'
import type { PlannedPupil } from './pupils.ts'
import type { GroupToBe } from './sizes.ts'

type CheckProps = Props & {
  plan: Plan
  /** The year of now. */
  now: string
  groups: readonly GroupToBe[]
  forecast: Forecast
  /** The first day with lessons, when holidays are known that far. */
  firstLessons: string | null
  typed: Typed
  problems: Readonly<Record<string, string>>
}

const People = ({ pupils, label }: { pupils: readonly PlannedPupil[]; label: string }) => (
  <List label={label}>
    {pupils.map((pupil) => (
      <Row key={pupil.id} title={pupil.name} person={pupil} {...(pupil.now ? { text: pupil.now.name } : {})} />
    ))}
  </List>
)

const factsOf = ({ t, language, now, forecast }: CheckProps) => {
  const { ending, leavers, lastGuardians, withoutGroup, substitutions } = forecast
  const count = (value: number): [string, boolean] => [number(language, value), value === 1]
  return [
    { term: t.ending, text: t.endingText(...count(ending)) },
    {
      term: t.access,
      text: [t.accessText, ...(withoutGroup.length > 0 ? [t.without(listOf(language, withoutGroup))] : [])].join(' '),
    },
    { term: t.substitutes, text: substitutions > 0 ? t.substitutesText(...count(substitutions)) : t.noSubstitutes },
    { term: t.absences, text: t.absencesText(schoolYearName(now)) },
    {
      term: t.leaving,
      text:
        leavers.length === 0
          ? t.nobodyLeaves
          : [
              t.leavingText(...count(leavers.length)),
              ...(lastGuardians > 0 ? [t.lastGuardians(...count(lastGuardians))] : []),
              t.clocks,
            ].join(' '),
    },
  ]
}

/** Step 3: what the day brings, who has no group yet, and which day it is. */
export const CheckStep = (props: CheckProps) => {
  const { t, language, plan, groups, forecast, firstLessons, typed, problems } = props
  const { undecided, hidden, leavers } = forecast
  const problem = problemIn(t.problems, problems)
  const year = schoolYearName(plan.startsOn)
  const open = undecided.length + hidden
  const long = (day: string) => dayLong(language, day, { year: true })
  return (
    <TaskScreen back={{ to: urls.schoolYear({ id: plan.id }), word: t.backToYear(year) }} title={t.checkTitle(year)}>
      {Object.keys(problems).length > 0 && <FormErrors>{problem('form') ?? problem('without')}</FormErrors>}
      {open > 0 && (
        <Section heading={t.open} count={open}>
          <Text>{t.openText}</Text>
          <People pupils={undecided} label={t.open} />
          {hidden > 0 && <Text quiet>{t.hidden(number(language, hidden), hidden === 1)}</Text>}
        </Section>
      )}
      <Sizes t={t} language={language} groups={groups} plan={null} />
      <Section heading={t.happens}>
        <Facts facts={factsOf(props)} />
        {leavers.length > 0 && (
          <Details title={t.whoLeaves} end={number(language, leavers.length)}>
            <People pupils={leavers} label={t.whoLeaves} />
          </Details>
        )}
      </Section>
      <Form action={urls.schoolYearCheck({ id: plan.id })}>
        <DateField
          name="day"
          label={t.day}
          hint={t.dayHint(long(plan.startsOn), firstLessons && long(firstLessons))}
          value={oneOf(typed, 'day') || plan.takesEffectOn}
          error={problem('day')}
        />
        {open > 0 && (
          <Check
            name="without"
            label={t.confirmWithout(number(language, open), open === 1)}
            checked={typed.without === 'yes'}
          />
        )}
        <Foot text={t.prepareFoot}>
          <Button>{t.prepareButton(year)}</Button>
        </Foot>
      </Form>
    </TaskScreen>
  )
}
