import type { PageOptions, Visit } from '#shared/access/visit.ts'
import { pick } from '#shared/language/index.ts'
import { Notice } from '#shared/ui/index.ts'
import { microsoftTexts } from './microsoft/texts.ts'
import { MicrosoftEntry, SignedOut } from './microsoft/views.tsx'
import { SignIn, type SignInProps } from './sign-in-views.tsx'
import { identityTexts } from './texts.ts'

/** A page before somebody is in. */
export const door = (title: string, rest: Partial<PageOptions> = {}): PageOptions => ({
  title,
  bare: true,
  passkeys: true,
  ...rest,
})

/** The page with every way in; with what went wrong, when something did. */
export const signInPage = (
  visit: Visit,
  status: 200 | 422 | 429 | 503,
  props: Omit<SignInProps, 't' | 'site' | 'microsoft' | 'signedOut'>,
): Response => {
  const t = pick(visit.language, identityTexts)
  const microsoft = pick(visit.language, microsoftTexts)
  const { site } = visit
  const offered = site.microsoft !== 'off'
  const out = visit.query.get('out')
  return visit.page(
    door(t.signIn, { status, keeps: true }),
    <SignIn
      t={t}
      site={site}
      microsoft={offered && <MicrosoftEntry t={microsoft} site={site} next={props.next} />}
      signedOut={
        (out === 'no-account' && <Notice kind="received">{t.noAccount}</Notice>) ||
        (offered && out === 'microsoft' && <SignedOut t={microsoft} />)
      }
      {...props}
    />,
  )
}
