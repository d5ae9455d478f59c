import { Module } from '#shared/access/module.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { hasSettings } from './rules.ts'
import { settingsTexts } from './texts.ts'
import { SettingsHome } from './views.tsx'

/** The settings home: every module puts its line on it (`Module.setting`). */
export const settingsHome = new Module('settings')
  .place({
    order: 90,
    address: urls.settings(),
    word: { nl: settingsTexts.nl.settings, en: settingsTexts.en.settings },
    icon: 'settings',
    rule: hasSettings,
    railOnly: true,
  })
  .get(urls.settings, hasSettings, async (visit) => {
    const t = pick(visit.language, settingsTexts)
    return visit.page(
      { title: t.settings },
      <SettingsHome t={t} language={visit.language} settings={await visit.settings()} />,
    )
  })
