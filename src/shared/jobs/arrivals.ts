import { type Job, task } from './task.ts'

type Take = (job: Job<never>) => Promise<void>

const takers = new Map<string, Take>()

/** Says what a module takes in when another organisation put something in the post for this one; a name twice throws. */
export const whenSomethingArrives = (name: string, take: Take): void => {
  if (takers.has(name)) throw new Error(`Module ${name} takes in twice`)
  takers.set(name, take)
}

/** A knock from another organisation (`graphile_worker.knock`): every module looks whether there is something for it. */
export const arrivalTask = task<never>('something-arrived', async (job) => {
  for (const take of takers.values()) await take(job)
})
