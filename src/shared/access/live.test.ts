import { expect, test } from 'vitest'
import { attentionTopic } from '#shared/attention/item.ts'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { Stream } from '#test/stream.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { staff, guardians, pupils, groups, vuurtoren } = world

const liveIn = (page: string) => /data-live="([^"]+)"/.exec(page)![1]!.replaceAll('&amp;', '&')

test('a page hears its own topic, and nobody listens to a topic that no page gave them', async () => {
  const hatice = await door.front.as(staff.hatice, vuurtoren)
  const own = liveIn(await hatice.text(urls.dayList({ group: groups.five })))
  const heard = await hatice.get(own)
  expect([heard.status, heard.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
  await heard.body?.cancel()

  const gerda = await door.front.as(guardians.gerda, vuurtoren)
  const topic = new URLSearchParams(own.split('?')[1]).get('topic')!
  for (const address of [own, urls.live({ topic }), urls.live({ topic: 'absences' }), urls.live()])
    expect([address, (await gerda.get(address)).status]).toEqual([address, 404])
})

test('a topic that is no longer allowed is cut off, and what the page was promised before counts no more', async () => {
  const wim = await door.front.as(staff.wim, vuurtoren)
  const tom = await door.front.as(staff.tom, vuurtoren)
  const stream = await Stream.of(tom, urls.dayList({ group: groups.six }))
  await door.front.within(vuurtoren, (work) => work.notify(`absences/group/${groups.six}`))
  await stream.hears('data: changed')
  expect((await wim.post(urls.endGroupTeacher({ id: groups.six, person: staff.tom }))).status).toBe(303)
  expect(await stream.end()).toContain('event: ended')
  expect((await tom.get(stream.address)).status).toBe(404)
  expect((await tom.get(urls.dayList({ group: groups.six }))).status).toBe(404)
})

test('a restriction cuts the open page of the guardian off, and leaves the page of the other', async () => {
  const wim = await door.front.as(staff.wim, vuurtoren)
  const kofi = await Stream.of(await door.front.as(guardians.kofi, vuurtoren), urls.home())
  const ngozi = await Stream.of(await door.front.as(guardians.ngozi, vuurtoren), urls.home())
  const page = await wim.text(urls.person({ id: pupils.zuri }))
  const forKofi = /href="([^"]+restrictions\/new)"[^>]*aria-label="[^"]*Kofiq/.exec(page)![1]!
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' })
  const given = { kind: 'no-information', from: today, seenBy: staff.wim, seenOn: today }
  expect((await wim.post(forKofi, given)).status).toBe(303)
  expect(await kofi.end()).toContain('event: ended')
  await door.front.within(vuurtoren, (work) => work.notify(attentionTopic(guardians.ngozi)))
  await ngozi.hears('data: changed')
  await ngozi.close()
})
