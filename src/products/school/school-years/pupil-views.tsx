import type { Typed } from '#shared/access/form.ts'
import { number } from '#shared/language/index.ts'
import {
  BackLink,
  Button,
  ButtonLink,
  Empty,
  Field,
  Foot,
  Form,
  FormErrors,
  List,
  Notice,
  PageHead,
  Row,
  RowSelect,
  Section,
  Select,
  TaskScreen,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { schoolYearName } from '../organisations/groups.ts'
import { oneOf, problemIn } from '../typed.ts'
import type { Props } from './plan-views.tsx'
import type { Plan, PlannedGroup } from './plans.ts'
import { type Destination, LEAVES, type Meanwhile, NEW, type PlannedPupil } from './pupils.ts'
import { destinationsFor } from './words.ts'

/** The pupils of one group of now, or those who are new. */
export type Origin = { readonly id: string; readonly name: string; readonly pupils: readonly PlannedPupil[] }

const progress = ({ t, language }: Props, pupils: readonly PlannedPupil[]) => {
  const open = pupils.filter(({ goes }) => goes === '').length
  return open === 0
    ? { text: t.settled(number(language, pupils.length), pupils.length === 1), tone: 'quiet' as const }
    : { text: t.stillOpen(number(language, open), number(language, pupils.length)), tone: 'late' as const }
}

/** Step 2: this year's groups, and how far each is. */
export const PupilsStep = ({ plan, origins, ...props }: Props & { plan: Plan; origins: readonly Origin[] }) => {
  const { t } = props
  const year = schoolYearName(plan.startsOn)
  const now = origins.filter(({ id }) => id !== NEW)
  const fresh = origins.find(({ id }) => id === NEW)
  const rows = (some: readonly Origin[]) =>
    some.map(({ id, name, pupils }) => (
      <Row
        key={id}
        icon="users"
        title={name}
        {...progress(props, pupils)}
        to={urls.schoolYearPupilsOf({ id: plan.id, group: id })}
      />
    ))
  return (
    <>
      <BackLink to={urls.schoolYear({ id: plan.id })}>{t.backToYear(year)}</BackLink>
      <PageHead title={t.pupilsTitle(year)} text={t.pupilsText} />
      {now.length === 0 ? <Empty title={t.noPupils} /> : <List>{rows(now)}</List>}
      <Section heading={t.newPupils}>
        <Text quiet>{t.newPupilsText}</Text>
        {fresh && <List>{rows([fresh])}</List>}
        <ButtonLink to={urls.newSchoolYearPupil({ id: plan.id })} look="line" icon="user-plus">
          {t.addPupil}
        </ButtonLink>
      </Section>
    </>
  )
}

type OriginProps = Props & {
  plan: Plan
  groups: readonly PlannedGroup[]
  origin: Origin
  /** What was chosen in a form that did not go through whole. */
  chosen: ReadonlyMap<string, Destination>
  meanwhile: Meanwhile
  problem: boolean
  saved: boolean
}

/** Everyone of one group of now, each with a choice list; and all of them at once. */
export const OriginStep = (props: OriginProps) => {
  const { t, plan, groups, origin, chosen, meanwhile, problem, saved } = props
  const at = { id: plan.id, group: origin.id }
  const home = groups.filter(({ kind }) => kind === 'home')
  return (
    <TaskScreen
      back={{ to: urls.schoolYearPupils({ id: plan.id }), word: t.backToPupils }}
      title={t.fromGroup(origin.name)}
    >
      {meanwhile.size > 0 && <FormErrors>{t.meanwhile}</FormErrors>}
      {saved && <Notice kind="received">{t.saved}</Notice>}
      <Form action={urls.schoolYearWholeGroup(at)} label={t.everyone}>
        {problem && <FormErrors />}
        <Select
          name="to"
          label={t.everyoneTo}
          error={problem ? t.problems.to : undefined}
          options={[...home.map(({ id, name }) => ({ value: id, label: name })), { value: LEAVES, label: t.leaves }]}
        />
        <Button look="tinted">{t.moveAll}</Button>
      </Form>
      <Section heading={t.perPupil}>
        <Form action={urls.schoolYearPupilsOf(at)} label={t.perPupil}>
          <List roomy>
            {origin.pupils.map((pupil) => (
              <PupilRow
                key={pupil.id}
                {...props}
                pupil={pupil}
                mine={chosen.get(pupil.id)}
                now={meanwhile.get(pupil.id)}
              />
            ))}
          </List>
          <Foot>
            <Button>{t.savePlaces}</Button>
          </Foot>
        </Form>
      </Section>
    </TaskScreen>
  )
}

const PupilRow = ({
  t,
  groups,
  pupil,
  mine,
  now,
}: Pick<OriginProps, 't' | 'groups'> & {
  pupil: PlannedPupil
  mine: Destination | undefined
  now: Destination | undefined
}) => {
  const options = destinationsFor(
    t,
    groups.filter(({ kind }) => kind === 'home'),
    pupil.year,
    now ?? pupil.goes,
  )
  const wordFor = (place: Destination) => options.find(({ value }) => value === place)?.label ?? t.notYet
  return (
    <Row
      title={pupil.name}
      person={pupil}
      {...(now === undefined ? {} : { text: t.nowStands(wordFor(now)), tone: 'alert' as const })}
      end={
        <>
          <input type="hidden" name={`seen.${pupil.id}`} value={now ?? pupil.goes} />
          <RowSelect
            name={`goes.${pupil.id}`}
            label={t.goesTo(pupil.name)}
            unset={t.notYet}
            options={options}
            value={mine ?? pupil.goes}
            wrong={now !== undefined}
          />
        </>
      }
    />
  )
}

type NewPupilProps = Props & {
  plan: Plan
  groups: readonly PlannedGroup[]
  typed: Typed
  problems: Readonly<Record<string, string>>
  requestKey: string
}

/** A pupil who comes next year: only what is needed to put them in a group. */
export const NewPupilForm = ({ t, plan, groups, typed, problems, requestKey }: NewPupilProps) => {
  const problem = problemIn(t.problems, problems)
  const places = destinationsFor(
    t,
    groups.filter(({ kind }) => kind === 'home'),
    null,
  ).filter(({ value }) => value !== LEAVES)
  return (
    <TaskScreen back={{ to: urls.schoolYearPupils({ id: plan.id }), word: t.backToPupils }} title={t.newPupilTitle}>
      <Text>{t.newPupilText}</Text>
      <Form action={urls.newSchoolYearPupil({ id: plan.id })} requestKey={requestKey}>
        {Object.keys(problems).length > 0 && <FormErrors />}
        <Field
          name="givenName"
          label={t.givenName}
          readers={t.readers}
          value={oneOf(typed, 'givenName')}
          error={problem('givenName')}
          maxLength={100}
        />
        <Field
          name="prefix"
          label={t.prefix}
          value={oneOf(typed, 'prefix')}
          error={problem('prefix')}
          optional
          maxLength={40}
        />
        <Field
          name="surname"
          label={t.surname}
          value={oneOf(typed, 'surname')}
          error={problem('surname')}
          maxLength={100}
        />
        <Select
          name="goes"
          label={t.goes}
          value={oneOf(typed, 'goes')}
          error={problem('goes')}
          options={places}
          optional
        />
        <Foot>
          <Button>{t.savePupil}</Button>
        </Foot>
      </Form>
    </TaskScreen>
  )
}
