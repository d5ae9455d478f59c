import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { readersOf, whoReads } from '#products/portal/index.ts'
import { namesOf, plusDays } from '#products/school/index.ts'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import { momentOf } from '#shared/attention/hours.ts'
import type { Me } from '#shared/identity/me.ts'
import { csvFile } from '#shared/language/csv.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { giver, team, teamRoles } from '../rules.ts'
import { MODULE, peopleAsked, remind, topicOf } from './asking.ts'
import { mustReadAttention } from './attention.ts'
import { MustReadForm, newForm, type Problems, versionForm } from './form.tsx'
import { readersOn } from './proof.ts'
import { MustReadProof } from './proof-view.tsx'
import { find, list } from './reading.ts'
import { mustReadTexts } from './texts.ts'
import { MustReadPage, MustReads } from './views.tsx'
import { addNewVersion, begin, close, confirm, reopen, unconfirm } from './writing.ts'
import './personal-data.ts'

const wordsOf = ({ language }: Pick<Visit, 'language'>) => ({ t: pick(language, mustReadTexts), language })

const showNew = async (visit: Visit<string, Me>, typed: Typed = {}, problems: Problems = {}) => {
  const { work, me } = visit
  const words = wordsOf(visit)
  const key = newForm.shape.requestKey.safeParse(typed.requestKey)
  return visit.page(
    { title: words.t.give, status: Object.keys(problems).length > 0 ? 422 : 200, bare: true, editor: true },
    <MustReadForm
      {...words}
      {...{ typed, problems }}
      action={urls.newMustRead()}
      back={{ to: urls.mustReads(), word: words.t.back }}
      requestKey={key.success ? key.data : randomUUID()}
      readers={whoReads(visit.language, await readersOf(work, { roles: teamRoles }, me.id))}
    />,
  )
}

const showVersion = async (
  visit: Visit<'/must-reads/:id/versions/new', Me>,
  typed: Typed = {},
  problems: Problems = {},
) => {
  const { work, me, params } = visit
  const found = await find(work, me, params.id)
  if (!found || found.closed) return visit.notFound()
  const words = wordsOf(visit)
  const newest = found.versions[0]!
  return visit.page(
    { title: words.t.newVersion, status: Object.keys(problems).length > 0 ? 422 : 200, bare: true, editor: true },
    <MustReadForm
      {...words}
      {...{ typed, problems }}
      action={urls.newMustReadVersion({ id: found.id })}
      back={{ to: urls.mustRead({ id: found.id }), word: newest.title }}
      from={newest.number}
      now={newest}
      readers={whoReads(
        visit.language,
        await readersOf(work, { roles: teamRoles.filter((one) => found.roles.includes(one)) }, me.id),
      )}
    />,
  )
}

const saids = ['reminded', 'remindedToday', 'closedNow'] as const

const proofAsked = z.object({
  version: z.coerce.number().int().optional().catch(undefined),
  day: z.iso.date().optional().catch(undefined),
})

/** What the proof page and its file show: a version (the newest, unless asked) at the end of a day (today, unless asked). */
const proofOf = async (visit: Visit<'/must-reads/:id/readers' | '/must-reads/:id/readers/file', Me>) => {
  const { work, me, params, query } = visit
  const found = await find(work, me, params.id)
  if (!found) return null
  const asked = proofAsked.parse(Object.fromEntries(query))
  const version = found.versions.find(({ number }) => number === asked.version) ?? found.versions[0]!
  const day = asked.day ?? work.today
  const end = new Date(momentOf(plusDays(day, 1), '00:00').getTime() - 1)
  return { found, version, day, readers: await readersOn(work, found.id, version.number, end) }
}

const deed = (done: boolean, visit: Visit<string, Me>, id: string, said?: (typeof saids)[number]) =>
  done ? visit.seeOther(urls.mustRead({ id }, said ? { said } : {})) : visit.notFound()

const reading = {
  nl: 'Lezen wat het team moet weten',
  en: 'Read what the team has to know',
}
const giving = {
  nl: 'Het team iets laten lezen, en zien wie het las',
  en: 'Give the team something to read, and see who read it',
}

/** What everybody of the team has to have read, who did, and who had on a day. */
export const mustReads = new Module(MODULE, reading)
  .switchable({
    word: { nl: mustReadTexts.nl.title, en: mustReadTexts.en.title },
    text: {
      nl: 'Het team leest wat belangrijk is en bevestigt dat; later is te zien wie welke versie wanneer had gelezen.',
      en: 'The team reads what matters and confirms it; later one can see who had read which version when.',
    },
    kinds: ['school', 'board'],
  })
  .place({
    order: 38,
    address: urls.mustReads(),
    word: { nl: mustReadTexts.nl.title, en: mustReadTexts.en.title },
    icon: 'bookmark',
    rule: team,
    railOnly: true,
  })
  .attention(mustReadAttention)
  .get(urls.mustReads, team, async (visit) => {
    const { work, me } = visit
    const words = wordsOf(visit)
    return visit.page(
      { title: words.t.title },
      <MustReads {...words} list={await list(work, me)} today={work.today} gives={giver(me)} />,
    )
  })
  .about(giving)
  .get(urls.newMustRead, giver, (visit) => showNew(visit))
  .about(reading)
  .get(urls.mustRead, team, async (visit) => {
    const { work, me, params, query } = visit
    const found = await find(work, me, params.id)
    if (!found) return visit.notFound()
    const words = wordsOf(visit)
    const names = await namesOf(work, found.authorId ? [found.authorId] : [])
    const said = saids.find((one) => one === query.get('said')) ?? null
    const readers = giver(me) ? await readersOn(work, found.id, found.versions[0]!.number, work.now) : null
    return visit.page(
      { title: found.versions[0]!.title, live: topicOf(found.id) },
      <MustReadPage
        {...words}
        {...{ found, readers, said }}
        author={(found.authorId && names.get(found.authorId)?.name) || words.t.somebody}
      />,
    )
  })
  .post(urls.confirmMustRead, team, async (visit) => {
    const { work, me, params } = visit
    const form = visit.form(z.object({ version: z.coerce.number().int() }))
    return deed(form.ok && (await confirm(work, me, params.id, form.value.version)), visit, params.id)
  })
  .post(urls.unconfirmMustRead, team, async (visit) =>
    deed(await unconfirm(visit.work, visit.me, visit.params.id), visit, visit.params.id),
  )
  .about(giving)
  .post(urls.newMustRead, giver, async (visit) => {
    const { work, me, typed } = visit
    const form = visit.form(newForm)
    if (!form.ok) return showNew(visit, form.typed, form.problems)
    const { title, text, due: dueOn, roles, requestKey } = form.value
    if (dueOn < work.today) return showNew(visit, typed, { due: 'past' })
    const others = (await peopleAsked(work, roles)).filter(({ id }) => id !== me.id)
    if (others.length === 0) return showNew(visit, typed, { roles: 'nobody' })
    return visit.seeOther(urls.mustRead({ id: await begin(work, me, { title, text, roles, dueOn }, requestKey) }))
  })
  .get(urls.newMustReadVersion, giver, (visit) => showVersion(visit))
  .post(urls.newMustReadVersion, giver, async (visit) => {
    const { work, me, params, typed } = visit
    const form = visit.form(versionForm)
    if (!form.ok) return showVersion(visit, form.typed, form.problems)
    const { due: dueOn, ...words } = form.value
    if (dueOn < work.today) return showVersion(visit, typed, { due: 'past' })
    const added = await addNewVersion(work, me, params.id, { ...words, dueOn })
    return added
      ? visit.seeOther(urls.mustRead({ id: params.id }))
      : showVersion(visit, typed, { form: 'somebodyElse' })
  })
  .post(urls.remindMustRead, giver, async (visit) => {
    const { work, me, params } = visit
    if (!(await find(work, me, params.id))) return visit.notFound()
    const count = await remind(work, params.id)
    return deed(true, visit, params.id, count === null ? 'remindedToday' : 'reminded')
  })
  .post(urls.closeMustRead, giver, async (visit) =>
    deed(await close(visit.work, visit.params.id), visit, visit.params.id, 'closedNow'),
  )
  .post(urls.reopenMustRead, giver, async (visit) =>
    deed(await reopen(visit.work, visit.params.id), visit, visit.params.id),
  )
  .get(urls.mustReadProof, giver, async (visit) => {
    const proof = await proofOf(visit)
    if (!proof) return visit.notFound()
    const words = wordsOf(visit)
    return visit.page({ title: words.t.proof }, <MustReadProof {...words} {...proof} />)
  })
  .get(urls.mustReadProofFile, giver, async (visit) => {
    const proof = await proofOf(visit)
    if (!proof) return visit.notFound()
    const { t } = wordsOf(visit)
    const { proofColumns } = t
    const rows = proof.readers.map(({ name, left, askedAt, confirmedAt }) => [
      left ? t.proofLeft(name) : name,
      askedAt.toISOString(),
      confirmedAt?.toISOString() ?? t.proofNot,
    ])
    return visit.send(
      csvFile([[proofColumns.name, proofColumns.asked, proofColumns.read], ...rows]),
      'text/csv; charset=utf-8',
      `${MODULE}-${proof.version.number}-${proof.day}.csv`,
    )
  })
