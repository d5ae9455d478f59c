import type { Work } from '#shared/tenancy/work.ts'
import type { Graph } from '../graph/client.ts'
import { together } from './together.ts'

type Within = <T>(run: (work: Work) => Promise<T>) => Promise<T>

/**
 * Removes from the tenant whom the school erased, for good: deleted, and then from Microsoft's thirty days of afterthought
 * too. What is gone already is done.
 */
export const eraseAsked = async (within: Within, graph: Graph): Promise<void> => {
  const asked = await within((work) =>
    work.db.selectFrom('m365_erasure').select('object_id').where('done_at', 'is', null).limit(80).execute(),
  )
  const objects = asked.map(({ object_id }) => object_id)
  const isOver = (status: number | undefined) => status !== undefined && (status < 300 || status === 404)
  const deleted = await together(
    graph,
    objects.map((id) => ({ method: 'DELETE' as const, url: `/users/${id}` })),
    { each: true },
  )
  const gone = objects.filter((_, index) => isOver(deleted.replies[index]?.status))
  const purged = await together(
    graph,
    gone.map((id) => ({ method: 'DELETE' as const, url: `/directory/deletedItems/${id}` })),
    { each: true },
  )
  const done = gone.filter((_, index) => isOver(purged.replies[index]?.status))
  if (done.length === 0) return
  await within(async (work) => {
    await work.db.updateTable('m365_erasure').set({ done_at: work.now }).where('object_id', 'in', done).execute()
    await work.audit('m365-erased', 'm365')
  })
}
