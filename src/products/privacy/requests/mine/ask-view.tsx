import { problemIn, typedOnce } from '#products/school/index.ts'
import type { Typed } from '#shared/access/form.ts'
import type { Language } from '#shared/language/index.ts'
import {
  Button,
  Choice,
  Dependent,
  Field,
  Foot,
  Form,
  FormErrors,
  TaskScreen,
  Text,
  TextArea,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { Concerns } from '../concerns-view.tsx'
import type { Keeping } from '../keeping.ts'
import { WhatStays } from '../keeping-view.tsx'
import { type AskedHere, fields, restricts } from '../kinds.ts'
import type { Subject } from '../subjects.ts'
import type { RequestWords } from '../texts.ts'
import type { MineTexts } from './texts.ts'

type Props = {
  t: MineTexts
  words: RequestWords
  language: Language
  kind: AskedHere
  school: string
  subjects: readonly Subject[]
  /** Of an erasure: what goes and stays, by person. */
  keepings: ReadonlyMap<string, Keeping>
  me: string
  typed: Typed
  problems: Readonly<Record<string, string>>
  requestKey: string
}

/** One request: about whom, what, and why. What goes to school stands in the button. */
export const AskForm = (props: Props) => {
  const { t, kind, school, subjects, keepings, me, typed, problems, requestKey } = props
  const words = t.forms[kind]
  const problem = problemIn(t.problems, problems)
  if (subjects.length === 0)
    return (
      <TaskScreen back={{ to: urls.myRequests(), word: t.back }} title={words.title}>
        <Text>{t.young}</Text>
      </TaskScreen>
    )
  return (
    <TaskScreen back={{ to: urls.myRequests(), word: t.back }} title={words.title}>
      <Form action={urls.askRight({ kind })} requestKey={requestKey} behaviour="depend">
        <Text>{words.intro}</Text>
        {Object.keys(problems).length > 0 && <FormErrors>{problem('form') ?? problem('requestKey')}</FormErrors>}
        <Choice
          name="person"
          legend={t.about}
          options={subjects.map(({ id, givenName }) => ({ value: id, label: id === me ? t.me : givenName }))}
          chosen={typedOnce(typed, 'person') || (subjects.length === 1 ? subjects[0]!.id : undefined)}
          error={problem('person')}
        />
        {kind === 'erasure' &&
          subjects.map(({ id, givenName }) => (
            <Dependent key={id} when={`person=${id}`}>
              <WhatStays
                {...{ words: props.words, language: props.language }}
                keeping={keepings.get(id)!}
                name={givenName}
              />
            </Dependent>
          ))}
        {kind === 'correction' && <Correction {...props} />}
        {restricts(kind) && <Concerns {...props} typed={typed} problems={problems} />}
        <TextArea
          name="text"
          label={words.text}
          hint={words.hint}
          readers={t.readers}
          value={typedOnce(typed, 'text')}
          error={problem('text')}
          optional={kind === 'correction'}
          rows={5}
          maxLength={2000}
        />
        <Foot>
          <Button>{t.send(school)}</Button>
        </Foot>
      </Form>
    </TaskScreen>
  )
}

const Correction = ({ t, words, typed, problems }: Props) => {
  const problem = problemIn(t.problems, problems)
  return (
    <>
      <Choice
        name="field"
        legend={t.field}
        columns={2}
        options={fields.map((field) => ({ value: field, label: words.fields[field] }))}
        chosen={typedOnce(typed, 'field') || undefined}
        error={problem('field')}
      />
      <Field
        name="value"
        label={t.value}
        hint={t.valueHint}
        value={typedOnce(typed, 'value')}
        error={problem('value')}
        maxLength={254}
        mayBeEmpty
      />
    </>
  )
}
