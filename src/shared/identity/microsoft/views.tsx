import type { Site } from '#shared/tenancy/sites.ts'
import {
  Button,
  ButtonLink,
  Form,
  FormErrors,
  Link,
  Notice,
  Scene,
  SignInScreen,
  Stack,
  TaskScreen,
  Text,
} from '#shared/ui/index.ts'
import type { Child } from '#shared/ui/jsx.ts'
import { urls } from '#src/urls.ts'
import type { MicrosoftTexts } from './texts.ts'

/** The button on the sign-in page; where the team has no other way, it says so. */
export const MicrosoftEntry = ({ t, site, next }: { t: MicrosoftTexts; site: Site; next: string | undefined }) => (
  <Stack>
    {site.microsoft === 'team' && (
      <Text small quiet>
        {t.forTeam}
      </Text>
    )}
    <ButtonLink to={urls.microsoft({ next })} look="line" icon="grid-2x2" wide plain>
      {t.signIn}
    </ButtonLink>
  </Stack>
)

/** After signing out of a session that came through Microsoft: that one stands by itself. */
export const SignedOut = ({ t }: { t: MicrosoftTexts }) => (
  <Notice kind="received">
    {t.signedOut}{' '}
    <Link to={urls.microsoftSignOut()} plain>
      {t.signOutThere}
    </Link>
  </Notice>
)

/** Somebody of the right tenant whom nobody linked yet. Equal mail addresses would prove nothing. */
export const UnknownAccount = ({ t, site, next }: { t: MicrosoftTexts; site: Site; next: string | undefined }) => (
  <SignInScreen scene={<Scene name={site.mark as never} />} title={t.unknownTitle} text={t.unknownText}>
    <ButtonLink to={urls.signIn({ next: urls.myMicrosoft({ next }) })} wide>
      {t.unknownGo}
    </ButtonLink>
  </SignInScreen>
)

export type MyMicrosoftProps = {
  readonly t: MicrosoftTexts
  readonly back: { readonly to: string; readonly word: string }
  readonly site: Site
  /** The day since when, in words. */
  readonly since: string | undefined
  /** Works here and came in another way, where that is not enough. */
  readonly mustGo: boolean
  /** May not unlink: there is no other way in. */
  readonly kept: boolean
  readonly next: string | undefined
  readonly problem: string | undefined
  readonly justLinked: boolean
  /** What a posted form did not do. */
  readonly unsent: Child
}

/** One's own Microsoft account: linking it, or taking the link away. */
export const MyMicrosoft = (props: MyMicrosoftProps) => {
  const { t, back, site, since, mustGo, next, problem, justLinked } = props
  return (
    <TaskScreen back={back} title={t.linkTitle}>
      <Stack gap="loose">
        {problem && <FormErrors>{problem}</FormErrors>}
        {props.unsent}
        {justLinked && <Notice kind="received">{t.linkedNow}</Notice>}
        {mustGo && <Text>{since ? t.throughFirst : t.linkFirst}</Text>}
        {since ? <Linked {...props} since={since} /> : <Text>{t.linkText(site.name)}</Text>}
        {!since && (
          <ButtonLink to={urls.linkMicrosoft({ next })} icon="grid-2x2" wide plain>
            {t.link}
          </ButtonLink>
        )}
        {mustGo && (
          <Form action={urls.signOut()} plain>
            <Button look="text">{t.other}</Button>
          </Form>
        )}
      </Stack>
    </TaskScreen>
  )
}

const Linked = ({ t, since, mustGo, kept, next }: MyMicrosoftProps & { since: string }) =>
  mustGo ? (
    <ButtonLink to={urls.microsoft({ next })} icon="grid-2x2" wide plain>
      {t.signIn}
    </ButtonLink>
  ) : (
    <Stack gap="loose">
      <Text>{t.linked(since)}</Text>
      <Form action={urls.unlinkMicrosoft()} plain>
        {!kept && <Text quiet>{t.unlinkText}</Text>}
        <Button look="alert-line" off={kept ? t.unlinkOff : undefined}>
          {t.unlink}
        </Button>
      </Form>
    </Stack>
  )
