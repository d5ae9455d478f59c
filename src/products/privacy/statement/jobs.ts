import { task } from '#shared/jobs/task.ts'
import { renewStatement } from './queries.ts'
import { tellingTasks } from './telling.ts'

export const statementTasks = [
  ...tellingTasks,
  task('privacy-statement', async ({ inOrganisation }) => void (await inOrganisation(renewStatement)), '20 4 * * *'),
] as const
