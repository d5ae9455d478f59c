import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import { readItems } from '#shared/attention/item.ts'
import type { Me } from '#shared/identity/me.ts'
import { Queue } from '#shared/identity/queue.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { claim } from '../placing.ts'
import { guardian } from '../rules.ts'
import { answered, MODULE, roundTopic } from '../telling.ts'
import { conversationTexts } from '../texts.ts'
import { familyConversations } from './attention.ts'
import { book, cancel, type Pick } from './booking.ts'
import { calendarFile } from './calendar-file.ts'
import { afterEachOther, type FamilyRound, myRounds, nearest } from './queries.ts'
import { FamilyConversations, moment, type Refused } from './views.tsx'
import { wait } from './waiting.ts'

/** A round opens for everybody at one moment: a few book at once, the others wait in order, and who is too many hears so. */
const bookingTurns = new Queue(4, 400)

const show = async (visit: Visit<string, Me>, refused: Refused | null = null) => {
  const { work, me, language } = visit
  const t = pick(language, conversationTexts).family
  const rounds = await myRounds(work, me)
  await readItems(
    work,
    me,
    MODULE,
    rounds.map(({ id }) => id),
  )
  const said = visit.query.get('done')
  return visit.page(
    { title: t.title, ...(refused ? { status: 422 } : {}), ...(rounds[0] ? { live: roundTopic(rounds[0].id) } : {}) },
    <FamilyConversations
      t={t}
      language={language}
      now={work.now}
      rounds={rounds.map((round) => ({ ...round, key: randomUUID(), row: afterEachOther(round.children) }))}
      refused={refused}
      said={said === 'booked' ? t.booked : said === 'cancelled' ? t.cancelled : null}
    />,
  )
}

const optionalId = z.preprocess((text) => text || null, z.uuid('choose').nullable())

/** What was picked: a slot for each child of the round that got one. */
const picksOf = (visit: Visit<string, Me>, round: FamilyRound): { key: string; picks: Pick[] } | null => {
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

/** Why nothing was booked, with the next best time in the place of one that is gone. */
const refusal = async (
  visit: Visit<string, Me>,
  round: string,
  why: ReadonlyMap<string, 'taken' | 'elsewhere' | 'changed'>,
  picks: readonly Pick[],
): Promise<Refused> => {
  const t = pick(visit.language, conversationTexts).family
  const now = (await myRounds(visit.work, visit.me)).find(({ id }) => id === round)
  const offered = new Map<string, string>()
  const problems = new Map<string, string>()
  for (const [pupil, code] of why) {
    const child = now?.children.find((one) => one.pupil === pupil)
    const wanted = child?.slots.find(({ id }) => id === picks.find((one) => one.pupil === pupil)?.slot)
    const others = child?.free.filter((slot) => !picks.some((one) => one.slot === slot.id && one.pupil !== pupil))
    const next = code === 'taken' && wanted && others ? nearest(others, wanted.starts) : null
    if (next) offered.set(pupil, next.id)
    else if (code === 'changed') offered.set(pupil, child?.mine?.id ?? '')
    const taken = next ? t.taken(moment(visit.language, next.starts)) : t.takenNone
    problems.set(pupil, code === 'taken' ? taken : t[code])
  }
  return { round, typed: visit.typed, problems, offered }
}

/** What a guardian sees and does: one page for the family, booking, moving, cancelling, waiting. */
export const familyRoutes = (module: Module): Module =>
  module
    .place({
      order: 40,
      address: urls.conversations(),
      word: { nl: conversationTexts.nl.place, en: conversationTexts.en.place },
      icon: 'message-circle',
      rule: guardian,
      railOnly: true,
    })
    .attention(familyConversations)
    .get(urls.conversations, guardian, (visit) => show(visit))
    .post(
      urls.bookConversations,
      guardian,
      async (visit) => {
        const { work, me } = visit
        const round = (await myRounds(work, me)).find(({ id }) => id === visit.params.round)
        if (!round) return visit.notFound()
        const asked = picksOf(visit, round)
        if (!asked) return visit.notFound()
        const { key, picks } = asked
        const t = pick(visit.language, conversationTexts).family
        const nothing = { round: round.id, typed: visit.typed, problems: new Map(), offered: new Map() }
        if (picks.length === 0) return show(visit, { ...nothing, whole: t.nothing })
        if (!(await claim(work, me.id, key))) return visit.seeOther(urls.conversations({ done: 'booked' }))
        if (!round.open) return show(visit, { ...nothing, whole: t.over })
        const outcome = await book(work, me, round, picks)
        if (outcome.kind === 'unknown') return visit.notFound()
        if (outcome.kind === 'refused') return show(visit, await refusal(visit, round.id, outcome.why, picks))
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
      const { round, pupil } = visit.params
      const stands = await wait(visit.work, visit.me, round, pupil)
      return stands ? visit.seeOther(urls.conversations()) : visit.notFound()
    })
    .get(urls.conversationFile, guardian, async (visit) => {
      const file = await calendarFile(visit, visit.params.id)
      return file ? visit.send(file, 'text/calendar; charset=utf-8', 'gesprek.ics') : visit.notFound()
    })
