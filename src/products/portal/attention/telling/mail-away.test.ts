import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { runTask, takeDue } from '#test/jobs.ts'
import { MailServer } from '#test/mail-server.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { vuurtoren, guardians, pupils, groups, staff } = world

test('a letter and news while the mail server is away for an hour: nothing is lost, and nobody is told twice', async () => {
  setClock(door.front, week.tuesday, '09:00')
  const hatice = await door.front.as(staff.hatice, vuurtoren)
  const letter = {
    requestKey: randomUUID(),
    to: pupils.mila,
    heading: 'Naar huisq',
    text: 'Kom nuq',
    urgency: 'urgent',
  }
  const story = { requestKey: randomUUID(), for: groups.five, title: 'Reisjeq', text: 'Ga je meeq', when: 'now' }
  const answer = { class: 'answer', answerBy: week.friday, do: 'publish' }
  for (const [to, form] of [
    [urls.writeLetter(), letter],
    [urls.newNews(), { ...story, ...answer }],
  ] as const)
    expect([to, (await hatice.post(to, form)).status]).toEqual([to, 303])

  const smtp = await MailServer.away()
  const failed: Awaited<ReturnType<typeof takeDue>> = []
  const work = async (jobs: Awaited<ReturnType<typeof takeDue>>) => {
    for (const job of jobs)
      await runTask(door.front, job.organisation, job.task, job.data, { mailer: smtp.mailer }).catch(() =>
        failed.push(job),
      )
  }
  // Each round is a try of the worker: what failed comes again, with what it was given.
  for (const minute of ['09:01', '09:20', '09:59']) {
    setClock(door.front, week.tuesday, minute)
    for (let deep = 0; deep < 3; deep++) await work(await takeDue(door.front, door.front.parts.now()))
    await work(failed.splice(0))
  }
  expect(smtp.arrived).toEqual([])
  expect(failed.length).toBeGreaterThan(0)
  // Both are read meanwhile all the same.
  const home = await (await door.front.as(guardians.fenna, vuurtoren)).text(urls.home())
  for (const words of ['Naar huisq', 'Reisjeq']) expect(home).toContain(words)

  await smtp.comes()
  setClock(door.front, week.tuesday, '10:05')
  await work(failed.splice(0))
  for (let deep = 0; deep < 3; deep++) await work(await takeDue(door.front, door.front.parts.now()))
  expect(failed).toEqual([])
  const mails = (person: string) => smtp.arrived.filter((to) => to === `${person}@test.example`).length
  expect([mails('fenna'), mails('deniz'), mails('ngozi')]).toEqual([2, 2, 1])
  await smtp.close()
})
