import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { requestKey } from '#shared/access/form.ts'
import type { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { team } from '../rules.ts'
import { callersFor, cancelByHand, setClosed, writeDown } from './by-hand.ts'
import { findSlot } from './queries.ts'
import { SlotPage } from './slot-view.tsx'
import { roundTexts } from './texts.ts'
import { titleOf } from './views.tsx'

type SlotVisit = Visit<'/conversation-rounds/:round/slots/:slot', Me>
type Found = NonNullable<Awaited<ReturnType<typeof findSlot>>>

const slotPage = async (visit: SlotVisit, found: Found, problem?: string) => {
  const t = pick(visit.language, roundTexts)
  const callers = found.slot.booking ? [] : await callersFor(visit.work, found.page, found.group)
  return visit.page(
    { title: titleOf(found.slot, { t, language: visit.language }), bare: true, ...(problem ? { status: 422 } : {}) },
    <SlotPage
      t={t}
      language={visit.language}
      {...found}
      callers={callers}
      now={visit.work.now}
      requestKey={randomUUID()}
      typed={visit.typed}
      problem={problem}
    />,
  )
}

const phoneForm = z.object({ requestKey, who: z.string('who').min(1, 'who') })
const moveForm = z.object({ requestKey, to: z.uuid('to') })

const write = async (visit: SlotVisit, found: Found) => {
  const { work, me } = visit
  const t = pick(visit.language, roundTexts).problems
  const form = visit.form(phoneForm)
  if (!form.ok) return slotPage(visit, found, t.who)
  const caller = (await callersFor(work, found.page, found.group)).find(({ value }) => value === form.value.who)
  const { page, slot } = found
  const key = form.value.requestKey
  const done = slot.starts > work.now && caller && (await writeDown(work, me, { key, page, slot, caller }))
  return done ? visit.seeOther(urls.conversationRound({ round: page.id })) : slotPage(visit, found, t.taken)
}

const move = async (visit: SlotVisit, found: Found) => {
  const { work, me } = visit
  const t = pick(visit.language, roundTexts).problems
  const { page, group, slot } = found
  const form = visit.form(moveForm)
  const to = form.ok ? group.slots.find(({ id }) => id === form.value.to) : undefined
  if (!form.ok || !to || to.closed || to.starts <= work.now) return slotPage(visit, found, t.move)
  const has = slot.booking!
  const caller = (await callersFor(work, page, group)).find(({ value }) => value === `${has.pupil}.${has.side}`)
  const done = caller && (await writeDown(work, me, { key: form.value.requestKey, page, slot: to, caller }))
  return done ? visit.seeOther(urls.conversationRound({ round: page.id })) : slotPage(visit, found, t.taken)
}

/** What the team does about one time: writes down who called, moves, cancels, closes and opens it. */
export const slotRoutes = (module: Module): Module =>
  module
    .get(urls.conversationSlot, team, async (visit) => {
      const found = await findSlot(visit.work, visit.me, visit.params.round, visit.params.slot)
      return found ? slotPage(visit, found) : visit.notFound()
    })
    .post(urls.conversationSlot, team, async (visit) => {
      const found = await findSlot(visit.work, visit.me, visit.params.round, visit.params.slot)
      if (!found) return visit.notFound()
      return found.slot.booking && 'to' in visit.typed ? move(visit, found) : write(visit, found)
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
