import { Readable } from 'node:stream'
import { z } from 'zod'
import { Module } from '#shared/access/module.ts'
import { anyone, signedIn } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import { actAsAccount } from '#shared/identity/act-as-account.ts'
import type { Me } from '#shared/identity/me.ts'
import { mustConfirm } from '#shared/identity/ways-in.tsx'
import { untilWhen } from '#shared/retention/until.ts'
import { urls } from '#src/urls.ts'
import { handedOver } from '../handed-over.tsx'
import { askingFor, childrenToAskAbout } from './asking.ts'
import { openCopy } from './copy/file.ts'
import { askForCopy, copyAbout, copyTopic, dropCopy, readyCopy } from './copy/queries.ts'
import { copySchema } from './copy/schema.ts'
import { byPurpose } from './overview.ts'
import { readAbout } from './reading.ts'
import { myDataTexts } from './texts.ts'
import { MyData } from './views.tsx'
import './personal-data.ts'

/** How many lines of a table stand on the page; the download has all. */
const ON_THE_PAGE = 5

const pageAbout = async (visit: Visit<string, Me>, about?: string): Promise<Response> => {
  const { work, me, site, language } = visit
  const asking = await askingFor(work, me, about)
  if (!asking) return about ? handedOver(visit, about) : visit.notFound()
  if (asking.own) await actAsAccount(work, me.account)
  const t = myDataTexts[language]
  const held = await byPurpose(work, await readAbout(work, asking.question, { most: ON_THE_PAGE }))
  const tables = held.flatMap(({ parts }) => parts.map(({ declaration }) => declaration.table))
  return visit.page(
    { title: asking.own ? t.title : t.titleOf(asking.givenName), live: copyTopic(me.id) },
    <MyData
      t={t}
      language={language}
      school={site.name}
      asking={asking}
      held={held}
      today={work.today}
      until={await untilWhen(work, asking.question.subject, tables)}
      copy={await copyAbout(work, asking.question)}
      windows={visit.routes.some(({ pattern, rule }) => pattern === urls.mySupportWindows.pattern && rule(me))}
      children={asking.own ? await childrenToAskAbout(work, me.id) : []}
    />,
  )
}

const whereAbout = (me: Me, about: string) => (about === me.id ? urls.myData() : urls.childData({ id: about }))

/** What the school knows of somebody and of their children, to read, to take along and to have corrected. */
export const myData = new Module(
  'my-data',
  { nl: 'Je eigen gegevens en die van je kinderen', en: 'Your own data and those of your children' },
  { staysOpen: 'always' },
)
  .get(urls.myData, signedIn, (visit) => pageAbout(visit))
  .get(urls.childData, signedIn, (visit) =>
    visit.params.id === visit.me.id ? visit.notFound() : pageAbout(visit, visit.params.id),
  )
  .post(urls.newCopy, signedIn, async (visit) => {
    const form = visit.form(z.object({ about: z.uuid() }))
    const asking = form.ok && (await askingFor(visit.work, visit.me, form.value.about))
    if (!asking) return visit.notFound()
    await askForCopy(visit.work, asking.question)
    return visit.seeOther(whereAbout(visit.me, asking.question.subject))
  })
  .get(urls.copyFile, signedIn, async (visit) => {
    const first = await mustConfirm(visit, urls.copyFile({ id: visit.params.id }))
    if (first) return first
    const copy = await readyCopy(visit.work, visit.me.id, visit.params.id)
    if (!copy) return visit.notFound()
    await visit.work.audit('fetched-data-copy', 'my-data', [copy.person_id])
    const read = await openCopy(visit.work, visit.files, copy)
    return visit.send(Readable.toWeb(read) as ReadableStream, 'application/zip', 'mijn-gegevens.zip')
  })
  .post(urls.dropCopy, signedIn, async (visit) => {
    const about = await dropCopy(visit.work, visit.me.id, visit.params.id)
    return about ? visit.seeOther(whereAbout(visit.me, about)) : visit.notFound()
  })

/** How a copy is built, for programs that read one: public, so that leaving for another product needs nobody's leave. */
export const copyFormat = new Module('my-data-format', {
  nl: 'Hoe een download van gegevens is opgebouwd',
  en: 'How a download of data is built',
}).get(urls.copySchema, anyone, (visit) => {
  const address = new URL(urls.copySchema(), visit.request.url).href
  return visit.send(JSON.stringify(copySchema(address), null, 2), 'application/schema+json')
})
