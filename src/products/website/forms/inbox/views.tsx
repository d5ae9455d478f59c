import { randomUUID } from 'node:crypto'
import { clock, clockShort, dayLong, dayShort, type Language } from '#shared/language/index.ts'
import {
  Actions,
  BackLink,
  Button,
  Columns,
  Details,
  Empty,
  Facts,
  Form,
  FormErrors,
  Link,
  List,
  Notice,
  PageHead,
  Quote,
  Row,
  Section,
  Tabs,
  Text,
  TextArea,
  Timeline,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { Answers } from '../answers-view.tsx'
import { longest } from '../fields.ts'
import type { SubmissionState } from '../kinds.ts'
import type { Happened, Submission } from '../messages.ts'
import type { InboxTexts } from './texts.ts'

export type Tab = 'waiting' | 'done' | 'spam'
type Props = { t: InboxTexts; language: Language }

type ListProps = Props & {
  tab: Tab
  counts: ReadonlyMap<SubmissionState, number>
  messages: readonly Submission[]
}

/** What visitors sent and I read: what waits, what was answered, and what may be spam. */
export const Inbox = ({ t, language, tab, counts, messages }: ListProps) => {
  const counted = (word: string, count: number | undefined) => (count ? `${word} (${count})` : word)
  return (
    <>
      <PageHead title={t.title} text={t.text} />
      <Tabs
        label={t.title}
        tabs={[
          { to: urls.inbox(), word: counted(t.tabs.waiting, counts.get('waiting')), current: tab === 'waiting' },
          { to: urls.inbox({ show: 'done' }), word: t.tabs.done, current: tab === 'done' },
          {
            to: urls.inbox({ show: 'spam' }),
            word: counted(t.tabs.spam, counts.get('maybe-spam')),
            current: tab === 'spam',
          },
        ]}
      />
      {tab === 'spam' && messages.length > 0 && <Text>{t.spamText}</Text>}
      {messages.length === 0 ? (
        <Empty title={t.none[tab]} />
      ) : (
        <List label={t.tabs[tab]} roomy>
          {messages.map(({ id, name, form, receivedAt, dueOn, state }) => (
            <Row
              key={id}
              title={name || t.nobody}
              icon="mail"
              text={t.with(form.title, dayShort(language, receivedAt))}
              to={urls.inboxMessage({ id })}
              {...(dueOn && state === 'waiting' ? { more: <Text small>{t.due(dayLong(language, dueOn))}</Text> } : {})}
            />
          ))}
        </List>
      )}
    </>
  )
}

type MessageProps = Props & {
  message: Submission
  history: readonly Happened[]
  names: ReadonlyMap<string, { readonly name: string }>
  /** The way into the requests of the privacy desk, for who may enter one. */
  mayEnter: boolean
  problem?: 'answer' | 'note' | undefined
  typed?: string
}

const isRight = ({ form }: Submission) => form.kind === 'complaint' || form.kind === 'privacy'

const About = ({ t, language, message }: Props & { message: Submission }) => {
  const { form, receivedAt, dueOn, limitOn, endsOn, state } = message
  const day = (one: string | Date) => dayLong(language, one, { year: true })
  return (
    <Facts
      facts={[
        { term: t.facts.form, text: form.title },
        { term: t.facts.state, text: t.states[state] },
        { term: t.facts.received, text: `${day(receivedAt)}, ${clock(language, receivedAt)}` },
        ...(dueOn && limitOn
          ? [
              { term: t.facts.due, text: day(dueOn) },
              { term: t.facts.limit, text: day(limitOn) },
            ]
          : []),
        { term: t.facts.goes, text: endsOn ? day(endsOn) : t.facts.goesGeneral },
        { term: t.facts.language, text: t.facts.languages[message.language] },
      ]}
    />
  )
}

const History = ({ t, language, history, names }: MessageProps) => (
  <Section heading={t.history}>
    <Timeline
      label={t.history}
      entries={history.map(({ id, what, text, at, by }) => {
        const who = by ? names.get(by) : undefined
        return {
          key: id,
          time: clockShort(language, at),
          person: by && who ? { id: by, name: who.name } : undefined,
          icon: what === 'received' || what === 'wrote-back' ? 'mail' : 'pencil',
          title: t.steps[what],
          text: [dayLong(language, at), ...(who ? [t.by(who.name)] : [])].join(', '),
          ...(text ? { more: <Quote>{text}</Quote> } : {}),
        }
      })}
    />
  </Section>
)

type WriteProps = MessageProps & { what: 'answer' | 'note' }

const Write = ({ t, message, what, problem, typed }: WriteProps) => (
  <Form action={urls.answerMessage({ id: message.id })} requestKey={randomUUID()} hidden={{ what }}>
    {problem === what && <FormErrors />}
    <TextArea
      id={`write-${what}`}
      name="text"
      label={what === 'answer' ? t.answerLabel : t.noteLabel}
      readers={what === 'note' ? t.noteReaders : message.mail ? t.answerReaders : t.answerNoMail}
      rows={what === 'answer' ? 6 : 3}
      maxLength={longest.area}
      value={problem === what ? typed : undefined}
      error={problem === what ? t.problem : undefined}
    />
    <Button {...(what === 'note' ? { look: 'line' as const } : {})}>
      {what === 'answer' ? t.answerButton : t.noteButton}
    </Button>
  </Form>
)

const Sort = ({ t, message }: Pick<MessageProps, 't' | 'message'>) => {
  const { id, state } = message
  const held = state === 'maybe-spam'
  return (
    <Form action={urls.sortMessage({ id })}>
      <Actions>
        {held && (
          <Button name="to" value="released">
            {t.release}
          </Button>
        )}
        {state !== 'closed' && (
          <Button name="to" value="closed" look="line" icon="check">
            {held ? t.closeSpam : t.close}
          </Button>
        )}
        {(state === 'closed' || state === 'answered') && (
          <Button name="to" value="reopened" look="line" icon="undo-2">
            {t.reopen}
          </Button>
        )}
      </Actions>
    </Form>
  )
}

const Remove = ({ t, message }: Pick<MessageProps, 't' | 'message'>) =>
  isRight(message) && message.state !== 'maybe-spam' && message.heldBecause === null ? (
    <Text quiet small>
      {t.removeRight}
    </Text>
  ) : (
    <Details title={t.remove} icon="trash-2">
      <Text>{t.removeText}</Text>
      <Form action={urls.dropMessage({ id: message.id })}>
        <Button look="alert-line">{t.remove}</Button>
      </Form>
    </Details>
  )

/** One message: what was sent, what happened, and the answer. */
export const InboxMessage = (props: MessageProps) => {
  const { t, message, mayEnter } = props
  return (
    <>
      <BackLink to={urls.inbox()}>{t.back}</BackLink>
      <PageHead title={message.name || t.nobody} />
      <Columns side={<About {...props} />}>
        {message.state === 'maybe-spam' && message.heldBecause && (
          <Notice kind="waiting">{t.held[message.heldBecause]}</Notice>
        )}
        <Answers t={t} message={message} />
        <Sort {...props} />
        <History {...props} />
        {message.state !== 'maybe-spam' && (
          <Section heading={t.answer}>
            <Write {...props} what="answer" />
          </Section>
        )}
        <Section>
          <Write {...props} what="note" />
        </Section>
        {isRight(message) && mayEnter && (
          <Section>
            <Text>{t.enter}</Text>
            <Link to={urls.enterRequest()}>{t.enterLink}</Link>
          </Section>
        )}
        <Section>
          <Remove {...props} />
        </Section>
      </Columns>
    </>
  )
}
