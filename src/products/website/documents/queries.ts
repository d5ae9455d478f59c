import type { Work } from '#shared/tenancy/work.ts'
import type { ShownDocument } from '../blocks/block.ts'
import { slugOf } from '../pages/slug.ts'

/** Every document of the site, the newest first; `address` says where it is got. */
export const documentsOf = async (work: Work): Promise<ShownDocument[]> => {
  const rows = await work.db
    .selectFrom('site_document')
    .select(['id', 'title', 'type', 'bytes'])
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ id, title, type, bytes }) => ({
    id,
    title,
    type,
    bytes: Number(bytes),
    address: `/media/${id}/${slugOf(title)}.${type}`,
  }))
}
