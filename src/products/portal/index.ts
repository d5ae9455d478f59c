import type { Product } from '#src/products.ts'
import { absenceTasks } from './absences/jobs.ts'
import { absences } from './absences/routes.tsx'
import { home } from './attention/home/routes.tsx'
import { installed } from './attention/installed/routes.tsx'
import { letters } from './attention/letters/routes.tsx'
import { messageSettings } from './attention/rules/routes.tsx'
import { noAccountTask } from './attention/start/no-account.ts'
import { start } from './attention/start/routes.tsx'
import { attentionTasks } from './attention/telling/jobs.ts'
import { howTold } from './attention/telling/routes.tsx'
import { conversationTasks } from './conversations/jobs.ts'
import { conversations } from './conversations/routes.tsx'
import { messages } from './messages/routes.tsx'
import { news } from './news/routes.tsx'
import { newsForSchools } from './news/schools/routes.tsx'
import { newsTasks } from './news/writing/publishing.ts'

/** Everything between home and school, in modules that a school switches on. */
export const portal: Product = {
  name: 'portal',
  modules: [home, installed, start, messageSettings, letters, absences, news, newsForSchools, messages, conversations],
  tasks: [...absenceTasks, ...conversationTasks, ...newsTasks, ...attentionTasks, noAccountTask],
  forPush: (push) => [howTold(push)],
}

export { readersOf, whoReads } from './attention/readers/readers.ts'
export { mailFor } from './attention/telling/jobs.ts'
export { newsForSite, newsPhotosForSite, type PhotoForSite } from './news/for-site.ts'
