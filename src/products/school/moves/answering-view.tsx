import { dayLong, type Language } from '#shared/language/index.ts'
import { Button, Check, Choice, Facts, Foot, Form, FormErrors, Notice, TaskScreen, Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { MyMove } from './answering.ts'
import type { MoveTexts } from './texts.ts'

export type MyMoveProps = {
  t: MoveTexts
  language: Language
  move: MyMove
  problem?: string | undefined
  saved: boolean
}

/** What would go along to the other school, and the guardian's answer. */
export const MyMoveForm = ({ t, language, move, problem, saved }: MyMoveProps) => {
  const { mine, contact } = move
  const own = [contact.email, contact.phone].filter(Boolean).join(', ')
  const day = (at: string) => dayLong(language, at, { year: true })
  return (
    <TaskScreen
      back={{ to: urls.child({ id: move.pupil }), word: t.backTo(move.givenName) }}
      title={t.mine(move.givenName, move.to.name)}
    >
      {saved && <Notice kind="received">{t.saved}</Notice>}
      <Text>{t.mineText(move.to.name, day(move.lastDay))}</Text>
      <Facts
        facts={[
          { term: t.name, text: move.name },
          { term: t.birthDate, text: move.birthDate ? day(move.birthDate) : t.unknown },
          { term: t.year, text: move.year ?? t.unknown },
        ]}
      />
      <Text quiet>{t.notAlong}</Text>
      <Form action={urls.answerMove({ id: move.id })}>
        {problem && <FormErrors />}
        {mine.decides && (
          <Choice
            name="allows"
            legend={t.allows(move.givenName)}
            chosen={mine.answer ? (mine.answer.allows ? 'yes' : 'no') : undefined}
            error={problem}
            options={[
              { value: 'yes', label: t.allowsYes },
              { value: 'no', label: t.allowsNo },
            ]}
          />
        )}
        <Check name="contact" label={t.contactCheck} checked={mine.answer?.contact ?? false} />
        <Text small quiet>
          {own ? t.contactNow(own) : t.contactNone}
        </Text>
        <Foot>
          <Button>{t.save}</Button>
        </Foot>
      </Form>
    </TaskScreen>
  )
}
