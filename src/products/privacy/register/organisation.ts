import type { Site } from '#shared/tenancy/sites.ts'
import type { Work } from '#shared/tenancy/work.ts'

/** An organisation as the register knows it: public facts. */
export type Organisation = Pick<Site, 'kind' | 'modulesOff'> & {
  readonly id: string
  readonly name: string
  /** The board that the law holds responsible for a school; nothing for whom that is itself. */
  readonly board: string | null
}

const organisations = (work: Work) =>
  work.db
    .selectFrom('organisation')
    .leftJoin('organisation as board', 'board.id', 'organisation.board_id')
    .select([
      'organisation.id',
      'organisation.name',
      'organisation.kind',
      'organisation.modules_off as modulesOff',
      'board.name as board',
    ])

/** This organisation. */
export const ownOrganisation = async (work: Work): Promise<Organisation> =>
  (await organisations(work).where('organisation.id', '=', work.organisation).executeTakeFirstOrThrow()) as Organisation

/** Who processes for others here: the supplier, when it is not this organisation. */
export const supplierOf = async (work: Work): Promise<string | null> =>
  (await organisations(work).where('organisation.kind', '=', 'supplier').executeTakeFirst())?.name ?? null

/** For whom the supplier processes: the schools and boards. */
export const customersOf = async (work: Work): Promise<Organisation[]> =>
  (await organisations(work)
    .where('organisation.kind', 'in', ['school', 'board'])
    .orderBy('organisation.name')
    .execute()) as Organisation[]
