import type { Typed } from '#shared/access/form.ts'
import { dayLong, type Language, listOf } from '#shared/language/index.ts'
import {
  Button,
  ButtonLink,
  Columns,
  Empty,
  Form,
  FormErrors,
  List,
  Notice,
  PageHead,
  Quote,
  Row,
  Section,
  Stack,
  Text,
  TextArea,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { oneOf, problemIn } from '../typed.ts'
import type { listRequests, myRequests } from './queries.ts'
import type { RequestTexts } from './texts.ts'

type Props = { t: RequestTexts; language: Language }
type Mine = Awaited<ReturnType<typeof myRequests>>
type Listed = Awaited<ReturnType<typeof listRequests>>

export type AskProps = Props & {
  mine: Mine
  typed: Typed
  problems: Readonly<Record<string, string>>
  received: boolean
}

/** The right of art. 1:377c BW in plain words, and a box to use it. It says nothing about any child. */
export const AskForInformation = ({ t, language, mine, typed, problems, received }: AskProps) => (
  <>
    <PageHead title={t.title} />
    {received && <Notice kind="received">{t.received}</Notice>}
    <Columns side={<Asked t={t} language={language} mine={mine} />}>
      <Stack gap="loose">
        <Text>{t.right}</Text>
        <Text>{t.limits}</Text>
        <Form action={urls.informationRequest()}>
          {Object.keys(problems).length > 0 && <FormErrors />}
          <TextArea
            name="text"
            label={t.ask}
            hint={t.askHint}
            readers={t.readers}
            value={oneOf(typed, 'text')}
            error={problemIn(t.problems, problems)('text')}
            rows={6}
            maxLength={4000}
          />
          <Button>{t.send}</Button>
        </Form>
      </Stack>
    </Columns>
  </>
)

/** What was asked before, with the day of the answer. */
const Asked = ({ t, language, mine }: Props & { mine: Mine }) =>
  mine.length === 0 ? null : (
    <Section heading={t.sent}>
      <List label={t.sent}>
        {mine.map((one) => (
          <Row
            key={one.id}
            title={t.sentOn(dayLong(language, one.sent))}
            text={one.handled ? t.handled(dayLong(language, one.handled)) : t.waiting}
            more={
              <Stack gap="tight">
                <Quote>{one.text}</Quote>
                {one.outcome && <span>{t.outcomes[one.outcome]}</span>}
                {one.answer && <Quote>{one.answer}</Quote>}
              </Stack>
            }
          />
        ))}
      </List>
    </Section>
  )

const Requests = ({ t, language, requests }: Props & { requests: Listed['waiting'] }) => (
  <List>
    {requests.map((one) => (
      <Row
        key={one.id}
        title={one.name}
        person={{ id: one.person, name: one.name }}
        text={[
          ...(one.children.length > 0 ? [t.parentOf(listOf(language, one.children))] : []),
          one.handled ? t.handled(dayLong(language, one.handled)) : t.sentOn(dayLong(language, one.sent)),
        ].join('. ')}
        more={
          <Stack gap="tight">
            <Quote>{one.text}</Quote>
            {one.outcome && <span>{t.outcomes[one.outcome]}</span>}
            {one.answer && <Quote>{one.answer}</Quote>}
          </Stack>
        }
        {...(one.handled
          ? {}
          : {
              end: (
                <ButtonLink
                  to={urls.informationRequestOf({ id: one.id })}
                  look="tinted"
                  label={t.reviewLabel(one.name)}
                >
                  {t.review}
                </ButtonLink>
              ),
            })}
      />
    ))}
  </List>
)

/** What parents without authority asked: for the office. */
export const RequestsView = ({ t, language, requests }: Props & { requests: Listed }) => (
  <>
    <PageHead title={t.office} text={t.officeText} />
    <Section heading={t.wait}>
      {requests.waiting.length === 0 ? (
        <Empty title={t.none} />
      ) : (
        <Requests t={t} language={language} requests={requests.waiting} />
      )}
    </Section>
    {requests.handled.length > 0 && (
      <Section heading={t.done}>
        <Requests t={t} language={language} requests={requests.handled} />
      </Section>
    )}
  </>
)
