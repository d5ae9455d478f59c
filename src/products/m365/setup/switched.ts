import { isOn } from '#shared/access/switch.ts'
import type { Work } from '#shared/tenancy/work.ts'

export const MODULE = 'm365'

/** Whether the school has Microsoft 365 switched on: jobs ask it, as no route keeps them out. */
export const isM365On = async (work: Work): Promise<boolean> => {
  const row = await work.db
    .selectFrom('organisation')
    .select(['kind', 'modules_off'])
    .where('id', '=', work.organisation)
    .executeTakeFirstOrThrow()
  return isOn(MODULE, { kind: row.kind as 'school', modulesOff: row.modules_off })
}
