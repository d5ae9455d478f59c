import { Button, Form, Section, Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { MessageTexts } from '../texts.ts'
import type { Other } from './together.ts'

export type TogetherProps = {
  readonly t: MessageTexts
  readonly group: string
  readonly others: readonly Other[]
  /** We write together already. */
  readonly shared: boolean
}

const One = ({ t, group, other }: { t: MessageTexts; group: string; other: Other }) => {
  const { id, name, iAsked, theyAsked } = other
  if (iAsked)
    return (
      <Form action={urls.apartMessages({ group })}>
        <Text>{t.together.asked(name)}</Text>
        <Button look="line">{t.together.withdraw}</Button>
      </Form>
    )
  return (
    <Form action={urls.togetherMessages({ group })} hidden={{ other: id }}>
      <Text>{theyAsked ? t.together.theyAsked(name) : t.together.askText(name)}</Text>
      <Button look={theyAsked ? 'tinted' : 'line'}>{theyAsked ? t.together.agree(name) : t.together.ask(name)}</Button>
    </Form>
  )
}

/** Guardians who live apart each have an own conversation, unless both ask for one; either ends it. */
export const Together = ({ t, group, others, shared }: TogetherProps) => {
  if (!shared && others.length === 0) return null
  return (
    <Section heading={t.together.title} id="together">
      <Text>{shared ? t.together.now : t.together.text}</Text>
      {shared ? (
        <Form action={urls.apartMessages({ group })}>
          <Button look="line">{t.together.end}</Button>
        </Form>
      ) : (
        others.map((other) => <One key={other.id} t={t} group={group} other={other} />)
      )}
    </Section>
  )
}
