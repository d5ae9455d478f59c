import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import { withRole } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { languages, pick } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { checkHue } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { settingsTexts } from './texts.ts'
import { Settings, schoolMarks } from './views.tsx'

/** Who sets up how the school looks. */
const settingUp = withRole(
  { nl: 'de administratie en de directeur', en: 'the office and the principal' },
  'administrator',
  'principal',
)

const schema = z
  .object({
    name: z.string('name').min(1, 'name').max(120, 'long'),
    mark: z.enum(schoolMarks),
    hue: z.coerce.number('not-a-hue'),
    chroma: z.coerce.number('not-a-chroma').transform((strength) => strength / 100),
    language: z.enum(languages),
  })
  .superRefine((colour, context) => {
    const problem = checkHue(colour)
    if (problem)
      context.addIssue({ code: 'custom', path: [problem === 'not-a-chroma' ? 'chroma' : 'hue'], message: problem })
  })

/** Changes how the organisation shows itself; every process reads it anew. */
const changeSettings = async (work: Work, settings: z.output<typeof schema>) => {
  await work.db.updateTable('organisation').set(settings).where('id', '=', work.organisation).execute()
  await work.audit('changed-settings', 'settings')
  await work.notify('sites')
}

/** What stands in the database: the site that came with the request may be a minute old. */
const storedSettings = async (work: Work): Promise<Typed> => {
  const { chroma, hue, ...rest } = await work.db
    .selectFrom('organisation')
    .select(['name', 'mark', 'hue', 'chroma', 'language'])
    .where('id', '=', work.organisation)
    .executeTakeFirstOrThrow()
  return { ...rest, hue: String(hue), chroma: String(Math.round(chroma * 1000) / 10) }
}

const show = (visit: Visit<string, Me>, typed: Typed, problems: Readonly<Record<string, string>> = {}) => {
  const t = pick(visit.language, settingsTexts)
  return visit.page(
    { title: t.settings, status: Object.keys(problems).length > 0 ? 422 : 200 },
    <Settings t={t} site={visit.site} typed={typed} problems={problems} saved={visit.query.has('saved')} />,
  )
}

/** How the school shows itself: name, mark, colours, language. */
export const settings = new Module('settings')
  .place({
    order: 90,
    address: urls.settings(),
    word: { nl: settingsTexts.nl.settings, en: settingsTexts.en.settings },
    icon: 'settings',
    rule: settingUp,
    railOnly: true,
  })
  .get(urls.settings, settingUp, async (visit) => show(visit, await storedSettings(visit.work)))
  .post(urls.settings, settingUp, async (visit) => {
    const form = visit.form(schema)
    if (!form.ok) return show(visit, form.typed, form.problems)
    await changeSettings(visit.work, form.value)
    return visit.seeOther(urls.settings({ saved: 'yes' }))
  })
