import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import { connectionOf } from '#shared/identity/index.ts'
import type { Me } from '#shared/identity/me.ts'
import { partyOf } from '#shared/identity/party.ts'
import { mustConfirm } from '#shared/identity/ways-in.tsx'
import { pick } from '#shared/language/index.ts'
import type { Cloud } from '#src/products.ts'
import { urls } from '#src/urls.ts'
import { ict } from '../rules.ts'
import { type Checked, disconnect, noteConsent, type Setup, saveChecked, saveWishes, setupOf } from '../setup/setup.ts'
import { MODULE } from '../setup/switched.ts'
import { consentState, isOwnConsent } from './asking.ts'
import { checkTenant } from './checking.ts'
import { wishesForm } from './schema.ts'
import { connectionTexts } from './texts.ts'
import { Connection, type ConnectionProps, type ConnectionState } from './views.tsx'

const stateOf = (setup: Setup | null, hasApp: boolean): ConnectionState => {
  if (!hasApp) return 'none'
  if (!setup?.consentedAt) return 'consent'
  if (setup.problem) return 'trouble'
  return setup.domain && setup.checkedAt ? 'on' : 'wishes'
}

const page = urls.m365Connection()

type Said = {
  readonly typed?: Typed
  readonly problems?: Readonly<Record<string, string>>
  readonly said?: ConnectionProps['said']
}

const show =
  (cloud: Cloud) =>
  async (visit: Visit<string, Me>, { typed = {}, problems = {}, said = null }: Said = {}) => {
    const t = pick(visit.language, connectionTexts)
    const setup = await setupOf(visit.work)
    const hasApp = (await connectionOf(visit.work)) !== null
    const wrong = Object.keys(problems).length > 0 || said !== null
    return visit.page(
      { title: t.title, status: wrong ? 422 : 200, formsTo: [cloud.microsoft.places.origin] },
      <Connection
        t={t}
        language={visit.language}
        state={stateOf(setup, hasApp)}
        setup={setup}
        answerTo={partyOf(visit).origin + urls.m365Consented()}
        said={said}
        saved={visit.query.has('saved')}
        typed={typed}
        problems={problems}
      />,
    )
  }

/** Connecting the school's tenant: consent, a check of every permission, and what the school wants. */
export const connection = (cloud: Cloud): Module => {
  const showPage = show(cloud)
  return new Module(MODULE, { nl: 'Microsoft 365 koppelen en instellen', en: 'Connect and set up Microsoft 365' })
    .switchable({
      word: { nl: 'Microsoft 365', en: 'Microsoft 365' },
      text: {
        nl: 'Accounts, groepen, teams en wachtwoorden in Microsoft, gelijk met de school.',
        en: 'Accounts, groups, teams and passwords at Microsoft, in step with the school.',
      },
      kinds: ['school'],
    })
    .setting({
      order: 20,
      section: 'sign-in',
      address: page,
      word: { nl: connectionTexts.nl.title, en: connectionTexts.en.title },
      text: { nl: connectionTexts.nl.text, en: connectionTexts.en.text },
      icon: 'grid-2x2',
      rule: ict,
      kinds: ['school'],
      now: async ({ work, language }) => {
        const state = stateOf(await setupOf(work), (await connectionOf(work)) !== null)
        return pick(language, connectionTexts).states[state]
      },
    })
    .get(urls.m365Connection, ict, (visit) => showPage(visit))
    .post(urls.m365Consent, ict, async (visit) => {
      const first = await mustConfirm(visit, page)
      if (first) return first
      const known = await connectionOf(visit.work)
      if (!known) return visit.seeOther(page)
      const state = consentState(visit.work, visit.me.id)
      const answerTo = partyOf(visit).origin + urls.m365Consented()
      return visit.seeOther(cloud.microsoft.consentAddress(known, answerTo, state))
    })
    .get(
      urls.m365Consented,
      ict,
      async (visit) => {
        const { work, me, query } = visit
        if (!isOwnConsent(work, me.id, query.get('state') ?? '')) return showPage(visit, { said: 'stale' })
        if (query.get('admin_consent')?.toLowerCase() !== 'true') return showPage(visit, { said: 'declined' })
        const known = await connectionOf(work)
        if (query.get('tenant')?.toLowerCase() !== known?.tenant) return showPage(visit, { said: 'otherTenant' })
        await noteConsent(work)
        const checked = visit.outside as Checked | null
        if (checked) await saveChecked(work, checked)
        return visit.seeOther(page)
      },
      { outside: checkTenant(cloud) },
    )
    .post(
      urls.m365Check,
      ict,
      async (visit) => {
        const checked = visit.outside as Checked | null
        if (checked) await saveChecked(visit.work, checked)
        return visit.seeOther(page)
      },
      { outside: checkTenant(cloud) },
    )
    .post(urls.m365Wishes, ict, async (visit) => {
      const setup = await setupOf(visit.work)
      if (!setup?.consentedAt) return visit.seeOther(page)
      const form = visit.form(wishesForm(setup))
      if (!form.ok) return showPage(visit, form)
      await saveWishes(visit.work, form.value)
      return visit.seeOther(urls.m365Connection({ saved: 'yes' }))
    })
    .post(urls.m365Disconnect, ict, async (visit) => {
      const first = await mustConfirm(visit, page)
      if (first) return first
      await disconnect(visit.work)
      return visit.seeOther(page)
    })
}
