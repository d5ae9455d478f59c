import { clock, type Language, listOf } from '#shared/language/index.ts'
import {
  Actions,
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
import type { Swap } from '../swapping.ts'
import { lastDay, moment } from './choose-view.tsx'
import { Homes } from './homes-view.tsx'
import type { ChildIn, FamilyRound } from './queries.ts'
import { SwapOffer } from './swap-view.tsx'
import type { FamilyTexts } from './texts.ts'

type Props = {
  readonly t: FamilyTexts
  readonly language: Language
  readonly now: Date
  readonly rounds: readonly FamilyRound[]
  readonly swaps: readonly Swap[]
  readonly said: string | null
  readonly problem: string | null
}

type OfChild = { readonly child: ChildIn; readonly round: FamilyRound; readonly props: Props }

const Booked = ({ child, round, props }: OfChild) => {
  const { t, language, now } = props
  const { mine, place } = child
  if (!mine?.booking) return null
  const { id, byVideo } = mine.booking
  const { givenName } = child.name
  const facts = [
    child.teachers.length > 0 && t.with(listOf(language, child.teachers)),
    byVideo ? t.video : place?.room && t.room(place.room),
  ]
  return (
    <Row
      title={`${givenName}: ${moment(language, mine.starts)}`}
      person={{ id: child.pupil, name: child.name.name }}
      text={facts.filter(Boolean).join(' · ')}
      more={
        mine.ends > now && (
          <>
            {byVideo && place?.videoUrl && (
              <Link to={place.videoUrl} newWindow>
                {t.join}
              </Link>
            )}
            <Link to={urls.conversationFile({ id })} plain>
              {t.calendar}
            </Link>
            {round.open && (
              <>
                <Link to={urls.bookConversations({ round: round.id })}>{t.change(givenName)}</Link>
                <Link to={urls.askConversationSwap({ id })}>{t.swap(givenName)}</Link>
              </>
            )}
            {mine.starts > now && (
              <Form action={urls.cancelConversation({ id })} requestKey={id}>
                <Button look="text">{t.cancel(givenName)}</Button>
              </Form>
            )}
          </>
        )
      }
    />
  )
}

const Full = ({ child, round, props: { t } }: OfChild) => (
  <Section heading={t.full(child.name.givenName)}>
    <Text>{child.waits === null ? t.fullText : t.waits(child.waits)}</Text>
    <Form
      action={urls.waitForConversation({ round: round.id, pupil: child.pupil })}
      hidden={{ waits: child.waits === null ? 'yes' : 'no' }}
    >
      <Button look={child.waits === null ? 'tinted' : 'line'}>
        {child.waits === null ? t.wait(child.name.givenName) : t.waitNoMore}
      </Button>
    </Form>
  </Section>
)

const lineOf = (round: FamilyRound, { t, language, now }: Props): string => {
  const first = round.children.length > 1
  if (round.open) return `${t.minutes(round.minutes)} ${t.until(lastDay(language, round.closesAt))}`
  if (now >= round.opensAt) return t.over
  const opens = moment(language, round.opensAt)
  return `${t.minutes(round.minutes)} ${first ? t.opensFirst(opens) : t.opens(opens)}`
}

const Round = ({ round, props }: Omit<OfChild, 'child'>) => {
  const { t, language } = props
  const choosing = round.open ? round.children.filter(({ free, mine }) => free.length > 0 && !mine) : []
  const full = round.open ? round.children.filter(({ free, mine }) => free.length === 0 && !mine) : []
  const booked = round.children.filter(({ mine }) => mine)
  const names = listOf(
    language,
    choosing.map(({ name }) => name.givenName),
  )
  return (
    <Section heading={round.title}>
      <Text quiet>{lineOf(round, props)}</Text>
      {round.children.map(
        ({ kept, name, pupil }) =>
          kept && (
            <Notice key={pupil} kind="waiting">
              {t.kept(name.givenName, moment(language, kept.slot.starts), moment(language, kept.until))}
            </Notice>
          ),
      )}
      {choosing.length > 0 && (
        <Actions>
          <ButtonLink to={urls.bookConversations({ round: round.id })}>{t.chooseFor(names)}</ButtonLink>
        </Actions>
      )}
      {booked.length > 0 && (
        <List roomy label={round.title}>
          {booked.map((child) => (
            <Booked key={child.pupil} child={child} round={round} props={props} />
          ))}
        </List>
      )}
      {full.map((child) => (
        <Full key={child.pupil} child={child} round={round} props={props} />
      ))}
      {round.open && round.children.map((child) => <Homes key={child.pupil} t={t} round={round} child={child} />)}
    </Section>
  )
}

/** One page for the whole family: for each round the times that were chosen, and what can be done now. */
export const FamilyConversations = (props: Props) => {
  const { t, language, rounds, swaps } = props
  const children = rounds.flatMap((round) => round.children)
  return (
    <Stack gap="loose">
      <PageHead title={t.title} />
      {props.said && <Notice kind="received">{props.said}</Notice>}
      {props.problem && <Notice kind="alert">{props.problem}</Notice>}
      {swaps.map((swap) => {
        const child = children.find(({ mine }) => mine?.booking?.id === swap.wanted.id)
        return (
          child && (
            <SwapOffer
              key={swap.id}
              t={t}
              swap={swap.id}
              child={child.name.givenName}
              mine={moment(language, swap.wanted.slot.starts)}
              theirs={moment(language, swap.offered.slot.starts)}
              clock={clock(language, swap.offered.slot.starts)}
            />
          )
        )
      })}
      {rounds.length === 0 && <Empty title={t.none}>{t.noneText}</Empty>}
      {rounds.map((round) => (
        <Round key={round.id} round={round} props={props} />
      ))}
    </Stack>
  )
}
