import { Button, Field, Foot, Form, FormErrors, Link, Notice, Section, TaskScreen, Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { MergeTexts } from './texts.ts'

export type MergeProps = {
  readonly t: MergeTexts
  /** The address of the account that stays. */
  readonly mine: string
  readonly typed: string
  /** Sentences by field; `form` stands above it. */
  readonly problems: Readonly<Record<string, string | undefined>>
}

/** What merging does, said before it is done, and the proof that the other account is one's own. */
export const Merge = ({ t, mine, typed, problems }: MergeProps) => (
  <TaskScreen back={{ to: urls.me(), word: t.back }} title={t.title}>
    <Form action={urls.mergeAccounts()}>
      {problems.form && <FormErrors>{problems.form}</FormErrors>}
      <Text>{t.text}</Text>
      {[t.keeps(mine), t.moves, t.goes, t.ends].map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      <Notice kind="waiting" icon="circle-alert" still>
        {t.undo}
      </Notice>
      <Section heading={t.other}>
        <Field
          name="address"
          type="email"
          label={t.address}
          autoComplete="off"
          value={typed}
          error={problems.address}
        />
        <Field name="password" type="password" label={t.password} autoComplete="off" error={problems.password} />
        <Field
          name="code"
          label={t.code}
          hint={t.codeHint}
          autoComplete="one-time-code"
          error={problems.code}
          short
          optional
        />
        <Text small>
          <Link to={urls.forgottenPassword()}>{t.forgotten}</Link>
        </Text>
      </Section>
      <Foot>
        <Button look="alert-line">{t.merge}</Button>
      </Foot>
    </Form>
  </TaskScreen>
)
