import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { type FileStore, openStream, sealStream } from '#shared/files/index.ts'
import type { FrontDoor } from './front-door.ts'

type Stored = { readonly organisation: string; readonly subject: string; readonly file: string }

const contextOf = ({ organisation, file }: Stored) => ({ organisation, field: 'test.file', file })

/** Stores a text as a sealed file about somebody, as an upload would be. */
export const storeSealed = async (door: FrontDoor, store: FileStore, stored: Stored, content: string) => {
  const { organisation, subject, file } = stored
  const key = await door.within(organisation, async (work) => {
    await work.db
      .insertInto('file')
      .values({
        id: file,
        subject_id: subject,
        purpose: 'test',
        bytes: content.length,
        expires_at: new Date('2099-01-01'),
      })
      .execute()
    return (await work.keys.ofSubjects([subject])).get(subject)!
  })
  await store.put(file, Readable.from([Buffer.from(content)]).pipe(sealStream(key, contextOf(stored))))
}

/** The text of a sealed file; refuses with `FileMissing`. */
export const readSealed = async (door: FrontDoor, store: FileStore, stored: Stored): Promise<string> => {
  const keyOf = (keyId: string) =>
    door.within(stored.organisation, async (work) => {
      const keys = await work.keys.byIds([keyId.replaceAll('-', '')])
      return keys.values().next().value!.raw
    })
  return text((await store.get(stored.file)).pipe(openStream(keyOf, contextOf(stored))))
}
