import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { arrivesLater, readersById, whoReads } from '../../attention/readers/readers.ts'
import { boxOf } from '../box.ts'
import { ownGroups } from '../family/beginning.ts'
import { replyTo } from '../family/replying.ts'
import { others } from '../family/together.ts'
import { messagePhoto, openFile } from '../files.ts'
import { LetterState } from '../letters/state-view.tsx'
import { notesFor } from '../notes.ts'
import { reader, team } from '../rules.ts'
import { type Seated, seatIn } from '../seats.ts'
import { threadTopic } from '../telling.ts'
import { type MessageTexts, messageTexts } from '../texts.ts'
import { say, sentBefore } from '../writing.ts'
import { CorrectForm } from './correct-view.tsx'
import { close, colleagues, correct, handOver, ownText, takeBack } from './deeds.ts'
import { type Conversation, noteRead, readThread } from './queries.ts'
import { Thread } from './views.tsx'

type Problems = Readonly<Record<string, string>>
type Extra = { readonly problems?: Problems; readonly handProblem?: string; readonly alert?: string }

const wordsOf = (visit: Visit<string, Me>) => pick(visit.language, messageTexts)

const titleOf = (
  t: MessageTexts,
  { thread, side, group, said, guardians, secret }: Conversation,
  me: string,
): string => {
  if (thread.kind === 'letter') {
    const [first] = said
    return first?.record?.heading ?? t.thread.letterFrom(first?.author.name ?? t.thread.somebody)
  }
  if (side === 'home') return t.thread.team(group ?? '')
  const names = guardians.filter(({ id }) => id !== me).map(({ name }) => name)
  return [...names, ...(secret > 0 ? [t.list.secret(secret)] : [])].join(', ')
}

/** Whether somebody may still write there: on the side of the school always, at home in the own current conversation. */
const mayWrite = async (visit: Visit<string, Me>, { thread, side }: Seated): Promise<boolean> => {
  if (side === 'school') return thread.kind !== 'letter'
  if (thread.kind !== 'team') return true
  return (await ownGroups(visit.work, visit.me)).some(({ current }) => current === thread.id)
}

/** Who will read what is written here: of a letter, its sender alone. */
const readersFor = ({ work, me }: Visit<string, Me>, { thread, seats, side }: Seated) =>
  thread.kind === 'letter' && side === 'home'
    ? readersById(work, { guardians: [], staff: seats.school }, me.id)
    : readersById(work, { guardians: seats.home, staff: seats.school }, me.id)

const boxFor = async (visit: Visit<string, Me>, conversation: Conversation, problems: Problems) => {
  if (!(await mayWrite(visit, conversation))) return null
  const { work, language } = visit
  const t = wordsOf(visit)
  const readers = await readersFor(visit, conversation)
  const later = await arrivesLater(work, language, readers)
  const { thread, side, owner } = conversation
  return {
    label: thread.kind === 'letter' && owner ? t.box.answerTo(owner) : t.box.answer,
    typed: visit.typed,
    problems,
    readers: whoReads(language, readers),
    notes: side === 'home' ? await notesFor(visit, t, later) : later ? [later] : [],
    requestKey: typeof visit.typed.requestKey === 'string' ? visit.typed.requestKey : randomUUID(),
    whom: thread.kind === 'letter' ? owner : null,
  }
}

const togetherFor = async (visit: Visit<string, Me>, { thread, side }: Conversation) => {
  if (side !== 'home' || thread.kind !== 'team') return null
  const group = (await ownGroups(visit.work, visit.me)).find(({ current }) => current === thread.id)
  if (!group) return null
  return { group: group.id, shared: thread.shared, others: await others(visit.work, visit.me, group) }
}

const show = async (visit: Visit<string, Me>, id: string, extra: Extra = {}) => {
  const { work, me, language } = visit
  const t = wordsOf(visit)
  const conversation = await readThread(work, me, id, t.unnamed)
  if (!conversation) return visit.notFound()
  const { thread, side } = conversation
  if (thread.kind === 'reply' && side === 'home')
    return visit.seeOther(urls.messageThread({ thread: thread.answers_id! }))
  await noteRead(work, me, conversation)
  const title = titleOf(t, conversation, me.id)
  const wrong = extra.problems || extra.handProblem || extra.alert
  return visit.page(
    { title, live: threadTopic(id), ...(wrong ? { status: 422 } : {}) },
    <Thread
      t={t}
      language={language}
      today={work.today}
      conversation={conversation}
      me={me.id}
      title={title}
      box={await boxFor(visit, conversation, extra.problems ?? {})}
      colleagues={side === 'school' ? await colleagues(work, me) : []}
      handProblem={extra.handProblem ?? null}
      together={await togetherFor(visit, conversation)}
      said={visit.query.get('done') === 'sent' ? t.box.sent : null}
      alert={extra.alert ?? null}
      letter={thread.kind === 'letter' && side === 'school' ? <LetterState t={t} conversation={conversation} /> : null}
    />,
  )
}

const correctPage = async (visit: Visit<'/messages/:thread/:message/correct', Me>, text: string, problem?: string) => {
  const t = wordsOf(visit)
  const seated = await seatIn(visit.work, visit.me.id, visit.params.thread)
  if (!seated) return visit.notFound()
  const readers = whoReads(visit.language, await readersFor(visit, seated))
  return visit.page(
    { title: t.correct.title, ...(problem ? { status: 422 } : {}) },
    <CorrectForm t={t} at={visit.params} text={text} problem={problem} readers={readers} />,
  )
}

const corrected = z.object({ text: z.string('text').min(1, 'text').max(5_000, 'long') })

/** One conversation: reading it, answering in it, and what can be done with it and with what one said. */
export const threadRoutes = (module: Module): Module =>
  module
    .about({ nl: 'Gesprekken lezen en beantwoorden', en: 'Read and answer conversations' })
    .get(urls.messageFile, reader, async (visit) => {
      const file = await openFile(visit.work, visit.files, visit.params.file)
      if (!file || !(await seatIn(visit.work, visit.me.id, file.thread))) return visit.notFound()
      const body = Readable.toWeb(await file.read()) as ReadableStream
      if (file.kind === 'picture') return visit.send(body, 'image/webp')
      return visit.send(body, 'application/pdf', file.name.replace(/[^\w .()-]/g, '_'))
    })
    .get(urls.messageThread, reader, (visit) => show(visit, visit.params.thread))
    .post(
      urls.messageThread,
      reader,
      async (visit) => {
        const { work, me } = visit
        const seated = await seatIn(work, me.id, visit.params.thread)
        if (!seated || !(await mayWrite(visit, seated))) return visit.notFound()
        const box = await boxOf(visit, wordsOf(visit))
        if (!box.ok) return show(visit, visit.params.thread, { problems: box.problems })
        const { thread, side } = seated
        if (!(await sentBefore(work, me, box.words.key))) {
          const into = thread.kind === 'letter' ? await replyTo(work, me, seated) : thread.id
          const urgency = side === 'school' ? box.words.urgency : undefined
          await say(work, me, { thread: into, side, store: visit.files }, { ...box.words, urgency })
        }
        return visit.seeOther(urls.messageThread({ thread: thread.id }, { done: 'sent' }))
      },
      { images: { photo: messagePhoto } },
    )
    .get(urls.correctMessage, reader, async (visit) => {
      const { thread, message } = visit.params
      const seated = await seatIn(visit.work, visit.me.id, thread)
      const own = seated && (await ownText(visit.work, visit.me, thread, message))
      return own ? correctPage(visit, own.text) : visit.notFound()
    })
    .post(urls.correctMessage, reader, async (visit) => {
      const { thread, message } = visit.params
      const seated = await seatIn(visit.work, visit.me.id, thread)
      if (!seated || !(await ownText(visit.work, visit.me, thread, message))) return visit.notFound()
      const form = visit.form(corrected)
      const t = wordsOf(visit)
      if (!form.ok) {
        const long = form.problems.text === 'long'
        return correctPage(visit, String(visit.typed.text ?? ''), long ? t.box.problems.long : t.box.problems.text)
      }
      await correct(visit.work, visit.me, seated, message, form.value.text)
      return visit.seeOther(urls.messageThread({ thread: placeOf(seated) }))
    })
    .post(urls.takeMessageBack, reader, async (visit) => {
      const { thread, message } = visit.params
      const seated = await seatIn(visit.work, visit.me.id, thread)
      const done = seated ? await takeBack(visit.work, visit.me, seated, message) : 'unknown'
      if (!seated || done === 'unknown') return visit.notFound()
      if (done === 'read') return show(visit, placeOf(seated), { alert: wordsOf(visit).thread.wasRead })
      return visit.seeOther(urls.messages({ done: 'took-back' }))
    })
    .about({ nl: 'Gesprekken afronden en doorgeven', en: 'Close conversations and hand them over' })
    .post(urls.closeMessages, team, async (visit) => {
      const seated = await seatIn(visit.work, visit.me.id, visit.params.thread)
      if (seated?.side !== 'school' || seated.thread.kind === 'letter') return visit.notFound()
      await close(visit.work, visit.me, seated)
      return visit.seeOther(urls.messages())
    })
    .post(urls.handOverMessages, team, async (visit) => {
      const { work, me, params, typed } = visit
      const seated = await seatIn(work, me.id, params.thread)
      if (seated?.side !== 'school') return visit.notFound()
      const to = typed.to === 'team' ? null : z.uuid().safeParse(typed.to).data
      const done = to !== undefined && (await handOver(work, me, seated, to))
      if (!done) return show(visit, params.thread, { handProblem: wordsOf(visit).thread.handProblem })
      return visit.seeOther((await seatIn(work, me.id, params.thread)) ? urls.messageThread(params) : urls.messages())
    })

/** The page on which a conversation stands: an answer stands with its letter. */
const placeOf = ({ thread, side }: Seated): string =>
  thread.kind === 'reply' && side === 'home' ? thread.answers_id! : thread.id
