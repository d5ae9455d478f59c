import { newsWords, replyRecord } from '#products/plaza/team-news/personal-data.ts'
import { MODULE } from '#products/plaza/team-news/writing.ts'
import { giveItem } from '#shared/attention/item.ts'
import { documentOfTyped } from '#shared/rich-text/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { addDays, momentOf } from './calendar.ts'
import { type Part, teamOf } from './part.ts'
import { demoId } from './random.ts'
import { staffId } from './staff.ts'

type Plan = {
  readonly key: string
  readonly author: string
  readonly kind: 'need' | 'nice'
  readonly wholeText: boolean
  readonly daysAgo: number
  readonly title: string
  readonly text: string
  readonly replies: readonly {
    readonly by: string
    readonly daysAgo: number
    readonly at: string
    readonly text: string
  }[]
}

const plans: readonly Plan[] = [
  {
    key: 'boiler',
    author: 'Wim Postma',
    kind: 'need',
    wholeText: true,
    daysAgo: 1,
    title: 'Donderdag tot tien uur geen verwarming',
    text: 'De monteur vervangt donderdag de ketel. **Tot tien uur is het koud** in de hele school.\n\n- Laat kinderen hun trui aanhouden.\n- De kleuters beginnen in het speellokaal, daar staan kachels.\n\nDuurt het langer, dan kom ik langs.',
    replies: [
      {
        by: 'Hatice Aydın',
        daysAgo: 1,
        at: '15:52',
        text: 'Ik zet het vandaag ook in het bericht aan de ouders van groep 5.',
      },
      { by: 'Anouk Visser', daysAgo: 1, at: '16:05', text: 'Graag. Ik zorg voor thee in de hal.' },
    ],
  },
  {
    key: 'library',
    author: 'Anouk Visser',
    kind: 'nice',
    wholeText: false,
    daysAgo: 4,
    title: 'De bibliotheek heeft 200 nieuwe boeken',
    text: 'Ze staan in de kast bij de trap. Neem er gerust een stapel mee naar je groep, en schrijf op het briefje wat je hebt.',
    replies: [],
  },
]

/** What goes on in the team of De Vuurtoren: one to know, with a discussion, and one that is nice. */
export const writeTeamNews = async (work: Work, part: Part): Promise<void> => {
  if (part.organisation.host !== 'vuurtoren') return
  for (const plan of plans) await write(work, part.today, plan, teamOf(part))
}

const write = async (work: Work, today: string, plan: Plan, team: readonly string[]) => {
  const id = demoId(`team-news/${plan.key}`)
  const author = staffId('vuurtoren', plan.author)
  const at = new Date(momentOf(addDays(today, -plan.daysAgo), '15:20'))
  const replies = plan.replies.map((reply, number) => ({
    id: demoId(`team-news/${plan.key}/${number}`),
    author_id: staffId('vuurtoren', reply.by),
    written_at: new Date(momentOf(addDays(today, -reply.daysAgo), reply.at)),
    text: reply.text,
  }))
  const words = { title: plan.title, text: JSON.stringify(documentOfTyped(plan.text)) }
  await work.db
    .insertInto('team_news')
    .values({
      id,
      author_id: author,
      kind: plan.kind,
      whole_text: plan.wholeText,
      words: await work.seal(newsWords, { subject: id, row: id }, words),
      published_at: at,
      last_at: replies.at(-1)?.written_at ?? at,
      request_key: demoId(`team-news/${plan.key}/request`),
    })
    .execute()
  await work.db
    .insertInto('team_news_reader')
    .values(team.map((person_id) => ({ news_id: id, person_id, given_at: at })))
    .execute()
  for (const { text, ...reply } of replies)
    await work.db
      .insertInto('team_news_reply')
      .values({
        ...reply,
        news_id: id,
        record: await work.seal(replyRecord, { subject: id, row: reply.id }, { text }),
        request_key: demoId(`team-news/${reply.id}/request`),
      })
      .execute()
  const readers = team.filter((person) => person !== author)
  await giveItem(work, { module: MODULE, subject: id, readers, class: 'to-know', from: at, toldAlready: true })
}
