import { capital, clock, dayShort, type Language, listOf } from '#shared/language/index.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import {
  BackLink,
  Button,
  ButtonLink,
  Details,
  Empty,
  Field,
  Form,
  Link,
  List,
  Notice,
  PageHead,
  Row,
  Section,
  Tag,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { OwnGroup } from '../family/beginning.ts'
import type { MessageTexts } from '../texts.ts'
import type { Line } from './queries.ts'
import type { Found } from './searching.ts'

type Common = { readonly t: MessageTexts; readonly language: Language; readonly today: string; readonly now: Date }

/** "9.12 uur" today, "di 24 nov" on another day. */
const when = ({ language, today }: Common, at: Date): string =>
  dayOf(at) === today ? clock(language, at) : dayShort(language, at)

const who = ({ t, language }: Common, { kind, side, guardians, secret, group, last }: Line): string => {
  if (kind === 'letter') return last?.heading ?? t.list.letter
  if (side === 'home') return t.list.team(group ?? '')
  const names = [...guardians.map(({ name }) => name), ...(secret > 0 ? [t.list.secret(secret)] : [])]
  return listOf(language, names)
}

const secondLine = (props: Common, line: Line): string => {
  const { t, language } = props
  const about = line.pupils.length > 0 && t.list.about(listOf(language, line.pupils))
  const letter = line.kind === 'letter' && line.side === 'school' && t.list.readOf(line.readBy, line.sent)
  const context = [
    when(props, line.lastAt),
    about,
    line.side === 'school' && line.group,
    line.shared && t.list.shared,
    letter,
  ]
  return capital(context.filter(Boolean).join(' · '))
}

const snippet = ({ t }: Common, { last }: Line): string => {
  if (!last) return ''
  const text = last.text.replace(/\s+/g, ' ').slice(0, 110)
  return `${last.mine ? t.list.you : last.author}: ${text}${last.text.length > 110 ? ' …' : ''}`
}

const state = ({ t, language, today }: Common, line: Line) => {
  if (line.side === 'school' && line.waitsSince) {
    const day = line.promisedOn
    if (!day) return <Tag kind="accent">{t.list.waitsWord}</Tag>
    return day < today ? (
      <Tag kind="alert">{t.list.late(dayShort(language, day))}</Tag>
    ) : (
      <Tag kind={day === today ? 'late' : 'accent'}>{t.list.by(dayShort(language, day))}</Tag>
    )
  }
  return line.unread ? <Tag kind="accent">{t.list.fresh}</Tag> : undefined
}

const Lines = ({ props, lines, label }: { props: Common; lines: readonly Line[]; label: string }) => (
  <List label={label} roomy>
    {lines.map((line) => {
      const tag = state(props, line)
      const [first] = line.side === 'school' ? line.guardians : []
      const words = snippet(props, line)
      return Row({
        title: who(props, line),
        text: secondLine(props, line),
        to: urls.messageThread({ thread: line.id }),
        ...(first
          ? { person: first }
          : { icon: line.kind === 'letter' ? ('mail' as const) : ('message-circle' as const) }),
        more: (
          <>
            {words && <Text small>{words}</Text>}
            {tag && <Text small>{tag}</Text>}
          </>
        ),
      })
    })}
  </List>
)

const Search = ({ t }: { t: MessageTexts }) => (
  <Form action={urls.searchMessages()} filter label={t.search.label}>
    <Field name="words" type="search" label={t.search.label} mayBeEmpty maxLength={100} />
    <Button look="line" icon="search">
      {t.search.button}
    </Button>
  </Form>
)

const bySoonest = (one: Line, other: Line) =>
  (one.promisedOn ?? '9999') < (other.promisedOn ?? '9999')
    ? -1
    : (one.promisedOn ?? '9999') > (other.promisedOn ?? '9999')
      ? 1
      : one.waitsSince!.getTime() - other.waitsSince!.getTime()

/** The conversations of the team: what waits for an answer first, the soonest on top. */
const Team = ({ props, lines }: { props: Common; lines: readonly Line[] }) => {
  const { t } = props
  const waits = lines.filter(({ waitsSince }) => waitsSince).sort(bySoonest)
  const letters = lines.filter(({ kind }) => kind === 'letter')
  const rest = lines.filter(({ kind, waitsSince }) => kind !== 'letter' && !waitsSince)
  const [goes, closed] = [rest.filter((line) => !line.closed), rest.filter((line) => line.closed)]
  return (
    <>
      {lines.length === 0 && <Empty title={t.list.none}>{t.list.noneText}</Empty>}
      {waits.length > 0 && (
        <Section heading={t.list.waits} count={waits.length}>
          <Lines props={props} lines={waits} label={t.list.waits} />
        </Section>
      )}
      {goes.length > 0 && (
        <Section heading={t.list.goes}>
          <Lines props={props} lines={goes} label={t.list.goes} />
        </Section>
      )}
      {letters.length > 0 && (
        <Section heading={t.list.letters}>
          <Lines props={props} lines={letters} label={t.list.letters} />
        </Section>
      )}
      {closed.length > 0 && (
        <Section>
          <Details title={t.list.closed} end={String(closed.length)}>
            <Lines props={props} lines={closed} label={t.list.closed} />
          </Details>
        </Section>
      )}
    </>
  )
}

/** The conversations of a guardian, and the teams that one can begin to write to. */
const Home = ({ props, lines, groups }: { props: Common; lines: readonly Line[]; groups: readonly OwnGroup[] }) => {
  const { t, language } = props
  const begin = groups.filter(({ current }) => current === null)
  if (lines.length === 0 && groups.length === 0) return <Empty title={t.list.noChild}>{t.list.noChildText}</Empty>
  return (
    <>
      {begin.length > 0 && (
        <List>
          {begin.map(({ id, name, children }) => (
            <Row
              key={id}
              icon="pencil"
              title={t.list.begin(t.begin.team(name))}
              text={t.list.beginText(
                listOf(
                  language,
                  children.map(({ givenName }) => givenName),
                ),
              )}
              to={urls.beginMessages({ group: id })}
            />
          ))}
        </List>
      )}
      {lines.length > 0 && (
        <Section>
          <Lines props={props} lines={lines} label={t.title} />
        </Section>
      )}
    </>
  )
}

export type MessagesProps = Common & {
  readonly team: readonly Line[] | null
  readonly home: { readonly lines: readonly Line[]; readonly groups: readonly OwnGroup[] } | null
  readonly promise: { readonly days: number; readonly kept: number; readonly of: number } | null
  readonly mayWrite: boolean
  readonly reports: number | null
  readonly said: string | null
}

/** Everybody's own conversations, on the side or the sides on which they stand. */
export const Messages = (props: MessagesProps) => {
  const { t, team, home, promise, mayWrite, reports, said } = props
  const kept = promise && [t.list.promise(promise.days), promise.of > 0 && t.list.kept(promise.kept, promise.of)]
  return (
    <>
      <PageHead
        title={t.title}
        text={team ? t.list.teamText : t.list.text}
        end={
          mayWrite && (
            <ButtonLink to={urls.newLetter()} icon="pencil">
              {t.list.write}
            </ButtonLink>
          )
        }
      />
      {said && <Notice kind="received">{said}</Notice>}
      {reports !== null && <Link to={urls.messageReports()}>{`${t.list.reports} (${reports})`}</Link>}
      {team && <Team props={props} lines={team} />}
      {home && team && (
        <Section heading={t.list.own}>
          <Home props={props} {...home} />
        </Section>
      )}
      {home && !team && <Home props={props} {...home} />}
      {kept && (
        <Text small quiet>
          {kept.filter(Boolean).join(' ')}
        </Text>
      )}
      {((team?.length ?? 0) > 0 || (home?.lines.length ?? 0) > 0) && <Search t={t} />}
    </>
  )
}

/** What was found, with the words around it. */
export const FoundMessages = ({ t, language, words, found }: FoundProps) => (
  <>
    <BackLink to={urls.messages()}>{t.search.back}</BackLink>
    <PageHead title={t.search.title} />
    <Form action={urls.searchMessages()} filter label={t.search.label}>
      <Field name="words" type="search" label={t.search.label} value={words} mayBeEmpty maxLength={100} />
      <Button look="line" icon="search">
        {t.search.button}
      </Button>
    </Form>
    {found.length === 0 ? (
      <Empty title={words ? t.search.none(words) : t.search.empty}>{t.search.noneText}</Empty>
    ) : (
      <List roomy label={t.search.title}>
        {found.map(({ id, thread, author, at, text, heading }) => (
          <Row
            key={id}
            icon="message-circle"
            title={heading ?? author}
            text={[heading && author, `${dayShort(language, at)}, ${clock(language, at)}`].filter(Boolean).join(' · ')}
            to={`${urls.messageThread({ thread })}#${id}`}
            more={<Text small>{text}</Text>}
          />
        ))}
      </List>
    )}
  </>
)

type FoundProps = { t: MessageTexts; language: Language; words: string; found: readonly Found[] }
