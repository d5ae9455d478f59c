import { type Kysely, sql } from 'kysely'
import type pg from 'pg'
import type { Database } from '#shared/database/schema.generated.ts'
import { OperatorError } from '#shared/operator-error.ts'
import type { KeyRing } from './ring.ts'

/**
 * Refuses a ring that is not the one of this database: an older copy, or one of another installation. `owner` is a
 * connection that may read `vault_generation`.
 */
export const checkRing = async (owner: pg.ClientBase, ring: KeyRing): Promise<void> => {
  const { rows } = await owner.query<{ id: number; proof: string }>('select id, proof from vault_generation')
  const wrong = rows.find(({ id, proof }) => proof !== ring.proof(id))
  if (wrong)
    throw new OperatorError(
      `The key ring ${ring.path} is not the newest one of this database (generation ${wrong.id}): put the right file back.`,
    )
}

/**
 * Makes sure that the ring's current generation stands in the database, so that keys can be wrapped under it. Refuses a
 * wrong ring, so every start calls it.
 */
export const registerGeneration = async (owner: pg.ClientBase, ring: KeyRing): Promise<void> => {
  await checkRing(owner, ring)
  await owner.query('insert into vault_generation (id, proof) values ($1, $2) on conflict do nothing', [
    ring.current,
    ring.proof(ring.current),
  ])
}

const isGenerationGone = (error: unknown) =>
  error instanceof Error && 'constraint' in error && String(error.constraint).includes('generation')

/**
 * Stores keys that `store` wraps under the generation it gets. When a rotation has dropped that one (the foreign key
 * refuses it), the ring is read anew and `store` runs once more; the savepoint keeps the transaction usable.
 */
export const underCurrentGeneration = async <T>(
  db: Kysely<Database>,
  ring: KeyRing,
  store: (generation: number) => Promise<T>,
): Promise<T> => {
  for (;;) {
    await sql`savepoint vault_generation`.execute(db)
    // Taken and wrapped under in one turn: while something is waited for, a rotation may end and shred it.
    const generation = ring.current
    try {
      const stored = await store(generation)
      await sql`release savepoint vault_generation`.execute(db)
      return stored
    } catch (error) {
      if (!isGenerationGone(error)) throw error
      await sql`rollback to savepoint vault_generation`.execute(db)
      ring.reload()
      if (ring.current === generation) throw error
    }
  }
}
