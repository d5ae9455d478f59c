import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import type { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import { readItems } from '#shared/attention/item.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { arrivesLater, readersOf, whoReads } from '../../attention/readers/readers.ts'
import { boxOf } from '../box.ts'
import { messagePhoto } from '../files.ts'
import { notesFor } from '../notes.ts'
import { guardian } from '../rules.ts'
import { MODULE } from '../telling.ts'
import { messageTexts } from '../texts.ts'
import { say, sentBefore } from '../writing.ts'
import { Begin } from './begin-view.tsx'
import { type OwnGroup, ownGroups, ownThread, withWhom } from './beginning.ts'
import { askTogether, goApart, others } from './together.ts'

const wordsOf = (visit: Visit<string, Me>) => pick(visit.language, messageTexts)

const show = async (
  visit: Visit<string, Me>,
  group: OwnGroup,
  typed: Typed = {},
  problems: Readonly<Record<string, string>> = {},
) => {
  const { work, me, language } = visit
  const t = wordsOf(visit)
  await readItems(work, me, MODULE, [group.id])
  const guardians = await withWhom(work, me, group)
  const readers = await readersOf(work, { pupils: group.children.map(({ id }) => id), guardians }, me.id)
  const status = Object.keys(problems).length > 0 ? 422 : 200
  return visit.page(
    { title: t.begin.title(group.name), status },
    <Begin
      t={t}
      language={language}
      group={group}
      requestKey={typeof typed.requestKey === 'string' ? typed.requestKey : randomUUID()}
      label={t.box.label}
      typed={typed}
      problems={problems}
      readers={whoReads(language, readers)}
      notes={await notesFor(visit, t, await arrivesLater(work, language, readers))}
      together={{ group: group.id, others: await others(work, me, group), shared: false }}
    />,
  )
}

const ownGroup = async (visit: Visit<'/messages/groups/:group', Me>) =>
  (await ownGroups(visit.work, visit.me)).find(({ id }) => id === visit.params.group)

/** What a guardian begins: a conversation with the team of a group, and writing together with who lives elsewhere. */
export const familyRoutes = (module: Module): Module =>
  module
    .about({ nl: 'Schrijven aan het team van je kind', en: 'Write to the team of your child' })
    .get(urls.beginMessages, guardian, async (visit) => {
      const group = await ownGroup(visit)
      if (!group) return visit.notFound()
      return group.current ? visit.seeOther(urls.messageThread({ thread: group.current })) : show(visit, group)
    })
    .post(
      urls.beginMessages,
      guardian,
      async (visit) => {
        const { work, me } = visit
        const t = wordsOf(visit)
        const group = await ownGroup(visit)
        if (!group) return visit.notFound()
        const box = await boxOf(visit, t)
        if (!box.ok) return show(visit, group, visit.typed, box.problems)
        const before = await sentBefore(work, me, box.words.key)
        const thread = before ?? (await ownThread(work, me, group.id))
        if (!thread) return visit.notFound()
        if (!before)
          await say(work, me, { thread, side: 'home', store: visit.files }, { ...box.words, urgency: undefined })
        return visit.seeOther(urls.messageThread({ thread }, { done: 'sent' }))
      },
      { images: { photo: messagePhoto } },
    )
    .post(urls.togetherMessages, guardian, async (visit) => {
      const other = z.uuid().safeParse(visit.typed.other)
      const asked = other.success ? await askTogether(visit.work, visit.me, visit.params.group, other.data) : null
      if (!asked) return visit.notFound()
      return visit.seeOther(
        asked === 'asked' ? urls.beginMessages({ group: visit.params.group }) : urls.messageThread({ thread: asked }),
      )
    })
    .post(urls.apartMessages, guardian, async (visit) => {
      const done = await goApart(visit.work, visit.me, visit.params.group)
      return done ? visit.seeOther(urls.beginMessages({ group: visit.params.group })) : visit.notFound()
    })
