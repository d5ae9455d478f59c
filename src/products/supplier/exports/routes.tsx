import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { requestKey, type Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { csvFile } from '#shared/language/csv.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { support } from '../windows/rules.ts'
import { askFor, exportsOf, give, linesOf } from './queries.ts'
import { exportTexts } from './texts.ts'
import { Exports, type Problems } from './views.tsx'
import './personal-data.ts'

const wanted = z.object({ requestKey, from: z.iso.date('from'), until: z.iso.date('until') })

const wordsOf = ({ language }: Pick<Visit, 'language'>) => ({ t: pick(language, exportTexts), language })

const show = async (visit: Visit<string, Me>, typed: Typed = {}, problems: Problems = {}) => {
  const words = wordsOf(visit)
  const key = z.uuid().safeParse(typed.requestKey)
  return visit.page(
    { title: words.t.title, status: Object.keys(problems).length > 0 ? 422 : 200, live: 'support-exports' },
    <Exports
      {...{ ...words, typed, problems }}
      all={await exportsOf(visit.work)}
      me={visit.me.id}
      sent={key.success ? key.data : randomUUID()}
    />,
  )
}

const find = async ({ work, params }: Visit<'/customers/exports/:id/giving' | '/customers/exports/:id/file', Me>) =>
  (await exportsOf(work)).find(({ id }) => id === params.id)

/** Lists that leave the supplier's screens: pseudonyms, and of more than 50 people with a second pair of eyes (PROMISES P32). */
export const supportExports = new Module('support-exports', {
  nl: 'Een lijst als bestand, van veel mensen met zijn tweeën',
  en: 'A list as a file, of many people by two together',
})
  .get(urls.supportExports, support, (visit) => show(visit))
  .post(urls.supportExports, support, async (visit) => {
    const form = visit.form(wanted)
    if (!form.ok) return show(visit, form.typed, form.problems)
    const { requestKey: id, from, until } = form.value
    if (until < from) return show(visit, visit.typed, { until: 'order' })
    await askFor(visit.work, visit.me, id, { from, until })
    return visit.seeOther(urls.supportExports())
  })
  .post(urls.giveSupportExport, support, async (visit) => {
    const one = await find(visit)
    if (one?.state !== 'waits') return visit.notFound()
    const given = await give(visit.work, visit.me, one)
    return given === 'done' ? visit.seeOther(urls.supportExports()) : show(visit, {}, { form: given })
  })
  .get(urls.supportExportFile, support, async (visit) => {
    const one = await find(visit)
    if (one?.state !== 'ready' || one.askedBy !== visit.me.id) return visit.notFound()
    const { t } = wordsOf(visit)
    const file = csvFile([t.columns, ...(await linesOf(visit.work, one))])
    return visit.send(file, 'text/csv; charset=utf-8', `inzagevensters-${one.from}-${one.until}.csv`)
  })
