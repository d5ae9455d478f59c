import { z } from 'zod'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { BackLink, Button, Choice, Form, FormErrors, Notice, PageHead } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { chooseNames, showsNames } from './queries.ts'
import { decidesNames } from './rules.ts'
import { whoLookedTexts } from './texts.ts'

const chosen = z.object({ shows: z.enum(['names', 'roles']) })

const show = async (visit: Visit<string, Me>, refused = false) => {
  const { work, language } = visit
  const t = pick(language, whoLookedTexts)
  const now = (await showsNames(work)) ? 'names' : 'roles'
  return visit.page(
    { title: t.settingTitle, status: refused ? 422 : 200 },
    <>
      <BackLink to={urls.settings()}>{t.settings}</BackLink>
      <PageHead title={t.settingTitle} text={t.settingIntro} />
      {visit.query.has('done') && <Notice kind="received">{t.settingDone}</Notice>}
      {refused && <FormErrors />}
      <Form action={urls.lookSettings()}>
        <Choice
          name="shows"
          legend={t.settingLegend}
          chosen={now}
          error={refused ? t.settingProblem : undefined}
          options={[
            { value: 'names', label: t.settingNames, hint: t.settingNamesHint },
            { value: 'roles', label: t.settingRoles, hint: t.settingRolesHint },
          ]}
        />
        <Button>{t.settingSave}</Button>
      </Form>
    </>,
  )
}

/** Whether people see the names of colleagues who looked. */
export const lookSettings = new Module('who-looked', {
  nl: 'Kiezen of mensen de naam zien van wie keek',
  en: 'Choosing whether people see the name of who looked',
})
  .setting({
    order: 70,
    section: 'school',
    address: urls.lookSettings(),
    word: { nl: whoLookedTexts.nl.settingTitle, en: whoLookedTexts.en.settingTitle },
    text: { nl: whoLookedTexts.nl.settingText, en: whoLookedTexts.en.settingText },
    icon: 'eye',
    rule: decidesNames,
    now: async ({ work, language }) =>
      pick(language, whoLookedTexts).settingNow[(await showsNames(work)) ? 'names' : 'roles'],
  })
  .get(urls.lookSettings, decidesNames, (visit) => show(visit))
  .post(urls.lookSettings, decidesNames, async (visit) => {
    const form = visit.form(chosen)
    if (!form.ok) return show(visit, true)
    await chooseNames(visit.work, visit.me, form.value.shows === 'names')
    return visit.seeOther(urls.lookSettings({ done: 'yes' }))
  })
