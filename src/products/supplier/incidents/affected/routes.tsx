import { z } from 'zod'
import { idsOf, peopleNamed, typedTime } from '#products/school/index.ts'
import { many, type Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import { momentOf } from '#shared/attention/hours.ts'
import type { Me } from '#shared/identity/me.ts'
import { capital, pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { dataKinds } from '../kinds.ts'
import { findIncident } from '../reading.ts'
import { titleOf } from '../register-view.tsx'
import { TOPIC } from '../reporting.ts'
import { officer } from '../rules.ts'
import { incidentTexts } from '../texts.ts'
import { clearAffected, searchAffected } from './computing.ts'
import { mappedTables } from './people.ts'
import { affectedPeople, searchesOf } from './reading.ts'
import { affectedTexts } from './texts.ts'
import { AffectedPage } from './views.tsx'

const CHOICES = 20

const logForm = z.object({
  fromDay: z.iso.date('day'),
  fromTime: typedTime,
  untilDay: z.iso.date('day'),
  untilTime: typedTime,
  viewer: z.string().max(120).default(''),
  viewerId: z.uuid().optional().catch(undefined),
  about: z.string().max(200).default(''),
  kinds: many(z.enum(dataKinds, 'choose')),
})

type OfIncident = Visit<string, Me> & { readonly params: { readonly id: string } }
type Refused = {
  readonly typed: Typed
  readonly problems: Readonly<Record<string, string>>
  readonly meant?: readonly { readonly id: string; readonly name: string }[]
}

/** The pages somebody can look at, by what one does there. */
const pagesOf = ({ routes, language }: OfIncident) => {
  const closed = routes.filter(({ method, rule }) => method === 'GET' && !rule.open)
  const abouts = new Map(closed.map(({ about }) => [about.nl, about[language]]))
  return [...abouts]
    .map(([value, label]) => ({ value, label }))
    .sort((one, other) => one.label.localeCompare(other.label, language))
}

const show = async (visit: OfIncident, refused?: Refused) => {
  const { work, language, params } = visit
  const incident = await findIncident(work, params.id)
  if (!incident) return visit.notFound()
  const t = pick(language, affectedTexts)
  const tables = mappedTables().map(({ table, what }) => ({ value: table, label: capital(what[language]) }))
  return visit.page(
    { title: t.title, live: TOPIC, status: refused ? 422 : 200 },
    <AffectedPage
      {...{ t, language }}
      words={pick(language, incidentTexts)}
      id={incident.id}
      title={titleOf(incident)}
      running={incident.closedAt === null}
      people={await affectedPeople(work, incident.id)}
      searches={await searchesOf(work, incident.id)}
      pages={pagesOf(visit)}
      tables={tables.sort((one, other) => one.label.localeCompare(other.label, language))}
      typed={refused?.typed ?? {}}
      problems={refused?.problems ?? {}}
      meant={refused?.meant ?? []}
    />,
  )
}

const after = (visit: OfIncident, done: number | null) =>
  done === null ? visit.notFound() : visit.seeOther(urls.incidentAffected({ id: visit.params.id }))

/** Whom an incident affects, computed and not guessed; by name for the organisation's own privacy officer alone. */
export const incidentAffected = new Module('incident-affected', {
  nl: 'Uitrekenen en zien wie een incident raakt',
  en: 'Computing and seeing whom an incident affects',
})
  .get(urls.incidentAffected, officer, (visit) => show(visit))
  .post(urls.searchAffected, officer, async (visit) => {
    const { work, me, params, typed, routes } = visit
    const form = visit.form(logForm)
    if (!form.ok) return show(visit, form)
    const { fromDay, fromTime, untilDay, untilTime, viewer, viewerId, about, kinds } = form.value
    const [from, until] = [momentOf(fromDay, fromTime), momentOf(untilDay, untilTime)]
    if (until <= from) return show(visit, { typed, problems: { untilDay: 'order' } })
    const meant = viewer && !viewerId ? await peopleNamed(work, viewer, CHOICES) : []
    if (viewer && !viewerId && meant.length !== 1)
      return show(visit, { typed, meant, problems: { viewer: meant.length === 0 ? 'nobody' : 'several' } })
    const who = viewerId ?? meant[0]?.id
    const places = routes.filter((one) => one.about.nl === about).map((one) => `${one.method} ${one.pattern}`)
    const found = await searchAffected(work, me, params.id, {
      ...{ source: 'log', from, until },
      viewers: who ? await idsOf(work, [who]) : undefined,
      ...(places.length > 0 ? { places, about } : {}),
      ...(kinds.length > 0 ? { kinds } : {}),
    })
    return after(visit, found)
  })
  .post(urls.mapAffected, officer, async (visit) => {
    const { work, me, params, typed } = visit
    const form = visit.form(
      z.object({
        table: z.enum(
          mappedTables().map(({ table }) => table),
          'choose',
        ),
      }),
    )
    if (!form.ok) return show(visit, { typed, problems: { table: 'choose' } })
    return after(visit, await searchAffected(work, me, params.id, { source: 'map', table: form.value.table }))
  })
  .post(urls.clearAffected, officer, async (visit) =>
    after(visit, (await clearAffected(visit.work, visit.params.id)) ? 0 : null),
  )
