import { plusDays } from '#products/school/index.ts'
import { dayLong, type Language, pick } from '#shared/language/index.ts'
import type { LetterPart } from '#shared/paper/plain-letter.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import { concernsIn } from '#shared/vault/concern.ts'
import { authority } from '../authority.ts'
import { clockOf } from '../clock.ts'
import { type CorrectedField, type Kind, restricts } from '../kinds.ts'
import type { Step } from '../steps.ts'
import { requestTexts } from '../texts.ts'
import { letterTexts } from './texts.ts'

/** What a letter is written about: a request, as its own page and the school's page know it. */
export type Written = {
  readonly kind: Kind
  readonly asker: { readonly name: string }
  /** The name of a child, when it is not about who asks. */
  readonly child: string | null
  readonly field: CorrectedField | null
  readonly value: string | null
  readonly before: string | null
  readonly concerns: readonly string[]
  readonly receivedOn: string
  readonly carryOutOn: string | null
}

export type From = { readonly school: string; readonly board: string | null }

const day = (language: Language, when: string | Date) => dayLong(language, when, { year: true })

/** To whom somebody can go who disagrees: every refusal says it (art. 12(4) GDPR). */
const routes = (language: Language, { school, board }: From): LetterPart[] => {
  const t = pick(language, letterTexts)
  const { name, post, phone, site } = authority
  return [
    { heading: t.routes },
    { text: t.routesText },
    {
      list: [
        t.toSchool(school),
        ...(board ? [t.toBoard(board)] : []),
        t.toAuthority(name, post, phone, site.replace('https://www.', '')),
        t.toCourt,
      ],
    },
  ]
}

const granted = (language: Language, request: Written): LetterPart[] => {
  const t = pick(language, letterTexts)
  const words = pick(language, requestTexts)
  const { kind, field, before, value, carryOutOn, concerns } = request
  if (kind === 'correction' && field && field !== 'other')
    return [{ text: t.corrected(words.fields[field], before || words.nothing, value || words.nothing) }]
  if (kind === 'erasure' && carryOutOn) return [{ text: t.erasedFrom(day(language, carryOutOn)) }]
  if (!restricts(kind)) return []
  const about = concernsIn(language, concerns)
  return [
    { text: kind === 'restriction' ? t.restricted : t.stopped },
    ...(about ? [{ text: words.concerns.about(about) }] : []),
  ]
}

const refused = (language: Language, request: Written, { reason, text }: Step, from: From): LetterPart[] => {
  const t = pick(language, letterTexts)
  const words = pick(language, requestTexts)
  const law = reason ? t.law[reason] : ''
  return [
    { text: t.refused },
    ...(reason ? [{ text: law ? `${words.refusals[reason]} (${law})` : words.refusals[reason] }] : []),
    ...(request.kind === 'objection' ? [{ text: t.weighed }] : []),
    ...(text ? [{ text }] : []),
    ...routes(language, from),
  ]
}

/** What the letter of a step says; nothing for a step of which there is no letter. */
export const partsOf = (language: Language, request: Written, step: Step, from: From): LetterPart[] | null => {
  const t = pick(language, letterTexts)
  const said = step.text ? [{ text: step.text }] : []
  switch (step.what) {
    case 'received':
      return [{ text: t.receivedUntil(day(language, clockOf(request.receivedOn).due)) }, { text: t.identity }]
    case 'extended':
      return [
        { text: t.extended(day(language, clockOf(request.receivedOn, true).limit)) },
        ...said,
        ...routes(language, from),
      ]
    case 'granted':
      return [...granted(language, request), ...said]
    case 'refused':
      return refused(language, request, step, from)
    case 'lifted':
      return [{ text: t.lifted(day(language, plusDays(dayOf(step.at), 1))) }, ...said, ...routes(language, from)]
    default:
      return null
  }
}
