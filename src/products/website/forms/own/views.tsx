import { randomUUID } from 'node:crypto'
import type { Typed } from '#shared/access/form.ts'
import { clockShort, dayLong, type Language } from '#shared/language/index.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Field,
  Form,
  FormErrors,
  Notice,
  Quote,
  Section,
  Text,
  TextArea,
  Timeline,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { Answers } from '../answers-view.tsx'
import type { FormField } from '../fields.ts'
import { inputName, longest } from '../fields.ts'
import type { Happened, Submission } from '../messages.ts'
import { Asked, type FormProblems } from '../public/form-view.tsx'
import type { FormTexts } from '../texts.ts'
import type { OwnTexts } from './texts.ts'

type Props = { t: OwnTexts; language: Language; token: string; message: Submission }

const shownSteps = new Set(['received', 'answered', 'wrote-back', 'corrected', 'closed', 'reopened'])

const History = ({ t, language, history }: Pick<Props, 't' | 'language'> & { history: readonly Happened[] }) => (
  <Section heading={t.history}>
    <Timeline
      label={t.history}
      entries={history
        .filter(({ what }) => shownSteps.has(what))
        .map(({ id, what, text, at }) => ({
          key: id,
          time: clockShort(language, at),
          icon: what === 'answered' ? 'mail' : what === 'received' ? 'check' : 'pencil',
          title: t.steps[what],
          text: dayLong(language, at),
          ...(text ? { more: <Quote>{text}</Quote> } : {}),
        }))}
    />
  </Section>
)

/** What somebody sent, with the answers; they can write back, correct it and take it away, without an account. */
export const OwnMessage = (
  props: Props & { history: readonly Happened[]; said: string | null; problem: boolean; typed: string },
) => {
  const { t, language, token, message, history, said, problem, typed } = props
  const { receivedAt, form, endsOn, dueOn, state, mail } = message
  const address = { token }
  return (
    <>
      {said && <Notice kind="received">{said}</Notice>}
      {!mail && <Notice kind="waiting">{t.keepAddress}</Notice>}
      <Text>{t.sent(dayLong(language, receivedAt), form.title)}</Text>
      {dueOn && state === 'waiting' && <Text>{t.clock(dayLong(language, dueOn))}</Text>}
      <Answers t={t} message={message} />
      <History {...{ t, language, history }} />
      <Section heading={t.write}>
        <Form action={urls.sentMessage(address)} requestKey={randomUUID()}>
          {problem && <FormErrors />}
          <TextArea
            name="text"
            label={t.writeLabel}
            readers={t.writeReaders}
            value={typed}
            error={problem ? t.writeProblem : undefined}
            maxLength={longest.area}
          />
          <Button look="tinted">{t.write}</Button>
        </Form>
      </Section>
      <Text quiet small>
        {endsOn ? t.goes(dayLong(language, endsOn, { year: true })) : t.keeps}
      </Text>
      <Actions>
        <ButtonLink to={urls.correctSentMessage(address)} look="line" icon="pencil">
          {t.correct}
        </ButtonLink>
        <ButtonLink to={urls.removeSentMessage(address)} look="line" icon="trash-2">
          {t.removeTitle}
        </ButtonLink>
      </Actions>
    </>
  )
}

type CorrectProps = {
  t: OwnTexts
  words: FormTexts
  language: Language
  token: string
  fields: readonly FormField[]
  typed: Typed
  problems: FormProblems
}

const one = (value: Typed[string] | undefined) => (typeof value === 'string' ? value : value?.[0])

/** The same questions again with what was answered. */
export const CorrectMessage = ({ t, words, language, token, fields, typed, problems }: CorrectProps) => (
  <>
    <Text>{t.correctText}</Text>
    <Form action={urls.correctSentMessage({ token })}>
      {Object.keys(problems).length > 0 && <FormErrors />}
      <Field
        name="name"
        label={words.name}
        value={one(typed.name)}
        maxLength={longest.text}
        error={problems.name && words.problems.name}
        mayBeEmpty
      />
      {fields.map((field) => (
        <Asked
          key={field.id}
          t={words}
          language={language}
          field={field}
          typed={typed}
          problem={problems[inputName(field)]}
        />
      ))}
      <Actions>
        <Button>{t.save}</Button>
        <ButtonLink to={urls.sentMessage({ token })} look="line">
          {t.keep}
        </ButtonLink>
      </Actions>
    </Form>
  </>
)

export const RemoveMessage = ({ t, token }: Pick<Props, 't' | 'token'>) => (
  <>
    <Text>{t.removeText}</Text>
    <Form action={urls.removeSentMessage({ token })}>
      <Actions>
        <Button look="alert">{t.remove}</Button>
        <ButtonLink to={urls.sentMessage({ token })} look="line">
          {t.keep}
        </ButtonLink>
      </Actions>
    </Form>
  </>
)
