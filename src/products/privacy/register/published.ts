import type { Json } from '#shared/database/schema.generated.ts'
import { hashOf } from '#shared/language/prose.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { RegisterLine } from './register.ts'

/**
 * Publishes to the processor what this organisation decided about its processing: its register without the columns, which
 * the processor has itself (art. 30(2) GDPR, docs/decisions/0037). Nothing is written while it says the same.
 */
export const publishProcessing = async (work: Work, lines: readonly RegisterLine[]): Promise<void> => {
  const told = JSON.stringify(
    lines.map((line) => ({ ...line, tables: line.tables.map((table) => ({ ...table, columns: [] })) })),
  )
  const said = { hash: hashOf(told), lines: told as unknown as Json, published_at: work.now }
  await work.db
    .insertInto('processing_published')
    .values({ controller_id: work.organisation, ...said })
    .onConflict((known) =>
      known.column('controller_id').doUpdateSet(said).where('processing_published.hash', '!=', said.hash),
    )
    .execute()
}

/** What each controller published, by organisation; for the supplier, to whom alone the rows of others are there. */
export const processingPublished = async (work: Work): Promise<ReadonlyMap<string, readonly RegisterLine[]>> => {
  const rows = await work.db.selectFrom('processing_published').select(['controller_id', 'lines']).execute()
  return new Map(rows.map(({ controller_id, lines }) => [controller_id, lines as unknown as RegisterLine[]]))
}
