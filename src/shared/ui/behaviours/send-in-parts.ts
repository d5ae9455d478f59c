const PART = 1024 * 1024
const LONGEST_PAUSE = 30

/** The server's word on why a file is refused. */
export class Refused extends Error {}

type Told = { readonly onSent: (bytes: number) => void; readonly onWaiting: () => void }
type Answer = { readonly id?: string; readonly received: number }

const read = async (response: Response): Promise<Answer> => {
  const json = response.headers.get('content-type')?.startsWith('application/json') ? await response.json() : {}
  if (response.ok && 'received' in json) return json
  // What the server cannot do just now it can do later; all else it refuses.
  if (response.status === 503 || response.status === 429) throw new Error('later')
  throw new Refused(json.problem ?? '')
}

const pause = (tries: number) =>
  new Promise<void>((resolve) => {
    const go = () => {
      removeEventListener('online', go)
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(go, 1000 * Math.min(2 ** tries, LONGEST_PAUSE))
    addEventListener('online', go)
  })

const form = (fields: Readonly<Record<string, string | Blob>>): FormData => {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.set(name, value)
  return made
}

const post = async (to: string, fields: Readonly<Record<string, string | Blob>>) =>
  read(await fetch(to, { method: 'POST', body: form(fields) }))

/**
 * Sends one file in parts and answers the id of its upload. Where the line breaks it waits (2, 4, 8 … 30 seconds, or until the device is
 * online), asks how far it came and goes on there. Throws `Refused` with the server's sentence.
 */
export const sendInParts = async (
  file: File,
  purpose: string,
  to: string,
  { onSent, onWaiting }: Told,
): Promise<string> => {
  let id = ''
  let at = 0
  for (let tries = 0; ; tries++) {
    try {
      if (!id) id = (await post(to, { purpose, name: file.name, size: String(file.size) })).id!
      else if (tries > 0) at = (await read(await fetch(`${to}/${id}`))).received
      while (at < file.size) {
        at = (await post(`${to}/${id}`, { at: String(at), part: file.slice(at, at + PART) })).received
        tries = 0
        onSent(at)
      }
      return id
    } catch (error) {
      if (error instanceof Refused) throw error
      onWaiting()
      await pause(tries + 1)
    }
  }
}
