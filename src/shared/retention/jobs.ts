import { task } from '#shared/jobs/task.ts'
import { runRetention } from './run.ts'

/** Every night, per organisation: what is due goes, and is proven to be gone. */
export const retentionTask = task(
  'retention',
  async ({ inOrganisation, files }) => void (await runRetention({ inOrganisation, files })),
  '10 3 * * *',
)
