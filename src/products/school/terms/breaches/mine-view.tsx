import type { Typed } from '#shared/access/form.ts'
import { dayLong, type Language } from '#shared/language/index.ts'
import {
  BackLink,
  Button,
  Empty,
  Facts,
  Form,
  FormErrors,
  Notice,
  PageHead,
  PlainScreen,
  Section,
  Stack,
  Text,
  TextArea,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { oneOf, problemIn } from '../../typed.ts'
import type { OwnTermsTexts } from '../own/texts.ts'
import { Leaving } from '../own/views.tsx'
import type { MyMessage } from './mine.ts'
import type { Objection } from './objections.ts'
import type { BreachTexts } from './texts.ts'

type Props = {
  readonly t: BreachTexts
  readonly language: Language
  readonly messages: readonly MyMessage[]
  readonly unsent: boolean
  readonly guardian: boolean
  readonly refused: Refused | undefined
}

/** An objection that could not be sent, at the restriction it is against. */
export type Refused = {
  readonly id: string
  readonly typed: Typed
  readonly problems: Readonly<Record<string, string>>
}

const Sent = ({ t, language, objection }: Pick<Props, 't' | 'language'> & { objection: Objection }) => (
  <Facts
    facts={[
      { term: t.mine.yourObjection(dayLong(language, objection.at)), text: objection.text },
      {
        term: t.mine.answer,
        text: objection.answer
          ? `${objection.answer.text} (${dayLong(language, objection.answer.at)})`
          : t.mine.noAnswerYet,
      },
    ]}
  />
)

const ObjectionForm = ({ t, id, refused }: Pick<Props, 't' | 'refused'> & { id: string }) => {
  const problem = problemIn(t.problems, refused?.problems ?? {})
  return (
    <Form action={urls.objectToBarring({ id })} label={t.mine.objectTitle}>
      {refused && <FormErrors />}
      <TextArea
        id={`objection-${id}`}
        name="text"
        label={t.mine.objectLabel}
        hint={t.mine.objectHint}
        readers={t.form.officeReads}
        value={oneOf(refused?.typed ?? {}, 'text')}
        error={problem('text')}
      />
      <Button look="tinted">{t.mine.objectSend}</Button>
    </Form>
  )
}

const Bar = ({
  t,
  language,
  bar,
  guardian,
  refused,
}: Pick<Props, 't' | 'language' | 'guardian' | 'refused'> & { bar: MyMessage['bars'][number] }) => {
  const over = bar.stands === 'ended'
  const text = t.mine.whats[bar.what](dayLong(language, bar.from), dayLong(language, bar.to))
  return (
    <Stack>
      <Notice kind={over ? 'received' : 'waiting'} icon={over ? 'check' : 'lock'} still>
        {over ? t.mine.lifted : `${text} ${t.mine.endsItself}`}
      </Notice>
      <Facts facts={[{ term: t.mine.reason, text: bar.reason }]} />
      {!over && <Text>{guardian ? t.mine.rights : t.mine.rightsTeam}</Text>}
      {bar.objection ? (
        <Sent t={t} language={language} objection={bar.objection} />
      ) : (
        !over && <ObjectionForm t={t} id={bar.id} refused={refused?.id === bar.id ? refused : undefined} />
      )}
    </Stack>
  )
}

const Messages = ({ t, language, messages, unsent, guardian, refused }: Props) => (
  <Stack gap="loose">
    {unsent && <Notice kind="alert">{t.mine.unsent}</Notice>}
    {messages.length === 0 && <Empty title={t.mine.none} />}
    {messages.map(({ id, at, message, bars }) => (
      <Section key={id} heading={dayLong(language, at, { year: true })}>
        <Stack gap="loose">
          {bars.map((bar) => (
            <Bar key={bar.id} {...{ t, language, guardian, bar, refused }} />
          ))}
          <Facts facts={[{ term: t.mine.message, text: message }]} />
        </Stack>
      </Section>
    ))}
    {messages.length > 0 && (
      <Section heading={t.mine.objectTitle}>
        <Text>{t.mine.object}</Text>
        <Text small quiet>
          {t.mine.kept}
        </Text>
      </Section>
    )}
  </Stack>
)

/** What school told somebody about the terms: reason, end, and how to object. */
export const MyMessages = (props: Props) => (
  <>
    <BackLink to={urls.terms()}>{props.t.mine.back}</BackLink>
    <PageHead title={props.t.mine.title} />
    <Messages {...props} />
  </>
)

/** The same as the only page that is left. */
export const BarredScreen = ({ own, ...props }: Props & { own: OwnTermsTexts }) => (
  <PlainScreen title={props.t.mine.barredTitle}>
    <Messages {...props} />
    <Section>
      <Leaving t={own} />
    </Section>
  </PlainScreen>
)
