import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { languages, pick } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { checkHue } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { settingUp } from '../rules.ts'
import { lookTexts } from './texts.ts'
import { Look, schoolMarks } from './views.tsx'

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
  const t = pick(visit.language, lookTexts)
  return visit.page(
    { title: t.title, status: Object.keys(problems).length > 0 ? 422 : 200 },
    <Look t={t} site={visit.site} typed={typed} problems={problems} saved={visit.query.has('saved')} />,
  )
}

/** How the school shows itself: name, mark, colours, language. */
export const look = new Module('look')
  .setting({
    order: 10,
    section: 'school',
    address: urls.look(),
    word: { nl: lookTexts.nl.title, en: lookTexts.en.title },
    text: { nl: lookTexts.nl.text, en: lookTexts.en.text },
    icon: 'pencil',
    rule: settingUp,
  })
  .get(urls.look, settingUp, async (visit) => show(visit, await storedSettings(visit.work)))
  .post(urls.look, settingUp, async (visit) => {
    const form = visit.form(schema)
    if (!form.ok) return show(visit, form.typed, form.problems)
    await changeSettings(visit.work, form.value)
    return visit.seeOther(urls.look({ saved: 'yes' }))
  })
