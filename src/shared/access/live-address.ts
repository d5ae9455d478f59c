import type { Work } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'

/** Shows that a page of ours gave this topic to this person, so that nobody listens to other people's moments. */
export const markOfTopic = (work: Work, person: string, topic: string): string =>
  work.hash('live topic', `${person} ${topic}`)

/** The address under which a person's page hears that a topic changed. */
export const liveAddress = (work: Work, person: string, topic: string): string =>
  urls.live({ topic, mark: markOfTopic(work, person, topic) })
