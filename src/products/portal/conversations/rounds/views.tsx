import type { Typed } from '#shared/access/form.ts'
import { clock, clockShort, dayLong, type Language, listOf } from '#shared/language/index.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import {
  BackLink,
  Button,
  ButtonLink,
  Empty,
  Foot,
  Form,
  FormErrors,
  List,
  Notice,
  PageHead,
  PrintButton,
  Row,
  Section,
  Select,
  Stack,
  Table,
  TaskScreen,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { ConversationTexts } from '../texts.ts'
import type { Caller, Filled, RoundLine, RoundPage } from './queries.ts'

type T = ConversationTexts
type Shown = { readonly t: T; readonly language: Language }

const days = (language: Language, { first, last }: RoundLine) =>
  dayOf(first) === dayOf(last) ? dayLong(language, first) : `${dayLong(language, first)} – ${dayLong(language, last)}`

/** Every round in reach, with how far it is. */
export const Rounds = ({ t, language, rounds }: Shown & { rounds: readonly RoundLine[] }) => (
  <Stack gap="loose">
    <PageHead title={t.rounds.title} end={<ButtonLink to={urls.newConversationRound()}>{t.rounds.new}</ButtonLink>} />
    {rounds.length === 0 ? (
      <Empty title={t.rounds.none}>{t.rounds.noneText}</Empty>
    ) : (
      <List label={t.rounds.title}>
        {rounds.map((round) => (
          <Row
            key={round.id}
            icon="calendar"
            title={round.title}
            text={`${days(language, round)} · ${t.rounds.count(round.booked, round.slots)}`}
            to={urls.conversationRound({ round: round.id })}
          />
        ))}
      </List>
    )}
  </Stack>
)

const stateOf = (slot: Filled, { t, language }: Shown): string => {
  if (!slot.booking) return slot.closed ? t.rounds.closed : t.rounds.free
  const { via, byVideo } = slot.booking
  return [listOf(language, slot.guests), byVideo && t.family.video, via === 'phone' && t.rounds.byPhone]
    .filter(Boolean)
    .join(' · ')
}

const SlotActions = ({ round, slot, t, at }: { round: string; slot: Filled; t: T; at: string }) => {
  const address = { round, slot: slot.id }
  if (slot.booking)
    return (
      <Form action={urls.cancelConversationSlot(address)} hidden={{ booking: slot.booking.id }}>
        <Button look="text">{t.rounds.cancel(slot.pupil?.givenName ?? '')}</Button>
      </Form>
    )
  return (
    <>
      {!slot.closed && (
        <ButtonLink to={urls.conversationSlot(address)} look="text" label={`${t.rounds.phone}, ${at}`}>
          {t.rounds.phone}
        </ButtonLink>
      )}
      <Form action={urls.closeConversationSlot(address)} hidden={{ closed: slot.closed ? 'no' : 'yes' }}>
        <Button look="text" label={`${slot.closed ? t.rounds.openIt : t.rounds.closeIt}, ${at}`}>
          {slot.closed ? t.rounds.openIt : t.rounds.closeIt}
        </Button>
      </Form>
    </>
  )
}

const byDay = (slots: readonly Filled[]): [string, Filled[]][] => {
  const found = new Map<string, Filled[]>()
  for (const slot of slots) found.set(dayOf(slot.starts), [...(found.get(dayOf(slot.starts)) ?? []), slot])
  return [...found]
}

/** One round: per group and day who comes when, with what the teacher can do about each time. */
export const Round = ({
  t,
  language,
  page,
  now,
  said,
}: Shown & { page: RoundPage; now: Date; said: string | null }) => (
  <Stack gap="loose">
    <BackLink to={urls.conversationRounds()}>{t.rounds.back}</BackLink>
    <PageHead title={page.title} />
    {said && <Notice kind="received">{said}</Notice>}
    {page.groups.map((group) => (
      <Section key={group.id} heading={group.name}>
        {group.teachers.length > 0 && <Text quiet>{t.family.with(listOf(language, group.teachers))}</Text>}
        <ButtonLink to={urls.conversationDoor({ round: page.id, group: group.id })} look="line" icon="printer">
          {t.rounds.printDoor}
        </ButtonLink>
        {byDay(group.slots).map(([day, slots]) => (
          <Section key={day} heading={dayLong(language, day)}>
            <List label={`${group.name}, ${dayLong(language, day)}`}>
              {slots.map((slot) => {
                const at = clock(language, slot.starts)
                const actions = slot.starts > now && <SlotActions round={page.id} slot={slot} t={t} at={at} />
                return (
                  <Row
                    key={slot.id}
                    title={slot.pupil ? `${at} ${slot.pupil.name}` : at}
                    text={stateOf(slot, { t, language })}
                    {...(slot.booking ? { more: actions } : { end: actions })}
                  />
                )
              })}
            </List>
          </Section>
        ))}
      </Section>
    ))}
  </Stack>
)

/** Writing down by hand who comes at a time. */
export const PhoneForm = (
  props: Shown & {
    page: RoundPage
    slot: Filled
    callers: readonly Caller[]
    requestKey: string
    typed: Typed
    problem: string | undefined
  },
) => {
  const { t, language, page, slot, callers, typed } = props
  const chosen = typeof typed.who === 'string' ? typed.who : undefined
  return (
    <TaskScreen
      back={{ to: urls.conversationRound({ round: page.id }), word: page.title }}
      title={t.rounds.phoneTitle(clock(language, slot.starts))}
    >
      <Text>{t.rounds.phoneText}</Text>
      <Form action={urls.conversationSlot({ round: page.id, slot: slot.id })} requestKey={props.requestKey} resend>
        {props.problem && <FormErrors />}
        <Select
          name="who"
          label={t.rounds.phoneWho}
          value={chosen}
          error={props.problem}
          options={callers.map(({ value, name, who }) => ({ value, label: `${name.name}: ${listOf(language, who)}` }))}
        />
        <Foot>
          <Button>{t.rounds.phoneSave}</Button>
        </Foot>
      </Form>
    </TaskScreen>
  )
}

/** The sheet for the door: times, and given names where the school chose so. No more than passers-by may know. */
export const Door = ({ t, language, page, group }: Shown & { page: RoundPage; group: RoundPage['groups'][number] }) => (
  <Stack gap="loose">
    <BackLink to={urls.conversationRound({ round: page.id })}>{page.title}</BackLink>
    <PageHead title={t.rounds.doorTitle(group.name)} text={listOf(language, group.teachers)} end={<PrintButton />} />
    {group.slots.every(({ booking }) => !booking) && <Empty title={t.rounds.doorEmpty} />}
    {byDay(group.slots.filter(({ booking }) => booking)).map(([day, slots]) => (
      <Table
        key={day}
        caption={dayLong(language, day)}
        columns={[{ heading: t.rounds.time }, { heading: group.name }]}
        rows={slots.map((slot) => ({
          key: slot.id,
          cells: [
            `${clockShort(language, slot.starts)} – ${clockShort(language, slot.ends)}`,
            page.doorNames ? (slot.pupil?.givenName ?? t.rounds.doorBusy) : t.rounds.doorBusy,
          ],
        }))}
      />
    ))}
  </Stack>
)
