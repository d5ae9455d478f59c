import type { Typed } from '#shared/access/form.ts'
import { dayLong, type Language } from '#shared/language/index.ts'
import {
  Actions,
  BackLink,
  Button,
  Choice,
  Columns,
  DateField,
  Empty,
  Facts,
  Foot,
  Form,
  FormErrors,
  Link,
  List,
  PageHead,
  Row,
  Section,
  Select,
  Stack,
  Tag,
  type TagKind,
  TaskScreen,
  Text,
  TextArea,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { oneOf, problemIn } from '../../typed.ts'
import { type Breach, kinds, type listBreaches } from './noting.ts'
import { type Standing, whats } from './standing.ts'
import type { BreachTexts } from './texts.ts'

type Props = { readonly t: BreachTexts; readonly language: Language }
type Refused = { readonly typed: Typed; readonly problems: Readonly<Record<string, string>> }
type Named = { readonly id: string; readonly name: string }

const day = (language: Language, when: string | Date) => dayLong(language, when, { year: true })
const tones: Record<Standing, TagKind> = { waiting: 'late', later: 'late', 'in-force': 'alert', ended: 'plain' }

/** What happened, who saw it, and what the person is told: contact comes first. */
export const NewBreach = ({
  t,
  person,
  colleagues,
  requestKey,
  typed,
  problems,
}: Pick<Props, 't'> & Refused & { person: Named; colleagues: readonly Named[]; requestKey: string }) => {
  const problem = problemIn(t.problems, problems)
  return (
    <TaskScreen
      back={{ to: urls.person({ id: person.id }), word: t.form.back(person.name) }}
      title={t.form.title(person.name)}
    >
      <Form action={urls.newBreach({ id: person.id })} requestKey={requestKey}>
        {Object.keys(problems).length > 0 && <FormErrors />}
        <Text>{t.text}</Text>
        <Choice
          name="kind"
          legend={t.form.kind}
          chosen={oneOf(typed, 'kind')}
          error={problem('kind')}
          options={kinds.map((value) => ({ value, label: t.kinds[value] }))}
        />
        <TextArea
          name="happened"
          label={t.form.happened}
          hint={t.form.happenedHint}
          readers={t.form.officeReads}
          value={oneOf(typed, 'happened')}
          error={problem('happened')}
        />
        <Select
          name="seenBy"
          label={t.form.seenBy}
          hint={t.form.seenByHint}
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          value={oneOf(typed, 'seenBy')}
          error={problem('seenBy')}
        />
        <DateField name="seenOn" label={t.form.seenOn} value={oneOf(typed, 'seenOn')} error={problem('seenOn')} />
        <TextArea
          name="message"
          label={t.form.message}
          hint={t.form.messageHint}
          readers={t.form.personReads(person.name)}
          rows={6}
          value={oneOf(typed, 'message')}
          error={problem('message')}
        />
        <Foot>
          <Button>{t.form.save}</Button>
        </Foot>
      </Form>
    </TaskScreen>
  )
}

/** Everything that was recorded, for the office. */
export const BreachList = ({ t, language, rows }: Props & { rows: Awaited<ReturnType<typeof listBreaches>> }) => (
  <>
    <PageHead title={t.title} text={t.text} />
    {rows.length === 0 ? (
      <Empty title={t.none}>{t.noneText}</Empty>
    ) : (
      <List label={t.title} roomy>
        {rows.map(({ id, person, kind, at, stands }) => (
          <Row
            key={id}
            person={person}
            title={person.name}
            text={`${t.kinds[kind]}, ${day(language, at)}`}
            to={urls.breach({ id })}
            end={stands && <Tag kind={tones[stands]}>{t.states[stands]}</Tag>}
          />
        ))}
      </List>
    )}
  </>
)

type Bar = Breach['bars'][number]

const Objected = ({
  t,
  language,
  id,
  bar,
  typed,
  problems,
}: Props & Refused & { id: string; bar: Bar & { objection: NonNullable<Bar['objection']> } }) => {
  const { text, at, answer } = bar.objection
  return (
    <Stack>
      <Facts
        facts={[
          { term: t.objection(dayLong(language, at)), text },
          ...(answer
            ? [{ term: t.answerBy(answer.by ?? t.someone, dayLong(language, answer.at)), text: answer.text }]
            : []),
        ]}
      />
      {!answer && (
        <Form action={urls.answerObjection({ id })} hidden={{ restriction: bar.id }} label={t.answer}>
          {problems.text && <FormErrors />}
          <TextArea
            name="text"
            label={t.answer}
            hint={t.answerHint}
            value={oneOf(typed, 'text')}
            error={problemIn(t.problems, problems)('text')}
          />
          <Button look="tinted">{t.sendAnswer}</Button>
        </Form>
      )}
    </Stack>
  )
}

const Barred = ({ t, language, id, bar, typed, problems }: Props & Refused & { id: string; bar: Bar }) => (
  <Row
    icon="lock"
    title={t.period(t.whats[bar.what], dayLong(language, bar.from), dayLong(language, bar.to))}
    text={[
      t.askedBy(bar.askedBy ?? t.someone),
      ...(bar.confirmedBy ? [t.confirmedBy(bar.confirmedBy)] : []),
      ...(bar.endedBy ? [t.endedBy(bar.endedBy)] : []),
    ].join('. ')}
    more={
      <Stack>
        <Text>{bar.reason}</Text>
        <Text>
          <Tag kind={tones[bar.stands]}>{t.states[bar.stands]}</Tag>
        </Text>
        {bar.objection && (
          <Objected {...{ t, language, id, typed, problems }} bar={{ ...bar, objection: bar.objection }} />
        )}
        {bar.stands === 'waiting' && <Text small>{t.waitsForOther}</Text>}
        {bar.stands !== 'ended' && (
          <Actions>
            {bar.mayConfirm && (
              <Form action={urls.confirmBarring({ id })}>
                <Button icon="check">{t.confirm}</Button>
              </Form>
            )}
            <Form action={urls.liftBarring({ id })}>
              <Button look="line">{bar.stands === 'waiting' ? t.stop : t.lift}</Button>
            </Form>
          </Actions>
        )}
      </Stack>
    }
  />
)

const Restrict = ({ t, language, id, latest, typed, problems }: Props & Refused & { id: string; latest: string }) => {
  const problem = problemIn(t.problems, problems)
  return (
    <Form action={urls.barring({ id })}>
      {Object.keys(problems).length > 0 && <FormErrors>{problem('form')}</FormErrors>}
      <Text>{t.restrictText}</Text>
      <Choice
        name="what"
        legend={t.what}
        chosen={oneOf(typed, 'what')}
        error={problem('what')}
        options={whats.map((value) => ({ value, label: t.whats[value] }))}
      />
      <TextArea name="reason" label={t.reason} value={oneOf(typed, 'reason')} error={problem('reason')} />
      <DateField name="from" label={t.from} value={oneOf(typed, 'from')} max={latest} error={problem('from')} />
      <DateField
        name="to"
        label={t.to}
        hint={t.toHint(day(language, latest))}
        value={oneOf(typed, 'to')}
        max={latest}
        error={problem('to')}
      />
      <Actions>
        <Button look="alert-line">{t.restrict}</Button>
      </Actions>
    </Form>
  )
}

/** One breach: what is known, what the person was told and whether they read it, and what is kept from them. */
export const BreachPage = ({
  t,
  language,
  breach,
  latest,
  typed,
  problems,
}: Props & Refused & { breach: Breach; latest: string }) => {
  const running = breach.bars.some(({ stands }) => stands !== 'ended')
  return (
    <>
      <BackLink to={urls.breaches()}>{t.title}</BackLink>
      <PageHead title={breach.person.name} text={t.kinds[breach.kind]} />
      <Columns
        side={
          <Section>
            <Facts
              facts={[
                { term: t.seenBy, text: t.seenWhen(breach.seenBy ?? t.someone, dayLong(language, breach.seenOn)) },
                { term: t.happened, text: breach.happened },
              ]}
            />
            <Text small quiet>
              {t.noted(breach.by ?? t.someone, day(language, breach.at))}
            </Text>
            <Text small>
              <Link to={urls.person({ id: breach.person.id })}>{t.toPerson}</Link>
            </Text>
          </Section>
        }
      >
        <Section heading={t.message}>
          <Stack>
            <Text>{breach.message}</Text>
            <Text small quiet>
              {breach.readAt ? t.read(day(language, breach.readAt)) : breach.hasAccount ? t.unread : t.noAccount}
            </Text>
          </Stack>
        </Section>
        <Section heading={t.restriction}>
          {breach.bars.length > 0 && (
            <List label={t.restriction}>
              {breach.bars.map((bar) => (
                <Barred key={bar.id} {...{ t, language, bar, typed, problems }} id={breach.id} />
              ))}
            </List>
          )}
          {!running && <Restrict {...{ t, language, latest, typed, problems }} id={breach.id} />}
        </Section>
      </Columns>
    </>
  )
}
