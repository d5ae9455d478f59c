import type { Visit } from '#shared/access/visit.ts'
import { dayLong } from '#shared/language/index.ts'
import { promisedBy } from '../attention/rules/message-rules.ts'
import type { MessageTexts } from './texts.ts'

/** What a guardian has to know before sending: by when school answers, and that it arrives later. */
export const notesFor = async (visit: Visit, t: MessageTexts, later: string | null): Promise<string[]> => {
  const day = await promisedBy(visit.work)
  return [...(day ? [t.box.promise(dayLong(visit.language, day))] : []), ...(later ? [later] : [])]
}
