import type { Work } from '#shared/tenancy/work.ts'

/** Who supplies Schoolplein here (the processor of art. 28 GDPR), when that is somebody else than the organisation itself. */
export const supplierOf = async (work: Work): Promise<{ id: string; name: string } | null> =>
  (await work.db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('kind', '=', 'supplier')
    .where('id', '!=', work.organisation)
    .orderBy('name')
    .executeTakeFirst()) ?? null

/** The board above this school: a complaint may go there too. */
export const boardOf = async (work: Work): Promise<{ name: string } | null> =>
  (await work.db
    .selectFrom('organisation')
    .innerJoin('organisation as board', 'board.id', 'organisation.board_id')
    .select('board.name')
    .where('organisation.id', '=', work.organisation)
    .executeTakeFirst()) ?? null

/** The schools of this installation, for the supplier. */
export const schoolsOf = (work: Work): Promise<{ id: string; name: string }[]> =>
  work.db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('kind', '=', 'school')
    .where('id', '!=', work.organisation)
    .orderBy('name')
    .execute()
