import { dayLong, type Language } from '#shared/language/index.ts'
import {
  BackLink,
  Button,
  Foot,
  Form,
  FormErrors,
  Link,
  List,
  Notice,
  PageHead,
  Quote,
  Row,
  Section,
  TaskScreen,
  Text,
  TextArea,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { ComplaintTexts } from '../texts.ts'
import type { MyComplaint } from './queries.ts'

type Props = { t: ComplaintTexts; language: Language; today: string }

const standing = ({ t, language, today }: Props, { supplier, dueOn, answeredAt }: MyComplaint): string => {
  if (answeredAt) return t.answered(dayLong(language, answeredAt))
  return (dueOn < today ? t.waits : t.by)(supplier, dayLong(language, dueOn))
}

/** What I wrote to the supplier, under my requests to the school. */
export const MyComplaints = (props: Props & { complaints: readonly MyComplaint[] }) =>
  props.complaints.length === 0 ? null : (
    <Section heading={props.t.list}>
      <List label={props.t.list} roomy>
        {props.complaints.map((one) => (
          <Row
            key={one.id}
            title={props.t.title(one.supplier)}
            text={standing(props, one)}
            to={urls.myComplaint({ id: one.id })}
          />
        ))}
      </List>
    </Section>
  )

type FormProps = { t: ComplaintTexts; supplier: string; text: string; problem: string | undefined; requestKey: string }

/** The complaint, with who reads it and who does not. */
export const ComplaintForm = ({ t, supplier, text, problem, requestKey }: FormProps) => (
  <TaskScreen back={{ to: urls.complain(), word: t.back }} title={t.title(supplier)}>
    <Form action={urls.complainToSupplier()} requestKey={requestKey}>
      <Text>{t.intro(supplier)}</Text>
      {problem && <FormErrors />}
      <TextArea
        name="text"
        label={t.text}
        hint={t.hint}
        readers={t.readers(supplier)}
        value={text}
        error={problem}
        rows={6}
        maxLength={2000}
      />
      <Foot>
        <Button>{t.send(supplier)}</Button>
      </Foot>
    </Form>
  </TaskScreen>
)

type OneProps = Props & {
  complaint: MyComplaint & { readonly text: string; readonly answer: string | null }
  sent: boolean
}

/** One complaint: what I wrote, the answer, and the way back. */
export const MyComplaintPage = (props: OneProps) => {
  const { t, complaint, sent } = props
  const { id, supplier, text, answer } = complaint
  return (
    <>
      <BackLink to={urls.myRequests()}>{t.backToRequests}</BackLink>
      <PageHead title={t.title(supplier)} text={standing(props, complaint)} />
      {sent && <Notice kind="received">{t.sent(supplier)}</Notice>}
      {answer && (
        <Section heading={t.answer}>
          <Quote>{answer}</Quote>
          <Text>
            {t.disagree} {t.disagreeText} <Link to={urls.complain()}>{t.back}</Link>
          </Text>
        </Section>
      )}
      <Section heading={t.yours}>
        <Quote>{text}</Quote>
      </Section>
      <Section>
        <Form action={urls.withdrawComplaint({ id })}>
          <Text>{t.takeBackText(supplier)}</Text>
          <Button look="line" icon="undo-2">
            {t.takeBack}
          </Button>
        </Form>
      </Section>
    </>
  )
}
