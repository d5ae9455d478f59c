import type { Site } from '#shared/tenancy/sites.ts'
import { Button, ButtonLink, Details, Field, Form, FormErrors, Link, Stack, Text } from '#shared/ui/index.ts'
import type { Child } from '#shared/ui/jsx.ts'
import { urls } from '#src/urls.ts'
import { AtTheDoor } from '../sign-in-views.tsx'
import type { ForgottenTexts } from './texts.ts'

type Props = { readonly t: ForgottenTexts; readonly site: Site }

/** What there is for who cannot reach the mail, or has lost the second factor. */
const WithoutMail = ({ t }: { t: ForgottenTexts }) => (
  <Details title={t.noMail}>
    <Stack>
      <Text>{t.noMailText}</Text>
      <Text>
        <Link to={urls.recoveryCode()}>{t.haveLetter}</Link>
      </Text>
    </Stack>
  </Details>
)

export type AskProps = Props & {
  readonly address?: string | undefined
  readonly problem?: string | undefined
  readonly wait?: string | undefined
}

/** Asks for the address to mail a link to. */
export const AskForLink = ({ t, site, address, problem, wait }: AskProps) => (
  <AtTheDoor site={site} title={t.title} text={t.text}>
    {wait && <FormErrors>{wait}</FormErrors>}
    <Form action={urls.forgottenPassword()} plain>
      <Field
        name="address"
        label={t.address}
        type="email"
        autoComplete="username"
        value={address}
        error={problem}
        autoFocus
      />
      <Button wide>{t.send}</Button>
    </Form>
    <WithoutMail t={t} />
    <Text small>
      <Link to={urls.signIn()}>{t.back}</Link>
    </Text>
  </AtTheDoor>
)

/** The same words whether or not anybody has the address. */
export const LinkIsSent = ({ t, site }: Props) => (
  <AtTheDoor site={site} title={t.sentTitle} text={t.sentText}>
    <Text>{t.nothing}</Text>
    <ButtonLink to={urls.forgottenPassword()} look="line" wide>
      {t.again}
    </ButtonLink>
    <WithoutMail t={t} />
    <Text small>
      <Link to={urls.signIn()}>{t.back}</Link>
    </Text>
  </AtTheDoor>
)

/** A new password by a mailed link. */
export const NewPassword = ({ t, site, token, field }: Props & { token: string; field: Child }) => (
  <AtTheDoor site={site} title={t.newTitle} text={t.newText}>
    <Form action={urls.newPassword({ token })} plain>
      {field}
      <Text small quiet>
        {t.stillFactor}
      </Text>
      <Button wide>{t.save}</Button>
    </Form>
  </AtTheDoor>
)

/** A link that was used, replaced, expired, of another school or never there: the same words for all. */
export const LinkIsGone = ({ t, site }: Props) => (
  <AtTheDoor site={site} title={t.gone} text={t.goneText}>
    <ButtonLink to={urls.forgottenPassword()} wide>
      {t.askAgain}
    </ButtonLink>
    <ButtonLink to={urls.signIn()} look="line" wide>
      {t.back}
    </ButtonLink>
  </AtTheDoor>
)
