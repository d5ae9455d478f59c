import type { Typed } from '#shared/access/form.ts'
import { capital, number } from '#shared/language/index.ts'
import {
  BackLink,
  Button,
  ButtonLink,
  Choice,
  Columns,
  Empty,
  Field,
  Foot,
  Form,
  FormErrors,
  List,
  PageHead,
  Row,
  Section,
  Select,
  Stack,
  TaskScreen,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { daysInWords, weekdayName } from '../groups/views.tsx'
import { schoolYearName } from '../organisations/groups.ts'
import { allOf, oneOf, problemIn } from '../typed.ts'
import { countOf, type Props } from './plan-views.tsx'
import type { Plan, PlannedGroup } from './plans.ts'
import { schoolYears } from './proposing.ts'
import type { PlannedPupil } from './pupils.ts'
import type { GroupToBe } from './sizes.ts'
import type { PlannedTeacher } from './teachers.ts'
import type { YearTexts } from './texts.ts'

type Problems = Readonly<Record<string, string>>

const teachersInWords = (t: YearTexts, { teachers }: GroupToBe): string =>
  teachers.length === 0 ? t.noTeachers : teachers.map(({ name }) => name).join(', ')

const GroupRows = ({ plan, groups, ...props }: Props & { plan: Plan; groups: readonly GroupToBe[] }) => (
  <List>
    {groups.map((group) => (
      <Row
        key={group.id}
        icon="users"
        title={group.name}
        text={`${countOf(props, group.pupils)}. ${teachersInWords(props.t, group)}`}
        to={urls.schoolYearGroup({ id: plan.id, group: group.id })}
      />
    ))}
  </List>
)

/** `other`: a group beside the home groups, which has no year. */
type Naming = { t: YearTexts; typed: Typed; problems: Problems; other?: boolean }

/** The name and the year of a group, with what was typed. */
const NamingFields = ({ t, typed, problems, other }: Naming) => {
  const problem = problemIn(t.problems, problems)
  const level = oneOf(typed, 'year')
  const known: readonly string[] = [...schoolYears, 'C']
  return (
    <>
      <Field
        name="name"
        label={t.name}
        hint={other ? t.otherNameHint : t.nameHint}
        value={oneOf(typed, 'name')}
        error={problem('name')}
        maxLength={64}
      />
      {!other && (
        <Select
          name="year"
          label={t.level}
          value={level}
          error={problem('year')}
          options={[
            ...schoolYears.map((year) => ({ value: year, label: t.levels.year(year) })),
            { value: 'C', label: t.levels.combination },
            ...(level !== '' && !known.includes(level) ? [{ value: level, label: t.levels.other(level) }] : []),
          ]}
        />
      )}
    </>
  )
}

type GroupsProps = Props & { plan: Plan; groups: readonly GroupToBe[]; typed: Typed; problems: Problems }

/** Step 1: the groups of next year, and another one. */
export const GroupsStep = ({ t, language, plan, groups, typed, problems }: GroupsProps) => {
  const home = groups.filter(({ composed }) => !composed)
  const other = groups.filter(({ composed }) => composed)
  const year = schoolYearName(plan.startsOn)
  return (
    <>
      <BackLink to={urls.schoolYear({ id: plan.id })}>{t.backToYear(year)}</BackLink>
      <PageHead title={t.groupsTitle(year)} />
      <Columns
        side={
          <Section heading={t.addGroup}>
            <Form action={urls.schoolYearGroups({ id: plan.id })}>
              {Object.keys(problems).length > 0 && <FormErrors />}
              <NamingFields t={t} typed={typed} problems={problems} />
              <Button look="tinted" icon="plus">
                {t.add}
              </Button>
            </Form>
          </Section>
        }
      >
        {groups.length === 0 && <Empty title={t.noGroups}>{t.noGroupsText}</Empty>}
        <GroupRows t={t} language={language} plan={plan} groups={home} />
        <Section heading={t.otherGroups}>
          {other.length === 0 && <Text quiet>{t.otherGroupsText}</Text>}
          <GroupRows t={t} language={language} plan={plan} groups={other} />
          <ButtonLink to={urls.schoolYearOtherGroups({ id: plan.id })} look="line" icon="plus">
            {t.addOther}
          </ButtonLink>
        </Section>
      </Columns>
    </>
  )
}

type GroupProps = Props & {
  plan: Plan
  group: PlannedGroup
  /** The names of the home groups to be. */
  homes: ReadonlyMap<string, string>
  pupils: readonly PlannedPupil[]
  teachers: readonly PlannedTeacher[]
  typed: Typed
  problems: Problems
}

/** One group of next year: its name, who teaches it, who will be in it. */
export const GroupStep = ({ t, language, plan, group, homes, pupils, teachers, typed, problems }: GroupProps) => {
  const at = { id: plan.id, group: group.id }
  const home = group.kind === 'home'
  const whence = ({ goes, now }: PlannedPupil) =>
    home ? (now ? t.from(now.name) : capital(t.isNew)) : (homes.get(goes.split(' ')[0]!) ?? t.notYet)
  return (
    <>
      <BackLink to={urls.schoolYearGroups({ id: plan.id })}>{t.backToGroups}</BackLink>
      <PageHead title={group.name} text={countOf({ t, language }, pupils.length)} />
      <Columns
        side={
          (home || group.byHand) && (
            <Section heading={home ? t.naming : t.thisGroup}>
              <Form action={urls.schoolYearGroup(at)} hidden={{ seenName: group.name, seenYear: group.year ?? '' }}>
                {Object.keys(problems).length > 0 && (
                  <FormErrors>{problems.form ? t.problems.meanwhile : undefined}</FormErrors>
                )}
                <NamingFields t={t} typed={typed} problems={problems} other={!home} />
                <Button look="tinted">{home ? t.saveGroup : t.saveName}</Button>
              </Form>
              <Form action={urls.removeSchoolYearGroup(at)}>
                <Stack gap="tight">
                  <Button look="text" icon="trash-2">
                    {t.removeGroup}
                  </Button>
                  {home && pupils.length > 0 && (
                    <Text small quiet>
                      {t.removeGroupText(number(language, pupils.length), pupils.length === 1)}
                    </Text>
                  )}
                </Stack>
              </Form>
            </Section>
          )
        }
      >
        <Section heading={t.teachers}>
          {teachers.length === 0 && <Empty title={t.noTeachers} />}
          <List label={t.teachers}>
            {teachers.map((teacher) => (
              <Row
                key={teacher.id}
                title={teacher.name}
                person={teacher}
                text={daysInWords({ t, language }, teacher.weekdays)}
                end={
                  <Form action={urls.removeSchoolYearTeacher({ ...at, person: teacher.id })}>
                    <Button look="text" label={t.removeTeacherLabel(teacher.name)}>
                      {t.removeTeacher}
                    </Button>
                  </Form>
                }
              />
            ))}
          </List>
          <ButtonLink to={urls.schoolYearTeachers(at)} look="line" icon="user-plus">
            {t.addTeacher}
          </ButtonLink>
        </Section>
        <Section heading={t.inGroup}>
          {group.byHand && (
            <ButtonLink to={urls.schoolYearGroupPupils(at)} look="line" icon="users">
              {t.choose}
            </ButtonLink>
          )}
          {pupils.length === 0 ? (
            <Empty title={t.nobodyIn}>{home ? t.nobodyInText : undefined}</Empty>
          ) : (
            <List label={t.inGroup}>
              {pupils.map((pupil) => (
                <Row key={pupil.id} title={pupil.name} person={pupil} text={whence(pupil)} />
              ))}
            </List>
          )}
        </Section>
      </Columns>
    </>
  )
}

type TeacherProps = Props & {
  plan: Plan
  group: PlannedGroup
  colleagues: readonly { id: string; name: string }[]
  typed: Typed
  problems: Problems
}

/** Puts a colleague before a group of next year. */
export const TeacherStep = ({ t, language, plan, group, colleagues, typed, problems }: TeacherProps) => {
  const at = { id: plan.id, group: group.id }
  return (
    <TaskScreen back={{ to: urls.schoolYearGroup(at), word: group.name }} title={t.addTeacherTitle(group.name)}>
      <Form action={urls.schoolYearTeachers(at)}>
        {Object.keys(problems).length > 0 && <FormErrors />}
        <Select
          name="person"
          label={t.who}
          value={oneOf(typed, 'person')}
          error={problemIn(t.problems, problems)('person')}
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Choice
          name="weekdays"
          legend={t.days}
          hint={t.daysHint}
          several
          columns={3}
          optional
          chosen={allOf(typed, 'weekdays')}
          options={[1, 2, 3, 4, 5].map((day) => ({ value: String(day), label: capital(weekdayName(language, day)) }))}
        />
        <Foot>
          <Button>{t.saveTeacher}</Button>
        </Foot>
      </Form>
    </TaskScreen>
  )
}
