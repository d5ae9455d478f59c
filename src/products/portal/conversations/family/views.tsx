import type { Typed } from '#shared/access/form.ts'
import { capital, clock, clockShort, dayLong, type Language, listOf } from '#shared/language/index.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import {
  Button,
  Check,
  Choice,
  Empty,
  Form,
  FormErrors,
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
import type { Slot } from '../slots.ts'
import type { ConversationTexts } from '../texts.ts'
import type { ChildIn, FamilyRound } from './queries.ts'

/** A refused form: what was typed, the sentence for each child, and what is offered in place of what was taken. */
export type Refused = {
  readonly round: string
  readonly typed: Typed
  readonly problems: ReadonlyMap<string, string>
  readonly offered: ReadonlyMap<string, string>
  readonly whole?: string
}

type Props = {
  readonly t: ConversationTexts['family']
  readonly language: Language
  readonly now: Date
  readonly rounds: readonly (FamilyRound & { readonly key: string; readonly row: ReadonlyMap<string, Slot> | null })[]
  readonly refused: Refused | null
  readonly said: string | null
}

/** "dinsdag 24 november, 15.10 uur". */
export const moment = (language: Language, at: Date): string => `${dayLong(language, at)}, ${clock(language, at)}`

const sameDay = (slots: readonly Slot[]) => new Set(slots.map(({ starts }) => dayOf(starts))).size < 2

const one = (value: Typed[string] | undefined) => (typeof value === 'string' ? value : undefined)

const chosenOf = (child: ChildIn, refused: Refused | null) =>
  refused?.offered.get(child.pupil) ??
  (refused ? one(refused.typed[`slot-${child.pupil}`]) : undefined) ??
  child.mine?.id

const ChildChoice = ({ child, round, props, refused }: ChildProps) => {
  const { t, language } = props
  const { givenName } = child.name
  const short = sameDay(child.free)
  const label = ({ starts }: Slot) => (short ? clockShort(language, starts) : capital(moment(language, starts)))
  const [first] = child.free
  return (
    <>
      <Choice
        name={`slot-${child.pupil}`}
        legend={child.mine ? t.yours(givenName) : t.choose(givenName)}
        hint={[
          child.teachers.length > 0 && t.with(listOf(language, child.teachers)),
          short && first && dayLong(language, first.starts),
        ]
          .filter(Boolean)
          .join(' · ')}
        columns={short ? 3 : 2}
        optional={!child.mine}
        chosen={chosenOf(child, refused) ?? ''}
        error={refused?.problems.get(child.pupil)}
        options={[
          ...(child.mine ? [] : [{ value: '', label: t.notNow }]),
          ...child.free.map((slot) => ({ value: slot.id, label: label(slot) })),
        ]}
      />
      {round.video && (
        <Check
          name={`video-${child.pupil}`}
          label={t.byVideo}
          checked={refused ? refused.typed[`video-${child.pupil}`] === 'yes' : child.mine?.booking?.byVideo === true}
        />
      )}
    </>
  )
}

type ChildProps = { child: ChildIn; round: Props['rounds'][number]; props: Props; refused: Refused | null }

const Booked = ({ child, props }: Omit<ChildProps, 'round' | 'refused'>) => {
  const { t, language, now } = props
  const { mine } = child
  if (!mine?.booking) return null
  const { id, byVideo } = mine.booking
  const who = child.teachers.length > 0 ? t.with(listOf(language, child.teachers)) : ''
  return (
    <Row
      title={`${child.name.givenName}: ${moment(language, mine.starts)}`}
      person={{ id: child.pupil, name: child.name.name }}
      text={[who, byVideo && t.video].filter(Boolean).join(' · ')}
      more={
        mine.starts > now && (
          <>
            <Link to={urls.conversationFile({ id })}>{t.calendar}</Link>
            <Form action={urls.cancelConversation({ id })} requestKey={id}>
              <Button look="text">{t.cancel(child.name.givenName)}</Button>
            </Form>
          </>
        )
      }
    />
  )
}

const Full = ({ child, round, props }: Omit<ChildProps, 'refused'>) => (
  <Section heading={props.t.full(child.name.givenName)}>
    {child.waits ? (
      <Text>{props.t.waits}</Text>
    ) : (
      <Form action={urls.waitForConversation({ round: round.id, pupil: child.pupil })}>
        <Text>{props.t.fullText}</Text>
        <Button look="tinted">{props.t.wait(child.name.givenName)}</Button>
      </Form>
    )}
  </Section>
)

const hiddenOf = (round: Props['rounds'][number], picks: ReadonlyMap<string, Slot> | null) =>
  Object.fromEntries([
    ...round.children.map((child) => [`was-${child.pupil}`, child.mine?.booking?.id ?? '']),
    ...[...(picks ?? [])].map(([pupil, slot]) => [`slot-${pupil}`, slot.id]),
  ])

const AfterEachOther = ({ round, props }: Pick<ChildProps, 'round' | 'props'>) => {
  const { t, language } = props
  if (!round.row) return null
  const times = [...round.row].map(([pupil, slot]) => {
    const child = round.children.find((one) => one.pupil === pupil)!
    return t.at(child.name.givenName, clock(language, slot.starts))
  })
  const [first] = round.row.values()
  return (
    <Form
      action={urls.bookConversations({ round: round.id })}
      requestKey={round.key}
      resend
      hidden={hiddenOf(round, round.row)}
    >
      <Text>
        {capital(dayLong(language, first!.starts))}. {t.after(listOf(language, times))}
      </Text>
      <Button look="tinted">{t.takeAfter}</Button>
    </Form>
  )
}

const Round = ({ round, props }: Pick<ChildProps, 'round' | 'props'>) => {
  const { t, language, now } = props
  const refused = props.refused?.round === round.id ? props.refused : null
  const choosing = round.children.filter(({ free }) => free.length > 0)
  const booked = round.children.filter(({ mine }) => mine)
  const line = round.open
    ? `${t.minutes(round.minutes)} ${t.until(moment(language, round.closesAt))}`
    : now < round.opensAt
      ? `${t.minutes(round.minutes)} ${t.opens(moment(language, round.opensAt))}`
      : t.over
  return (
    <Section heading={round.title}>
      <Text quiet>{line}</Text>
      {booked.length > 0 && (
        <List roomy label={round.title}>
          {booked.map((child) => (
            <Booked key={child.pupil} child={child} props={props} />
          ))}
        </List>
      )}
      {round.open && !refused && <AfterEachOther round={round} props={props} />}
      {round.open && choosing.length > 0 && (
        <Form
          action={urls.bookConversations({ round: round.id })}
          requestKey={round.key}
          resend
          hidden={hiddenOf(round, null)}
        >
          {refused && <FormErrors>{refused.whole ?? t.refused}</FormErrors>}
          {choosing.map((child) => (
            <ChildChoice key={child.pupil} child={child} round={round} props={props} refused={refused} />
          ))}
          <Button>{t.save}</Button>
          <Text quiet small>
            {t.nobodySees}
          </Text>
        </Form>
      )}
      {round.open &&
        round.children
          .filter(({ free, mine }) => free.length === 0 && !mine)
          .map((child) => <Full key={child.pupil} child={child} round={round} props={props} />)}
    </Section>
  )
}

/** One page for the whole family: for each round and child the times to choose from, or the time that was chosen. */
export const FamilyConversations = (props: Props) => (
  <Stack gap="loose">
    <PageHead title={props.t.title} />
    {props.said && <Notice kind="received">{props.said}</Notice>}
    {props.rounds.length === 0 && <Empty title={props.t.none}>{props.t.noneText}</Empty>}
    {props.rounds.map((round) => (
      <Round key={round.id} round={round} props={props} />
    ))}
  </Stack>
)
