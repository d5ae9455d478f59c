import { z } from 'zod'
import { many, requestKey, type Typed } from '#shared/access/form.ts'
import { capital, type Language } from '#shared/language/index.ts'
import {
  Button,
  Choice,
  Foot,
  Form,
  FormErrors,
  HiddenFields,
  Strong,
  TaskScreen,
  Text,
  TextArea,
} from '#shared/ui/index.ts'
import type { Kind } from '#shared/vault/declaration.ts'
import { kindWords } from '#shared/vault/kind-words.ts'
import { urls } from '#src/urls.ts'
import { isShown, kindsToShow, reasons } from './kinds.ts'
import { reasonWords, type WindowTexts } from './texts.ts'

const LONGEST_MINUTES = 240
const TEXT = 1000

/** What is asked of who opens a window: nobody keeps one open for more than four hours. */
export const windowForm = z.object({
  requestKey,
  about: z.uuid(),
  kinds: many(z.string('kinds').refine(isShown, 'kinds')).refine((kinds) => kinds.length > 0, 'kinds'),
  reason: z.enum(reasons, 'reason'),
  text: z.string('text').min(1, 'text').max(TEXT, 'textLong'),
  minutes: z.coerce.number('minutes').int('minutes').min(1, 'minutes').max(LONGEST_MINUTES, 'tooLong'),
})

export type Problems = Readonly<Record<string, string>>

/** Of a kind, what it is in words; a number by itself says nothing. */
export const kindName = (t: WindowTexts, language: Language, kind: Kind): string =>
  kind === 'identifier' ? t.form.number : capital(kindWords[kind][language])

type Props = {
  readonly t: WindowTexts
  readonly language: Language
  /** Whose data it may be about, the first unless another was chosen. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly sent: string
  readonly typed: Typed
  readonly problems: Problems
  readonly back: string
}

/** Whose data, which, why, and for how long. */
export const WindowForm = ({ t, language, people, sent, typed, problems, back }: Props) => {
  const wrong = (name: string) => {
    const code = problems[name] as keyof typeof t.problems | undefined
    return code && t.problems[code]
  }
  const one = (name: string) => (typeof typed[name] === 'string' ? (typed[name] as string) : undefined)
  return (
    <TaskScreen back={{ to: back, word: t.title }} title={t.form.title}>
      <Form action={urls.newSupportWindow()} requestKey={sent}>
        {Object.keys(problems).length > 0 && <FormErrors>{wrong('form')}</FormErrors>}
        <Text>{t.form.text}</Text>
        {people.length === 1 ? (
          <>
            <HiddenFields fields={{ about: people[0]!.id }} />
            <Strong>{t.form.about(people[0]!.name)}</Strong>
          </>
        ) : (
          <Choice
            name="about"
            legend={t.form.whose}
            chosen={one('about') ?? people[0]!.id}
            options={people.map((person) => ({ value: person.id, label: person.name, person }))}
          />
        )}
        <Choice
          name="kinds"
          legend={t.form.kinds}
          hint={t.form.kindsHint}
          several
          chosen={[typed.kinds ?? []].flat()}
          error={wrong('kinds')}
          options={kindsToShow().map((kind) => ({ value: kind, label: kindName(t, language, kind) }))}
        />
        <Choice
          name="reason"
          legend={t.form.reason}
          chosen={one('reason')}
          error={wrong('reason')}
          options={reasons.map((reason) => ({ value: reason, label: reasonWords[reason][language] }))}
        />
        <TextArea
          name="text"
          label={t.form.words}
          readers={t.form.wordsReaders}
          value={one('text')}
          maxLength={TEXT}
          error={wrong('text')}
        />
        <Choice
          name="minutes"
          legend={t.form.minutes}
          columns={2}
          chosen={one('minutes') ?? '60'}
          error={wrong('minutes')}
          options={Object.entries(t.form.periods).map(([value, label]) => ({ value, label }))}
        />
        <Foot>
          <Button>{t.form.send}</Button>
        </Foot>
      </Form>
    </TaskScreen>
  )
}
