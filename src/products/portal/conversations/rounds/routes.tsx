import { randomUUID } from 'node:crypto'
import { listGroups } from '#products/school/index.ts'
import type { Typed } from '#shared/access/form.ts'
import type { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import { calendarFile } from '#shared/calendar/file.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import { maker, team } from '../rules.ts'
import { roundTopic } from '../telling.ts'
import { dayRoutes } from './day-routes.tsx'
import { Door } from './door-view.tsx'
import { roundForm } from './form.ts'
import { groupRoutes } from './group-routes.tsx'
import { addHours, makeRound } from './making.ts'
import { callOff } from './moving.ts'
import { NewRound } from './new-view.tsx'
import { findRound, listRounds, type RoundPage } from './queries.ts'
import { slotRoutes } from './slot-routes.tsx'
import { roundTexts } from './texts.ts'
import { timesForm } from './times-form.ts'
import { MoreTimes } from './times-view.tsx'
import { Round, Rounds } from './views.tsx'

type Problems = Readonly<Record<string, string>>

const newPage = async (visit: Visit<string, Me>, typed: Typed, problems: Problems = {}) => {
  const t = pick(visit.language, roundTexts)
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

const timesPage = async (visit: Visit<string, Me>, page: RoundPage, typed: Typed, codes: Problems = {}) => {
  const t = pick(visit.language, roundTexts)
  const said = (code: string) => t.problems[code as keyof typeof t.problems] as string
  const problems = Object.fromEntries(Object.entries(codes).map(([field, code]) => [field, said(code)]))
  return visit.page(
    { title: t.timesTitle, bare: true, ...(Object.keys(codes).length > 0 ? { status: 422 } : {}) },
    <MoreTimes
      t={t}
      language={visit.language}
      page={page}
      groups={await listGroups(visit.work, visit.me)}
      closesOn={dayOf(new Date(page.closesAt.getTime() - 1))}
      typed={typed}
      problems={problems}
    />,
  )
}

const saidOf = (visit: Visit<string, Me>): string | null => {
  const t = pick(visit.language, roundTexts)
  const done = visit.query.get('done')
  if (
    done === 'made' ||
    done === 'calledOff' ||
    done === 'handedOver' ||
    done === 'movedDay' ||
    done === 'cancelledDay'
  )
    return t[done]
  const added = Number(visit.query.get('added'))
  return added > 0 ? t.added(added) : null
}

const allSlots = (page: RoundPage) =>
  page.groups.flatMap(({ slots }) => slots).sort((one, other) => +one.starts - +other.starts)

/** The slots in which somebody of the team sits, over all groups, in the order of time. */
const slotsWith = (page: RoundPage, teacher: string) =>
  allSlots(page).filter(({ seats }) => seats.some((seat) => seat.teacher === teacher))

/** What the team does: makes rounds, sees who comes, adds hours, prints the sheet for the door. */
export const roundRoutes = (module: Module): Module => {
  module
    .about({ nl: 'Gespreksrondes maken en zien wie er komt', en: 'Make conversation rounds and see who comes' })
    .place({
      order: 41,
      address: urls.conversationRounds(),
      word: { nl: roundTexts.nl.title, en: roundTexts.en.title },
      icon: 'message-circle',
      rule: team,
      railOnly: true,
    })
    .get(urls.conversationRounds, team, async (visit) => {
      const t = pick(visit.language, roundTexts)
      const rounds = await listRounds(visit.work, visit.me)
      return visit.page(
        { title: t.title },
        <Rounds t={t} language={visit.language} rounds={rounds} makes={maker(visit.me)} />,
      )
    })
    .get(urls.newConversationRound, maker, (visit) => newPage(visit, {}))
    .post(urls.newConversationRound, maker, async (visit) => {
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
      const t = pick(language, roundTexts)
      return visit.page(
        { title: page.title, live: roundTopic(page.id) },
        <Round
          t={t}
          language={language}
          page={page}
          now={work.now}
          said={saidOf(visit)}
          mine={me.id}
          makes={maker(me)}
        />,
      )
    })
    .get(urls.conversationTimes, maker, async (visit) => {
      const page = await findRound(visit.work, visit.me, visit.params.round)
      return page ? timesPage(visit, page, {}) : visit.notFound()
    })
    .post(urls.conversationTimes, maker, async (visit) => {
      const { work, me, params } = visit
      const page = await findRound(work, me, params.round)
      if (!page) return visit.notFound()
      const form = visit.form(timesForm(page, work.today))
      if (!form.ok) return timesPage(visit, page, form.typed, form.problems)
      const mine = new Set((await listGroups(work, me)).map(({ id }) => id))
      if (form.value.groups.some((group) => !mine.has(group))) return visit.notFound()
      const added = await addHours(work, page.id, form.value)
      if (form.value.span && added === 0) return timesPage(visit, page, visit.typed, { on: 'noMore' })
      return visit.seeOther(urls.conversationRound({ round: page.id }, { added: String(added) }))
    })
    .post(urls.callOffConversationRound, maker, async (visit) => {
      const page = await findRound(visit.work, visit.me, visit.params.round)
      if (!page?.mine) return visit.notFound()
      const outcome = await callOff(visit.work, page)
      return visit.seeOther(
        outcome === 'gone'
          ? urls.conversationRounds()
          : urls.conversationRound({ round: page.id }, { done: 'calledOff' }),
      )
    })
    .get(urls.conversationDoor, team, async (visit) => {
      const page = await findRound(visit.work, visit.me, visit.params.round)
      const group = page?.groups.find(({ id }) => id === visit.params.group)
      if (!page || !group) return visit.notFound()
      const t = pick(visit.language, roundTexts)
      const { name, teachers, place, slots } = group
      const sheet = { title: name, with_: teachers, room: place?.room ?? null, slots }
      return visit.page({ title: t.doorTitle(name) }, <Door t={t} language={visit.language} page={page} {...sheet} />)
    })
    .get(urls.conversationDoorOf, team, async (visit) => {
      const page = await findRound(visit.work, visit.me, visit.params.round)
      const slots = page ? slotsWith(page, visit.params.teacher) : []
      const name = slots.flatMap(({ seats }) => seats).find(({ teacher }) => teacher === visit.params.teacher)?.name
      if (!page || !name) return visit.notFound()
      const t = pick(visit.language, roundTexts)
      const sheet = { title: name, with_: [], room: null, slots }
      return visit.page({ title: t.doorTitle(name) }, <Door t={t} language={visit.language} page={page} {...sheet} />)
    })
    .get(urls.conversationRoundFile, team, async (visit) => {
      const { work, me, site, params } = visit
      const page = await findRound(work, me, params.round)
      if (!page) return visit.notFound()
      const t = pick(visit.language, roundTexts)
      const events = slotsWith(page, me.id)
        .filter(({ booking }) => booking)
        .map(({ id, group, starts, ends, booking }) => {
          const found = page.groups.find((one) => one.id === group)!
          const where = booking!.byVideo ? t.byVideo : (found.place?.room ?? undefined)
          const url = booking!.byVideo ? (found.place?.videoUrl ?? undefined) : undefined
          return { id, starts, ends, title: t.fileTitle(page.title, found.name), where, url }
        })
      const file = calendarFile(events, site.main, work.now)
      return visit.send(file, 'text/calendar; charset=utf-8', 'gesprekken.ics')
    })
  return groupRoutes(dayRoutes(slotRoutes(module)))
}
