import { dayLong, type Language } from '#shared/language/index.ts'
import { BackLink, Empty, Facts, Notice, PageHead, PlainScreen, Section, Stack, Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { OwnTermsTexts } from '../own/texts.ts'
import { Leaving } from '../own/views.tsx'
import type { MyMessage } from './mine.ts'
import type { BreachTexts } from './texts.ts'

type Props = {
  readonly t: BreachTexts
  readonly language: Language
  readonly messages: readonly MyMessage[]
  readonly unsent: boolean
  readonly guardian: boolean
}

const Bar = ({
  t,
  language,
  bar,
  guardian,
}: Pick<Props, 't' | 'language' | 'guardian'> & { bar: MyMessage['bars'][number] }) => {
  const over = bar.stands === 'ended'
  const text = t.mine.whats[bar.what](dayLong(language, bar.from), dayLong(language, bar.to))
  return (
    <Stack>
      <Notice kind={over ? 'received' : 'waiting'} icon={over ? 'check' : 'lock'} still>
        {over ? t.mine.lifted : `${text} ${t.mine.endsItself}`}
      </Notice>
      <Facts facts={[{ term: t.mine.reason, text: bar.reason }]} />
      {!over && <Text>{guardian ? t.mine.rights : t.mine.rightsTeam}</Text>}
    </Stack>
  )
}

const Messages = ({ t, language, messages, unsent, guardian }: Props) => (
  <Stack gap="loose">
    {unsent && <Notice kind="alert">{t.mine.unsent}</Notice>}
    {messages.length === 0 && <Empty title={t.mine.none} />}
    {messages.map(({ id, at, message, bars }) => (
      <Section key={id} heading={dayLong(language, at, { year: true })}>
        <Stack gap="loose">
          {bars.map((bar) => (
            <Bar key={bar.id} {...{ t, language, guardian, bar }} />
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
