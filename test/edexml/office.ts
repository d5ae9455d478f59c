import { expect } from 'vitest'
import { writeEdexml } from '#products/school/imports/edexml/write.ts'
import type { Roster } from '#products/school/imports/roster/roster.ts'
import { addPeople, addRoles } from '#products/school/people/adding.ts'
import { addAccount } from '#shared/identity/accounts.ts'
import { urls } from '#src/urls.ts'
import type { Browser, FrontDoor } from '../front-door.ts'
import { world } from '../world.ts'
import { g3, named, pupil, roster, teacher } from './stored.ts'

// For tests: an office that reads files in.

const g4 = { key: 'g4', name: 'Groep 4', kind: 'home', year: '4' } as const
export const children = Array.from({ length: 24 }, (_, index) =>
  pupil({
    key: `${index + 1}`,
    name: named(`Kind${index + 1}q`),
    ...(index < 12 ? {} : { homeGroup: 'g4', year: '4' as const }),
  }),
)
const lia = teacher({
  key: 't1',
  name: named('Liaq', 'Peters'),
  groups: [{ group: 'g3', roles: ['LRK'], otherRoles: [] }],
})
const dir = teacher({ key: 't2', name: named('Dirkq', 'Vos'), roles: ['DIR'] })
export const school = (given: Partial<Roster> = {}) =>
  writeEdexml(roster({ pupils: children, teachers: [lia, dir], groups: [g3, g4], ...given }))

/** The office of De Zeester, a school without anybody else, in its browser. */
export const openOffice = async (front: FrontDoor): Promise<Browser> => {
  const { zeester } = world
  const office = '00000009-0000-4000-8000-000000000001'
  await front.within(zeester, async (work) => {
    await addPeople(work, [{ id: office, record: { givenName: 'Wimq', surname: 'Kantoorq' } }])
    await addRoles(work, [{ person: office, role: 'administrator' }])
  })
  await addAccount(front.parts, {
    address: 'zeester-office@test.example',
    language: 'nl',
    persons: [{ organisation: zeester, person: office }],
  })
  return front.as(office, zeester, 'zeester.localhost')
}

export const choose = (browser: Browser, content: string | Buffer, fields: Record<string, string> = {}) => {
  const body = new FormData()
  body.set('file', new File([content as BlobPart], 'EDEX.xml', { type: 'text/xml' }))
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  return browser.request('POST', urls.imports(), body)
}
export const upload = async (browser: Browser, content: string | Buffer, fields = {}) => {
  const response = await choose(browser, content, fields)
  expect(response.status).toBe(303)
  return response.headers.get('location')!
}
export const shownOn = (page: string) => /name="shown" value="([0-9a-f]+)"/.exec(page)?.[1] ?? ''
export const takeOver = async (browser: Browser, address: string, fields: Record<string, string> = {}) =>
  browser.post(address, { shown: shownOn(await browser.text(address)), ...fields })
