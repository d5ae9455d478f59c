import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { guardian } from '../rules.ts'
import { askSwap, endSwap, swap, swapsOf } from '../swapping.ts'
import { bookingTurns, showFamily } from './page.tsx'
import { type ChildIn, type FamilyRound, myRounds } from './queries.ts'
import { AskSwap } from './swap-view.tsx'
import { familyTexts } from './texts.ts'

type Found = { readonly round: FamilyRound; readonly child: ChildIn }

const findMine = async (visit: Visit<string, Me>, booking: string): Promise<Found | null> => {
  for (const round of (await myRounds(visit.work, visit.me)).filter(({ open }) => open))
    for (const child of round.children)
      if (child.mine?.booking?.id === booking && child.mine.starts > visit.work.now) return { round, child }
  return null
}

/** The times of other families that can be asked for. */
const takenFor = ({ round, child }: Found, now: Date) =>
  child.slots.filter(
    ({ booking, starts, closed }) =>
      booking && !round.children.some(({ pupil }) => pupil === booking.pupil) && starts > now && !closed,
  )

const askPage = async (visit: Visit<string, Me>, found: Found, problem?: string) => {
  const t = pick(visit.language, familyTexts)
  const { booking } = found.child.mine!
  const asked = (await swapsOf(visit.work, [booking!.id])).filter(({ offered }) => offered.id === booking!.id)
  const { wanted } = visit.typed
  const isAsked = (slot: string) => asked.some((one) => one.wanted.slot.id === slot)
  return visit.page(
    { title: t.swapTitle(found.child.name.givenName), bare: true, ...(problem ? { status: 422 } : {}) },
    <AskSwap
      t={t}
      language={visit.language}
      child={found.child}
      taken={takenFor(found, visit.work.now).filter(({ id }) => !isAsked(id))}
      asked={asked}
      requestKey={randomUUID()}
      chosen={typeof wanted === 'string' ? wanted : undefined}
      problem={problem}
    />,
  )
}

const answerForm = z.object({ answer: z.enum(['yes', 'no', 'withdraw']) })

/** Swapping: one family asks for the time of another, which says yes or no; nobody reads who the other is. */
export const swapRoutes = (module: Module): Module =>
  module
    .get(urls.askConversationSwap, guardian, async (visit) => {
      const found = await findMine(visit, visit.params.id)
      return found ? askPage(visit, found) : visit.notFound()
    })
    .post(urls.askConversationSwap, guardian, async (visit) => {
      const found = await findMine(visit, visit.params.id)
      if (!found) return visit.notFound()
      const t = pick(visit.language, familyTexts).problems
      const wanted = takenFor(found, visit.work.now).find(({ id }) => id === visit.typed.wanted)
      if (!wanted) return askPage(visit, found, t.swapChoose)
      const { mine, side } = found.child
      const asked = { by: visit.me.id, guests: side.guests, mine: mine!, wanted, closesAt: found.round.closesAt }
      const outcome = await askSwap(visit.work, asked)
      if (outcome === 'asked') return visit.seeOther(urls.conversations({ done: 'asked' }))
      return askPage(visit, found, outcome === 'many' ? t.swapMany : t.swapElsewhere)
    })
    .post(
      urls.answerConversationSwap,
      guardian,
      async (visit) => {
        const { work, me, params } = visit
        const form = visit.form(answerForm)
        const rounds = await myRounds(work, me)
        const mine = rounds.flatMap(({ children }) => children.flatMap((child) => child.mine?.booking?.id ?? []))
        const found = (await swapsOf(work, mine)).find(({ id }) => id === params.swap)
        if (!found || !form.ok) return visit.notFound()
        const isAsked = mine.includes(found.wanted.id)
        if (isAsked === (form.value.answer === 'withdraw')) return visit.notFound()
        if (form.value.answer !== 'yes') {
          await endSwap(work, found, isAsked)
          return visit.seeOther(urls.conversations({ done: isAsked ? 'kept' : 'withdrawn' }))
        }
        const done = await swap(work, found, me.id)
        const t = pick(visit.language, familyTexts)
        return done ? visit.seeOther(urls.conversations({ done: 'swapped' })) : showFamily(visit, t.problems.swapGone)
      },
      { turns: bookingTurns },
    )
