import type { Typed } from '#shared/access/form.ts'
import type { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { clock, listOf, pick } from '#shared/language/index.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import { team } from '../rules.ts'
import { DayPage } from './day-view.tsx'
import { colleaguesOf } from './group-routes.tsx'
import { cancelSlots, moveSlots } from './moving.ts'
import { type Filled, findRoundGroup } from './queries.ts'
import { handOver } from './staffing.ts'
import { roundTexts } from './texts.ts'
import { moveForm } from './times-form.ts'

type DayVisit = Visit<'/conversation-rounds/:round/groups/:group/days/:day', Me>
type Found = NonNullable<Awaited<ReturnType<typeof findRoundGroup>>> & { readonly slots: readonly Filled[] }
type Problems = Readonly<Record<string, string>>

const findDay = async ({ work, me, params }: DayVisit): Promise<Found | null> => {
  const found = await findRoundGroup(work, me, params.round, params.group)
  const slots = found?.group.slots.filter(({ starts }) => dayOf(starts) === params.day && starts > work.now) ?? []
  return found && slots.length > 0 ? { ...found, slots } : null
}

const dayPage = async (visit: DayVisit, found: Found, typed: Typed = {}, problems: Problems = {}) => {
  const t = pick(visit.language, roundTexts)
  return visit.page(
    { title: t.dayLink, bare: true, ...(Object.keys(problems).length > 0 ? { status: 422 } : {}) },
    <DayPage
      t={t}
      language={visit.language}
      {...found}
      day={visit.params.day}
      colleagues={await colleaguesOf(visit.work)}
      typed={typed}
      problems={problems}
    />,
  )
}

const handsOver = async (visit: DayVisit, { slots }: Found): Promise<Problems> => {
  const { work, typed, params, language } = visit
  const t = pick(language, roundTexts).problems
  const to = (await colleaguesOf(work)).find(({ id }) => id === typed.to)
  const from = slots.flatMap(({ seats }) => seats).find(({ teacher }) => teacher === typed.from)
  if (!to || !from) return { to: t.colleague }
  if (to.id === from.teacher) return { to: t.same }
  const busy = await handOver(work, params.round, slots, { from: from.teacher, to: to.id })
  if (busy.length === 0) return {}
  return {
    to: t.busy(
      listOf(
        language,
        busy.map(({ starts }) => clock(language, starts)),
      ),
    ),
  }
}

const moves = async (visit: DayVisit, { group, slots }: Found): Promise<Problems> => {
  const { work, params } = visit
  const t = pick(visit.language, roundTexts).problems
  const form = visit.form(moveForm(work.today))
  if (!form.ok) return { move: t.moveDay }
  const others = group.slots.filter((slot) => !slots.includes(slot))
  const outcome = await moveSlots(work, params.round, { slots, others, to: form.value })
  return outcome === 'moved' ? {} : { move: outcome === 'teacher' ? t.teacher : t.overlapDay }
}

const cancels = async ({ work, params }: DayVisit, { slots }: Found): Promise<Problems> => {
  await cancelSlots(work, params.round, slots)
  return {}
}

const deeds = {
  'hand-over': { run: handsOver, done: 'handedOver' },
  move: { run: moves, done: 'movedDay' },
  cancel: { run: cancels, done: 'cancelledDay' },
} as const

/** What is done with a whole day of a group: handed over, moved or cancelled; every family is told. */
export const dayRoutes = (module: Module): Module =>
  module
    .get(urls.conversationDay, team, async (visit) => {
      const found = await findDay(visit)
      return found ? dayPage(visit, found) : visit.notFound()
    })
    .post(urls.conversationDay, team, async (visit) => {
      const found = await findDay(visit)
      const asked = String(visit.typed.deed)
      if (!found || !Object.hasOwn(deeds, asked)) return visit.notFound()
      const { run, done } = deeds[asked as keyof typeof deeds]
      const problems = await run(visit, found)
      if (Object.keys(problems).length > 0) return dayPage(visit, found, visit.typed, problems)
      return visit.seeOther(urls.conversationRound({ round: visit.params.round }, { done }))
    })
