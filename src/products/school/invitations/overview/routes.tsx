import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { requestKey } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { office } from '../../people/rules.ts'
import { oneOf } from '../../typed.ts'
import { lettersPdf } from '../letter/document.ts'
import { openLetters, type Wanted } from '../letter/open-letters.ts'
import type { Whom } from '../members.ts'
import { findRound, type Round, roundChannels, roundTopic, roundUnderWay, startRound } from '../rounds.ts'
import { type Filter, filters, findGroup, listMembers, sums } from './queries.ts'
import { overviewTexts } from './texts.ts'
import { Members, Overview, RoundView } from './views.tsx'

type OfficeVisit = Visit<string, Me>

const starting = z
  .object({
    whom: z.enum(['group', 'school', 'team']),
    group: z.uuid().nullable().default(null),
    channel: z.enum(roundChannels, 'channel'),
    requestKey,
  })
  .refine(({ whom, group }) => (whom === 'group') === (group !== null))
  .refine(({ whom, channel }) => (whom === 'team') === (channel === 'mail'), { path: ['channel'], message: 'channel' })

type Problem = 'channel' | 'nobody'

const showMembers = async (visit: OfficeVisit, at: Whom, problem?: Problem) => {
  const { work, language } = visit
  const t = pick(language, overviewTexts)
  const group = at.group ? await findGroup(work, at.group) : null
  if (at.group && !group) return visit.notFound()
  const only = visit.query.get('only')
  const filter: Filter = filters.find((one) => one === only) ?? 'all'
  const title = group ? t.guardiansOf(group.name) : t.team
  const found = await listMembers(work, at.group, filter)
  const round = await roundUnderWay(work)
  return visit.page(
    { title, live: 'invitations', status: problem ? 422 : 200 },
    <Members
      {...{ t, language, title, at, filter, found, round }}
      requestKey={randomUUID()}
      problem={problem && t.problems[problem]}
    />,
  )
}

const showAll = async (visit: OfficeVisit, problem?: Problem) => {
  const { work, language } = visit
  const t = pick(language, overviewTexts)
  const [found, round] = [await sums(work), await roundUnderWay(work)]
  return visit.page(
    { title: t.title, live: 'invitations', status: problem ? 422 : 200 },
    <Overview {...{ t, language, found, round }} requestKey={randomUUID()} problem={problem && t.problems[problem]} />,
  )
}

const again = (visit: OfficeVisit, at: Whom, problem: Problem) =>
  at.whom === 'school' ? showAll(visit, problem) : showMembers(visit, at, problem)

/** Answers letters as a PDF that is made while it is sent; 404 where there is none. */
export const sendLetters = async (visit: OfficeVisit, wanted: Wanted): Promise<Response> => {
  const { work, site, language } = visit
  const letters = await openLetters(work, wanted, language)
  if (letters.length === 0) return visit.notFound()
  const origin = `${visit.secure ? 'https' : 'http'}://${new URL(visit.request.url).host}`
  const head = { ...site, origin, title: pick(language, overviewTexts).title }
  const pdf = await lettersPdf(
    head,
    letters.map(({ letter }) => letter),
  )
  return visit.send(Readable.toWeb(pdf) as ReadableStream, 'application/pdf', 'brieven.pdf')
}

const roundTitle = async (visit: OfficeVisit, { whom, group }: Round) => {
  const t = pick(visit.language, overviewTexts).roundTitle
  return whom === 'group' ? t.group((group && (await findGroup(visit.work, group))?.name) || '') : t[whom]
}

/** The office's overview of who has an account, and inviting many at once. */
export const invitationOverview = new Module('invitations', {
  nl: 'Uitnodigingen voor ouders en team',
  en: 'Invitations for guardians and the team',
})
  .place({
    order: 45,
    address: urls.invitations(),
    word: { nl: overviewTexts.nl.place, en: overviewTexts.en.place },
    icon: 'mail',
    rule: office,
    railOnly: true,
  })
  .get(urls.invitations, office, (visit) => showAll(visit))
  .get(urls.schoolLetters, office, (visit) => sendLetters(visit, {}))
  .get(urls.invitationTeam, office, (visit) => showMembers(visit, { whom: 'team', group: null }))
  .get(urls.invitationGroup, office, (visit) => showMembers(visit, { whom: 'group', group: visit.params.id }))
  .get(urls.groupLetters, office, async (visit) => {
    const group = await findGroup(visit.work, visit.params.id)
    return group ? sendLetters(visit, { group: group.id }) : visit.notFound()
  })
  .post(urls.invitationRounds, office, async (visit) => {
    const form = visit.form(starting)
    const group = oneOf(visit.typed, 'group')
    const whom = oneOf(visit.typed, 'whom')
    const at: Whom = whom === 'group' ? { whom, group } : { whom: whom === 'team' ? 'team' : 'school', group: null }
    if (!form.ok) return again(visit, at, 'channel')
    if (at.group && !(await findGroup(visit.work, at.group))) return visit.notFound()
    const { channel, requestKey: key } = form.value
    const round = await startRound(visit.work, visit.me, { ...at, channel, requestKey: key })
    return round ? visit.seeOther(urls.invitationRound({ id: round })) : again(visit, at, 'nobody')
  })
  .get(urls.invitationRound, office, async (visit) => {
    const round = await findRound(visit.work, visit.params.id)
    if (!round) return visit.notFound()
    const t = pick(visit.language, overviewTexts)
    const title = await roundTitle(visit, round)
    return visit.page(
      { title, ...(round.finished ? {} : { live: roundTopic(round.id) }) },
      <RoundView t={t} language={visit.language} round={round} title={title} />,
    )
  })
  .get(urls.roundLetters, office, async (visit) => {
    const round = await findRound(visit.work, visit.params.id)
    return round ? sendLetters(visit, { round: round.id }) : visit.notFound()
  })
