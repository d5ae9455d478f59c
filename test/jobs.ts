import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Push } from '#shared/push/push.ts'
import type { FrontDoor } from './front-door.ts'
import { noPush } from './push.ts'

export type SentMail = { readonly to: string; readonly subject: string; readonly text: string }

/** Takes jobs out of the queue; those that are due later stay. */
export const takeDue = async (
  front: FrontDoor,
  now: Date,
): Promise<{ task: string; organisation: string; data: unknown }[]> => {
  const client = new pg.Client(front.server.admin)
  await client.connect()
  const { rows } = await client.query(
    `with gone as (delete from graphile_worker._private_jobs where run_at <= $1 or run_at = created_at returning task_id, payload)
     select t.identifier as task, payload->>'organisation' as organisation, payload->'data' as data
     from gone join graphile_worker._private_tasks t on t.id = task_id`,
    [now],
  )
  await client.end()
  return rows
}

/** Does the jobs that wait whose task begins so, and those that these add, and answers the mails that left. */
export const runJobs = async (front: FrontDoor, tasks: string, push: Push = noPush): Promise<SentMail[]> => {
  const sent: SentMail[] = []
  const mailer = {
    send: async ({ to, mail }: { to: string; mail: Omit<SentMail, 'to'> }) => void sent.push({ to, ...mail }),
    close: () => {},
  }
  for (let round = 0; round < 5; round++) {
    const jobs = (await takeDue(front, front.parts.now())).filter(({ task }) => task.startsWith(tasks))
    if (jobs.length === 0) break
    for (const { task, organisation, data } of jobs) await runTask(front, organisation, task, data, { mailer, push })
  }
  return sent
}

/** Does one job of a task. */
export const runTask = async (
  front: FrontDoor,
  organisation: string,
  name: string,
  data: unknown,
  ways: object = {},
): Promise<void> => {
  const task = front.application.tasks.find((one) => one.name === name)!
  const site = [...(await front.application.serving.sites.all()).values()].find(({ id }) => id === organisation)!
  const inOrganisation = (run: never) => front.within(organisation, run)
  const { files, scanner } = front.parts
  const place = { origin: `http://${site.host}`, organisationName: site.name, files, scanner }
  await task.run({ id: randomUUID(), data, inOrganisation, ...place, ...ways } as never)
}
