import type { Typed } from '#shared/access/form.ts'
import {
  Button,
  Choice,
  DateField,
  FieldRow,
  Foot,
  Form,
  FormErrors,
  Section,
  Stack,
  TaskScreen,
  Text,
  TimeField,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { RoundPage } from './queries.ts'
import { OneButton, type Shown } from './views.tsx'

type Props = Shown & {
  readonly page: RoundPage
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  readonly closesOn: string
  readonly typed: Typed
  readonly problems: Readonly<Record<string, string>>
}

/** More hours for a round, for its own groups or for one that comes to it, and how long guardians choose. */
export const MoreTimes = ({ t, page, groups, closesOn, typed, problems }: Props) => {
  const value = (name: string) => (typeof typed[name] === 'string' ? (typed[name] as string) : undefined)
  const chosen = typed.groups === undefined ? page.groups.map(({ id }) => id) : [typed.groups].flat()
  return (
    <TaskScreen back={{ to: urls.conversationRound({ round: page.id }), word: page.title }} title={t.timesTitle}>
      <Stack gap="loose">
        <Text>{t.timesText}</Text>
        <Form action={urls.conversationTimes({ round: page.id })} resend>
          {Object.keys(problems).length > 0 && <FormErrors />}
          <Choice
            name="groups"
            legend={t.groups}
            several
            columns={2}
            chosen={chosen}
            error={problems.groups}
            options={groups.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <FieldRow id="hours" legend={t.timesTitle} error={problems.on ?? problems.from ?? problems.until}>
            <DateField name="on" label={t.on} value={value('on')} mayBeEmpty />
            <TimeField name="from" label={t.from} value={value('from')} mayBeEmpty />
            <TimeField name="until" label={t.until} value={value('until')} mayBeEmpty />
          </FieldRow>
          <DateField name="closesOn" label={t.closes} value={value('closesOn') ?? closesOn} error={problems.closesOn} />
          <Foot>
            <Button>{t.timesSave}</Button>
          </Foot>
        </Form>
        {page.mine && (
          <Section heading={t.callOff}>
            <Text>
              {t.callOffText(page.groups.flatMap(({ slots }) => slots.filter(({ booking }) => booking)).length)}
            </Text>
            <OneButton action={urls.callOffConversationRound({ round: page.id })} hidden={{}}>
              {t.callOff}
            </OneButton>
          </Section>
        )}
      </Stack>
    </TaskScreen>
  )
}
