import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { fullName, type SchoolDays, schoolDays, typedTime } from '#products/school/index.ts'
import type { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { urls } from '#src/urls.ts'
import { callList } from '../calling/queries.ts'
import { CallBlock } from '../calling/views.tsx'
import { nowOf, wordsOf } from '../now.ts'
import { schoolDay } from '../office/queries.ts'
import { MyGroups } from '../office/views.tsx'
import { teacher, team } from '../rules.ts'
import { teamTexts } from '../team-texts.ts'
import { topics } from '../telling.ts'
import { dayAddress } from './day-page.ts'
import { LateView } from './late-view.tsx'
import { mark, markPresent, marksMadeAt, undo } from './marking.ts'
import { dayRows, type Group, mayMark, openGroups } from './queries.ts'
import { ClosedDay, DayListView, GroupList, NobodyYet } from './views.tsx'

/** How long after a tap the page offers to take it back. */
const UNDO_MS = 10_000

type Open = { days: SchoolDays; day: string; group: Group; groups: Group[] }
type GroupVisit = Visit<'/day/:group', Me>

const DAY = /^\d{4}-\d{2}-\d{2}$/
const isDay = (text: string) => DAY.test(text) && new Date(`${text}T12:00:00Z`).toJSON()?.slice(0, 10) === text

/** The group and day that an address asks for, when this person may open them; without a day today or the next school day. */
const open = async (visit: Visit<string, Me>, group: string, following = false): Promise<Open | null> => {
  const { work } = visit
  const asked = visit.query.get('on') ?? ''
  if (asked !== '' && !isDay(asked)) return null
  const wanted = asked || work.today
  // Asked together: only on a day without school the groups are those of another day.
  const [days, groupsThen] = await Promise.all([schoolDays(work), openGroups(work, visit.me, wanted)])
  const day = asked || (following ? days.orNext(work.today) : null) || work.today
  const groups = day === wanted ? groupsThen : await openGroups(work, visit.me, day)
  const found = groups.find(({ id }) => id === group)
  return found ? { days, day, group: found, groups } : null
}

/** A day on which marks can be made; a closed day or a day to come has none. */
const openToMark = async (visit: Visit<string, Me>, group: string): Promise<Open | null> => {
  const found = await open(visit, group)
  return found && mayMark(found.days, found.day, visit.work.today) ? found : null
}

const list = async (visit: GroupVisit) => {
  const { work, me, language } = visit
  const found = await open(visit, visit.params.group, true)
  if (!found) return visit.notFound()
  const { days, day, group, groups } = found
  const t = teamTexts[language]
  const words = wordsOf(language, work, days, day)
  const next = days.nearest(day, 1)
  const live = topics.group(group.id)
  if (!days.lessons(day)) {
    return visit.page(
      { title: group.name, live },
      <ClosedDay
        words={words}
        t={t.day}
        group={group}
        day={day}
        next={next}
        closure={days.closure(day)?.name ?? null}
      />,
    )
  }
  const now = nowOf(work)
  const rows = await dayRows(work, group.id, day)
  const isToday = day === now.today
  const late = day < now.today || (isToday && now.time >= days.cutOff)
  const untouched = late && isToday && rows.length > 0 && rows.every((row) => row.mark === null)
  const waits = untouched && !visit.query.has('calls')
  const toCall = isToday && !waits ? await callList(work, rows, { cutOff: days.cutOff, at: now.time }) : []
  const at = Number(visit.query.get('at') ?? 0)
  const undone =
    work.now.getTime() - at < UNDO_MS && at > 0
      ? { at, was: visit.query.get('was') ?? '', pupils: await marksMadeAt(work, me, day, at) }
      : null
  return visit.page(
    { title: group.name, live, wide: true },
    <DayListView
      words={words}
      t={t.day}
      school={visit.site.name}
      group={group}
      groups={groups}
      day={day}
      now={now}
      previous={days.nearest(day, -1)}
      next={next}
      rows={rows}
      markable={mayMark(days, day, now.today)}
      late={late && !untouched}
      undo={undone && undone.pupils.length > 0 ? undone : null}
      calling={
        waits ? (
          <NobodyYet t={t.day} group={group.id} />
        ) : (
          <CallBlock
            language={language}
            t={t.calling}
            list={toCall.map((one) => ({ ...one, pupil: { ...one.pupil, name: fullName(one.pupil) } }))}
            markAction={() => urls.attendanceMarks({ group: group.id })}
            group={group.id}
            newKey={randomUUID}
          />
        )
      }
    />,
  )
}

const tapped = z.object({ pupil: z.uuid(), state: z.enum(['present', 'late', 'absent']) })
const takenBack = z.object({ at: z.coerce.number().int(), was: z.string() })
const arrived = z.object({ time: typedTime })

/** A group's day on a phone: open it, tap, take it back. */
export const dayListRoutes = (module: Module): Module =>
  module
    .place({
      order: 10,
      address: urls.dayLists(),
      word: { nl: teamTexts.nl.day.place, en: teamTexts.en.day.place },
      icon: 'check-square',
      rule: teacher,
    })
    .today({
      order: 11,
      rule: teacher,
      live: () => topics.school,
      show: async (visit) => {
        const { work, me, language } = visit
        const days = await schoolDays(work)
        const day = days.orNext(work.today) ?? work.today
        const { groups } = await schoolDay(work, me, day)
        const late = day === work.today && nowOf(work).time >= days.cutOff
        return <MyGroups t={teamTexts[language]} groups={groups} late={late} />
      },
    })
    .about({ nl: 'De lijst van de groep: wie is er vandaag', en: 'The group’s list: who is here today' })
    .get(urls.dayLists, team, async (visit) => {
      const days = await schoolDays(visit.work)
      const groups = await openGroups(visit.work, visit.me, days.orNext(visit.work.today) ?? visit.work.today)
      const [only] = groups
      if (only && groups.length === 1) return visit.seeOther(urls.dayList({ group: only.id }))
      const t = teamTexts[visit.language].day
      return visit.page({ title: t.title }, <GroupList t={t} groups={groups} />)
    })
    .get(urls.dayList, team, list)
    .post(urls.attendanceMarks, team, async (visit) => {
      const { work, me } = visit
      const found = await openToMark(visit, visit.params.group)
      const form = visit.form(tapped)
      if (!found || !form.ok) return visit.notFound()
      const { pupil, state } = form.value
      const now = nowOf(work)
      const arrivedAt = state === 'late' && found.day === now.today ? now.time : null
      const was = await mark(work, me, { pupil, state, arrivedAt, day: found.day })
      if (was === null) return visit.notFound()
      return visit.seeOther(dayAddress(found.group.id, found.day, now.today, { at: String(work.now.getTime()), was }))
    })
    .post(urls.everyoneHere, team, async (visit) => {
      const { work, me } = visit
      const found = await openToMark(visit, visit.params.group)
      if (!found) return visit.notFound()
      const rows = await dayRows(work, found.group.id, found.day)
      const unseen = rows.filter(({ standing }) => standing === 'unseen').map(({ id }) => id)
      await markPresent(work, me, found.day, unseen)
      return visit.seeOther(
        dayAddress(found.group.id, found.day, work.today, { at: String(work.now.getTime()), was: '' }),
      )
    })
    .post(urls.undoMarks, team, async (visit) => {
      const found = await openToMark(visit, visit.params.group)
      const form = visit.form(takenBack)
      if (!found || !form.ok) return visit.notFound()
      await undo(visit.work, visit.me, found.day, form.value.at, form.value.was)
      return visit.seeOther(dayAddress(found.group.id, found.day, visit.work.today))
    })
    .get(urls.lateTime, team, async (visit) => {
      const found = await openToMark(visit, visit.params.group)
      const row =
        found && (await dayRows(visit.work, found.group.id, found.day)).find(({ id }) => id === visit.params.pupil)
      if (!found || !row) return visit.notFound()
      return visit.page(
        { title: teamTexts[visit.language].day.lateTime, bare: true },
        <LateView t={teamTexts[visit.language].day} open={found} row={row} today={visit.work.today} />,
      )
    })
    .post(urls.lateTime, team, async (visit) => {
      const { work, me } = visit
      const found = await openToMark(visit, visit.params.group)
      const row = found && (await dayRows(work, found.group.id, found.day)).find(({ id }) => id === visit.params.pupil)
      if (!found || !row) return visit.notFound()
      const form = visit.form(arrived)
      if (!form.ok) {
        const typed = typeof visit.typed.time === 'string' ? visit.typed.time : ''
        const t = teamTexts[visit.language].day
        return visit.page(
          { title: t.lateTime, bare: true, status: 422 },
          <LateView t={t} open={found} row={row} today={work.today} typed={typed} error={t.badTime} />,
        )
      }
      await mark(work, me, { pupil: row.id, day: found.day, state: 'late', arrivedAt: form.value.time })
      return visit.seeOther(dayAddress(found.group.id, found.day, work.today))
    })
