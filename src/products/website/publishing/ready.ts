import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { Work } from '#shared/tenancy/work.ts'

const compress = promisify(brotliCompress)

/** Good enough to be small (within 4 % of the best) and ten times as fast. */
const QUALITY = 7

/** How far back the packer looks, as a power of two: no page is larger, and its memory follows from this. */
const WINDOW = 18

/** Where a picture's or a document's bytes are kept, for those that do not stand here themselves. */
export type Elsewhere =
  | { readonly image: string; readonly variant: string; readonly type: 'webp' | 'jpeg' }
  | { readonly file: string }

/** One address of a site with everything that leaves: the bytes in both packings and a name for exactly these. */
export type Ready = {
  readonly etag: string
  readonly type: string
  readonly plain: Buffer<ArrayBuffer>
  readonly brotli: Buffer<ArrayBuffer>
  readonly movedTo: string | null
  readonly elsewhere: Elsewhere | null
}

export type ReadySite = ReadonlyMap<string, Ready>

/** What strangers get of this organisation, ready to be sent; what did not change since `before` is taken from there. */
export const readySite = async (work: Work, before: ReadySite | undefined): Promise<ReadySite> => {
  const listed = await work.db.selectFrom('published_file').select(['path', 'etag']).execute()
  const changed = listed.filter(({ path, etag }) => before?.get(path)?.etag !== etag).map(({ path }) => path)
  const rows = changed.length === 0 ? [] : await rowsAt(work, changed)
  const made = new Map<string, Ready>()
  // One by one: all at once, each page would hold the packer's memory at the same time.
  for (const row of rows) made.set(row.path, await readied(row))
  return new Map(
    listed.flatMap(({ path }) => {
      const ready = made.get(path) ?? before?.get(path)
      return ready ? [[path, ready] as const] : []
    }),
  )
}

type Row = Awaited<ReturnType<typeof rowsAt>>[number]

const rowsAt = (work: Work, paths: readonly string[]) =>
  work.db
    .selectFrom('published_file')
    .select(['path', 'type', 'etag', 'body', 'moved_to as movedTo', 'image_id as image', 'variant', 'file_id as file'])
    .where('path', 'in', paths)
    .execute()

const elsewhereOf = ({ image, variant, file, type }: Row): Elsewhere | null => {
  if (image) return { image, variant: variant!, type: type === 'image/webp' ? 'webp' : 'jpeg' }
  return file ? { file } : null
}

const readied = async (row: Row): Promise<Ready> => {
  const { etag, type, movedTo } = row
  const plain = Buffer.from(row.body)
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: WINDOW,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  }
  const brotli = plain.length === 0 ? plain : ((await compress(plain, { params })) as Buffer<ArrayBuffer>)
  return { etag, type, plain, brotli, movedTo, elsewhere: elsewhereOf(row) }
}
