import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'

/** The topic under which every process hears that what somebody may see has changed or ended. */
export const accessTopic = (person: string): string => `access/${person}`

/**
 * Shows that a page of ours gave this topic to this person, so that nobody listens to other people's moments. It counts for
 * as long as the person may see the same: not after a change of roles, ties or groups, and not on another day.
 */
export const markOfTopic = (work: Work, me: Pick<Me, 'id' | 'roles' | 'accessVersion'>, topic: string): string =>
  work.hash('live topic', `${me.id} ${me.accessVersion} ${[...me.roles].sort()} ${work.today} ${topic}`)

/** The address under which a person's page hears that a topic changed. */
export const liveAddress = (work: Work, me: Me, topic: string): string =>
  urls.live({ topic, mark: markOfTopic(work, me, topic) })
