import type { Typed } from '#shared/access/form.ts'
import { number } from '#shared/language/index.ts'
import {
  Button,
  Choice,
  Details,
  Empty,
  Field,
  Foot,
  Form,
  FormErrors,
  Stack,
  TaskScreen,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { allOf, oneOf, problemIn } from '../typed.ts'
import { countOf, type Props } from './plan-views.tsx'
import type { Plan, PlannedGroup } from './plans.ts'
import type { PlannedPupil } from './pupils.ts'
import type { GroupToBe } from './sizes.ts'

type NewProps = Props & {
  plan: Plan
  /** The home groups to be. */
  groups: readonly GroupToBe[]
  typed: Typed
  problems: Readonly<Record<string, string>>
  requestKey: string
}

/** A new group beside the home groups: its name, and whole groups that come in it. */
export const NewOtherGroup = ({ t, language, plan, groups, typed, problems, requestKey }: NewProps) => {
  const problem = problemIn(t.problems, problems)
  return (
    <TaskScreen back={{ to: urls.schoolYearGroups({ id: plan.id }), word: t.backToGroups }} title={t.addOther}>
      <Form action={urls.schoolYearOtherGroups({ id: plan.id })} requestKey={requestKey}>
        <Text>{t.addOtherText}</Text>
        {Object.keys(problems).length > 0 && <FormErrors />}
        <Field
          name="name"
          label={t.name}
          hint={t.otherNameHint}
          value={oneOf(typed, 'name')}
          error={problem('name')}
          maxLength={64}
        />
        <Choice
          name="of"
          legend={t.everyoneOf}
          hint={t.everyoneOfHint}
          several
          columns={2}
          optional
          chosen={allOf(typed, 'of')}
          options={groups.map((group) => ({
            value: group.id,
            label: group.name,
            hint: countOf({ t, language }, group.pupils),
          }))}
        />
        <Foot>
          <Button>{t.makeOther}</Button>
        </Foot>
      </Form>
    </TaskScreen>
  )
}

type PupilsProps = Props & {
  plan: Plan
  group: PlannedGroup
  groups: readonly PlannedGroup[]
  pupils: readonly PlannedPupil[]
  within: readonly PlannedPupil[]
}

/** Everyone of next year by home group, to tick on and off. */
export const OtherGroupPupils = ({ t, language, plan, group, groups, pupils, within }: PupilsProps) => {
  const at = { id: plan.id, group: group.id }
  const chosen = new Set(within.map(({ id }) => id))
  const home = groups.filter(({ kind }) => kind === 'home')
  const lists = [
    ...home.map(({ id, name }) => ({ id, name, some: pupils.filter(({ goes }) => goes.startsWith(id)) })),
    { id: 'none', name: t.open, some: pupils.filter(({ goes }) => goes === '') },
  ].filter(({ some }) => some.length > 0)
  return (
    <TaskScreen back={{ to: urls.schoolYearGroup(at), word: group.name }} title={t.chooseTitle(group.name)}>
      {lists.length === 0 ? (
        <Empty title={t.noPupils} />
      ) : (
        <Form action={urls.schoolYearGroupPupils(at)} posted={[...chosen].map((id) => ['seen', id] as const)}>
          <Text>{t.chooseText}</Text>
          <Stack>
            {lists.map(({ id, name, some }) => {
              const of = some.filter((pupil) => chosen.has(pupil.id)).length
              return (
                <Details
                  key={id}
                  title={name}
                  open={of > 0}
                  end={t.chosenOf(number(language, of), number(language, some.length))}
                >
                  <Choice
                    name="in"
                    legend={t.inGroupFrom(name)}
                    several
                    columns={2}
                    chosen={[...chosen]}
                    options={some.map((pupil) => ({ value: pupil.id, label: pupil.name }))}
                  />
                </Details>
              )
            })}
          </Stack>
          <Foot>
            <Button>{t.saveChosen}</Button>
          </Foot>
        </Form>
      )}
    </TaskScreen>
  )
}
