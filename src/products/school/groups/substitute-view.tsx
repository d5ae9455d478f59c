import { capital, dayShort, type Language, listOf } from '#shared/language/index.ts'
import {
  Button,
  Choice,
  Empty,
  Form,
  FormErrors,
  Link,
  List,
  Row,
  Section,
  TaskScreen,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { problemIn } from '../typed.ts'
import type { GroupPage } from './queries.ts'
import type { whoCanSubstitute } from './substitutions.ts'
import type { GroupTexts } from './texts.ts'

type People = Awaited<ReturnType<typeof whoCanSubstitute>>
type Props = { t: GroupTexts; language: Language }

const Names = ({ t, language, heading, people }: Props & { heading: string; people: People }) =>
  people.length === 0 ? null : (
    <Section heading={heading}>
      <List label={heading}>
        {people.map((person) => (
          <Row
            key={person.id}
            title={person.name}
            person={person}
            {...(person.groups.length > 0 ? { text: t.substitute.inGroup(listOf(language, person.groups)) } : {})}
            end={
              <Button name="person" value={person.id} look="tinted" label={t.substitute.chooseLabel(person.name)}>
                {t.substitute.choose}
              </Button>
            }
          />
        ))}
      </List>
    </Section>
  )

/** Who substitutes in a group, and on which days: the first day is chosen already, so that one press on a name is enough. */
export const SubstituteForm = ({
  t,
  language,
  group,
  offered,
  days,
  people,
  problems,
  today,
}: Props & {
  group: GroupPage
  offered: readonly string[]
  days: readonly string[]
  people: People
  problems: Readonly<Record<string, string>>
  today: string
}) => {
  const problem = problemIn(t.problems, problems)
  return (
    <TaskScreen
      back={{ to: urls.group({ id: group.id }), word: t.backTo(group.name) }}
      title={t.substitute.for(group.name)}
    >
      <Form action={urls.substitute({ id: group.id })}>
        <Text>{t.substitute.text}</Text>
        {Object.keys(problems).length > 0 && <FormErrors>{problem('person')}</FormErrors>}
        <Choice
          name="days"
          legend={t.substitute.days}
          several
          columns={3}
          chosen={days}
          error={problem('days')}
          options={offered.map((day) => ({
            value: day,
            label: capital(day === today ? t.substitute.today : dayShort(language, day)),
          }))}
        />
        {people.length === 0 && <Empty title={t.substitute.nobody}>{t.substitute.nobodyText}</Empty>}
        <Names
          t={t}
          language={language}
          heading={t.substitute.substitutes}
          people={people.filter((one) => one.substitute)}
        />
        <Names t={t} language={language} heading={t.substitute.team} people={people.filter((one) => !one.substitute)} />
      </Form>
      <Section>
        <Link to={urls.newGroupTeacher({ id: group.id })}>{t.substitute.longer}</Link>
      </Section>
    </TaskScreen>
  )
}
