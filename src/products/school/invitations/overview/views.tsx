import { dayShort, type Language, listOf, number } from '#shared/language/index.ts'
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  Choice,
  Empty,
  Form,
  FormErrors,
  Link,
  List,
  Notice,
  PageHead,
  Progress,
  Row,
  Section,
  Tabs,
  Tag,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Whom } from '../members.ts'
import type { Round } from '../rounds.ts'
import { needsAttention, type Standing } from '../states.ts'
import { type Filter, filters, type Listed, type listMembers, type Sum, type sums } from './queries.ts'
import type { OverviewTexts } from './texts.ts'

type Props = { t: OverviewTexts; language: Language }

const inWords = ({ t, language }: Props, sum: Sum): string => {
  const count = (value: number) => number(language, value)
  const words = t.sum(count(sum.account), count(sum.invited), count(sum.todo))
  return sum.attention > 0 ? `${words}; ${t.attention(sum.attention)}` : words
}

type InviteFormProps = {
  t: OverviewTexts
  at: Whom
  count: number
  requestKey: string
  problem?: string | undefined
}

/** One press for everyone who is left; the key makes two presses one. */
const InviteForm = ({ t, at, count, requestKey, problem }: InviteFormProps) => {
  if (count === 0) return problem ? <FormErrors>{problem}</FormErrors> : <Text quiet>{t.nobodyLeft}</Text>
  const team = at.whom === 'team'
  return (
    <Form
      action={urls.invitationRounds()}
      requestKey={requestKey}
      hidden={{ whom: at.whom, ...(at.group ? { group: at.group } : {}), ...(team ? { channel: 'mail' } : {}) }}
    >
      {problem && <FormErrors>{problem}</FormErrors>}
      {!team && (
        <Choice
          name="channel"
          legend={t.how}
          chosen="best"
          options={[
            { value: 'best', label: t.channels.best, hint: t.channels.bestText, icon: 'mail' },
            { value: 'letter', label: t.channels.letter, hint: t.channels.letterText, icon: 'printer' },
          ]}
        />
      )}
      <Text small quiet>
        {team ? t.teamText : t.skips}
      </Text>
      <Actions>
        <Button>{team ? t.inviteTeam(count) : t.inviteParents(count)}</Button>
      </Actions>
    </Form>
  )
}

/** Every letter that nobody used yet, also those printed before: a code stays the same. */
const PrintLetters = ({ t, to, count }: { t: OverviewTexts; to: string; count: number }) =>
  count > 0 && (
    <Actions>
      <ButtonLink to={to} look="line" icon="printer">
        {t.printAll(count)}
      </ButtonLink>
    </Actions>
  )

const UnderWay = ({ t, round }: { t: OverviewTexts; round: Round | null }) =>
  round && (
    <Notice kind="waiting" icon="mail">
      {t.underWay} <Link to={urls.invitationRound({ id: round.id })}>{t.see}</Link>
    </Notice>
  )

export type OverviewProps = Props & {
  found: Awaited<ReturnType<typeof sums>>
  round: Round | null
  requestKey: string
  problem?: string | undefined
}

/** How far each group is, and one press for the whole school. */
export const Overview = ({ t, language, found, round, requestKey, problem }: OverviewProps) => (
  <>
    <PageHead title={t.title} text={t.text} />
    <UnderWay t={t} round={round} />
    <Section heading={t.groups}>
      {found.groups.length === 0 ? (
        <Empty title={t.noGroups}>{t.noGroupsText}</Empty>
      ) : (
        <List label={t.groups} roomy>
          {found.groups.map(({ id, name, sum }) => (
            <Row
              key={id}
              title={name}
              text={inWords({ t, language }, sum)}
              icon="users"
              to={urls.invitationGroup({ id })}
            />
          ))}
        </List>
      )}
    </Section>
    {found.groups.length > 0 && (
      <Section heading={t.school}>
        <Text>{inWords({ t, language }, found.school)}</Text>
        <InviteForm
          t={t}
          at={{ whom: 'school', group: null }}
          count={found.school.toInvite}
          requestKey={requestKey}
          problem={problem}
        />
        <PrintLetters t={t} to={urls.schoolLetters()} count={found.letters} />
      </Section>
    )}
    <Section heading={t.team}>
      <List label={t.team} roomy>
        <Row title={t.team} text={inWords({ t, language }, found.team)} icon="users" to={urls.invitationTeam()} />
      </List>
    </Section>
  </>
)

/** "Brief van 24 november, werkt tot en met 22 december"; nothing where the tag says it all. */
const standingInWords = ({ t, language }: Props, { is, channel, sent, until, mail }: Standing): string[] => {
  if ((is !== 'invited' && is !== 'expired') || !channel || !sent || !until || mail === 'refused') return []
  const day = (at: Date) => dayShort(language, at)
  return is === 'invited'
    ? [t.standing.invited(t.what[channel], day(sent), day(until))]
    : [t.standing.expired(t.what[channel], day(until))]
}

/** What the office has to know or do about somebody, beside how far they are. */
const remarks = (t: OverviewTexts, { standing, ...member }: Listed): string[] => [
  ...(standing.mail === 'refused' ? [t.refused] : []),
  ...(standing.mail === 'waiting' ? [t.waiting] : []),
  ...(standing.asked ? [t.asked] : []),
  ...(member.became ? [t.became(member.became)] : []),
  ...(standing.is === 'none' && member.protected ? [t.protected] : []),
  ...(standing.is === 'none' && !member.protected && !member.reachable ? [t.unreachable] : []),
]

const memberRow = ({ t, language }: Props, one: Listed) => {
  const look = needsAttention(one.standing)
  const { is } = one.standing
  const children = one.children.length > 0 ? [`${t.parentOf(listOf(language, one.children))}.`] : []
  return Row({
    title: one.name,
    person: one,
    to: is === 'account' ? urls.person({ id: one.id }) : urls.invite({ id: one.id }),
    text: [...children, ...standingInWords({ t, language }, one.standing), ...remarks(t, one)].join(' '),
    tone: look ? 'late' : 'quiet',
    end: (
      <Tag kind={look ? 'late' : is === 'account' ? 'here' : is === 'invited' ? 'accent' : 'plain'}>
        {look ? t.tags.attention : t.tags[is]}
      </Tag>
    ),
  })
}

export type MembersProps = Props & {
  title: string
  at: Whom
  filter: Filter
  found: Awaited<ReturnType<typeof listMembers>>
  round: Round | null
  requestKey: string
  problem?: string | undefined
}

/** The guardians of a group, or the team: who is how far, and what can be done. */
export const Members = ({ t, language, title, at, filter, found, round, requestKey, problem }: MembersProps) => {
  const address = (only: Filter) => {
    const query = only === 'all' ? {} : { only }
    return at.group ? urls.invitationGroup({ id: at.group }, query) : urls.invitationTeam(query)
  }
  return (
    <>
      <BackLink to={urls.invitations()}>{t.back}</BackLink>
      <PageHead title={title} text={inWords({ t, language }, found.sum)} />
      <UnderWay t={t} round={round} />
      {filter === 'all' && (
        <Section heading={t.place}>
          <InviteForm t={t} at={at} count={found.sum.toInvite} requestKey={requestKey} problem={problem} />
          {at.group && <PrintLetters t={t} to={urls.groupLetters({ id: at.group })} count={found.letters} />}
        </Section>
      )}
      <Tabs
        label={t.filter}
        tabs={filters.map((only) => ({ to: address(only), word: t.filters[only], current: only === filter }))}
      />
      {found.people.length === 0 ? (
        <Empty title={t.nobody}>{t.nobodyText}</Empty>
      ) : (
        <List label={title} roomy>
          {found.people.map((one) => memberRow({ t, language }, one))}
        </List>
      )}
    </>
  )
}

const BackFrom = ({ t, at }: { t: OverviewTexts; at: Whom }) => {
  if (at.whom === 'group') return <BackLink to={urls.invitationGroup({ id: at.group })}>{t.backToGroup}</BackLink>
  if (at.whom === 'team') return <BackLink to={urls.invitationTeam()}>{t.team}</BackLink>
  return <BackLink to={urls.invitations()}>{t.back}</BackLink>
}

/** A round while it is under way, and what came of it. */
export const RoundView = ({ t, language, round, title }: Props & { round: Round; title: string }) => {
  const invited = round.letters + round.mails
  return (
    <>
      <BackFrom t={t} at={round} />
      <PageHead title={title} />
      {round.finished ? (
        <>
          <Notice kind="received">{t.result(round.mails, round.letters)}</Notice>
          {invited < round.planned && <Text quiet>{t.fewer(round.planned - invited)}</Text>}
          {round.letters > 0 && (
            <>
              <Text>{t.handOut}</Text>
              <Actions>
                <ButtonLink to={urls.roundLetters({ id: round.id })} icon="printer">
                  {t.printRound}
                </ButtonLink>
              </Actions>
            </>
          )}
        </>
      ) : (
        <>
          <Progress
            label={t.under(number(language, invited), number(language, round.planned))}
            value={invited}
            of={round.planned}
          />
          <Text quiet>{t.underText}</Text>
        </>
      )}
    </>
  )
}
