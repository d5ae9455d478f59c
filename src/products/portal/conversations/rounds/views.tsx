import { capital, clock, dayLong, type Language, listOf } from '#shared/language/index.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  Empty,
  Form,
  Link,
  List,
  Notice,
  PageHead,
  Row,
  Section,
  Stack,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Filled, RoundGroup, RoundLine, RoundPage } from './queries.ts'
import type { RoundTexts } from './texts.ts'

export type Shown = { readonly t: RoundTexts; readonly language: Language }

const days = (language: Language, { first, last }: RoundLine) =>
  dayOf(first) === dayOf(last) ? dayLong(language, first) : `${dayLong(language, first)} – ${dayLong(language, last)}`

/** Every round in reach, with how far it is. */
export const Rounds = ({ t, language, rounds, makes }: Shown & { rounds: readonly RoundLine[]; makes: boolean }) => (
  <Stack gap="loose">
    <PageHead title={t.title} end={makes && <ButtonLink to={urls.newConversationRound()}>{t.new}</ButtonLink>} />
    {rounds.length === 0 ? (
      <Empty title={t.none}>{makes && t.noneText}</Empty>
    ) : (
      <List label={t.title}>
        {rounds.map((round) => (
          <Row
            key={round.id}
            icon="calendar"
            title={round.title}
            text={`${days(language, round)} · ${t.count(round.booked, round.slots)}`}
            to={urls.conversationRound({ round: round.id })}
          />
        ))}
      </List>
    )}
  </Stack>
)

/** What stands with a time: who comes and how, or that it is free, kept or closed. */
export const stateOf = (slot: Filled, { t, language }: Shown): string => {
  if (!slot.booking) return slot.closed ? t.closed : slot.keptFor ? t.kept : t.free
  const { via, byVideo } = slot.booking
  return [listOf(language, slot.guests), byVideo && t.byVideo, via === 'phone' && t.byPhone].filter(Boolean).join(' · ')
}

/** "15.30 uur Zuri Okafor": a time and whom it is about. */
export const titleOf = (slot: Filled, { language }: Shown): string => {
  const at = clock(language, slot.starts)
  return slot.pupil ? `${at} ${slot.pupil.name}` : at
}

/** Slots by the day they are on, in the order of time. */
export const byDay = (slots: readonly Filled[]): [string, Filled[]][] => {
  const found = new Map<string, Filled[]>()
  for (const slot of slots) found.set(dayOf(slot.starts), [...(found.get(dayOf(slot.starts)) ?? []), slot])
  return [...found]
}

type DayProps = Shown & { page: RoundPage; group: RoundGroup; day: string; slots: readonly Filled[]; now: Date }

// What the whole day shares stands above it; a row says only who is there besides, such as a specialist.
const Day = ({ t, language, page, group, day, slots, now }: DayProps) => {
  const usual = group.teachers.filter((name) => slots.every(({ seats }) => seats.some((seat) => seat.name === name)))
  const besides = ({ seats }: Filled) => seats.map(({ name }) => name).filter((name) => !usual.includes(name))
  return (
    <Section heading={capital(dayLong(language, day))}>
      {usual.length > 0 && <Text quiet>{t.with(listOf(language, usual))}</Text>}
      {group.mine && slots.some(({ starts }) => starts > now) && (
        <Link
          to={urls.conversationDay({ round: page.id, group: group.id, day })}
          label={`${t.dayLink}, ${dayLong(language, day)}`}
        >
          {t.dayLink}
        </Link>
      )}
      <List label={`${group.name}, ${dayLong(language, day)}`}>
        {slots.map((slot) => {
          const more = besides(slot)
          const text = [stateOf(slot, { t, language }), more.length > 0 && t.with(listOf(language, more))]
          return (
            <Row
              key={slot.id}
              title={titleOf(slot, { t, language })}
              text={text.filter(Boolean).join(' · ')}
              {...(slot.starts > now ? { to: urls.conversationSlot({ round: page.id, slot: slot.id }) } : {})}
            />
          )
        })}
      </List>
    </Section>
  )
}

const Group = ({ t, language, page, group, now }: Shown & { page: RoundPage; group: RoundGroup; now: Date }) => {
  const address = { round: page.id, group: group.id }
  const gone = [
    ...new Set(group.slots.flatMap(({ seats }) => seats.filter(({ left }) => left).map(({ name }) => name))),
  ]
  const facts = [group.place?.room, group.waiting > 0 && t.waiting(group.waiting)].filter(Boolean).join(' · ')
  return (
    <Section heading={group.name}>
      {facts && <Text quiet>{facts}</Text>}
      {gone.map((teacher) => (
        <Notice key={teacher} kind="alert" still>
          {t.gone(teacher)}
        </Notice>
      ))}
      <Actions>
        {group.mine && (
          <ButtonLink
            to={urls.conversationGroup(address)}
            look="line"
            icon="pencil"
            label={`${t.group}, ${group.name}`}
          >
            {t.group}
          </ButtonLink>
        )}
        <ButtonLink
          to={urls.conversationDoor(address)}
          look="line"
          icon="printer"
          label={`${t.printDoor}, ${group.name}`}
        >
          {t.printDoor}
        </ButtonLink>
      </Actions>
      {byDay(group.slots).map(([day, slots]) => (
        <Day key={day} t={t} language={language} page={page} group={group} day={day} slots={slots} now={now} />
      ))}
    </Section>
  )
}

type RoundProps = Shown & { page: RoundPage; now: Date; said: string | null; mine: string | null; makes: boolean }

const phaseOf = ({ t, language, page, now }: RoundProps) => {
  if (now < page.opensAt) return t.phase.planned(`${dayLong(language, page.opensAt)}, ${clock(language, page.opensAt)}`)
  return now < page.closesAt ? t.phase.open(dayLong(language, new Date(page.closesAt.getTime() - 1))) : t.phase.over
}

/** One round: per group and day who comes when; each time leads to what can be done about it. */
export const Round = (props: RoundProps) => {
  const { t, language, page, now, said, mine, makes } = props
  const teachers = new Map(
    page.groups.flatMap(({ slots }) => slots.flatMap(({ seats }) => seats.map(({ teacher, name }) => [teacher, name]))),
  )
  return (
    <Stack gap="loose">
      <BackLink to={urls.conversationRounds()}>{t.back}</BackLink>
      <PageHead title={page.title} text={phaseOf(props)} />
      {said && <Notice kind="received">{said}</Notice>}
      <Actions>
        {makes && (
          <ButtonLink to={urls.conversationTimes({ round: page.id })} look="line" icon="plus">
            {t.times}
          </ButtonLink>
        )}
        {mine && teachers.has(mine) && (
          <>
            <ButtonLink to={urls.conversationRoundFile({ round: page.id })} look="line" icon="calendar" plain>
              {t.myFile}
            </ButtonLink>
            <ButtonLink to={urls.conversationDoorOf({ round: page.id, teacher: mine })} look="line" icon="printer">
              {t.doorOf(teachers.get(mine)!)}
            </ButtonLink>
          </>
        )}
      </Actions>
      {page.groups.map((group) => (
        <Group key={group.id} t={t} language={language} page={page} group={group} now={now} />
      ))}
    </Stack>
  )
}

/** A form of one button that posts. */
export const OneButton = ({
  action,
  hidden,
  children,
}: {
  action: string
  hidden: Record<string, string>
  children: string
}) => (
  <Form action={action} hidden={hidden}>
    <Button look="line">{children}</Button>
  </Form>
)
