import { z } from 'zod'
import { many, requestKey, type Typed } from '#shared/access/form.ts'
import { momentOf } from '#shared/attention/hours.ts'
import { plainText, readRichText } from '#shared/rich-text/index.ts'
import type { For } from '../readers.ts'
import type { Written } from './draft.ts'

const LONGEST_TITLE = 120
const LONGEST_TEXT = 20_000

const day = z
  .string()
  .optional()
  .transform((text) => (text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null))
const time = z
  .string()
  .optional()
  .transform((text) => (text && /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : null))

const posted = z.object({
  for: many(z.string()),
  title: z.string().default(''),
  text: z.string().default(''),
  class: z.enum(['urgent', 'answer', 'to-know']).catch('to-know'),
  answerBy: day,
  when: z.enum(['now', 'later']).catch('now'),
  onDay: day,
  onTime: time,
  expiresOn: day,
  pinned: z.string().optional(),
  upload: many(z.uuid()).catch([]),
  do: z.string().default('save'),
  requestKey: requestKey.nullable().catch(null),
})

type Problem = 'for' | 'title' | 'title-long' | 'text' | 'text-long' | 'answerBy' | 'onDay' | 'expiresOn'
export type Problems = { readonly [Field in 'for' | 'title' | 'text' | 'answerBy' | 'onDay' | 'expiresOn']?: Problem }

export type Posted = {
  readonly written: Written
  /** Whether it was to be published later; without a moment that is a problem. */
  readonly later: boolean
  readonly uploads: readonly string[]
  readonly deed: string
  /** Of the form that begins news: sent twice it is one. */
  readonly key: string | null
  /** What cannot even be kept. */
  readonly problems: Problems
}

/** What the composer posted. `known` is for whom it may be: the own groups, and the whole school for the office. */
export const readPosted = (typed: Typed, known: For): Posted => {
  const form = posted.parse(typed)
  const wholeSchool = known.wholeSchool && form.for.includes('school')
  const document = readRichText(form.text)
  const letters = document ? plainText(document).length : 0
  const text = !document ? 'text' : letters > LONGEST_TEXT ? 'text-long' : undefined
  const later = form.when === 'later'
  return {
    written: {
      wholeSchool,
      groups: wholeSchool ? [] : known.groups.filter((group) => form.for.includes(group)),
      title: form.title.slice(0, LONGEST_TITLE * 4),
      document: letters > 0 ? document : null,
      class: form.class,
      answerBy: form.answerBy,
      publishAt: later && form.onDay && form.onTime ? momentOf(form.onDay, form.onTime) : null,
      expiresOn: form.expiresOn,
      pinned: form.pinned === 'yes',
    },
    later,
    uploads: form.upload,
    deed: form.do,
    key: form.requestKey,
    problems: {
      ...(form.title.length > LONGEST_TITLE ? { title: 'title-long' as const } : {}),
      ...(text ? { text } : {}),
    },
  }
}

/** What is missing before others may read it. */
export const missing = ({ written, later, problems }: Posted, now: Date, today: string): Problems => ({
  ...(!written.wholeSchool && written.groups.length === 0 ? { for: 'for' as const } : {}),
  ...(written.title ? {} : { title: 'title' as const }),
  ...(written.document ? {} : { text: 'text' as const }),
  ...(written.class === 'answer' && !(written.answerBy && written.answerBy >= today)
    ? { answerBy: 'answerBy' as const }
    : {}),
  ...(later && !(written.publishAt && written.publishAt > now) ? { onDay: 'onDay' as const } : {}),
  ...(written.expiresOn && written.expiresOn < today ? { expiresOn: 'expiresOn' as const } : {}),
  ...problems,
})
