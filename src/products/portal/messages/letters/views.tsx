import {
  Actions,
  BackLink,
  Button,
  Check,
  Choice,
  Details,
  Empty,
  Field,
  Form,
  FormErrors,
  Link,
  Notice,
  PageHead,
  Stack,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { Box, type BoxProps, UrgencyChoice } from '../box-view.tsx'
import type { MessageTexts } from '../texts.ts'
import type { Choosable } from './audience.ts'

/** An address with whom was chosen in it, by numbers that say nothing. */
export const withChoice = (address: string, to: readonly string[]): string =>
  `${address}?${new URLSearchParams(to.map((id) => ['to', id] as [string, string]))}`

/** To whom: whole groups, or children of them. */
export const Choose = ({ t, groups, chosen, problem }: ChooseProps) => (
  <>
    <BackLink to={urls.messages()}>{t.thread.back}</BackLink>
    <PageHead title={t.letter.chooseTitle} text={t.letter.chooseText} />
    {groups.length === 0 ? (
      <Empty title={t.letter.noGroups}>{t.letter.noGroupsText}</Empty>
    ) : (
      <Form action={urls.newLetter()}>
        {problem && <Notice kind="alert">{problem}</Notice>}
        <Choice
          name="to"
          legend={t.letter.groups}
          several
          optional
          columns={2}
          chosen={chosen}
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {groups.map(({ id, name, pupils }) => (
          <Details key={id} title={t.letter.some(name)} open={pupils.some((pupil) => chosen.includes(pupil.id))}>
            {pupils.map((pupil) => (
              <Check key={pupil.id} name="to" value={pupil.id} label={pupil.name} checked={chosen.includes(pupil.id)} />
            ))}
          </Details>
        ))}
        <Button>{t.letter.next}</Button>
      </Form>
    )}
  </>
)

type ChooseProps = {
  readonly t: MessageTexts
  readonly groups: readonly Choosable[]
  readonly chosen: readonly string[]
  readonly problem: string | null
}

/** What is written to them. */
export const Write = ({ to, requestKey, today, ...box }: WriteProps) => {
  const { t, typed, problems } = box
  const heading = typeof typed.heading === 'string' ? typed.heading : undefined
  return (
    <>
      <BackLink to={urls.messages()}>{t.thread.back}</BackLink>
      <PageHead title={t.letter.writeTitle} text={t.letter.replies} />
      <Form
        action={urls.writeLetter()}
        requestKey={requestKey}
        resend
        multipart
        behaviour="depend"
        posted={to.map((id) => ['to', id] as const)}
      >
        {Object.keys(problems).length > 0 && <FormErrors />}
        <Field name="heading" label={t.letter.heading} value={heading} error={problems.heading} maxLength={80} />
        <Box {...box} />
        <UrgencyChoice t={t} typed={typed} problems={problems} today={today} />
        <Stack>
          {problems.to && <Text>{problems.to}</Text>}
          <Actions>
            <Button>{t.letter.send}</Button>
            <Link to={withChoice(urls.newLetter(), to)}>{t.letter.change}</Link>
          </Actions>
        </Stack>
      </Form>
    </>
  )
}

type WriteProps = BoxProps & { readonly to: readonly string[]; readonly requestKey: string; readonly today: string }
