import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { checkedId, FileMissing, type FileStore } from './store.ts'

export interface S3Settings {
  /** The origin, with port; the bucket is a folder of it, since an own S3 seldom has a host name per bucket. */
  endpoint: string
  bucket: string
  region: string
  credentials: { accessKeyId: string; secretAccessKey: string }
}

/**
 * Files as objects of an existing bucket, under their id. The library is loaded here and nowhere else: who keeps files in
 * a folder does not pay for it. S3 wants to know a size beforehand, so that a file is set aside (sealed) on the local
 * disk first; a broken upload then never reaches the bucket, and a `PutObject` is there whole or not at all.
 */
export const s3Store = async (settings: S3Settings): Promise<FileStore> => {
  const s3 = await import('@aws-sdk/client-s3')
  const { bucket: Bucket, ...connection } = settings
  const client = new s3.S3Client({
    ...connection,
    forcePathStyle: true,
    // Checksums as trailers are new and unknown to many an own S3; the seal notices a changed byte better than a CRC.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 60_000 },
  })

  return {
    async put(id, source) {
      const Key = checkedId(id)
      const folder = await mkdtemp(join(tmpdir(), 'schoolplein-'))
      try {
        const aside = join(folder, Key)
        await pipeline(source, (await open(aside, 'wx', 0o600)).createWriteStream())
        const ContentLength = (await stat(aside)).size
        await client.send(new s3.PutObjectCommand({ Bucket, Key, ContentLength, Body: createReadStream(aside) }))
      } finally {
        await rm(folder, { recursive: true })
      }
    },

    async get(id) {
      try {
        const found = await client.send(new s3.GetObjectCommand({ Bucket, Key: checkedId(id) }))
        return found.Body as Readable
      } catch (error) {
        throw error instanceof s3.NoSuchKey ? new FileMissing(id) : error
      }
    },

    async remove(id) {
      await client.send(new s3.DeleteObjectCommand({ Bucket, Key: checkedId(id) }))
    },

    async *list() {
      for await (const page of s3.paginateListObjectsV2({ client }, { Bucket })) {
        for (const { Key, Size, LastModified } of page.Contents ?? [])
          if (Key && LastModified) yield { id: Key, size: Size ?? 0, modified: LastModified }
      }
    },
  }
}
