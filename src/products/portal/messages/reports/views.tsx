import { clock, dayLong, type Language } from '#shared/language/index.ts'
import {
  BackLink,
  Button,
  Conversation,
  Empty,
  Form,
  FormErrors,
  Message,
  PageHead,
  Section,
  Text,
  TextArea,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { MessageTexts } from '../texts.ts'
import type { Reported, reportable } from './queries.ts'

type Common = { readonly t: MessageTexts; readonly language: Language }

const moment = (language: Language, at: Date) => `${dayLong(language, at)}, ${clock(language, at)}`

/** The one message that goes to the principal, and why. */
export const ReportForm = ({ t, language, at, message, typed, wrong }: FormProps) => (
  <>
    <BackLink to={urls.messageThread({ thread: at.thread })}>{t.report.back}</BackLink>
    <PageHead title={t.report.title} text={t.report.text} />
    <Conversation label={t.report.of(message.author.name)}>
      <Message id={message.id} person={message.author} at={moment(language, message.at)} text={message.text} />
    </Conversation>
    <Form action={urls.reportMessage(at)} resend>
      {wrong && <FormErrors />}
      <TextArea
        name="reason"
        label={t.report.label}
        readers={t.report.readers}
        value={typed}
        error={wrong ? t.report.problem : undefined}
        maxLength={1_000}
      />
      <Button>{t.report.button}</Button>
    </Form>
  </>
)

type FormProps = Common & {
  readonly at: { readonly thread: string; readonly message: string }
  readonly message: NonNullable<Awaited<ReturnType<typeof reportable>>>
  readonly typed: string
  readonly wrong: boolean
}

const One = ({ t, language, reported }: Common & { reported: Reported }) => (
  <Message
    id={reported.id}
    person={reported.author}
    at={moment(language, reported.sentAt)}
    text={reported.text}
    foot={
      <>
        <Text>{`${t.reports.by(reported.reporter, dayLong(language, reported.reportedAt))}. ${t.reports.reason}: ${reported.reason}`}</Text>
        {reported.handled ? (
          <Text>{t.reports.handled(reported.handled.by, moment(language, reported.handled.at))}</Text>
        ) : (
          <Form action={urls.handleMessageReport({ report: reported.id })}>
            <Button look="tinted">{t.reports.handle}</Button>
          </Form>
        )}
      </>
    }
  />
)

/** What was reported to the principal. */
export const Reports = ({ t, language, reports }: Common & { readonly reports: readonly Reported[] }) => {
  const parts = [
    { heading: t.reports.open, some: reports.filter(({ handled }) => !handled) },
    { heading: t.reports.done, some: reports.filter(({ handled }) => handled) },
  ]
  return (
    <>
      <BackLink to={urls.messages()}>{t.thread.back}</BackLink>
      <PageHead title={t.reports.title} text={t.reports.text} />
      {reports.length === 0 && <Empty title={t.reports.none} />}
      {parts
        .filter(({ some }) => some.length > 0)
        .map(({ heading, some }) => (
          <Section key={heading} heading={heading}>
            <Conversation label={heading}>
              {some.map((one) => (
                <One key={one.id} t={t} language={language} reported={one} />
              ))}
            </Conversation>
          </Section>
        ))}
    </>
  )
}
