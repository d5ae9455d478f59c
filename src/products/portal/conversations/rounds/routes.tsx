import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { listGroups } from '#products/school/index.ts'
import { requestKey, type Typed } from '#shared/access/form.ts'
import type { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { team } from '../rules.ts'
import { roundTopic } from '../telling.ts'
import { conversationTexts } from '../texts.ts'
import { roundForm } from './form.ts'
import { makeRound } from './making.ts'
import { NewRound } from './new-view.tsx'
import { callersFor, cancelByHand, findRound, findSlot, listRounds, setClosed, writeDown } from './queries.ts'
import { Door, PhoneForm, Round, Rounds } from './views.tsx'

const wordsOf = (visit: Visit<string, Me>) => pick(visit.language, conversationTexts)

const newPage = async (visit: Visit<string, Me>, typed: Typed, problems: Readonly<Record<string, string>> = {}) => {
  const t = wordsOf(visit).rounds
  const groups = await listGroups(visit.work, visit.me)
  return visit.page(
    { title: t.new, bare: true, ...(Object.keys(problems).length > 0 ? { status: 422 } : {}) },
    <NewRound
      t={t}
      groups={groups}
      requestKey={typeof typed.requestKey === 'string' ? typed.requestKey : randomUUID()}
      typed={typed}
      problems={problems}
    />,
  )
}

type SlotVisit = Visit<'/conversation-rounds/:round/slots/:slot', Me>

const phonePage = async (
  visit: SlotVisit,
  found: NonNullable<Awaited<ReturnType<typeof findSlot>>>,
  problem?: string,
) => {
  const t = wordsOf(visit)
  const callers = await callersFor(visit.work, found.page, found.slot.group)
  return visit.page(
    { title: t.rounds.phone, bare: true, ...(problem ? { status: 422 } : {}) },
    <PhoneForm
      t={t}
      language={visit.language}
      {...found}
      callers={callers}
      requestKey={randomUUID()}
      typed={visit.typed}
      problem={problem}
    />,
  )
}

const phoneForm = z.object({ requestKey, who: z.string('who').min(1, 'who') })

/** What the team does: makes rounds, sees who comes, closes times, writes down who called, prints the sheet for the door. */
export const roundRoutes = (module: Module): Module =>
  module
    .about({ nl: 'Gespreksrondes maken en zien wie er komt', en: 'Make conversation rounds and see who comes' })
    .place({
      order: 41,
      address: urls.conversationRounds(),
      word: { nl: conversationTexts.nl.rounds.title, en: conversationTexts.en.rounds.title },
      icon: 'message-circle',
      rule: team,
      railOnly: true,
    })
    .get(urls.conversationRounds, team, async (visit) => {
      const t = wordsOf(visit)
      const rounds = await listRounds(visit.work, visit.me)
      return visit.page({ title: t.rounds.title }, <Rounds t={t} language={visit.language} rounds={rounds} />)
    })
    .get(urls.newConversationRound, team, (visit) => newPage(visit, {}))
    .post(urls.newConversationRound, team, async (visit) => {
      const { work, me } = visit
      const form = visit.form(roundForm(work.today, work.now))
      if (!form.ok) return newPage(visit, form.typed, form.problems)
      const mine = new Set((await listGroups(work, me)).map(({ id }) => id))
      if (form.value.groups.some((group) => !mine.has(group))) return visit.notFound()
      const round = await makeRound(work, form.value)
      if (!round) return newPage(visit, visit.typed, { on1: 'nobody' })
      return visit.seeOther(urls.conversationRound({ round }, { done: 'made' }))
    })
    .get(urls.conversationRound, team, async (visit) => {
      const { work, me, language, params } = visit
      const page = await findRound(work, me, params.round)
      if (!page) return visit.notFound()
      const t = wordsOf(visit)
      const said = visit.query.get('done') === 'made' ? t.rounds.made : null
      return visit.page(
        { title: page.title, live: roundTopic(page.id) },
        <Round t={t} language={language} page={page} now={work.now} said={said} />,
      )
    })
    .get(urls.conversationDoor, team, async (visit) => {
      const page = await findRound(visit.work, visit.me, visit.params.round)
      const group = page?.groups.find(({ id }) => id === visit.params.group)
      if (!page || !group) return visit.notFound()
      const t = wordsOf(visit)
      return visit.page(
        { title: t.rounds.doorTitle(group.name) },
        <Door t={t} language={visit.language} page={page} group={group} />,
      )
    })
    .get(urls.conversationSlot, team, async (visit) => {
      const found = await findSlot(visit.work, visit.me, visit.params.round, visit.params.slot)
      return found ? phonePage(visit, found) : visit.notFound()
    })
    .post(urls.conversationSlot, team, async (visit) => {
      const { work, me, params } = visit
      const found = await findSlot(work, me, params.round, params.slot)
      if (!found) return visit.notFound()
      const t = wordsOf(visit).rounds
      const form = visit.form(phoneForm)
      if (!form.ok) return phonePage(visit, found, t.problems.who)
      const callers = await callersFor(work, found.page, found.slot.group)
      const caller = callers.find(({ value }) => value === form.value.who)
      const key = form.value.requestKey
      const done = found.slot.starts > work.now && caller && (await writeDown(work, me, { key, ...found, caller }))
      return done
        ? visit.seeOther(urls.conversationRound({ round: params.round }))
        : phonePage(visit, found, t.problems.taken)
    })
    .post(urls.closeConversationSlot, team, async (visit) => {
      const { round, slot } = visit.params
      const found = await findSlot(visit.work, visit.me, round, slot)
      if (!found) return visit.notFound()
      await setClosed(visit.work, round, found.slot, visit.typed.closed === 'yes')
      return visit.seeOther(urls.conversationRound({ round }))
    })
    .post(urls.cancelConversationSlot, team, async (visit) => {
      const { round, slot } = visit.params
      const found = await findSlot(visit.work, visit.me, round, slot)
      if (!found) return visit.notFound()
      if (found.slot.booking?.id === visit.typed.booking) await cancelByHand(visit.work, round, found.slot)
      return visit.seeOther(urls.conversationRound({ round }))
    })
