import { dayLong, type Language, number } from '#shared/language/index.ts'
import {
  BackLink,
  Button,
  Columns,
  Empty,
  Facts,
  Form,
  FormErrors,
  List,
  PageHead,
  Quote,
  Row,
  Section,
  TextArea,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { RequestWords } from '../../requests/texts.ts'
import { RequestClock, saidOf } from '../../requests/time-left.tsx'
import type { ComplaintTexts } from '../texts.ts'
import type { Received, ReceivedWhole } from './queries.ts'

type Props = { t: ComplaintTexts; words: RequestWords; language: Language }

/** On the first page of the supplier: how many wait, and the least time. */
export const Waiting = ({ t, words, language, open }: Props & { open: readonly [Received, ...Received[]] }) => (
  <List roomy>
    <Row
      title={t.desk.today(number(language, open.length), open.length === 1)}
      text={saidOf(words, language, open[0])}
      icon="message-circle"
      to={urls.complaintsReceived()}
    />
  </List>
)

type ListProps = Props & { open: readonly Received[]; answered: readonly Received[] }

/** What came in: what waits with its clock, then what was answered. */
export const Complaints = ({ t, words, language, open, answered }: ListProps) => (
  <>
    <PageHead title={t.desk.title} text={t.desk.text} />
    <Section heading={t.desk.waiting}>
      {open.length === 0 ? (
        <Empty title={t.desk.none} />
      ) : (
        <List label={t.desk.waiting}>
          {open.map((one) => (
            <Row
              key={one.id}
              title={t.desk.of(one.name, one.school)}
              text={t.desk.received(dayLong(language, one.receivedOn))}
              to={urls.complaintReceived({ id: one.id })}
              more={<RequestClock {...{ words, language }} {...one} />}
            />
          ))}
        </List>
      )}
    </Section>
    {answered.length > 0 && (
      <Section heading={t.desk.done}>
        <List label={t.desk.done} roomy>
          {answered.map((one) => (
            <Row
              key={one.id}
              title={t.desk.of(one.name, one.school)}
              text={t.answered(dayLong(language, one.answeredAt!))}
              to={urls.complaintReceived({ id: one.id })}
            />
          ))}
        </List>
      </Section>
    )}
  </>
)

type OneProps = Props & { complaint: ReceivedWhole; typed: string; problem: string | undefined; closed: boolean }

/** One complaint with its clock, and the answer: to write, or as it was given. */
export const Complaint = ({ t, words, language, complaint, typed, problem, closed }: OneProps) => {
  const { id, name, school, receivedOn, answeredAt, answer, text } = complaint
  const facts = [
    { term: t.desk.who, text: name },
    { term: t.desk.school, text: school },
    { term: t.desk.came, text: dayLong(language, receivedOn, { year: true }) },
  ]
  return (
    <>
      <BackLink to={urls.complaintsReceived()}>{t.desk.title}</BackLink>
      <PageHead
        title={t.desk.of(name, school)}
        text={
          answeredAt ? (
            t.answered(dayLong(language, answeredAt))
          ) : (
            <RequestClock {...{ words, language }} {...complaint} />
          )
        }
      />
      {(problem || closed) && <FormErrors>{closed ? t.desk.closed : undefined}</FormErrors>}
      <Columns side={<Facts facts={facts} />}>
        <Section heading={t.desk.what}>
          <Quote>{text}</Quote>
        </Section>
        <Section heading={t.desk.answerHeading}>
          {answer ? (
            <Quote>{answer}</Quote>
          ) : (
            <Form action={urls.complaintReceived({ id })}>
              <TextArea
                name="text"
                label={t.desk.answer}
                hint={t.desk.answerHint}
                readers={t.desk.readers(name)}
                value={typed}
                error={problem}
                rows={6}
                maxLength={2000}
              />
              <Button>{t.desk.send}</Button>
            </Form>
          )}
        </Section>
      </Columns>
    </>
  )
}
