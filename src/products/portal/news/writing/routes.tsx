import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { listGroups } from '#products/school/index.ts'
import type { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import { whyNotUrgent } from '#shared/attention/house-rules.ts'
import { removeFile } from '#shared/files/stored.ts'
import type { Me } from '#shared/identity/me.ts'
import { number, pick } from '#shared/language/index.ts'
import { attachUploads, endUploads, takePosted, uploadsTopic } from '#shared/uploads/index.ts'
import { urls } from '#src/urls.ts'
import { messagesThisWeek } from '../../attention/rules/message-rules.ts'
import { removePhotos } from '../photos.ts'
import { whoWillRead } from '../readers.ts'
import { filesOf } from '../reading/queries.ts'
import { Preview } from '../reading/views.tsx'
import { office, writer } from '../rules.ts'
import { newsTexts } from '../texts.ts'
import { fileUploads, photoUploads } from '../uploads.ts'
import { photoNumbers } from './added-views.tsx'
import { beginDraft, begunBefore, type Draft, findDraft, keepDraft, type Written, wordsOf } from './draft.ts'
import { missing, type Posted, type Problems, readPosted } from './form.ts'
import { correct, publish, withdraw } from './publishing.ts'
import { type Added, addedTo, blockedIn, nothingAdded } from './queries.ts'
import { Composer } from './views.tsx'

/** What a plain form may carry at once; with script files come in parts. */
const FORM_BYTES = 64 * 1024 * 1024

type Shown = {
  readonly draft: Draft | null
  readonly written: Written
  readonly later: boolean
  readonly added: Added
  readonly problems?: Problems
  readonly refused?: string | null
}

/** For whom I may write. */
const knownTo = async ({ work, me }: Visit<string, Me>) => {
  const groups = await listGroups(work, me)
  return { groups, known: { wholeSchool: office(me), groups: groups.map(({ id }) => id) } }
}

const show = async (
  visit: Visit<string, Me>,
  { draft, written, later, added, problems = {}, refused = null }: Shown,
) => {
  const { work, me, language, query, typed } = visit
  const t = pick(language, newsTexts)
  const { groups } = await knownTo(visit)
  const someone = written.wholeSchool || written.groups.length > 0
  const { families, average } = await messagesThisWeek(work)
  return visit.page(
    {
      title: t.compose.title,
      status: refused || Object.keys(problems).length > 0 ? 422 : 200,
      editor: true,
      wide: true,
      ...(draft ? { live: uploadsTopic(draft.id) } : {}),
    },
    <Composer
      {...{ t, language, written, later, added, groups, problems, refused }}
      id={draft?.id ?? null}
      requestKey={typeof typed.requestKey === 'string' ? typed.requestKey : randomUUID()}
      state={draft?.state ?? 'draft'}
      changedAt={draft?.changedAt ?? null}
      wholeSchool={office(me)}
      readers={someone ? await whoWillRead(work, language, written, me.id) : null}
      pings={families > 0 ? t.compose.pings(number(language, Math.round(average * 10) / 10)) : null}
      said={query.get('done') === 'saved' ? t.compose.saved : null}
    />,
  )
}

const addFiles = async (visit: Visit<string, Me>, id: string, uploads: readonly string[]): Promise<void> => {
  const { work, me, files } = visit
  for (const [purpose, field] of [
    [photoUploads, 'photos'],
    [fileUploads, 'files'],
  ] as const) {
    await attachUploads(work, purpose, { person: me.id, row: id, uploads })
    await takePosted(work, files, purpose, { person: me.id, row: id, posted: visit.filesIn(field) })
  }
}

/** Takes away what a button named: a photo, a file, a message about one that was refused. Answers whether it was one. */
const takeAway = async (visit: Visit<string, Me>, deed: string, added: Added): Promise<boolean> => {
  const { work } = visit
  const [what, id = ''] = deed.split(' ')
  if (what === 'drop-blocked') {
    const wrong = added.photos.filter(({ pupils }) => pupils.some(({ may }) => !may))
    await removePhotos(
      work,
      wrong.map((photo) => photo.id),
    )
  } else if (what === 'drop-file' && added.files.some((file) => file.id === id)) {
    await work.db.deleteFrom('news_file').where('stored_file_id', '=', id).execute()
    await removeFile(work, id)
  } else if (what === 'dismiss' && added.arriving.some((one) => one.id === id)) await endUploads(work, [id])
  else return false
  return true
}

/** Why its photos and files do not let it be published yet. */
const heldUp = (visit: Visit<string, Me>, { photos, arriving }: Added): string | null => {
  const t = pick(visit.language, newsTexts)
  const props = { t, language: visit.language }
  if (arriving.some(({ problem }) => !problem)) return t.compose.problems.arriving
  const unnamed = photos.filter(({ people, broken }) => people === null || broken)
  if (unnamed.length > 0)
    return t.compose.problems.photos(
      photoNumbers(
        props,
        unnamed.map((photo) => photo.number),
      ),
    )
  const blocked = [...new Set(blockedIn(photos).flatMap((one) => one.photos))].sort((one, other) => one - other)
  return blocked.length > 0 ? t.compose.problems.blocked(photoNumbers(props, blocked)) : null
}

/** Keeps what was posted; a correction of what others read is kept only when it is published. */
const keep = async (visit: Visit<string, Me>, draft: Draft | null, posted: Posted): Promise<Draft> => {
  const { work, me } = visit
  if (draft?.state === 'published') return draft
  const id = draft?.id ?? (await beginDraft(work, me.id, posted.written, posted.key))
  if (draft) await keepDraft(work, id, posted.written)
  return (await findDraft(work, me, id))!
}

const deal = async (visit: Visit<string, Me>, before: Draft | null) => {
  const { work } = visit
  const { known } = await knownTo(visit)
  const read = readPosted(visit.typed, known)
  const fixed = before?.state === 'published' ? before : null
  // For whom it is stays as it was once others have read it.
  const posted = fixed ? { ...read, later: false, written: { ...fixed, ...read.written, ...audienceOf(fixed) } } : read
  if (posted.deed === 'withdraw' && before) {
    await withdraw(work, before.id)
    return visit.seeOther(urls.news())
  }
  const shown = { written: posted.written, later: posted.later }
  if (Object.keys(posted.problems).length > 0)
    return show(visit, {
      draft: before,
      ...shown,
      added: before ? await addedTo(work, before.id) : nothingAdded,
      problems: posted.problems,
    })
  const draft = await keep(visit, before, posted)
  await addFiles(visit, draft.id, posted.uploads)
  const added = await addedTo(work, draft.id)
  if (posted.deed === 'preview') return visit.seeOther(urls.previewNews({ id: draft.id }))
  if (posted.deed !== 'publish') {
    if (posted.deed !== 'save') await takeAway(visit, posted.deed, added)
    return visit.seeOther(urls.editNews({ id: draft.id }, posted.deed === 'save' ? { done: 'saved' } : {}))
  }
  const problems = missing(posted, work.now, work.today)
  const rule = !fixed && posted.written.class === 'urgent' ? await whyNotUrgent(work, visit.me.roles) : null
  const refused = Object.keys(problems).length > 0 ? null : (rule?.[visit.language] ?? heldUp(visit, added))
  if (refused || Object.keys(problems).length > 0)
    return show(visit, { draft: before, ...shown, added: before ? added : nothingAdded, problems, refused })
  if (fixed) {
    await correct(work, draft.id, posted.written)
    return visit.seeOther(urls.newsItem({ id: draft.id }, { done: 'corrected' }))
  }
  const at = posted.later ? posted.written.publishAt : null
  await publish(work, draft.id, at)
  if (!at) return visit.seeOther(urls.newsItem({ id: draft.id }, { done: 'published' }))
  return visit.seeOther(urls.news({ show: 'drafts' }))
}

const audienceOf = ({ wholeSchool, groups, class: kind, answerBy, publishAt }: Draft) => ({
  wholeSchool,
  groups,
  class: kind,
  answerBy,
  publishAt,
})

/** Where what was done leads: to the news that others read, to what waits, to what is still written on. */
const placeOf = ({ id, state }: Pick<Draft, 'id' | 'state'>) => {
  if (state === 'published') return urls.newsItem({ id }, { done: 'published' })
  return state === 'scheduled' ? urls.news({ show: 'drafts' }) : urls.editNews({ id }, { done: 'saved' })
}

/** New news; a form that came before with the same words leads where it led then, one with other words writes on. */
const begin = async (visit: Visit<string, Me>) => {
  const { key, written } = readPosted(visit.typed, (await knownTo(visit)).known)
  const before = key ? await begunBefore(visit.work, visit.me, key) : null
  const same = before && isDeepStrictEqual(wordsOf(before), wordsOf(written))
  return same ? visit.seeOther(placeOf(before)) : deal(visit, before)
}

const laterOf = ({ publishAt }: Written) => publishAt !== null

/** Writing: a draft that is kept at every press, until it is published now or at a moment. */
export const writingRoutes = (module: Module): Module =>
  module
    .about({ nl: 'Nieuws schrijven, plaatsen en weghalen', en: 'Writing, publishing and removing news' })
    .get(urls.newNews, writer, async (visit) => {
      const { known } = await knownTo(visit)
      const only = !known.wholeSchool && known.groups.length === 1 ? known.groups : []
      const written = {
        wholeSchool: false,
        groups: only,
        title: '',
        document: null,
        class: 'to-know',
        answerBy: null,
      } as const
      return show(visit, {
        draft: null,
        written: { ...written, publishAt: null, expiresOn: null, pinned: false },
        later: false,
        added: nothingAdded,
      })
    })
    .post(urls.newNews, writer, begin, { maxBytes: FORM_BYTES })
    .get(urls.editNews, writer, async (visit) => {
      const draft = await findDraft(visit.work, visit.me, visit.params.id)
      if (!draft) return visit.notFound()
      return show(visit, { draft, written: draft, later: laterOf(draft), added: await addedTo(visit.work, draft.id) })
    })
    .post(
      urls.editNews,
      writer,
      async (visit) => {
        const draft = await findDraft(visit.work, visit.me, visit.params.id)
        return draft ? deal(visit, draft) : visit.notFound()
      },
      { maxBytes: FORM_BYTES },
    )
    .get(urls.previewNews, writer, async (visit) => {
      const { work, me, language, params } = visit
      const draft = await findDraft(work, me, params.id)
      if (!draft) return visit.notFound()
      const t = pick(language, newsTexts)
      const { photos } = await addedTo(work, draft.id)
      const { groups } = await knownTo(visit)
      const seen = photos.filter((photo) => photo.people !== null && photo.pupils.every(({ may }) => may))
      return visit.page(
        { title: t.compose.preview },
        <Preview
          {...{ t, language }}
          id={draft.id}
          groups={groups.filter(({ id }) => draft.groups.includes(id)).map(({ name }) => name)}
          item={{
            title: draft.title,
            document: draft.document,
            photos: seen,
            withheld: photos.length - seen.length,
            files: await filesOf(work, draft.id),
          }}
        />,
      )
    })
