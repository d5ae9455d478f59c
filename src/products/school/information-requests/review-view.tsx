import type { Typed } from '#shared/access/form.ts'
import { dayLong, type Language, listOf } from '#shared/language/index.ts'
import { Button, Choice, Foot, Form, FormErrors, Meta, Quote, TaskScreen, Text, TextArea } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { oneOf, problemIn } from '../typed.ts'
import { outcomes } from './personal-data.ts'
import type { listRequests } from './queries.ts'
import type { RequestTexts } from './texts.ts'

type Props = {
  t: RequestTexts
  language: Language
  request: Awaited<ReturnType<typeof listRequests>>['waiting'][number]
  typed: Typed
  problems: Readonly<Record<string, string>>
}

/** Somebody of the office looks at what may be told to a parent without authority, and writes it down. */
export const ReviewAnswer = ({ t, language, request, typed, problems }: Props) => {
  const problem = problemIn(t.problems, problems)
  return (
    <TaskScreen back={{ to: urls.informationRequests(), word: t.office }} title={t.reviewTitle(request.name)}>
      <Meta>
        {[
          ...(request.children.length > 0 ? [t.parentOf(listOf(language, request.children))] : []),
          t.sentOn(dayLong(language, request.sent)),
        ].join('. ')}
      </Meta>
      <Form action={urls.informationRequestOf({ id: request.id })}>
        <Quote>{request.text}</Quote>
        <Text>{t.reviewText}</Text>
        {Object.keys(problems).length > 0 && <FormErrors />}
        <Choice
          name="outcome"
          legend={t.outcome}
          columns={2}
          options={outcomes.map((outcome) => ({ value: outcome, label: t.outcomes[outcome] }))}
          chosen={oneOf(typed, 'outcome') || undefined}
          error={problem('outcome')}
        />
        <TextArea
          name="text"
          label={t.answer}
          hint={t.answerHint}
          readers={t.answerReaders(request.name)}
          value={oneOf(typed, 'text')}
          error={problem('text')}
          rows={6}
          maxLength={4000}
        />
        <Foot>
          <Button>{t.sendAnswer(request.name)}</Button>
        </Foot>
      </Form>
    </TaskScreen>
  )
}
