import type { Typed } from '#shared/access/form.ts'
import { dayLong, type Language } from '#shared/language/index.ts'
import { Button, Choice, Foot, Form, FormErrors, TaskScreen, Text } from '#shared/ui/index.ts'
import { oneOf } from '../typed.ts'
import type { Difference } from './difference.ts'
import type { Deed } from './history.ts'
import type { PeopleTexts } from './texts.ts'

export type DifferenceProps = {
  t: PeopleTexts['difference']
  language: Language
  action: string
  back: { readonly to: string; readonly word: string }
  title: string
  version: string
  typed: Typed
  choose: readonly Difference[]
  label: (field: string) => string
  /** A field's text as people read it. */
  words: (field: string, value: string) => string
  /** Who changed something meanwhile, and when. */
  deed: Deed | null
}

const OWN = /^(version|asked|keep\..*)$/

/** Everything that was typed, to be posted again. */
const posted = (typed: Typed) =>
  Object.entries(typed).flatMap(([name, value]) =>
    OWN.test(name) ? [] : [value].flat().map((one): [string, string] => [name, one]),
  )

/** Two changed the same at once: what the other stored and what you typed, field by field, to choose from. */
export const DifferenceForm = (props: DifferenceProps) => {
  const { t, language, action, back, title, version, typed, choose, label, words, deed } = props
  const asked = oneOf(typed, 'asked').split(' ')
  const shown = (field: string, value: string) => {
    if (value === '') return t.empty
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayLong(language, value, { year: true }) : words(field, value)
  }
  return (
    <TaskScreen back={back} title={title}>
      <Form
        action={action}
        hidden={{ version, asked: choose.map(({ name }) => name).join(' ') }}
        posted={posted(typed)}
      >
        <FormErrors>{deed?.by ? t.by(deed.by) : t.somebody}</FormErrors>
        <Text>{t.text}</Text>
        {choose.map(({ name, stored, typed: mine, keep }) => (
          <Choice
            key={name}
            name={`keep.${name}`}
            legend={label(name)}
            chosen={keep ?? undefined}
            error={keep === null && asked.includes(name) ? t.choose : undefined}
            options={[
              { value: 'stored', label: shown(name, stored), hint: deed?.by ? t.storedBy(deed.by) : t.stored },
              { value: 'typed', label: shown(name, mine), hint: t.typed },
            ]}
          />
        ))}
        <Foot>
          <Button>{t.save}</Button>
        </Foot>
      </Form>
    </TaskScreen>
  )
}
