import { task } from '#shared/jobs/task.ts'
import { destroyEnded } from './destroying.ts'

/** Every night, per organisation: what is left of a product two months after its contract goes, and is proven gone. */
export const contractTask = task(
  'contracts',
  async ({ inOrganisation }) => void (await destroyEnded(inOrganisation)),
  '40 3 * * *',
)
