import { randomUUID } from 'node:crypto'
import { inBatches } from '#products/school/people/adding.ts'
import { chainWaiting } from '#shared/audit/chain.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { addDays, momentOf, weekdayOf } from './calendar.ts'
import { pupilId } from './households.ts'
import type { Part } from './part.ts'
import { random } from './random.ts'
import { staffId } from './staff.ts'

const at = (name: string) => staffId('vuurtoren', name)
const mila = pupilId('yildiz', 'Mila')

type Line = {
  readonly day: string
  readonly time: string
  readonly viewer: string
  readonly role: string
  readonly place: string
  readonly subjects: readonly string[]
  readonly kinds: readonly string[]
  readonly about?: string
}

const rowOf = ({ day, time, viewer, about, subjects, kinds, ...line }: Line) => ({
  ...line,
  id: randomUUID(),
  person_id: viewer,
  action: 'opened',
  at: new Date(momentOf(day, time)),
  subjects: [...subjects],
  kinds: [...kinds],
  about: about ?? null,
})

/** The last school-week days before a day, the nearest first. */
const weekdaysBefore = (today: string, many: number): string[] => {
  const days: string[] = []
  for (let day = addDays(today, -1); days.length < many; day = addDays(day, -1)) if (weekdayOf(day) <= 5) days.push(day)
  return days
}

/** Who looked at Mila: her teachers every day, the office, a substitute of another group, and the help desk once. */
const aboutMila = ({ today, pupils, groups }: Part): Line[] => {
  const { groupId } = pupils.find(({ id }) => id === mila)!
  const { teachers } = groups.find(({ id }) => id === groupId)!
  const page = { place: 'GET /people/:id', subjects: [mila], about: mila }
  const list = { place: 'GET /day/:group', subjects: [mila], kinds: ['health', 'ordinary'], role: 'teacher' }
  const [yesterday, before] = weekdaysBefore(today, 2) as [string, string]
  return [
    ...weekdaysBefore(today, 12).flatMap((day) => {
      const viewer = teachers.find(({ days }) => days.includes(weekdayOf(day) as never))?.staffId
      if (!viewer) return []
      return ['08:24', '08:41', '13:02'].map((time) => ({ ...list, viewer, day, time }))
    }),
    {
      ...page,
      day: yesterday,
      time: '10:12',
      viewer: at('Wim Postma'),
      role: 'administrator',
      kinds: ['family', 'ordinary'],
    },
    {
      ...page,
      day: yesterday,
      time: '16:20',
      viewer: at('Marit Groot'),
      role: 'substitute',
      kinds: ['contact', 'ordinary'],
    },
    {
      ...page,
      day: before,
      time: '14:05',
      viewer: staffId('supplier', 'Niek Steenbergen'),
      role: 'supplier-support',
      kinds: ['ordinary'],
    },
  ]
}

/** What guardians and the team opened last month, so that the anonymous figures have something to count. */
const lastMonth = ({ today, guardianships, personOf, groups, pupils }: Part): Line[] => {
  const day = `${addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7)}-14`
  const seen = guardianships
    .filter(({ id }) => random(`looks/${id}`).chance(0.4))
    .map(({ guardianId, pupilId: child }) => ({
      day,
      time: '19:30',
      viewer: personOf(guardianId),
      role: 'guardian',
      subjects: [child],
      kinds: ['ordinary'],
      ...(random(`looks/part/${guardianId}`).chance(0.6)
        ? { place: 'GET /absences/mine' }
        : { place: 'GET /children/:id', about: child }),
    }))
  const taught = groups.flatMap(({ id, teachers }) =>
    teachers.map(({ staffId }) => ({
      day,
      time: '08:30',
      viewer: staffId,
      role: 'teacher',
      place: 'GET /day/:group',
      subjects: pupils.filter(({ groupId }) => groupId === id).map((pupil) => pupil.id),
      kinds: ['ordinary'],
    })),
  )
  return [...seen, ...taught]
}

/**
 * Believable looks at De Vuurtoren, chained as the minute's job would. One of them waits for the officer: a substitute who
 * opened the page of a child of another group; her mother may ask why.
 */
export const writeLooks = async (work: Work, part: Part): Promise<void> => {
  if (part.organisation.host !== 'vuurtoren') return
  const lines = [...aboutMila(part), ...lastMonth(part)].filter(({ subjects }) => subjects.length > 0)
  await inBatches(lines.map(rowOf), (some) => work.db.insertInto('audit_line').values(some).execute())
  while ((await chainWaiting(work)) > 0);
  const [yesterday] = weekdaysBefore(part.today, 1) as [string]
  const looked = new Date(momentOf(yesterday, '16:20'))
  await work.db
    .insertInto('look_alarm')
    .values({
      kind: 'outside',
      viewer_id: at('Marit Groot'),
      role: 'substitute',
      from_at: looked,
      to_at: looked,
      files: 1,
      subject_id: mila,
      raised_at: new Date(looked.getTime() + 40_000),
    })
    .execute()
  await work.db
    .insertInto('look_usual')
    .values([
      { role: 'teacher', files: 3, days: 19, computed_at: looked },
      { role: 'administrator', files: 11, days: 20, computed_at: looked },
      { role: 'substitute', files: 2, days: 6, computed_at: looked },
    ])
    .execute()
}
