import { randomUUID } from 'node:crypto'
import { messageRecord } from '#products/portal/messages/personal-data.ts'
import { beginDraft } from '#products/portal/news/writing/draft.ts'
import { publish } from '#products/portal/news/writing/publishing.ts'
import { giveItem } from '#shared/attention/item.ts'
import type { RichText } from '#shared/rich-text/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { makeConversations } from './booking-school.ts'
import type { BenchSchool } from './school.ts'

const NEWS = 12
const LETTERS = 2

const words = (text: string): RichText => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

const writeNews = async (work: Work, { teacher, group }: BenchSchool, number: number): Promise<void> => {
  const wholeSchool = number % 3 === 0
  const news = await beginDraft(work, teacher, {
    wholeSchool,
    groups: wholeSchool ? [] : [group],
    title: `Wat wij deze week deden (${number})`,
    document: words('Het waaide zo hard dat de vliegers vanzelf omhoog gingen.'),
    class: number === 0 ? 'urgent' : 'to-know',
    answerBy: null,
    publishAt: null,
    expiresOn: null,
    pinned: false,
  })
  await publish(work, news, null)
}

/** A letter of the teacher to the guardians of the group. */
const writeLetter = async (work: Work, { teacher, group, families }: BenchSchool, heading: string): Promise<void> => {
  const [id, message] = [randomUUID(), randomUUID()]
  const members = families.filter((family) => family.group === group)
  await work.db
    .insertInto('message_thread')
    .values({ id, kind: 'letter', group_id: group, owner_id: teacher, begun_at: work.now, last_at: work.now })
    .execute()
  await work.db
    .insertInto('message_member')
    .values(
      members.map(({ guardian, pupil }) => ({
        thread_id: id,
        guardian_id: guardian,
        pupil_id: pupil,
        group_id: null,
        is_current: false,
      })),
    )
    .execute()
  await work.db
    .insertInto('message')
    .values({
      id: message,
      thread_id: id,
      kind: 'text',
      author_id: teacher,
      from_school: true,
      sent_at: work.now,
      record: await work.seal(
        messageRecord,
        { subject: id, row: message },
        { text: 'Neem morgen een oude krant mee.', heading, earlier: [] },
      ),
    })
    .execute()
  const readers = members.map(({ guardian }) => guardian)
  await giveItem(work, { module: 'messages', subject: id, readers, class: 'to-know' })
}

/** Gives the families of a school's first group fifteen things: news, letters, and conversations to choose a time for. */
export const writeToFamilies = async (work: Work, school: BenchSchool): Promise<void> => {
  for (let number = 0; number < NEWS; number++) await writeNews(work, school, number)
  for (let number = 1; number <= LETTERS; number++) await writeLetter(work, school, `Oude kranten (${number})`)
  await makeConversations(work, [school.group])
}

/** A guardian with a child in the first group, of whose children nobody says anything this morning. */
export const quietFamilies = ({ families, group, away }: BenchSchool): string[] =>
  [...new Set(families.filter((family) => family.group === group).map(({ guardian }) => guardian))].filter(
    (guardian) => !families.some((family) => family.guardian === guardian && away.includes(family.pupil)),
  )
