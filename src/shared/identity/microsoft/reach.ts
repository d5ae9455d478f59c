import type { CustomFetch } from 'openid-client'
import type { Authority } from './authority.ts'

const PATIENCE = 5_000
const LARGEST = 256 * 1024

/** Microsoft did not answer, or not in time, or with something that is no answer. */
export class Away extends Error {
  override readonly name = 'Away'
}

const readAtMost = async (response: Response): Promise<Uint8Array<ArrayBuffer>> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > LARGEST) throw new Away('The answer is too large')
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/**
 * Asks the authority and nobody else, whatever a document of its says: five seconds and 256 KiB, and no redirect is
 * followed. Throws {@link Away} when that is not enough, and for a server that says it is broken.
 */
export const reaching =
  (authority: Authority, patience = PATIENCE): CustomFetch =>
  async (address, options) => {
    if (URL.parse(address)?.origin !== authority.origin) throw new Away('That is somebody else')
    try {
      const response = await fetch(address, {
        ...(options as RequestInit),
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      })
      const body = await readAtMost(response)
      if (response.status >= 500) throw new Away(`It answered ${response.status}`)
      return new Response(body, { status: response.status, headers: response.headers })
    } catch (error) {
      throw error instanceof Away ? error : new Away('No answer', { cause: error })
    }
  }
