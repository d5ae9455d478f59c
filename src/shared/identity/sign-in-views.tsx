import { logoOf } from '#shared/access/logo.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import {
  Button,
  Details,
  Field,
  Form,
  FormErrors,
  Link,
  Logo,
  Notice,
  Or,
  PasskeyForm,
  Scene,
  SignInScreen,
  Stack,
  Text,
} from '#shared/ui/index.ts'
import type { Child } from '#shared/ui/jsx.ts'
import { urls } from '#src/urls.ts'
import type { Factors } from './factors.ts'
import type { IdentityTexts } from './texts.ts'

/** The frame of everything before somebody is in: the school's scene beside it. */
export const AtTheDoor = ({
  site,
  title,
  text,
  children,
}: {
  site: Site
  title: string
  text: string
  children: Child
}) => (
  <SignInScreen scene={<Scene name={site.mark as never} />} logo={<SiteLogo site={site} />} title={title} text={text}>
    {children}
  </SignInScreen>
)

const SiteLogo = ({ site }: { site: Site }) => {
  const logo = logoOf(site)
  return logo && <Logo {...logo} />
}

/** Where to go afterwards travels along, when there is somewhere. */
const nextField = (next: string | undefined) => (next ? { next } : undefined)

export type SignInProps = {
  readonly t: IdentityTexts
  readonly site: Site
  readonly next: string | undefined
  /** The way in through Microsoft, where the school has one. */
  readonly microsoft: Child
  readonly signedOut: Child
  readonly address?: string | undefined
  readonly problem?: string | undefined
  readonly problems?: { readonly address?: string | undefined; readonly password?: string | undefined }
}

/**
 * Address and password on one page: a browser fills in both at once, and it is one page less for who types. The passkey
 * button is there where scripts run.
 */
export const SignIn = ({ t, site, next, microsoft, signedOut, address, problem, problems }: SignInProps) => (
  <AtTheDoor site={site} title={site.name} text={site.kind === 'school' ? t.forSchool : t.forTeam}>
    {problem && <FormErrors>{problem}</FormErrors>}
    {signedOut}
    <Form action={urls.signIn()} hidden={nextField(next)} plain>
      <Field
        name="address"
        label={t.address}
        type="email"
        autoComplete="username"
        value={address}
        error={problems?.address}
      />
      <Field
        name="password"
        label={t.password}
        type="password"
        autoComplete="current-password"
        error={problems?.password}
      />
      <Button wide>{t.continue}</Button>
    </Form>
    <Text>
      <Link to={urls.forgottenPassword()}>{t.forgotten}</Link>
    </Text>
    <PasskeyEntry t={t} next={next} />
    {microsoft}
    <Text small quiet>
      {t.newHere} <Link to={urls.invitationCode()}>{t.haveCode}</Link>
    </Text>
    <Text small quiet>
      <Link to={urls.privacy()} quiet>
        {t.privacy}
      </Link>
    </Text>
  </AtTheDoor>
)

const PasskeyEntry = ({ t, next }: { t: IdentityTexts; next: string | undefined }) => (
  <>
    <div data-needs-script>
      <Or />
    </div>
    <PasskeyForm
      purpose="sign-in"
      optionsAddress={urls.signInPasskeyOptions()}
      action={urls.signInPasskey()}
      hidden={next ? { next } : {}}
      failed={t.passkeyFailed}
    >
      {t.withPasskey}
    </PasskeyForm>
  </>
)

/** Says that what was posted did nothing: something had to be proven first. */
export const Unsent = ({ t, unsent }: { t: Pick<IdentityTexts, 'unsent'>; unsent: boolean }) =>
  unsent && <Notice kind="alert">{t.unsent}</Notice>

export type CodeProps = {
  readonly t: IdentityTexts
  readonly site: Site
  readonly factors: Factors
  readonly next: string | undefined
  readonly unsent: boolean
  readonly problem?: string | undefined
}

/** The second factor of who has one: a code, a passkey of this host, or where to go when there is only one elsewhere. */
export const GiveCode = ({ t, site, factors, next, unsent, problem }: CodeProps) => (
  <AtTheDoor site={site} title={t.oneMore} text={t.oneMoreText}>
    <Unsent t={t} unsent={unsent} />
    {(factors.totp || factors.codes > 0) && (
      <Form action={urls.secondFactor()} hidden={nextField(next)} plain>
        <Field
          name="code"
          label={t.code}
          hint={factors.totp ? t.codeHint : t.recoveryHint}
          autoComplete="one-time-code"
          error={problem}
          autoFocus
          short
        />
        <Button wide>{t.continue}</Button>
      </Form>
    )}
    {factors.passkeysHere > 0 && <PasskeyEntry t={t} next={next} />}
    {!factors.totp && factors.passkeysHere === 0 && factors.passkeysAt[0] && (
      <Text>{t.elsewhere(factors.passkeysAt[0])}</Text>
    )}
    <Details title={t.lost}>
      <Stack>
        <Text>{t.lostText}</Text>
        <Text>
          <Link to={urls.recoveryCode()}>{t.haveLetter}</Link>
        </Text>
      </Stack>
    </Details>
    <SomeoneElse t={t} />
  </AtTheDoor>
)

/** What staff who have only a password choose first. */
export const Protect = ({ t, site, next, unsent }: Omit<CodeProps, 'factors' | 'problem'>) => (
  <AtTheDoor site={site} title={t.protect} text={t.protectText}>
    <Unsent t={t} unsent={unsent} />
    <PasskeyForm
      purpose="add"
      optionsAddress={urls.passkeyOptions()}
      action={urls.passkeys()}
      hidden={next ? { next } : {}}
      failed={t.addFailed}
      look="solid"
    >
      {t.withPasskey}
    </PasskeyForm>
    <Form action={urls.authenticator()} method="get" hidden={nextField(next)} plain>
      <Button look="line" icon="smartphone" wide>
        {t.withApp}
      </Button>
    </Form>
    <SomeoneElse t={t} />
  </AtTheDoor>
)

const SomeoneElse = ({ t }: { t: IdentityTexts }) => (
  <Form action={urls.signOut()} plain>
    <Button look="text">{t.someoneElse}</Button>
  </Form>
)
