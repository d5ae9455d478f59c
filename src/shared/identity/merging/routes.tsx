import { z } from 'zod'
import { Module } from '#shared/access/module.ts'
import { signedIn } from '#shared/access/rule.ts'
import { listOf, pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { openAddress } from '../accounts.ts'
import { passwordTurns } from '../hashing.ts'
import { thisSession } from '../session.ts'
import { begin, type IdentityParts, rememberThisDevice } from '../sign-in.ts'
import { waitWords } from '../wait.ts'
import { mustConfirm, type Own, screen } from '../ways-in.tsx'
import { mergeAccounts, proveOther } from './merge.ts'
import { mergeTexts } from './texts.ts'
import { Merge, type MergeProps } from './views.tsx'

const proof = z.object({
  address: z.email('address').max(254, 'address'),
  password: z.string('password').min(1, 'password').max(1_000, 'password'),
  code: z.string().max(40).default(''),
})

const mergePage = async (
  parts: IdentityParts,
  visit: Own,
  problems: MergeProps['problems'] = {},
  status: 200 | 422 | 429 = 200,
): Promise<Response> => {
  const t = pick(visit.language, mergeTexts)
  const mine = (await openAddress(visit.work, parts.ring, visit.me.account)) ?? ''
  return visit.page(
    screen(t.title, { status, keeps: true }),
    <Merge t={t} mine={mine} typed={String(visit.typed.address ?? '')} problems={problems} />,
  )
}

/** Two accounts of one owner become one. What happens is told before; it cannot be undone. */
export const mergeRoutes = (parts: IdentityParts): Module =>
  new Module(
    'merge-accounts',
    { nl: 'Je eigen accounts samenvoegen', en: 'Merging your own accounts' },
    { staysOpen: 'always' },
  )
    .get(
      urls.mergeAccounts,
      signedIn,
      async (visit) => (await mustConfirm(visit, urls.mergeAccounts())) ?? mergePage(parts, visit),
    )
    .post(
      urls.mergeAccounts,
      signedIn,
      async (visit) => {
        const { work, me, language } = visit
        const first = await mustConfirm(visit, urls.mergeAccounts())
        if (first) return first
        const words = pick(language, mergeTexts).problems
        const form = visit.form(proof)
        if (!form.ok) {
          const { address, password } = form.problems
          return mergePage(
            parts,
            visit,
            { address: address && words.address, password: password && words.password },
            422,
          )
        }
        const proven = await proveOther(parts, visit, me.account, form.value)
        if ('wait' in proven) return mergePage(parts, visit, { form: waitWords(language, work.now, proven.wait) }, 429)
        if ('problem' in proven) {
          const field = proven.problem === 'factor' || proven.problem === 'code' ? 'code' : 'form'
          return mergePage(parts, visit, { [field]: words[proven.problem] }, 422)
        }
        const merged = await mergeAccounts(work, parts.ring, me.account, proven.account)
        if (merged === 'gone' || merged === 'busy') {
          return mergePage(parts, visit, { form: merged === 'gone' ? words.wrong : words.busy }, 422)
        }
        if (merged !== 'done') {
          return mergePage(parts, visit, { form: words.both(listOf(language, merged.both)) }, 422)
        }
        await work.audit('accounts-merged', 'me', [me.id])
        const who = { account: me.account, person: me.id, language: me.language }
        const through = (await thisSession(work))?.through ?? null
        const strong = me.ownFactor || proven.strong
        await begin(visit, who, { strong, pending: false, began: { through, confirmedAt: work.now } })
        await rememberThisDevice(visit, me.account)
        return visit.seeOther(urls.me())
      },
      { turns: passwordTurns },
    )
