import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { staff, guardians, groups, vuurtoren } = world

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
