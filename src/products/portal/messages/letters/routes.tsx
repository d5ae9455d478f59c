import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { many } from '#shared/access/form.ts'
import type { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { readersById, whoReads } from '../../attention/readers/readers.ts'
import { boxOf } from '../box.ts'
import { messagePhoto } from '../files.ts'
import { sender } from '../rules.ts'
import { messageTexts } from '../texts.ts'
import { sentBefore } from '../writing.ts'
import { type Audience, audienceOf, choosable, receivers } from './audience.ts'
import { sendLetter } from './sending.ts'
import { Choose, Write, withChoice } from './views.tsx'

type Problems = Readonly<Record<string, string>>

const wordsOf = (visit: Visit<string, Me>) => pick(visit.language, messageTexts)
const ids = many(z.uuid())

const choosePage = async (visit: Visit<string, Me>, chosen: readonly string[], problem: string | null) => {
  const t = wordsOf(visit)
  return visit.page(
    { title: t.letter.chooseTitle, ...(problem ? { status: 422 } : {}) },
    <Choose t={t} groups={await choosable(visit.work, visit.me)} chosen={chosen} problem={problem} />,
  )
}

const writePage = async (visit: Visit<string, Me>, audience: Audience, problems: Problems = {}) => {
  const { work, me, language, typed } = visit
  const t = wordsOf(visit)
  const guardians = [...new Set((await receivers(work, audience)).map(({ guardian }) => guardian))]
  const readers = await readersById(work, { guardians, staff: [] }, me.id)
  return visit.page(
    { title: t.letter.writeTitle, ...(Object.keys(problems).length > 0 ? { status: 422 } : {}) },
    <Write
      t={t}
      to={[...audience.groups, ...audience.pupils]}
      today={work.today}
      requestKey={typeof typed.requestKey === 'string' ? typed.requestKey : randomUUID()}
      label={t.letter.label}
      typed={typed}
      problems={problems}
      readers={whoReads(language, readers)}
      notes={[]}
    />,
  )
}

const headingOf = (typed: unknown): string | null =>
  typeof typed === 'string' && typed.length > 0 && typed.length <= 80 ? typed : null

/** What the school writes to guardians whom it chooses: first to whom, then what. */
export const letterRoutes = (module: Module): Module =>
  module
    .about({
      nl: 'Schrijven aan ouders van gekozen groepen en kinderen',
      en: 'Write to guardians of chosen groups and children',
    })
    .get(urls.newLetter, sender, (visit) => choosePage(visit, visit.query.getAll('to'), null))
    .post(urls.newLetter, sender, async (visit) => {
      const chosen = ids.safeParse(visit.typed.to)
      const audience = chosen.success ? await audienceOf(visit.work, visit.me, chosen.data) : null
      if (!audience) return visit.notFound()
      const to = [...audience.groups, ...audience.pupils]
      return to.length > 0
        ? visit.seeOther(withChoice(urls.writeLetter(), to))
        : choosePage(visit, [], wordsOf(visit).letter.nobody)
    })
    .get(urls.writeLetter, sender, async (visit) => {
      const chosen = ids.safeParse(visit.query.getAll('to'))
      const audience = chosen.success ? await audienceOf(visit.work, visit.me, chosen.data) : null
      if (!audience || audience.groups.length + audience.pupils.length === 0) return visit.notFound()
      return writePage(visit, audience)
    })
    .post(
      urls.writeLetter,
      sender,
      async (visit) => {
        const { work, me, typed } = visit
        const t = wordsOf(visit)
        const chosen = ids.safeParse(typed.to)
        const audience = chosen.success ? await audienceOf(work, me, chosen.data) : null
        if (!audience) return visit.notFound()
        const box = await boxOf(visit, t)
        const heading = headingOf(typed.heading)
        if (!box.ok || !heading) {
          const problems = { ...(box.ok ? {} : box.problems), ...(heading ? {} : { heading: t.letter.headingProblem }) }
          return writePage(visit, audience, problems)
        }
        const before = await sentBefore(work, me, box.words.key)
        const thread =
          before ?? (await sendLetter(work, me, { audience, store: visit.files }, { ...box.words, heading }))
        if (!thread) return writePage(visit, audience, { to: t.letter.none })
        return visit.seeOther(urls.messageThread({ thread }, { done: 'sent' }))
      },
      { images: { photo: messagePhoto } },
    )
