import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import { type Asked, Module } from '#shared/access/module.ts'
import { withRole } from '#shared/access/rule.ts'
import { pick } from '#shared/language/index.ts'
import { transaction } from '#shared/tenancy/transaction.ts'
import { urls } from '#src/urls.ts'
import { factorsOf } from '../../factors.ts'
import { partyOf } from '../../party.ts'
import { isFresh } from '../../session.ts'
import type { IdentityParts } from '../../sign-in.ts'
import { mustConfirm, type Own } from '../../ways-in.tsx'
import { allow, allowed, type Connection, connectionOf, removeConnection, saveConnection } from '../connection.ts'
import { countLinked, linkedSince } from '../identities.ts'
import { Trouble } from '../trouble.ts'
import { Ending, endingToday } from './ending.tsx'
import { type MicrosoftSettingsTexts, microsoftSettingsTexts } from './texts.ts'
import { type Checked, MicrosoftSettings } from './views.tsx'

/** Who decides how the team signs in. */
const decides = withRole({ nl: 'de administratie en ICT', en: 'the office and ICT' }, 'administrator', 'ict')

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const id = (problem: string) =>
  z
    .string(problem)
    .regex(UUID, problem)
    .transform((typed) => typed.toLowerCase())

const schema = z.object({
  tenant: id('tenant'),
  client: id('client'),
  // A secret's id looks like one; the secret itself never does.
  secret: z
    .string()
    .max(500, 'long')
    .refine((typed) => !UUID.test(typed), 'id')
    .default(''),
  ends: z.preprocess((typed) => typed || null, z.iso.date('day').nullable()),
  mfa: z.enum(['yes', 'no'], 'mfa'),
})

/** What is wrong with what was filled in, beside what the schema sees: a new secret comes with its end, which is to come. */
const wrongWith = (given: z.output<typeof schema>, before: Connection | null, today: string) => {
  if (!given.secret && !before) return { secret: 'secret' }
  if (given.ends === null) return given.secret ? { ends: 'ends' } : null
  return given.ends < today && given.ends !== before?.secretEndsOn ? { ends: 'past' } : null
}

/** Why the team cannot be asked to use Microsoft only, so that nobody is locked out by it. */
const needOf = async (visit: Own, t: MicrosoftSettingsTexts, state: string, isLinked: boolean) => {
  if (state === 'off') return t.needOn
  if (!isLinked) return t.needLink
  const { passkeysHere } = await factorsOf(visit.work, visit.me.account, visit.site.host)
  return passkeysHere > 0 ? undefined : t.needPasskey
}

type Said = { readonly typed?: Typed; readonly problems?: Readonly<Record<string, string>>; readonly checked?: Checked }

const show = async (visit: Own, { typed, problems = {}, checked }: Said = {}): Promise<Response> => {
  const t = pick(visit.language, microsoftSettingsTexts)
  const { work, me } = visit
  const connection = await connectionOf(work)
  const state = connection ? ((await allowed(work)) as 'off') : 'none'
  const isLinked = connection !== null && (await linkedSince(work, me.account, connection.tenant)) !== null
  const kept = connection
    ? {
        tenant: connection.tenant,
        client: connection.client,
        ends: connection.secretEndsOn ?? '',
        mfa: connection.trustsMfa ? 'yes' : 'no',
      }
    : { mfa: 'no' }
  const { origin } = partyOf(visit)
  const wrong = Object.keys(problems).length > 0 || (checked !== undefined && checked.kind !== 'works')
  return visit.page(
    { title: t.title, status: wrong ? 422 : 200 },
    <MicrosoftSettings
      t={t}
      state={state}
      ending={<Ending language={visit.language} today={work.today} endsOn={connection?.secretEndsOn ?? null} />}
      fresh={await isFresh(work)}
      answerTo={origin + urls.microsoftAnswer()}
      endedAt={origin + urls.microsoftEnded()}
      typed={typed ?? kept}
      problems={problems}
      saved={visit.query.has('saved')}
      checked={checked ?? (visit.query.has('works') ? { kind: 'works' } : undefined)}
      linked={connection ? await countLinked(work, connection.tenant) : 0}
      isLinked={isLinked}
      need={await needOf(visit, t, state, isLinked)}
    />,
  )
}

/** Asks Microsoft, before the transaction opens, whether what is stored works. Nothing when nothing is stored. */
const checkOutside =
  (parts: IdentityParts) =>
  async ({ ground, site }: Asked): Promise<Checked | null> => {
    const connection = await transaction(ground, { organisation: site.id }, 'microsoft', connectionOf)
    if (!connection) return null
    try {
      await parts.microsoft.check(connection)
      return { kind: 'works' }
    } catch (error) {
      if (error instanceof Trouble) return { kind: error.kind, code: error.code }
      throw error
    }
  }

const page = urls.microsoftSettings()

/** Setting up signing in with Microsoft. Each change asks for a password or passkey first. */
export const microsoftSettings = (parts: IdentityParts): Module =>
  new Module('microsoft-settings', {
    nl: 'Inloggen met Microsoft instellen',
    en: 'Setting up signing in with Microsoft',
  })
    .setting({
      order: 10,
      section: 'sign-in',
      address: page,
      word: { nl: microsoftSettingsTexts.nl.title, en: microsoftSettingsTexts.en.title },
      text: { nl: microsoftSettingsTexts.nl.text, en: microsoftSettingsTexts.en.text },
      icon: 'grid-2x2',
      rule: decides,
      now: async (visit) => {
        const state = (await connectionOf(visit.work)) ? ((await allowed(visit.work)) as 'off') : 'none'
        return pick(visit.language, microsoftSettingsTexts).states[state]
      },
    })
    .today({ order: 64, rule: decides, show: ({ work, language }) => endingToday(work, language) })
    .get(urls.microsoftSettings, decides, (visit) => show(visit))
    .post(urls.microsoftSettings, decides, async (visit) => {
      const first = await mustConfirm(visit, page)
      if (first) return first
      const before = await connectionOf(visit.work)
      const form = visit.form(schema)
      const wrong = form.ok ? wrongWith(form.value, before, visit.work.today) : form.problems
      if (!form.ok || wrong) return show(visit, { typed: { ...visit.typed, secret: '' }, problems: wrong ?? {} })
      const { tenant, client, secret, ends, mfa } = form.value
      await saveConnection(visit.work, {
        tenant,
        client,
        secret: secret || before!.secret,
        secretEndsOn: ends,
        trustsMfa: mfa === 'yes',
      })
      return visit.seeOther(urls.microsoftSettings({ saved: 'yes' }))
    })
    .post(
      urls.checkMicrosoft,
      decides,
      async (visit) => {
        const checked = visit.outside as Checked | null
        if (!checked) return visit.seeOther(page)
        if (checked.kind !== 'works') return show(visit, { checked })
        if ((await allowed(visit.work)) === 'off') {
          const first = await mustConfirm(visit, page)
          if (first) return first
          await allow(visit.work, 'offered')
          await visit.work.audit('microsoft-offered', 'microsoft')
        }
        return visit.seeOther(urls.microsoftSettings({ works: 'yes' }))
      },
      { outside: checkOutside(parts) },
    )
    .post(urls.microsoftTeam, decides, async (visit) => {
      const first = await mustConfirm(visit, page)
      if (first) return first
      const connection = await connectionOf(visit.work)
      if (!connection) return visit.seeOther(page)
      const only = visit.typed.team === 'yes'
      const state = await allowed(visit.work)
      if (only) {
        const t = pick(visit.language, microsoftSettingsTexts)
        const isLinked = (await linkedSince(visit.work, visit.me.account, connection.tenant)) !== null
        if (await needOf(visit, t, state, isLinked)) return show(visit, { problems: { team: 'team' } })
      }
      if (only || state === 'team') {
        await allow(visit.work, only ? 'team' : 'offered')
        await visit.work.audit(only ? 'microsoft-only' : 'microsoft-offered', 'microsoft')
      }
      return visit.seeOther(page)
    })
    .post(urls.removeMicrosoft, decides, async (visit) => {
      const first = await mustConfirm(visit, page)
      if (first) return first
      await removeConnection(visit.work)
      return visit.seeOther(page)
    })
