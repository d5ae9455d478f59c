import { dayLong, type Language, number } from '#shared/language/index.ts'
import { blocksOf, differenceOf, hashOf } from '#shared/language/prose.ts'
import {
  BackLink,
  Button,
  Details,
  Difference,
  Empty,
  Form,
  Link,
  List,
  Meta,
  Notice,
  PageHead,
  PlainScreen,
  Prose,
  Row,
  Section,
  Stack,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { wordsIn } from '../words.ts'
import type { agreedBy, Due } from './queries.ts'
import type { OwnTermsTexts } from './texts.ts'

type Props = { readonly t: OwnTermsTexts; readonly language: Language }

/** The one page before everything else: the text, one button, and what happens without it. */
export const AgreePage = ({
  t,
  language,
  due,
  school,
  next,
  say,
}: Props & { due: Due; school: string; next: string | undefined; say: 'justChanged' | 'unsent' | null }) => {
  const shown = wordsIn(due.words, language)
  const changes = due.before ? differenceOf(wordsIn(due.before, language).text, shown.text) : []
  const hidden = { audience: due.audience, number: String(due.number), hash: hashOf(shown.text), ...(next && { next }) }
  return (
    <PlainScreen title={t.title(school)}>
      <Stack gap="loose">
        {say && <Notice kind="alert">{t[say]}</Notice>}
        <Text>{due.before ? t.changed : t.first}</Text>
        {changes.length > 0 && <Difference changes={changes} words={t.differenceWords} />}
        {shown.language !== language && <Text quiet>{t.onlyDutch}</Text>}
        <Prose blocks={blocksOf(shown.text)} {...(shown.language === language ? {} : { language: shown.language })} />
        <Text small quiet>
          {`${t.version(number(language, due.number), dayLong(language, due.inForceOn, { year: true }))}. ${t.kept}`}
        </Text>
        <Form action={urls.terms()} hidden={hidden}>
          <Button wide>{t.agree}</Button>
        </Form>
      </Stack>
      <Section heading={t.notTitle}>
        <Stack gap="loose">
          <Text>{due.audience === 'team' ? t.notTextTeam : t.notText}</Text>
          <Leaving t={t} />
        </Stack>
      </Section>
    </PlainScreen>
  )
}

/** Out, or to the own account: what is always open. */
export const Leaving = ({ t }: { t: Pick<OwnTermsTexts, 'signOut' | 'account'> }) => (
  <Stack>
    <Form action={urls.signOut()} plain>
      <Button look="line" icon="log-out">
        {t.signOut}
      </Button>
    </Form>
    <Meta>
      <Link to={urls.me()}>{t.account}</Link>
    </Meta>
  </Stack>
)

/** What somebody agreed to and when, with the words of then. */
export const MyTerms = ({
  t,
  language,
  agreed,
  messages,
}: Props & { agreed: Awaited<ReturnType<typeof agreedBy>>; messages: boolean }) => (
  <>
    <BackLink to={urls.me()}>{t.back}</BackLink>
    <PageHead title={t.mine} text={agreed.length > 0 ? t.mineText : undefined} />
    {messages && (
      <List>
        <Row icon="mail" title={t.messages} text={t.messagesText} to={urls.myBreaches()} />
      </List>
    )}
    {agreed.length === 0 && <Empty title={t.none}>{t.noneText}</Empty>}
    {agreed.map((one) => (
      <Section key={`${one.audience} ${one.number}`} heading={t.audience[one.audience]}>
        <Stack>
          <Text>
            {`${t.accepted(number(language, one.number), dayLong(language, one.at, { year: true }))}, ${t.inLanguage[one.language]}.`}
          </Text>
          <Details title={t.read} icon="file-text">
            <Prose blocks={blocksOf(one.text)} language={one.language} />
          </Details>
        </Stack>
      </Section>
    ))}
  </>
)
