import type { Typed } from '#shared/access/form.ts'
import { roleInside, roleName } from '#shared/identity/role-words.ts'
import { dayLong, number } from '#shared/language/index.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import {
  BackLink,
  Button,
  ButtonLink,
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
  Row,
  Section,
  Stack,
  Tag,
  type TagKind,
  Text,
  TextArea,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { type Words, whatInWords, whenInWords } from './in-words.ts'
import { MOST_FILES, NEVER_BELOW, TIMES_USUAL, type Usual, unusualAbove } from './limits.ts'
import type { Alarm, AlarmState, listAlarms } from './queries.ts'

export const LONGEST = 2_000

const tags: Readonly<Record<AlarmState, TagKind>> = {
  open: 'late',
  asked: 'late',
  explained: 'accent',
  reviewed: 'here',
}

const nameIn = ({ t }: Words, { viewer }: Alarm) => viewer.name ?? t.hiddenName

const AlarmRow = (words: Words, alarm: Alarm) => {
  const { t, language } = words
  const asked = alarm.askedWhy && alarm.state !== 'reviewed' ? ` ${t.askedWhy}.` : ''
  return Row({
    title: `${nameIn(words, alarm)}, ${roleInside(alarm.role, language)}`,
    ...(alarm.viewer.name ? { person: { id: alarm.viewer.id, name: alarm.viewer.name } } : { icon: 'user-round' }),
    text: `${whatInWords(words, alarm)}.${asked}`,
    more: <span class="small quiet">{whenInWords(words, alarm)}</span>,
    to: urls.alarm({ id: alarm.id }),
    end: <Tag kind={tags[alarm.state]}>{t.states[alarm.state]}</Tag>,
  })
}

const Limits = ({ t, language, usual }: Words & { usual: readonly Usual[] }) => {
  const rule = (text: string) => <Row key={text} title={text} />
  return (
    <Section>
      <Details title={t.rules} icon="info">
        <Stack>
          <Text>{t.file}</Text>
          <List label={t.rules} roomy>
            {rule(t.ruleFiles(number(language, MOST_FILES)))}
            {rule(t.ruleUnusual(number(language, TIMES_USUAL), number(language, NEVER_BELOW)))}
            {rule(t.ruleOutside)}
          </List>
          {usual.length === 0 ? (
            <Text small quiet>
              {t.usualNone}
            </Text>
          ) : (
            <>
              {usual.map((one) => {
                const above = unusualAbove(one)
                const role = roleName(one.role as never, language)
                return (
                  <Text key={one.role} small quiet>
                    {above === null
                      ? t.usualYet(role, number(language, one.days))
                      : t.usualOf(role, number(language, one.files), number(language, above))}
                  </Text>
                )
              })}
              <Text small quiet>
                {t.ruleWatch}
              </Text>
            </>
          )}
        </Stack>
      </Details>
    </Section>
  )
}

type ListProps = Words & {
  readonly found: Awaited<ReturnType<typeof listAlarms>>
  readonly usual: readonly Usual[]
  readonly back: { readonly to: string; readonly word: string }
  /** Whether I may search the log. */
  readonly searches: boolean
}

/** Unusual looks: what waits first, then what was concluded, and when something is unusual at all. */
export const Alarms = ({ t, language, found, usual, back, searches }: ListProps) => (
  <>
    <BackLink to={back.to}>{back.word}</BackLink>
    <PageHead title={t.title} text={t.text} />
    {searches && (
      <ButtonLink to={urls.looks()} look="line" icon="search">
        {t.search}
      </ButtonLink>
    )}
    <Section heading={t.standing}>
      {found.standing.length === 0 ? (
        <Empty title={t.none}>{t.noneText}</Empty>
      ) : (
        <List label={t.standing} roomy>
          {found.standing.map((alarm) => AlarmRow({ t, language }, alarm))}
        </List>
      )}
    </Section>
    {found.reviewed.length > 0 && (
      <Section heading={t.reviewed}>
        <List label={t.reviewed} roomy>
          {found.reviewed.map((alarm) => AlarmRow({ t, language }, alarm))}
        </List>
      </Section>
    )}
    <Limits t={t} language={language} usual={usual} />
  </>
)

const Asking = ({ t, language, alarm }: Words & { alarm: Alarm }) => {
  const name = alarm.viewer.name ?? t.hiddenName
  return (
    <Section heading={t.question}>
      {alarm.questionAt ? (
        <Text>{`${t.asked(dayLong(language, alarm.questionAt))}. ${alarm.explanation ? '' : t.waits}`}</Text>
      ) : (
        <Form action={urls.askExplanation({ id: alarm.id })}>
          <Text>{t.questionText(name)}</Text>
          <Button look="tinted" icon="mail">
            {t.ask(name)}
          </Button>
        </Form>
      )}
    </Section>
  )
}

type AlarmProps = Words & {
  readonly alarm: Alarm
  readonly mine: boolean
  /** Whether I may search the log. */
  readonly searches: boolean
  readonly typed: Typed
  readonly problem: string | undefined
}

const Concluding = ({ t, alarm, typed, problem }: AlarmProps) => (
  <Section heading={t.conclude}>
    <Form action={urls.reviewAlarm({ id: alarm.id })}>
      {problem && <FormErrors />}
      <TextArea
        name="text"
        label={t.conclusion}
        readers={t.conclusionReaders}
        value={typeof typed.text === 'string' ? typed.text : undefined}
        error={problem}
        rows={4}
        maxLength={LONGEST}
      />
      <Button>{t.save}</Button>
    </Form>
  </Section>
)

/** One unusual look: what there is to know, the question, the explanation and the conclusion. */
export const AlarmPage = (props: AlarmProps) => {
  const { t, language, alarm, mine, searches } = props
  const name = nameIn(props, alarm)
  const days = { viewer: alarm.viewer.id, from: dayOf(alarm.from), to: dayOf(alarm.to) }
  const done = alarm.state === 'reviewed'
  return (
    <>
      <BackLink to={urls.alarms()}>{t.back}</BackLink>
      <PageHead title={whatInWords(props, alarm)} />
      <Facts
        facts={[
          { term: t.who, text: `${name}, ${roleInside(alarm.role, language)}` },
          { term: t.when, text: whenInWords(props, alarm) },
          { term: t.state, text: <Tag kind={tags[alarm.state]}>{t.states[alarm.state]}</Tag> },
          ...(alarm.explanation ? [{ term: t.explanation, text: alarm.explanation }] : []),
          ...(alarm.conclusion ? [{ term: t.conclude, text: alarm.conclusion }] : []),
        ]}
      />
      {searches && (
        <Text>
          <Link to={urls.looks(days)}>{t.looks}</Link>
        </Text>
      )}
      {alarm.askedWhy && <Notice kind="waiting" icon="message-circle" still>{`${t.askedWhy}.`}</Notice>}
      {done && alarm.reviewedAt && (
        <Text small quiet>
          {t.reviewedBy(alarm.reviewedBy ?? t.hiddenName, dayLong(language, alarm.reviewedAt, { year: true }))}
        </Text>
      )}
      {!done && mine && (
        <Notice kind="waiting" icon="users" still>
          {t.own}
        </Notice>
      )}
      {!mine && (
        <Form action={urls.incidentFromAlarm({ alarm: alarm.id })}>
          <Button look="line" icon="triangle-alert">
            {t.incident}
          </Button>
        </Form>
      )}
      {!done && !mine && (
        <Columns sideFirst side={<Asking {...props} />}>
          <Concluding {...props} />
        </Columns>
      )}
    </>
  )
}

type MineProps = Words & {
  readonly questions: readonly Alarm[]
  /** The question whose answer was refused, with what was typed and why. */
  readonly refused: { readonly id: string; readonly text: string; readonly problem: string } | null
  readonly sent: boolean
}

/** What I was asked about my own looks, and what came of it. */
export const MyQuestions = ({ t, language, questions, refused, sent }: MineProps) => (
  <>
    <PageHead title={t.mine.title} text={t.mine.text} />
    {sent && <Notice kind="received">{t.mine.sent}</Notice>}
    {questions.length === 0 && <Empty title={t.mine.none} />}
    {questions.map((alarm) => {
      const mine = refused?.id === alarm.id ? refused : null
      return (
        <Section key={alarm.id} heading={whatInWords({ t, language }, alarm)}>
          <Text>{whenInWords({ t, language }, alarm)}</Text>
          {alarm.explanation || alarm.conclusion ? (
            <Facts
              facts={[
                ...(alarm.explanation ? [{ term: t.mine.yours, text: alarm.explanation }] : []),
                ...(alarm.conclusion ? [{ term: t.mine.conclusion, text: alarm.conclusion }] : []),
              ]}
            />
          ) : (
            <Form action={urls.explainLooks({ id: alarm.id })}>
              {mine && <FormErrors />}
              <TextArea
                id={`text-${alarm.id}`}
                name="text"
                label={t.mine.label}
                readers={t.mine.readers}
                value={mine?.text}
                error={mine?.problem}
                maxLength={LONGEST}
              />
              <Button>{t.mine.send}</Button>
            </Form>
          )}
        </Section>
      )
    })}
  </>
)
