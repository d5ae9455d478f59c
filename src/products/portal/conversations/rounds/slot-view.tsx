import type { Typed } from '#shared/access/form.ts'
import { capital, clock, dayLong, listOf } from '#shared/language/index.ts'
import { Button, Form, FormErrors, Section, Select, Stack, TaskScreen, Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Caller } from './by-hand.ts'
import type { Filled, RoundGroup, RoundPage } from './queries.ts'
import { OneButton, type Shown, stateOf, titleOf } from './views.tsx'

type Props = Shown & {
  readonly page: RoundPage
  readonly group: RoundGroup
  readonly slot: Filled
  readonly callers: readonly Caller[]
  readonly now: Date
  readonly requestKey: string
  readonly typed: Typed
  readonly problem: string | undefined
}

const text = (value: Typed[string] | undefined) => (typeof value === 'string' ? value : undefined)

const Move = ({ t, language, page, group, slot, now, requestKey, typed, problem }: Props) => {
  const free = group.slots.filter((one) => !one.booking && !one.closed && one.starts > now)
  if (free.length === 0) return <Text quiet>{t.moveNone}</Text>
  return (
    <Section heading={t.moveTo}>
      <Form action={urls.conversationSlot({ round: page.id, slot: slot.id })} requestKey={requestKey} resend>
        {problem && <FormErrors />}
        <Select
          name="to"
          label={t.moveWhich}
          value={text(typed.to)}
          error={problem}
          options={free.map(({ id, starts }) => ({
            value: id,
            label: `${capital(dayLong(language, starts))}, ${clock(language, starts)}`,
          }))}
        />
        <Button>{t.moveSave}</Button>
      </Form>
    </Section>
  )
}

const Phone = ({ t, language, page, slot, callers, requestKey, typed, problem }: Props) => (
  <Section heading={t.phone}>
    <Text>{t.phoneText}</Text>
    <Form action={urls.conversationSlot({ round: page.id, slot: slot.id })} requestKey={requestKey} resend>
      {problem && <FormErrors />}
      <Select
        name="who"
        label={t.phoneWho}
        value={text(typed.who)}
        error={problem}
        options={callers.map(({ value, name, who, has }) => ({
          value,
          label: `${name.name}: ${listOf(language, who)}${has ? ` (${t.has(clock(language, has.starts))})` : ''}`,
        }))}
      />
      <Button>{t.phoneSave}</Button>
    </Form>
  </Section>
)

/** One time, and what can be done about it: writing down who called, moving, cancelling, closing. */
export const SlotPage = (props: Props) => {
  const { t, language, page, slot } = props
  const address = { round: page.id, slot: slot.id }
  const { booking } = slot
  return (
    <TaskScreen
      back={{ to: urls.conversationRound({ round: page.id }), word: page.title }}
      title={titleOf(slot, props)}
    >
      <Stack gap="loose">
        <Text quiet>
          {[
            capital(dayLong(language, slot.starts)),
            stateOf(slot, props),
            slot.seats.length > 0 &&
              t.with(
                listOf(
                  language,
                  slot.seats.map(({ name }) => name),
                ),
              ),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {booking ? (
          <>
            <Move {...props} />
            <OneButton action={urls.cancelConversationSlot(address)} hidden={{ booking: booking.id }}>
              {t.cancel(slot.pupil?.givenName ?? '')}
            </OneButton>
          </>
        ) : (
          <>
            {!slot.closed && <Phone {...props} />}
            <OneButton action={urls.closeConversationSlot(address)} hidden={{ closed: slot.closed ? 'no' : 'yes' }}>
              {slot.closed ? t.openIt : t.closeIt}
            </OneButton>
          </>
        )}
      </Stack>
    </TaskScreen>
  )
}
