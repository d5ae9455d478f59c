import type { Typed } from '#shared/access/form.ts'
import { PasswordField } from '#shared/identity/index.ts'
import type { Language } from '#shared/language/index.ts'
import {
  Button,
  ButtonLink,
  type Child,
  Facts,
  Field,
  Form,
  FormErrors,
  Heading,
  Link,
  Page,
  productTheme,
  StartScreen,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { oneOf } from '../typed.ts'
import type { SetUpTexts } from './texts.ts'

type Props = { t: SetUpTexts; language: Language }

const Frame = ({ t, language, title, text, children }: Props & { title: string; text: string; children: Child }) => (
  <Page language={language} title={title} organisation={t.product} theme={productTheme}>
    <StartScreen product={t.product} title={title} text={text}>
      {children}
    </StartScreen>
  </Page>
)

export type SetUpProps = Props & {
  typed: Typed
  /** Sentences by field. */
  problems: Readonly<Record<string, string | undefined>>
  /** What an address made from a name looks like here. */
  example: string
}

/** The first board, school and administrator, in one form. */
export const SetUp = ({ t, language, typed, problems, example }: SetUpProps) => {
  const at = (name: string) => ({ name, value: oneOf(typed, name), error: problems[name] })
  return (
    <Frame t={t} language={language} title={t.title} text={t.text}>
      <Form action={urls.setUp()} plain>
        {Object.keys(problems).length > 0 && <FormErrors>{problems.form}</FormErrors>}
        <Field {...at('code')} label={t.code} hint={t.codeHint} autoComplete="off" short />
        <Heading level={2}>{t.board}</Heading>
        <Field {...at('boardName')} label={t.boardName} autoComplete="off" maxLength={120} />
        <Field {...at('boardHost')} label={t.boardHost} hint={t.hostHint(example)} autoComplete="off" optional />
        <Heading level={2}>{t.school}</Heading>
        <Field {...at('schoolName')} label={t.schoolName} autoComplete="organization" maxLength={120} />
        <Field {...at('schoolHost')} label={t.schoolHost} hint={t.hostHint(example)} autoComplete="off" optional />
        <Field {...at('brin')} label={t.brin} hint={t.brinHint} autoComplete="off" short optional />
        <Heading level={2}>{t.you}</Heading>
        <Text quiet>{t.youText}</Text>
        <Field {...at('givenName')} label={t.givenName} autoComplete="given-name" />
        <Field {...at('prefix')} label={t.prefix} autoComplete="off" short optional />
        <Field {...at('surname')} label={t.surname} autoComplete="family-name" />
        <Field {...at('address')} label={t.address} hint={t.addressHint} type="email" autoComplete="username" />
        <PasswordField language={language} staff error={problems.password} />
        <Button wide>{t.make}</Button>
      </Form>
    </Frame>
  )
}

export type ReadyProps = Props & {
  school: { readonly name: string; readonly address: string }
  board: { readonly name: string; readonly address: string }
  /** Where the administrator arrives, signed in. */
  arrive: string
}

/** What was made, where it is, and the way there. A link and not a redirect: forms may not lead to another host. */
export const Ready = ({ t, language, school, board, arrive }: ReadyProps) => (
  <Frame t={t} language={language} title={t.done(school.name)} text={t.next}>
    <Text>{t.doneText}</Text>
    <Facts
      facts={[school, board].map(({ name, address }) => ({
        term: name,
        text: <Link to={address}>{address}</Link>,
      }))}
    />
    <ButtonLink to={arrive} wide icon="arrow-right">
      {t.go(school.name)}
    </ButtonLink>
  </Frame>
)
