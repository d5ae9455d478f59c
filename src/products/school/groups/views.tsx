import type { Typed } from '#shared/access/form.ts'
import { capital, dayShort, type Language, listOf, number, weekdayShort } from '#shared/language/index.ts'
import {
  BackLink,
  Button,
  ButtonLink,
  Choice,
  Columns,
  DateField,
  Empty,
  Foot,
  Form,
  FormErrors,
  Link,
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
import { allOf, oneOf, problemIn } from '../typed.ts'
import type { GroupPage, listGroups, Teacher } from './queries.ts'
import type { GroupTexts } from './texts.ts'

type Props = { t: GroupTexts; language: Language }
type Groups = Awaited<ReturnType<typeof listGroups>>

/** Any Monday: weekdays are shown by the days of one week. */
const MONDAY = Date.UTC(2024, 0, 1)
/** "ma". */
export const weekdayName = (language: Language, weekday: number) =>
  weekdayShort(language, new Date(MONDAY + (weekday - 1) * 86_400_000).toISOString().slice(0, 10))

/** "ma, di en wo", or "alle dagen". */
export const daysInWords = (
  { t, language }: { t: Pick<GroupTexts, 'everyDay'>; language: Language },
  weekdays: readonly number[],
): string =>
  weekdays.length === 0
    ? t.everyDay
    : listOf(
        language,
        [...weekdays].sort().map((day) => weekdayName(language, day)),
      )

/** "vandaag", "di 24 nov" or "di 24 nov tot en met vr 27 nov". */
export const stretchInWords = (
  { t, language, today }: { t: Pick<GroupTexts, 'substitute' | 'until'>; language: Language; today: string },
  from: string,
  to: string,
): string => {
  const word = (day: string) => (day === today ? t.substitute.today : dayShort(language, day))
  if (to === today || to === from) return word(to)
  return from < today ? t.until(word(to)) : `${word(from)} ${t.until(word(to))}`
}

const GroupRows = ({ t, language, groups }: Props & { groups: Groups }) => (
  <List>
    {groups.map((group) => (
      <Row
        key={group.id}
        title={group.name}
        icon="users"
        text={[
          t.pupilCount(number(language, group.pupils), group.pupils === 1),
          ...(group.teachers.length > 0 ? [listOf(language, group.teachers)] : []),
        ].join(', ')}
        to={urls.group({ id: group.id })}
      />
    ))}
  </List>
)

/** The groups somebody may look at. */
export const GroupList = ({ t, language, groups, all }: Props & { groups: Groups; all: boolean }) => {
  const composed = groups.filter((group) => group.composed)
  const home = groups.filter((group) => !group.composed)
  return (
    <>
      <PageHead title={t.groups} />
      {groups.length === 0 && <Empty title={all ? t.none : t.noneToday}>{all ? t.noneText : t.noneTodayText}</Empty>}
      {home.length > 0 && <GroupRows t={t} language={language} groups={home} />}
      {composed.length > 0 && (
        <Section heading={t.composedGroups}>
          <GroupRows t={t} language={language} groups={composed} />
        </Section>
      )}
    </>
  )
}

const TeacherRow = ({
  t,
  language,
  group,
  teacher,
  today,
  mayChange,
}: Props & { group: string; teacher: Teacher; today: string; mayChange: boolean }) => (
  <Row
    title={teacher.name}
    person={teacher}
    text={[
      ...(teacher.to && teacher.weekdays.length === 0
        ? [t.substitute.during(stretchInWords({ t, language, today }, teacher.from, teacher.to))]
        : [
            daysInWords({ t, language }, teacher.weekdays),
            ...(teacher.from > today ? [t.from(dayShort(language, teacher.from))] : []),
            ...(teacher.to ? [t.until(dayShort(language, teacher.to))] : []),
          ]),
    ].join(', ')}
    {...(mayChange
      ? {
          more: (
            <Form action={urls.endGroupTeacher({ id: group, person: teacher.id })} hidden={{ from: teacher.from }}>
              <Button look="text" label={t.endLabel(teacher.name)}>
                {t.end}
              </Button>
            </Form>
          ),
        }
      : {})}
  />
)

/** One group: its pupils, and who teaches it on which days. */
export const GroupView = ({
  t,
  language,
  group,
  today,
  mayChange,
}: Props & { group: GroupPage; today: string; mayChange: boolean }) => {
  const mixed = new Set(group.pupils.map((pupil) => pupil.year)).size > 1
  return (
    <>
      <BackLink to={urls.groups()}>{t.back}</BackLink>
      <PageHead
        title={group.name}
        text={t.pupilCount(number(language, group.pupils.length), group.pupils.length === 1)}
      />
      <Columns
        side={
          <Section heading={t.teachers}>
            {group.teachers.length === 0 ? (
              <Empty title={t.noTeachers} />
            ) : (
              <List label={t.teachers}>
                {group.teachers.map((teacher) => (
                  <TeacherRow
                    key={teacher.id + teacher.from}
                    t={t}
                    language={language}
                    group={group.id}
                    teacher={teacher}
                    today={today}
                    mayChange={mayChange}
                  />
                ))}
              </List>
            )}
            {mayChange && (
              <Stack gap="loose">
                <ButtonLink to={urls.substitute({ id: group.id })} look="tinted" icon="user-plus">
                  {t.substitute.open}
                </ButtonLink>
                <Text>
                  <Link to={urls.newGroupTeacher({ id: group.id })}>{t.add}</Link>
                </Text>
              </Stack>
            )}
          </Section>
        }
      >
        <Section heading={t.pupils}>
          {group.pupils.length === 0 ? (
            <Empty title={t.noPupils} />
          ) : (
            <List label={t.pupils} columns={2}>
              {group.pupils.map((pupil) => (
                <Row
                  key={pupil.id}
                  title={pupil.name}
                  person={pupil}
                  {...(pupil.year && mixed ? { text: capital(t.year(pupil.year)) } : {})}
                  to={urls.person({ id: pupil.id })}
                />
              ))}
            </List>
          )}
        </Section>
      </Columns>
    </>
  )
}

export type AssignmentFormProps = Props & {
  group: GroupPage
  colleagues: readonly { id: string; name: string }[]
  typed: Typed
  problems: Readonly<Record<string, string>>
}

/** Puts a colleague before a group: a teacher for good, a substitute for a stretch of days. */
export const AssignmentForm = ({ t, language, group, colleagues, typed, problems }: AssignmentFormProps) => {
  const problem = problemIn(t.problems, problems)
  return (
    <TaskScreen back={{ to: urls.group({ id: group.id }), word: t.backTo(group.name) }} title={t.addTitle(group.name)}>
      <Form action={urls.newGroupTeacher({ id: group.id })}>
        {Object.keys(problems).length > 0 && <FormErrors />}
        <Select
          name="person"
          label={t.who}
          hint={t.whoHint}
          value={oneOf(typed, 'person')}
          error={problem('person')}
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
        <DateField name="from" label={t.first} value={oneOf(typed, 'from')} error={problem('from')} />
        <DateField
          name="to"
          label={t.last}
          hint={t.lastHint}
          value={oneOf(typed, 'to')}
          error={problem('to')}
          optional
        />
        <Foot>
          <Button>{t.save}</Button>
        </Foot>
      </Form>
    </TaskScreen>
  )
}
