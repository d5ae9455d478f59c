import type { Language } from '#shared/language/index.ts'
import { Actions, Button, DateField, Foot, Form, FormErrors, Select, TaskScreen, Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { NameFields, type Shown } from '../people/forms-view.tsx'
import type { Lookalike } from '../people/lookalikes.ts'
import { LooksLike } from '../people/lookalikes-view.tsx'
import { oneOf, problemIn } from '../typed.ts'
import type { HomeGroup } from './placing.ts'
import type { PupilTexts } from './texts.ts'

type Props = Omit<Shown, 't'> & { t: PupilTexts; groups: readonly HomeGroup[] }

const YEARS = ['1', '2', '3', '4', '5', '6', '7', '8']

/** The group, the year in it, and the first day. */
export const PlaceFields = ({ t, groups, typed, problems, day }: Props & { day: { label: string; min?: string } }) => {
  const problem = problemIn(t.problems, problems)
  return (
    <>
      <Select
        name="group"
        label={t.group}
        value={oneOf(typed, 'group')}
        error={problem('group')}
        options={[{ value: '', label: t.choose }, ...groups.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Select
        name="year"
        label={t.year}
        hint={t.yearHint}
        value={oneOf(typed, 'year')}
        error={problem('year')}
        options={[{ value: '', label: t.asGroup }, ...YEARS.map((value) => ({ value, label: t.yearNamed(value) }))]}
      />
      <DateField
        name="from"
        label={day.label}
        value={oneOf(typed, 'from')}
        error={problem('from')}
        {...(day.min ? { min: day.min } : {})}
      />
    </>
  )
}

/** A pupil who is not in the administration's file yet. */
export const NewPupilForm = (
  props: Props & { people: Shown['t']; language: Language; found: readonly Lookalike[]; birthDates: boolean },
) => {
  const { t, people, language, found, birthDates, typed, problems } = props
  return (
    <TaskScreen back={{ to: urls.people({ kind: 'pupils' }), word: t.back }} title={t.add}>
      <Form action={urls.newPupil()}>
        <Text>{t.text}</Text>
        {Object.keys(problems).length > 0 && <FormErrors />}
        <LooksLike t={t.looks} language={language} found={found} name={oneOf(typed, 'givenName')} />
        <NameFields t={people} typed={typed} problems={problems} />
        {birthDates && (
          <DateField
            name="birthDate"
            label={t.birthDate}
            value={oneOf(typed, 'birthDate')}
            error={problemIn(people.problems, problems)('birthDate')}
            optional
          />
        )}
        <PlaceFields {...props} day={{ label: t.firstDay }} />
        <Foot>
          <Actions>
            <Button name="parents" value="now">
              {t.addAndGuardian}
            </Button>
            <Button name="parents" value="later" look="line">
              {t.addOnly}
            </Button>
          </Actions>
        </Foot>
      </Form>
    </TaskScreen>
  )
}

/** Where a pupil goes from a day on: another group, or back at school. */
export const PlaceForm = (
  props: Props & {
    person: { readonly id: string; readonly name: string }
    action: string
    title: string
    text: string
    button: string
    day: { label: string; min: string }
  },
) => (
  <TaskScreen
    back={{ to: urls.person({ id: props.person.id }), word: props.t.backTo(props.person.name) }}
    title={props.title}
  >
    <Form action={props.action}>
      <Text>{props.text}</Text>
      {Object.keys(props.problems).length > 0 && <FormErrors />}
      <PlaceFields {...props} />
      <Foot>
        <Button>{props.button}</Button>
      </Foot>
    </Form>
  </TaskScreen>
)
