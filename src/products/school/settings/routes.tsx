import { z } from 'zod'
import { Module } from '#shared/access/module.ts'
import { pick } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import { closedDaysStore } from './calendar/closed-days.ts'
import { undoSetting } from './changes.ts'
import { hostsStore } from './hosts/hosts.ts'
import { hoursStore } from './hours/hours.ts'
import { lookStore } from './look/look.ts'
import { hasSettings, settingUp } from './rules.ts'
import { settingsTexts } from './texts.ts'
import { SettingsHome } from './views.tsx'

const undone = (number: number | null) => ({ done: number === null ? 'not-undone' : 'undone' })

/** What can be put back, by the name of its setting. */
const undoing: Readonly<Record<string, (work: Work, number: number) => Promise<string>>> = {
  look: async (work, number) => urls.look(undone(await undoSetting(work, lookStore, number))),
  hours: async (work, number) => urls.hours(undone(await undoSetting(work, hoursStore, number))),
  hosts: async (work, number) => urls.hosts(undone(await undoSetting(work, hostsStore, number))),
  'closed-days': async (work, number) => urls.yearCalendar(undone(await undoSetting(work, closedDaysStore, number))),
}

const change = z.object({ setting: z.string(), number: z.coerce.number().int() })

/** The settings home: every module puts its line on it (`Module.setting`). */
export const settingsHome = new Module('settings', { nl: 'Instellingen', en: 'Settings' })
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
  .post(urls.undoSetting, settingUp, async (visit) => {
    const form = visit.form(change)
    const undo = form.ok && Object.hasOwn(undoing, form.value.setting) ? undoing[form.value.setting] : undefined
    return form.ok && undo ? visit.seeOther(await undo(visit.work, form.value.number)) : visit.notFound()
  })
