import { randomUUID } from 'node:crypto'
import { readersOf, whoReads } from '#products/portal/index.ts'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import { readItems } from '#shared/attention/item.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { giver, team, teamRoles } from '../rules.ts'
import { teamNewsAttention } from './attention.ts'
import { newsForm, type Problems, replyForm, TeamNewsForm } from './form.tsx'
import { find, list } from './reading.ts'
import { teamNewsTexts } from './texts.ts'
import { TeamNews, TeamNewsPage } from './views.tsx'
import { MODULE, publish, reply, takeReplyBack, topicOf, withdraw } from './writing.ts'
import './personal-data.ts'

const wordsOf = ({ language }: Pick<Visit, 'language'>) => ({ t: pick(language, teamNewsTexts), language })

const readersFor = async ({ work, me, language }: Visit<string, Me>) =>
  whoReads(language, await readersOf(work, { roles: teamRoles }, me.id))

const keyOf = (typed: Typed): string => {
  const key = newsForm.shape.requestKey.safeParse(typed.requestKey)
  return key.success ? key.data : randomUUID()
}

const statusOf = (problems: Problems) => (Object.keys(problems).length > 0 ? 422 : 200)

const showNew = async (visit: Visit<string, Me>, typed: Typed = {}, problems: Problems = {}) => {
  const { t } = wordsOf(visit)
  return visit.page(
    { title: t.write, status: statusOf(problems), bare: true, editor: true },
    <TeamNewsForm {...{ t, typed, problems }} requestKey={keyOf(typed)} readers={await readersFor(visit)} />,
  )
}

const showOne = async (visit: Visit<string, Me>, id: string, typed: Typed = {}, problems: Problems = {}) => {
  const { work, me } = visit
  const found = await find(work, id)
  if (!found) return visit.notFound()
  return visit.page(
    { title: found.title, status: statusOf(problems), live: topicOf(id) },
    <TeamNewsPage
      {...wordsOf(visit)}
      {...{ found, typed, problems }}
      me={me.id}
      writes={giver(me)}
      requestKey={keyOf(typed)}
      readers={await readersFor(visit)}
    />,
  )
}

const talking = {
  nl: 'Nieuws van het team lezen en erop reageren',
  en: 'Read the news of the team and reply to it',
}
const writing = { nl: 'Nieuws schrijven voor het team', en: 'Write news for the team' }

/** What goes on in the team, with a discussion under it. */
export const teamNews = new Module(MODULE, talking)
  .switchable({
    word: { nl: teamNewsTexts.nl.title, en: teamNewsTexts.en.title },
    text: {
      nl: 'De directie schrijft het team, het team praat erover; per mail met de hele tekst of alleen een bericht.',
      en: 'The principal writes to the team, the team talks about it; by mail with the whole text or only a notice.',
    },
    kinds: ['school', 'board'],
  })
  .place({
    order: 37,
    address: urls.teamNews(),
    word: { nl: teamNewsTexts.nl.title, en: teamNewsTexts.en.title },
    icon: 'newspaper',
    rule: team,
    railOnly: true,
  })
  .attention(teamNewsAttention)
  .get(urls.teamNews, team, async (visit) => {
    const { work, me } = visit
    const words = wordsOf(visit)
    return visit.page({ title: words.t.title }, <TeamNews {...words} list={await list(work)} writes={giver(me)} />)
  })
  .about(writing)
  .get(urls.newTeamNews, giver, (visit) => showNew(visit))
  .post(urls.newTeamNews, giver, async (visit) => {
    const { work, me } = visit
    const form = visit.form(newsForm)
    if (!form.ok) return showNew(visit, form.typed, form.problems)
    const { mail, requestKey, ...written } = form.value
    const id = await publish(work, me, { ...written, wholeText: mail === 'whole' }, requestKey)
    return visit.seeOther(urls.teamNewsItem({ id }))
  })
  .post(urls.withdrawTeamNews, giver, async (visit) =>
    (await withdraw(visit.work, visit.params.id)) ? visit.seeOther(urls.teamNews()) : visit.notFound(),
  )
  .about(talking)
  .get(urls.teamNewsItem, team, async (visit) => {
    const { work, me, params } = visit
    await readItems(work, me, MODULE, [params.id])
    return showOne(visit, params.id)
  })
  .post(urls.replyToTeamNews, team, async (visit) => {
    const { work, me, params } = visit
    const form = visit.form(replyForm)
    if (!form.ok) return showOne(visit, params.id, form.typed, form.problems)
    const done = await reply(work, me, params.id, form.value.reply, form.value.requestKey)
    return done ? visit.seeOther(urls.teamNewsItem({ id: params.id })) : visit.notFound()
  })
  .post(urls.takeReplyBack, team, async (visit) => {
    const { id, reply: said } = visit.params
    const done = await takeReplyBack(visit.work, visit.me, id, said)
    return done ? visit.seeOther(urls.teamNewsItem({ id })) : visit.notFound()
  })
