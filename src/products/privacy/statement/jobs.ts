import { task } from '#shared/jobs/task.ts'
import { renewStatement } from './queries.ts'
import { tellingTasks } from './telling.ts'

/** Every hour too: a question of consent or a period that the school chose stands in the statement without a choice of its pages. */
export const statementTasks = [
  ...tellingTasks,
  task('privacy-statement', async ({ inOrganisation }) => void (await inOrganisation(renewStatement)), '20 * * * *'),
] as const
