import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { type FoundForm, formsIn } from './forms.ts'
import { type Browser, frontDoor } from './front-door.ts'
import { setClock, week } from './school-week.ts'
import { asSuperuser } from './server.ts'
import { ids, walk } from './walk.ts'
import { world } from './world.ts'

const door = frontDoor()
const { vuurtoren, staff, guardians, pupils, groups } = world
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Who posts, and ids that are none of theirs: of another school, and of their own school but another group or family. */
const posters = {
  administrator: { person: staff.wim, notTheirs: [...ids.foreign, pupils.hidden, guardians.hiddenMother] },
  principal: { person: staff.anouk, notTheirs: ids.foreign },
  teacher: { person: staff.hatice, notTheirs: [...ids.foreign, pupils.tobi, pupils.ravi] },
  guardian: { person: guardians.ngozi, notTheirs: [...ids.foreign, pupils.mila, pupils.ravi, pupils.hidden] },
} as const

/** What was left open: days and times that can be, and the rest both empty and with a word in it. */
const filled =
  (word: string) =>
  ([name, value]: readonly [string, string]): [string, string] => {
    if (value) return [name, value]
    if (/on$|from$|to$|day/i.test(name)) return [name, week.tuesday]
    return [name, /time/i.test(name) ? '09:00' : /order/i.test(name) ? '1' : word]
  }

const isId = ([name, value]: readonly [string, string]) => name !== 'requestKey' && UUID.test(value)

/** One choice per name, as a browser sends it: the value that is kept decides what the form does. */
const variants = (form: FoundForm, foreign: string, word: string): URLSearchParams[] => {
  const named = Map.groupBy(form.fields.map(filled(word)), ([name]) => name)
  const longest = Math.max(...[...named.values()].map(({ length }) => length))
  return Array.from({ length: longest }, (_, turn) => {
    const picked = [...named.values()].map((choices) => choices[turn % choices.length]!)
    return new URLSearchParams(picked.map((field) => [field[0], isId(field) ? foreign : field[1]]))
  })
}

/** Every row of every table that names one of these ids, but for the log, which may say that somebody tried. */
const rowsNaming = (some: readonly string[]) =>
  asSuperuser(door.front.server.admin, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'audit%' order by 1`,
    )
    const found: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`)
      found.push(...rows.filter(({ row }) => some.some((id) => row.includes(id))).map(({ row }) => `${name} ${row}`))
    }
    return found.sort()
  })

/** A school morning with something in every list: a mark, a report, somebody to call about. */
beforeAll(async () => {
  setClock(door.front, week.tuesday, '09:30')
  const hatice = await door.front.as(staff.hatice, vuurtoren)
  const marks = urls.attendanceMarks({ group: groups.five })
  expect((await hatice.post(marks, { pupil: pupils.zuri, state: 'absent' })).status).toBe(303)
  const wim = await door.front.as(staff.wim, vuurtoren)
  const ill = { when: 'day', kind: 'ill', on: week.tuesday, reporter: 'nobody', requestKey: randomUUID() }
  expect((await wim.post(urls.newPupilAbsence({ pupil: pupils.tobi }), ill)).status).toBe(303)
})

/** Pages that stand behind an id or a choice that no list of people and groups has. */
const deeper = async (): Promise<string[]> => {
  const ties = await door.front.within(vuurtoren, ({ db }) => db.selectFrom('guardianship').select('id').execute())
  return [
    ...ties.flatMap(({ id }) => [urls.guardianship({ id }), urls.newRestriction({ id }), urls.endGuardianship({ id })]),
    urls.newGuardianship({ id: pupils.mila }, { guardian: guardians.kofi }),
  ]
}

const formsFor = async (browser: Browser): Promise<FoundForm[]> => {
  const pages: string[] = []
  for await (const { body } of walk(door.front, browser, ids.own)) pages.push(body)
  for (const address of await deeper()) pages.push(await browser.text(address))
  const found = new Map<string, FoundForm>()
  for (const form of pages.flatMap(formsIn).filter(({ fields }) => fields.some(isId))) {
    const shape = form.action.replaceAll(/[0-9a-f-]{36}/g, ':id') + form.fields.map(([name]) => name)
    found.set(shape, form)
  }
  return [...found.values()]
}

/** The fields with ids that the walk must come by; a form that is not found is not tried. */
const found = {
  administrator: [
    'about',
    'for',
    'group',
    'groups',
    'guardian',
    'person',
    'pupil',
    'reporter',
    'seenBy',
    'absence',
    'to',
  ],
  principal: [
    'about',
    'family',
    'for',
    'group',
    'groups',
    'guardian',
    'person',
    'pupil',
    'readers',
    'reporter',
    'seenBy',
    'absence',
    'to',
  ],
  teacher: ['about', 'for', 'group', 'groups', 'guardian', 'pupil', 'to'],
  guardian: ['about', 'pupil'],
} as const

test.each(
  Object.keys(posters) as (keyof typeof posters)[],
)('an id in a field of any form of a %s reaches nobody else', { timeout: 300_000 }, async (who) => {
  const poster = posters[who]
  const browser = await door.front.as(poster.person, vuurtoren)
  const forms = await formsFor(browser)
  const fields = new Set(forms.flatMap(({ fields }) => fields.filter(isId).map(([name]) => name)))
  expect([...fields].sort()).toEqual([...found[who]].sort())
  const hidden = (poster.notTheirs as readonly string[]).includes(pupils.hidden)
  const names = hidden ? /Semq|Gerritq|Emreq|Hofmanq|Onvindbaarq/ : /Semq|Gerritq|Emreq|Hofmanq/
  const before = await rowsNaming(poster.notTheirs)
  for (const form of forms) {
    for (const foreign of poster.notTheirs) {
      for (const body of ['', 'x'].flatMap((word) => variants(form, foreign, word))) {
        const answer = await browser.request('POST', form.action, body)
        const sent = `${form.action} ${body}`
        expect([sent, answer.status >= 500]).toEqual([sent, false])
        expect([sent, names.test(await answer.text())]).toEqual([sent, false])
      }
    }
  }
  expect(await rowsNaming(poster.notTheirs)).toEqual(before)
})
