import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import { calendarFile } from '#shared/calendar/file.ts'
import type { Me } from '#shared/identity/me.ts'
import { listOf, pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { claim } from '../placing.ts'
import { guardian } from '../rules.ts'
import { answered, roundTopic } from '../telling.ts'
import { wait, waitNoMore } from '../waiting.ts'
import { familyConversations } from './attention.ts'
import { book, cancel, type Pick } from './booking.ts'
import { choicesOfMine, type RoundChoices } from './choices.ts'
import { ChooseTimes, moment, type Refused } from './choose-view.tsx'
import { homesRoutes } from './homes.tsx'
import { bookingTurns, lookingTurns, showFamily } from './page.tsx'
import { afterEachOther, type FamilyRound, myRounds, nearest } from './queries.ts'
import { swapRoutes } from './swap-routes.tsx'
import { familyTexts } from './texts.ts'

const showTimes = (visit: Visit<string, Me>, round: FamilyRound, refused: Refused | null = null) => {
  const t = pick(visit.language, familyTexts)
  const row = afterEachOther(round.children)
  const title = t.chooseTitle(round.children.length)
  return visit.page(
    { title, bare: true, ...(refused ? { status: 422 } : { live: roundTopic(round.id) }) },
    <ChooseTimes t={t} language={visit.language} round={round} requestKey={randomUUID()} row={row} refused={refused} />,
  )
}

const optionalId = z.preprocess((text) => text || null, z.uuid('choose').nullable())

/** What was picked: a slot for each child of the round that got one. */
const picksOf = (visit: Visit<string, Me>, round: RoundChoices): { key: string; picks: Pick[] } | null => {
  const picks: Pick[] = []
  const key = z.uuid().safeParse(visit.typed.requestKey)
  if (!key.success) return null
  for (const { pupil } of round.children) {
    const slot = optionalId.safeParse(visit.typed[`slot-${pupil}`])
    const was = optionalId.safeParse(visit.typed[`was-${pupil}`])
    if (!slot.success || !was.success) return null
    if (slot.data)
      picks.push({ pupil, slot: slot.data, was: was.data, byVideo: visit.typed[`video-${pupil}`] === 'yes' })
  }
  return { key: key.data, picks }
}

type Why = ReadonlyMap<string, 'taken' | 'elsewhere' | 'changed'>

/** Says why nothing was booked, with the next best time in the place of one that is gone. */
const refuse = async (visit: Visit<string, Me>, round: string, why: Why, picks: readonly Pick[], whole?: string) => {
  const t = pick(visit.language, familyTexts).problems
  const now = (await myRounds(visit.work, visit.me)).find(({ id }) => id === round)
  if (!now) return visit.notFound()
  const offered = new Map<string, string>()
  const problems = new Map<string, string>()
  for (const [pupil, code] of why) {
    const child = now.children.find((one) => one.pupil === pupil)
    const wanted = child?.slots.find(({ id }) => id === picks.find((one) => one.pupil === pupil)?.slot)
    const others = child?.free.filter((slot) => !picks.some((one) => one.slot === slot.id && one.pupil !== pupil))
    const next = code === 'taken' && wanted && others ? nearest(others, wanted.starts) : null
    if (next) offered.set(pupil, next.id)
    else if (code === 'changed') offered.set(pupil, child?.mine?.id ?? '')
    const taken = next ? t.taken(moment(visit.language, next.starts)) : t.takenNone
    problems.set(pupil, code === 'taken' ? taken : t[code])
  }
  return showTimes(visit, now, { typed: visit.typed, problems, offered, ...(whole ? { whole } : {}) })
}

/** What a guardian sees and does: one page for the family, booking, moving, cancelling, waiting. */
export const familyRoutes = (module: Module): Module => {
  module
    .place({
      order: 40,
      address: urls.conversations(),
      word: { nl: familyTexts.nl.title, en: familyTexts.en.title },
      icon: 'message-circle',
      rule: guardian,
      railOnly: true,
    })
    .attention(familyConversations)
    .get(urls.conversations, guardian, (visit) => showFamily(visit), { turns: lookingTurns })
    .get(
      urls.bookConversations,
      guardian,
      async (visit) => {
        const round = (await myRounds(visit.work, visit.me)).find(({ id }) => id === visit.params.round)
        if (!round) return visit.notFound()
        const choosing = round.open && round.children.some(({ free }) => free.length > 0)
        return choosing ? showTimes(visit, round) : visit.seeOther(urls.conversations())
      },
      { turns: lookingTurns },
    )
    .post(
      urls.bookConversations,
      guardian,
      async (visit) => {
        const { work, me } = visit
        const round = (await choicesOfMine(work, me)).find(({ id }) => id === visit.params.round)
        const asked = round && picksOf(visit, round)
        if (!round || !asked) return visit.notFound()
        const { key, picks } = asked
        const t = pick(visit.language, familyTexts)
        if (picks.length === 0) return refuse(visit, round.id, new Map(), picks, t.problems.nothing)
        if (!(await claim(work, me.id, key))) return visit.seeOther(urls.conversations({ done: 'booked' }))
        if (!round.open) return showFamily(visit, t.over)
        const outcome = await book(work, me, round, picks)
        if (outcome.kind === 'unknown') return visit.notFound()
        if (outcome.kind === 'refused') return refuse(visit, round.id, outcome.why, picks)
        const all = round.children.every(({ pupil, mine }) => mine || picks.some((one) => one.pupil === pupil))
        if (all) await answered(work, round.id, me.id)
        return visit.seeOther(urls.conversations({ done: 'booked' }))
      },
      { turns: bookingTurns },
    )
    .post(
      urls.cancelConversation,
      guardian,
      async (visit) => {
        const { work, me } = visit
        const key = z.uuid().safeParse(visit.typed.requestKey)
        if (!key.success) return visit.notFound()
        const done = !(await claim(work, me.id, key.data)) || (await cancel(work, me, visit.params.id))
        return done ? visit.seeOther(urls.conversations({ done: 'cancelled' })) : visit.notFound()
      },
      { turns: bookingTurns },
    )
    .post(urls.waitForConversation, guardian, async (visit) => {
      const { work, me } = visit
      const { round: id, pupil } = visit.params
      const round = (await choicesOfMine(work, me)).find((one) => one.id === id && one.open)
      const child = round?.children.find((one) => one.pupil === pupil)
      if (!child || child.mine) return visit.notFound()
      if (visit.typed.waits === 'no') await waitNoMore(work, { round: id, pupil, guardians: child.side.guests })
      else await wait(work, { round: id, pupil, guardian: me.id })
      return visit.seeOther(urls.conversations())
    })
    .get(urls.conversationFile, guardian, async (visit) => {
      const { work, me, site, language, params } = visit
      const t = pick(language, familyTexts)
      for (const round of await myRounds(work, me))
        for (const { mine, teachers, place } of round.children) {
          if (mine?.booking?.id !== params.id) continue
          const { starts, ends, booking } = mine
          const title = `${round.title} (${site.name})`
          const text = teachers.length > 0 ? t.with(listOf(language, teachers)) : undefined
          const url = booking.byVideo ? (place?.videoUrl ?? undefined) : undefined
          const where = booking.byVideo ? t.video : (place?.room ?? undefined)
          const file = calendarFile([{ id: params.id, starts, ends, title, text, where, url }], site.main, work.now)
          return visit.send(file, 'text/calendar; charset=utf-8', 'gesprek.ics')
        }
      return visit.notFound()
    })
  return homesRoutes(swapRoutes(module))
}
