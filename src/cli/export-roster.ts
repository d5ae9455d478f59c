import { OperatorError } from '#shared/operator-error.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Context } from './command.ts'
import { withGround } from './ground.ts'
import { noSchool } from './import-roster.ts'
import { siteOn } from './organisation.ts'

/** The school of today as a file; refuses, in one sentence, what is no school and a school without pupils. */
export const exported = <T>(
  context: Context,
  name: string,
  organisation: string,
  write: (work: Work, site: Site) => Promise<T | 'no-pupils' | null>,
): Promise<T> =>
  withGround(context, async (ground) => {
    const site = await siteOn(ground, organisation)
    const written = await asSystem(ground, site.id, name, (work) => write(work, site))
    if (written === null) throw noSchool(site.host)
    if (written === 'no-pupils') throw new OperatorError(`${site.host} has no pupils yet: there is nothing to write.`)
    return written
  })
