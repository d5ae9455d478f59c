import { z } from 'zod'
import { requestKey } from '#shared/access/form.ts'
import type { Visit } from '#shared/access/visit.ts'
import { whyNotUrgent } from '#shared/attention/house-rules.ts'
import { imageTexts } from '#shared/files/images/index.ts'
import type { Language } from '#shared/language/index.ts'
import { attachedTo } from './files.ts'
import type { Urgency } from './telling.ts'
import type { MessageTexts } from './texts.ts'
import type { Words } from './writing.ts'

const LONGEST = 5_000

const text = z.string('text').min(1, 'text').max(LONGEST, 'long')
const spoken = z.object({ requestKey, text })

/** What a box came to: words to send, or a sentence for each field that is wrong. */
export type Filled =
  | { readonly ok: true; readonly words: Words }
  | { readonly ok: false; readonly problems: Readonly<Record<string, string>> }

const urgencyOf = (visit: Visit): Urgency | null => {
  const { urgency, answerBy } = visit.typed
  if (urgency === 'urgent' || urgency === 'to-know' || urgency === undefined) return { class: urgency ?? 'to-know' }
  const day = z.iso.date().safeParse(answerBy)
  return urgency === 'answer' && day.success && day.data >= visit.work.today
    ? { class: 'answer', answerBy: day.data }
    : null
}

/** The sentence for a field that is wrong. */
const sentence = (t: MessageTexts, language: Language, code: string): string =>
  ({ ...imageTexts[language], ...t.box.problems })[code as keyof MessageTexts['box']['problems']] ?? t.box.problems.text

/** Reads the box of a conversation: words, what goes with them, and from the school how soon they have to be seen. */
export const boxOf = async (visit: Visit, t: MessageTexts): Promise<Filled> => {
  const form = visit.form(spoken)
  const attached = await attachedTo(visit)
  const urgency = urgencyOf(visit)
  const refused = urgency?.class === 'urgent' ? await whyNotUrgent(visit.work, visit.me?.roles ?? []) : null
  const codes: Record<string, string> = {
    ...(form.ok ? {} : form.problems),
    ...('problem' in attached ? { [attached.problem[0]]: attached.problem[1] } : {}),
    ...(urgency ? {} : { answerBy: 'answerBy' }),
  }
  if (!form.ok || 'problem' in attached || !urgency || refused) {
    const said = Object.entries(codes).map(([field, code]) => [field, sentence(t, visit.language, code)])
    const rule = refused ? { urgency: refused[visit.language] } : {}
    return { ok: false, problems: { ...Object.fromEntries(said), ...rule } }
  }
  const { requestKey: key, text: words } = form.value
  return { ok: true, words: { key, text: words, files: attached.files, urgency } }
}
