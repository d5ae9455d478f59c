import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import { anyone } from '#shared/access/rule.ts'
import { sendImage } from '#shared/access/send-image.ts'
import type { Visit } from '#shared/access/visit.ts'
import { imageTexts } from '#shared/files/images/index.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { type Theme, themeFromName } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { changeSetting, latestNumber } from '../changes.ts'
import { changesFor, keepSetting, type Newer, Outcome } from '../changes-view.tsx'
import { settingUp } from '../rules.ts'
import { keepLogo, logoKind } from './logo.ts'
import { colourFields, fieldsOf, lookForm, lookStore, tellLook } from './look.ts'
import { lookTexts } from './texts.ts'
import { Look, swatchThemes } from './views.tsx'

type Form = {
  readonly typed?: Typed
  readonly problems?: Readonly<Record<string, string>>
  readonly looking?: boolean
  readonly newer?: Newer | null
  readonly logoProblem?: string
}

/** The colour that was typed, when a school may have it. */
const typedColour = (typed: Typed): Theme | null => {
  const form = lookForm.safeParse(typed)
  return form.success ? { hue: form.data.hue, chroma: form.data.chroma } : null
}

const show = async (
  visit: Visit<string, Me>,
  { typed, problems = {}, looking = false, newer, logoProblem }: Form = {},
) => {
  const { work, language, query } = visit
  const t = pick(language, lookTexts)
  const now = await lookStore.read(work)
  const fields = newer?.typed ?? typed ?? fieldsOf(now)
  const shown = typedColour({ ...fieldsOf(now), hue: fields.hue ?? '', chroma: fields.chroma ?? '' }) ?? now
  const refused = newer || logoProblem || Object.keys(problems).length > 0
  return visit.page(
    {
      title: t.title,
      status: refused ? 422 : 200,
      otherThemes: [...swatchThemes, { hue: shown.hue, chroma: shown.chroma }],
    },
    <Look
      t={t}
      pageLanguage={language}
      typed={fields}
      problems={problems}
      shown={shown}
      seen={await latestNumber(work, lookStore)}
      looking={looking}
      above={newer?.notice ?? <Outcome language={language} query={query} />}
      logo={now.logo && { ...now.logo, address: urls.logo({ id: now.logo.id }) }}
      logoProblem={logoProblem}
      changes={await changesFor(visit, lookStore, settingUp, tellLook(t))}
    />,
  )
}

/** How the school shows itself: name, mark, colours, language. */
export const look = new Module('look', { nl: 'Naam, kleur en logo', en: 'Name, colour and logo' })
  .setting({
    order: 10,
    section: 'school',
    address: urls.look(),
    word: { nl: lookTexts.nl.title, en: lookTexts.en.title },
    text: { nl: lookTexts.nl.text, en: lookTexts.en.text },
    icon: 'pencil',
    rule: settingUp,
  })
  .get(urls.look, settingUp, (visit) => show(visit))
  .post(urls.look, settingUp, async (visit) => {
    const { typed } = visit
    const swatch = themeFromName(String(typed.swatch ?? ''))
    if (swatch) return show(visit, { typed: { ...typed, ...colourFields(swatch) }, looking: true })
    const form = visit.form(lookForm)
    if (!form.ok) return show(visit, form)
    if (typed.see) return show(visit, { typed, looking: true })
    const kept = await keepSetting(visit, lookStore, ({ logo }) => ({ ...form.value, logo }), {
      tell: tellLook(pick(visit.language, lookTexts)),
      fieldsOf,
    })
    return typeof kept === 'string' ? visit.seeOther(urls.look({ done: kept })) : show(visit, { newer: kept })
  })
  .post(
    urls.newLogo,
    settingUp,
    async (visit) => {
      const { work, files, language } = visit
      const made = visit.image('logo')
      if (!made) return show(visit, { logoProblem: pick(language, lookTexts).noFile })
      if (!made.ok) return show(visit, { logoProblem: imageTexts[language][made.problem] })
      const logo = await keepLogo(work, files, made)
      await changeSetting(work, lookStore, (now) => ({ ...now, logo }))
      return visit.seeOther(urls.look({ done: 'saved' }))
    },
    { images: { logo: logoKind } },
  )
  .post(urls.removeLogo, settingUp, async (visit) => {
    const number = await changeSetting(visit.work, lookStore, (now) => ({ ...now, logo: null }))
    return visit.seeOther(urls.look({ done: number === null ? 'same' : 'saved' }))
  })
  // Everyone who opens the host sees its logo, also at the sign-in page: a public fact, as name and colour are.
  .get(urls.logo, anyone, (visit) =>
    visit.params.id === visit.site.logo?.id ? sendImage(visit, visit.params.id, 'whole') : visit.notFound(),
  )
