import { urls } from '#src/urls.ts'
import { type Browser, frontDoor } from './front-door.ts'
import { runJobs } from './jobs.ts'
import { world } from './world.ts'

const { vuurtoren, groups } = world

export type NewsFields = Record<string, string | string[]>
export const story: NewsFields = {
  for: groups.five,
  title: 'Wij tekendenq',
  text: 'Een hinkelbaanq van *krijt*.',
  class: 'to-know',
  when: 'now',
}

export const post = (browser: Browser, fields: NewsFields, address = urls.newNews()) =>
  browser.post(address, { ...story, ...fields })
export const idOf = (response: Response) =>
  /news\/([0-9a-f-]{36})/.exec(response.headers.get('location') ?? '')?.[1] ?? ''
export const publish = async (browser: Browser, fields: NewsFields = {}) =>
  idOf(await post(browser, { do: 'publish', ...fields }))

/** What tests of news do over and over, at De Vuurtoren. */
export const newsroom = () => {
  const door = frontDoor()
  const as = (person: string) => door.front.as(person, vuurtoren)
  const jobs = () => runJobs(door.front, '')
  const read = (person: string, id: string) => as(person).then((browser) => browser.get(urls.newsItem({ id })))
  const list = async (person: string) => (await as(person)).text(urls.news())
  return { door, as, jobs, read, list }
}
