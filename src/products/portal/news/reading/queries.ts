import { sql } from 'kysely'
import { type Named, namesOf } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import { storedFiles } from '#shared/files/stored.ts'
import type { Me } from '#shared/identity/me.ts'
import { type Change, differenceOf } from '#shared/language/prose.ts'
import { beginningOf, comparable, documentFrom, type RichText } from '#shared/rich-text/index.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { newsWords, versionWords } from '../personal-data.ts'
import { type Photo, photosShown } from '../photos.ts'
import { readable, readableBy } from '../readable.ts'
import type { NewsClass } from '../writing/draft.ts'

export type Reaction = 'thanks' | 'lovely' | 'proud'

/** News as a list names it. */
type InWords = {
  readonly id: string
  readonly title: string
  readonly beginning: string
  readonly class: NewsClass
  readonly at: Date
  readonly pinned: boolean
  /** The names of the groups; nothing for the whole school. */
  readonly groups: readonly string[]
  readonly author: Named | null
}

export type Story = InWords & { readonly photo: Photo | null }

const PER_PAGE = 20
const LATEST = 3
const BEGINNING = 160

const groupsOf = prepared(({ db }, { news }: { news: readonly string[] }) =>
  db
    .selectFrom('news_group')
    .innerJoin('school_group', 'school_group.id', 'news_group.group_id')
    .select(['news_group.news_id', 'school_group.name'])
    .where('news_group.news_id', 'in', oneOf(news))
    .orderBy('school_group.name'),
)

/** The names of the groups of these news. */
const groupNames = async (work: Work, news: readonly string[]): Promise<ReadonlyMap<string, string[]>> => {
  const found = new Map<string, string[]>()
  if (news.length === 0) return found
  for (const { news_id, name } of await groupsOf(work, { news }))
    found.set(news_id, [...(found.get(news_id) ?? []), name])
  return found
}

const inOrder = (query: ReturnType<typeof readable>) =>
  query
    .select(['news.id', 'news.words', 'news.class', 'news.published_at', 'news.pinned', 'news.author_id'])
    .orderBy('news.pinned', 'desc')
    .orderBy('news.published_at', 'desc')
    .orderBy('news.id')

type Row = Awaited<ReturnType<ReturnType<typeof inOrder>['execute']>>[number]

const inWords = async (work: Work, rows: readonly Row[]): Promise<InWords[]> => {
  const opened = await work.open(rows, { words: reading(newsWords, 'id', 'title', 'text') })
  const ids = opened.map(({ id }) => id)
  const [groups, authors] = await Promise.all([
    groupNames(work, ids),
    namesOf(
      work,
      opened.flatMap(({ author_id }) => author_id ?? []),
    ),
  ])
  return opened.map(({ id, words, published_at, author_id, pinned, class: kind }): InWords => {
    const document = documentFrom(words.text)
    return {
      id,
      title: words.title,
      beginning: document ? beginningOf(document, BEGINNING) : '',
      class: kind as NewsClass,
      at: published_at!,
      pinned,
      groups: groups.get(id) ?? [],
      author: author_id ? (authors.get(author_id) ?? null) : null,
    }
  })
}

const withPhotos = async (work: Work, rows: readonly Row[]): Promise<Story[]> => {
  const ids = rows.map(({ id }) => id)
  const [stories, photos] = await Promise.all([inWords(work, rows), photosShown(work, ids)])
  return stories.map((story) => ({ ...story, photo: photos.get(story.id)?.[0] ?? null }))
}

/** The news that I may read, pinned first, then the newest; with how many pages there are. */
export const listNews = async (work: Work, me: Me, page: number): Promise<{ stories: Story[]; pages: number }> => {
  const { count } = await readable(work, me).select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow()
  const rows = await inOrder(readable(work, me))
    .limit(PER_PAGE)
    .offset((page - 1) * PER_PAGE)
    .execute()
  const stories = await withPhotos(work, rows)
  return { stories, pages: Math.max(1, Math.ceil(count / PER_PAGE)) }
}

/** What guardians who are nothing else here read; most first pages are theirs. */
type Guardian = { readonly person: string; readonly today: string }
const guardian = (person: string) => ({ id: person, office: false, staff: false, guardian: true })
const latest = prepared(({ db }, { person, today, since }: Guardian & { since: Date }) =>
  inOrder(readableBy({ db, today }, guardian(person)).where('news.published_at', '>=', since)).limit(LATEST),
)
const named = prepared(({ db }, { person, today, ids }: Guardian & { ids: readonly string[] }) =>
  inOrder(readableBy({ db, today }, guardian(person)).where('news.id', 'in', oneOf(ids))),
)

const guardianOnly = (me: Me) => !me.staff && me.is('guardian')

/** The newest of the last weeks, for a first page. */
export const latestNews = async (work: Work, me: Me, since: Date): Promise<Story[]> => {
  const rows = guardianOnly(me)
    ? await latest(work, { person: me.id, today: work.today, since })
    : await inOrder(readable(work, me).where('news.published_at', '>=', since))
        .limit(LATEST)
        .execute()
  return withPhotos(work, rows)
}

/** Those of these that I may read, without their photos. */
export const storiesNamed = async (work: Work, me: Me, ids: readonly string[]): Promise<InWords[]> => {
  const rows = guardianOnly(me)
    ? await named(work, { person: me.id, today: work.today, ids })
    : await inOrder(readable(work, me).where('news.id', 'in', oneOf(ids))).execute()
  return inWords(work, rows)
}

export type Item = Omit<Story, 'photo' | 'beginning'> & {
  readonly wholeSchool: boolean
  readonly authorId: string | null
  readonly document: RichText | null
  readonly answerBy: string | null
  readonly correctedAt: Date | null
  /** What changed since it was published, newest correction first. */
  readonly changes: readonly { readonly at: Date; readonly lines: readonly Change[] }[]
  readonly photos: readonly Photo[]
  readonly withheld: number
  readonly files: Awaited<ReturnType<typeof storedFiles>>
  readonly reactions: Readonly<Record<Reaction, number>>
  readonly mine: Reaction | null
  readonly confirmed: boolean
}

const changesOf = async (work: Work, id: string, now: { title: string; text: string }) => {
  const rows = await work.db
    .selectFrom('news_version')
    .select(['id', 'words', 'until_at'])
    .where('news_id', '=', id)
    .orderBy('until_at', 'desc')
    .execute()
  const versions = await work.open(rows, { words: reading(versionWords, 'id', 'title', 'text') })
  const linesOf = ({ title, text }: { title: string; text: string }) => {
    const document = documentFrom(text)
    return `${title}\n${document ? comparable(document) : ''}`
  }
  return versions.map(({ words, until_at }, at) => ({
    at: until_at,
    lines: differenceOf(linesOf(words), linesOf(versions[at - 1]?.words ?? now)),
  }))
}

/** The documents of a news, in their order. */
export const filesOf = async (work: Work, id: string) => {
  const rows = await work.db
    .selectFrom('news_file')
    .select('stored_file_id')
    .where('news_id', '=', id)
    .orderBy('chosen_at')
    .orderBy('id')
    .execute()
  return storedFiles(
    work,
    rows.map(({ stored_file_id }) => stored_file_id),
  )
}

/** One news that I may read, whole. */
export const findNews = async (work: Work, me: Me, id: string): Promise<Item | null> => {
  const rows = await readable(work, me)
    .select(['news.id', 'news.words', 'news.class', 'news.published_at', 'news.pinned', 'news.author_id'])
    .select(['news.whole_school', 'news.answer_by', 'news.corrected_at'])
    .where('news.id', '=', id)
    .execute()
  const [row] = await work.open(rows, { words: reading(newsWords, 'id', 'title', 'text') })
  if (!row) return null
  const photos = (await photosShown(work, [id])).get(id) ?? []
  const all = await work.db
    .selectFrom('news_photo')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('news_id', '=', id)
    .executeTakeFirstOrThrow()
  const reacted = await work.db
    .selectFrom('news_reaction')
    .select(['reaction', 'person_id'])
    .where('news_id', '=', id)
    .execute()
  const many = (reaction: Reaction) => reacted.filter((one) => one.reaction === reaction).length
  const read = await work.db
    .selectFrom('news_read')
    .select('confirmed')
    .where('news_id', '=', id)
    .where('person_id', '=', me.id)
    .executeTakeFirst()
  const authors = row.author_id ? await namesOf(work, [row.author_id]) : null
  return {
    id,
    title: row.words.title,
    document: documentFrom(row.words.text),
    class: row.class as NewsClass,
    at: row.published_at!,
    pinned: row.pinned,
    groups: (await groupNames(work, [id])).get(id) ?? [],
    author: (row.author_id && authors?.get(row.author_id)) || null,
    authorId: row.author_id,
    wholeSchool: row.whole_school,
    answerBy: row.answer_by,
    correctedAt: row.corrected_at,
    changes: row.corrected_at ? await changesOf(work, id, row.words) : [],
    photos,
    withheld: all.count - photos.length,
    files: await filesOf(work, id),
    reactions: { thanks: many('thanks'), lovely: many('lovely'), proud: many('proud') },
    mine: (reacted.find((one) => one.person_id === me.id)?.reaction as Reaction | undefined) ?? null,
    confirmed: read?.confirmed ?? false,
  }
}

/** The groups of a news. */
export const groupsOfNews = async (work: Work, id: string): Promise<string[]> =>
  (await work.db.selectFrom('news_group').select('group_id').where('news_id', '=', id).execute()).map(
    ({ group_id }) => group_id,
  )
