import { Readable } from 'node:stream'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { dayLong, type Language, pick } from '#shared/language/index.ts'
import { plainLetter } from '#shared/paper/plain-letter.ts'
import type { Step } from '../steps.ts'
import { boardOf } from '../supplier.ts'
import { requestTexts } from '../texts.ts'
import { partsOf, type Written } from './parts.ts'
import { letterTexts } from './texts.ts'

/** The letter of one step of a request as a PDF; `?language=en` for another language than the reader's. */
export const answerLetter = async (
  visit: Visit<string, Me>,
  request: Written & { readonly steps: readonly Step[] },
  id: string,
): Promise<Response> => {
  const { work, site, query } = visit
  const asked = query.get('language')
  const language: Language = asked === 'nl' || asked === 'en' ? asked : visit.language
  const step = request.steps.find((one) => one.id === id)
  const board = await boardOf(work)
  const parts = step && partsOf(language, request, step, { school: site.name, board: board?.name ?? null })
  if (!step || !parts) return visit.notFound()
  const t = pick(language, letterTexts)
  const kind = pick(language, requestTexts).kinds[request.kind].toLowerCase()
  const received = dayLong(language, request.receivedOn, { year: true })
  const pdf = await plainLetter({
    sender: site,
    language,
    title: t.titles[step.what as keyof typeof t.titles],
    to: request.asker.name,
    line: t.line(site.name, dayLong(language, step.at, { year: true }), received),
    parts: [
      { text: t.dear(request.asker.name) },
      { text: request.child ? t.askedAbout(kind, request.child, received) : t.asked(kind, received) },
      ...parts,
      { text: t.regards },
      { text: site.name },
    ],
  })
  return visit.send(Readable.toWeb(pdf) as ReadableStream, 'application/pdf', `${t.file}.pdf`)
}
