import { z } from 'zod'
import { Module } from '#shared/access/module.ts'
import { anyone } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import { passwordProblemWords, passwordTurns } from '#shared/identity/index.ts'
import { networkOf } from '#shared/identity/network.ts'
import { enter, enterWithPassword, type IdentityParts, ownerOf } from '#shared/identity/sign-in.ts'
import { Throttle } from '#shared/identity/throttle.ts'
import { waitWords } from '#shared/identity/wait.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { oneOf, problemIn } from '../typed.ts'
import { type Accepted, acceptWithNewAccount, acceptWithOwnAccount } from './accepting.ts'
import { readCode } from './code.ts'
import { askAgain, findInvitation, type Gone as GoneCode, type Invitation } from './queries.ts'
import { invitationTexts } from './texts.ts'
import { Accept, Asked, EnterCode, Gone } from './views.tsx'

type Accepting = Visit<'/invitation/:code'>
type Problems = Readonly<Record<string, string | undefined>>

const accepting = z
  .object({
    has: z.enum(['new', 'own'], 'has'),
    address: z.email('address').max(254, 'address'),
    newPassword: z.string().max(1_000).default(''),
    password: z.string().max(1_000).default(''),
    code: z.string().max(40, 'factor').default(''),
  })
  .refine(({ has, password }) => has === 'new' || password !== '', { path: ['password'], message: 'password' })

const gone = (visit: Accepting, { gone: why }: GoneCode) => {
  const t = pick(visit.language, invitationTexts)
  return visit.page(
    { title: t.gone[why], bare: true, status: 410, keeps: true },
    <Gone t={t} site={visit.site} why={why} code={visit.params.code} />,
  )
}

/**
 * A code that nobody was ever given is a guess; it is counted for the network it comes from. Who guesses on has to wait, and
 * whoever holds a real code never does, wherever they are: eighty bits are not found by trying.
 */
const guessed = async (parts: IdentityParts, visit: Accepting): Promise<Response> => {
  const { work, language } = visit
  const guesses = new Throttle(work, parts.ring, 'network', `invitation ${networkOf(visit.from) ?? ''}`)
  const wait = await guesses.waitUntil()
  if (!wait) {
    await guesses.failed()
    return gone(visit, { gone: 'unknown' })
  }
  visit.header('Retry-After', String(Math.ceil((wait.getTime() - work.now.getTime()) / 1_000)))
  const t = pick(language, invitationTexts)
  return visit.page(
    { title: t.enterCode, bare: true, status: 429 },
    <EnterCode t={t} site={visit.site} problem={waitWords(language, work.now, wait)} />,
  )
}

/** The open invitation of the code in the address, or the page that says why there is none. */
const opened = async (parts: IdentityParts, visit: Accepting): Promise<Invitation | Response> => {
  const found = await findInvitation(visit.work, visit.params.code)
  if (!('gone' in found)) return found
  return found.gone === 'unknown' ? guessed(parts, visit) : gone(visit, found)
}

const acceptPage = (visit: Accepting, invitation: Invitation, problems: Problems, status: 200 | 422 | 429) => {
  const t = pick(visit.language, invitationTexts)
  const { name, staff } = invitation
  // The page names somebody, also to who is not signed in yet.
  visit.header('Cache-Control', 'no-store')
  return visit.page(
    { title: t.enterCode, bare: true, status, keeps: true },
    <Accept
      {...{ t, name, staff, problems }}
      language={visit.language}
      site={visit.site}
      code={visit.params.code}
      has={oneOf(visit.typed, 'has') || undefined}
      address={oneOf(visit.typed, 'address')}
    />,
  )
}

const refusal = (visit: Accepting, invitation: Invitation, result: Exclude<Accepted, { account: string }>) => {
  const t = pick(visit.language, invitationTexts)
  if ('wait' in result) {
    visit.header('Retry-After', String(Math.ceil((result.wait.getTime() - visit.work.now.getTime()) / 1_000)))
    return acceptPage(visit, invitation, { form: waitWords(visit.language, visit.work.now, result.wait) }, 429)
  }
  if ('password' in result) {
    const newPassword = passwordProblemWords(visit.language, result.password, invitation)
    return acceptPage(visit, invitation, { newPassword }, 422)
  }
  const field = result.problem === 'factor' ? 'code' : 'form'
  return acceptPage(visit, invitation, { [field]: t.problems[result.problem] }, 422)
}

/**
 * What an invited person sees. The code stands in the path: it works once and expires, our log writes only the route's
 * pattern, and pages here tell no other host where they were (docs/decisions/0014).
 */
export const invitations = (parts: IdentityParts): Module =>
  new Module('invitations', { nl: 'Een uitnodiging aannemen', en: 'Accepting an invitation' })
    .get(urls.invitationCode, anyone, (visit) => {
      const t = pick(visit.language, invitationTexts)
      return visit.page({ title: t.enterCode, bare: true }, <EnterCode t={t} site={visit.site} />)
    })
    .post(urls.invitationCode, anyone, (visit) => {
      const code = readCode(oneOf(visit.typed, 'code'))
      if (code) return visit.seeOther(urls.invitation({ code }))
      const t = pick(visit.language, invitationTexts)
      return visit.page(
        { title: t.enterCode, bare: true, status: 422 },
        <EnterCode t={t} site={visit.site} problem={t.problems.code} />,
      )
    })
    .get(urls.invitation, anyone, async (visit) => {
      const found = await opened(parts, visit)
      return found instanceof Response ? found : acceptPage(visit, found, {}, 200)
    })
    .post(
      urls.invitation,
      anyone,
      async (visit) => {
        const invitation = await opened(parts, visit)
        if (invitation instanceof Response) return invitation
        const form = visit.form(accepting)
        if (!form.ok) {
          const words = problemIn(pick(visit.language, invitationTexts).problems, form.problems)
          const fields = Object.keys(form.problems).map((field) => [field, words(field)])
          return acceptPage(visit, invitation, Object.fromEntries(fields), 422)
        }
        const { has, address, newPassword, password, code } = form.value
        const result = await (has === 'new'
          ? acceptWithNewAccount(parts, visit, invitation, { address, password: newPassword })
          : acceptWithOwnAccount(parts, visit, invitation, { address, password, code }))
        if (!('account' in result)) return refusal(visit, invitation, result)
        const owner = await ownerOf(parts, visit.work, result.account)
        if (!owner) return gone(visit, { gone: 'replaced' })
        const next = invitation.guardian ? urls.welcome() : undefined
        return result.strong ? enter(visit, owner, { strong: true, next }) : enterWithPassword(visit, owner, next)
      },
      { turns: passwordTurns },
    )
    .post(urls.askInvitation, anyone, async (visit) => {
      const asked = await askAgain(visit.work, visit.params.code)
      if (!asked) return visit.notFound()
      const t = pick(visit.language, invitationTexts)
      return visit.page({ title: t.asked[asked], bare: true }, <Asked t={t} site={visit.site} how={asked} />)
    })
