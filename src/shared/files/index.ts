import { join } from 'node:path'
import { OperatorError } from '#shared/operator-error.ts'
import { localStore } from './local-store.ts'
import { s3Store } from './s3-store.ts'
import type { FileStore } from './store.ts'

export { limitBytes, TooLarge } from './limit.ts'
export { clamav, isThere, type Scanner } from './scanner.ts'
export { openStream, sealStream, Unreadable } from './sealed-stream.ts'
export { FileMissing, type FileStore } from './store.ts'

/**
 * The store that the configuration asks for: `FILES_S3_URL` (`https://KEY:SECRET@host/bucket?region=REGION`), or else
 * the folder `files` in the data directory. Refuses an address that lacks something, in a sentence for the operator.
 */
export const openFileStore = async (
  env: { FILES_S3_URL?: string | undefined },
  dataFolder: string,
): Promise<FileStore> =>
  env.FILES_S3_URL ? s3Store(s3Settings(env.FILES_S3_URL)) : localStore(join(dataFolder, 'files'))

const s3Settings = (address: string) => {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const bucket = url?.pathname.replace(/^\/|\/$/g, '')
  const region = url?.searchParams.get('region')
  if (!url || !bucket || !region || !url.username || !url.password || !/^https?:$/.test(url.protocol))
    throw new OperatorError('FILES_S3_URL must look like https://KEY:SECRET@host/bucket?region=REGION.')
  const credentials = {
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
  }
  return { endpoint: url.origin, bucket, region, credentials }
}
