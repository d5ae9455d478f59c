import { problemIn, typedOnce } from '#products/school/index.ts'
import type { Typed } from '#shared/access/form.ts'
import {
  Button,
  Choice,
  DateField,
  Field,
  FieldRow,
  Foot,
  Form,
  FormErrors,
  TaskScreen,
  TextArea,
  TimeField,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { LONGEST } from './form.ts'
import { causes, dataKinds, groups, natures, risks } from './kinds.ts'
import type { IncidentTexts } from './texts.ts'

type Props = {
  readonly t: IncidentTexts
  readonly id: string
  readonly typed: Typed
  readonly problems: Readonly<Record<string, string>>
  readonly title: string
}

const optionsOf = <Name extends string>(names: readonly Name[], words: Readonly<Record<Name, string>>) =>
  names.map((value) => ({ value, label: words[value] }))

/** What is known by now of the six items; what is not known yet stays empty. */
export const FactsForm = ({ t, id, typed, problems, title }: Props) => {
  const wrong = problemIn(t.problems, problems)
  const { facts: f } = t
  const value = (name: string) => typedOnce(typed, name)
  const several = (name: string) => [typed[name] ?? []].flat()
  const area = (name: string, label: string) => (
    <TextArea name={name} label={label} value={value(name)} error={wrong(name)} rows={3} maxLength={LONGEST} optional />
  )
  return (
    <TaskScreen back={{ to: urls.incident({ id }), word: title }} title={f.title}>
      <Form action={urls.incidentFacts({ id })}>
        {Object.keys(problems).length > 0 && <FormErrors />}
        <FieldRow id="found" legend={f.found} error={wrong('day') ?? wrong('time')}>
          <DateField name="day" label={f.foundDay} value={value('day')} />
          <TimeField name="time" label={f.foundTime} value={value('time')} />
        </FieldRow>
        <Choice
          name="breach"
          legend={f.breach}
          chosen={value('breach')}
          columns={2}
          optional
          error={wrong('breach')}
          options={[
            { value: 'yes', label: f.breachYes },
            { value: 'no', label: f.breachNo },
          ]}
        />
        <TextArea
          name="summary"
          label={f.summary}
          readers={f.readers}
          value={value('summary')}
          error={wrong('summary')}
          rows={3}
          maxLength={LONGEST}
          optional
        />
        <Choice
          name="natures"
          legend={f.natures}
          several
          columns={2}
          optional
          chosen={several('natures')}
          options={optionsOf(natures, f.nature)}
        />
        <Choice
          name="cause"
          legend={f.cause}
          chosen={value('cause')}
          optional
          error={wrong('cause')}
          options={optionsOf(causes, f.causes)}
        />
        {area('causeText', f.causeText)}
        {area('measures', f.measures)}
        <Choice
          name="people"
          legend={f.people}
          several
          columns={2}
          optional
          chosen={several('people')}
          options={optionsOf(groups, f.groups)}
        />
        {area('extent', f.extent)}
        <Field
          name="size"
          label={f.size}
          inputMode="numeric"
          value={value('size')}
          error={wrong('size')}
          maxLength={8}
          short
          optional
        />
        <Choice
          name="kinds"
          legend={f.kinds}
          several
          columns={2}
          optional
          chosen={several('kinds')}
          options={optionsOf(dataKinds, f.kind)}
        />
        <Choice name="risk" legend={f.risk} chosen={value('risk')} optional options={optionsOf(risks, f.risks)} />
        {area('consequences', f.consequences)}
        <Foot>
          <Button>{f.save}</Button>
        </Foot>
      </Form>
    </TaskScreen>
  )
}
