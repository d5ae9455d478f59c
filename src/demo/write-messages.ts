import { keepHouseRules, promisedBy } from '#products/portal/attention/rules/message-rules.ts'
import { homesOf } from '#products/portal/messages/family/homes.ts'
import { messageRecord } from '#products/portal/messages/personal-data.ts'
import { pupilsIn, whoHasASay } from '#products/school/index.ts'
import { momentOf } from '#shared/attention/hours.ts'
import { noRules } from '#shared/attention/house-rules.ts'
import { giveItem } from '#shared/attention/item.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { addDays } from './calendar.ts'
import { groupId } from './groups.ts'
import { pupilId } from './households.ts'
import { type DemoSaid, demoConversations, demoLetters } from './messages.ts'
import type { Part } from './part.ts'
import { demoId } from './random.ts'

type Member = { readonly guardian: string; readonly pupil: string }
type Spoken = DemoSaid & { readonly author: string; readonly heading?: string }
type Planned = {
  readonly id: string
  readonly kind: 'team' | 'letter' | 'reply'
  readonly group: string
  readonly answers?: string
  readonly owner?: string
  readonly members: readonly Member[]
  readonly said: readonly Spoken[]
  /** How many of the members of a letter read it; everybody reads a conversation. */
  readonly readers?: number
}

const at = (today: string, { ago, at: time }: Pick<DemoSaid, 'ago' | 'at'>) => momentOf(addDays(today, -ago), time)

const named = (text: string, givenName: string) => text.replaceAll('{kind}', givenName)

const teacherOf = async (work: Work, group: string): Promise<string | null> => {
  const row = await work.db
    .selectFrom('group_teacher')
    .select('person_id')
    .where('group_id', '=', group)
    .where('from_on', '<=', work.today)
    .where((or) => or.or([or('to_on', 'is', null), or('to_on', '>=', work.today)]))
    .orderBy('from_on')
    .executeTakeFirst()
  return row?.person_id ?? null
}

/** Conversations of a group: two families in three have one, those whom a visitor can be always. */
const conversationsOf = async (work: Work, group: string, teacher: string, names: ReadonlyMap<string, string>) => {
  const shown = new Set([pupilId('yildiz', 'Mila'), pupilId('owusu', 'Zuri'), pupilId('owusu', 'Tobi')])
  const pupils = (await pupilsIn(work, [group])).sort()
  const says = await whoHasASay(work, pupils)
  const homes = await homesOf(work, pupils)
  const planned: Planned[] = []
  for (const [place, pupil] of pupils.entries()) {
    if (place % 3 === 2 && !shown.has(pupil)) continue
    const seen = new Set<string>()
    for (const { guardian } of says.filter((say) => say.pupil === pupil)) {
      const home = homes.of(pupil, guardian)
      if (seen.has(guardian) || home.length === 0) continue
      for (const one of home) seen.add(one)
      const script = demoConversations[(place + planned.length) % demoConversations.length]!
      planned.push({
        id: demoId(`messages/${group}/${pupil}/${guardian}`),
        kind: 'team',
        group,
        members: home.map((one) => ({ guardian: one, pupil })),
        said: script.map((one) => ({
          ...one,
          text: named(one.text, names.get(pupil) ?? ''),
          author: one.by === 'school' ? teacher : guardian,
        })),
      })
    }
  }
  return planned
}

/** Letters of a teacher to all guardians of the group, and the answers. */
const lettersOf = async (work: Work, group: string, teacher: string, names: ReadonlyMap<string, string>) => {
  const says = await whoHasASay(work, await pupilsIn(work, [group]))
  const members = says.map(({ guardian, pupil }) => ({ guardian, pupil }))
  return demoLetters.flatMap(({ ago, heading, text, answers }): Planned[] => {
    const letter: Planned = {
      id: demoId(`letters/${group}/${heading}`),
      kind: 'letter',
      group,
      owner: teacher,
      members,
      said: [{ by: 'school', ago, at: '15:20', text, heading, author: teacher }],
      readers: Math.floor(members.length * (ago > 10 ? 0.9 : 0.6)),
    }
    const replies = answers.map((answer, place): Planned => {
      const from = members[(place * 5 + 3) % members.length]!
      const words = named(answer, names.get(from.pupil) ?? '')
      return {
        id: demoId(`answers/${letter.id}/${place}`),
        kind: 'reply',
        group,
        answers: letter.id,
        owner: teacher,
        members: [from],
        said: [
          { by: 'home', ago: ago - 1, at: `18:0${place}`, text: words, author: from.guardian },
          { by: 'school', ago: ago - 2, at: `08:1${place}`, text: 'Graag, dank je wel.', author: teacher },
        ],
      }
    })
    return [letter, ...replies]
  })
}

/** A question of these days; a word of thanks of long ago asks nothing any more. */
const waitsIn = ({ kind, said }: Planned) => kind !== 'letter' && said.at(-1)!.by === 'home' && said.at(-1)!.ago < 4

const writeThreads = async (work: Work, today: string, planned: readonly Planned[]): Promise<void> => {
  const promises = new Map<string, string | null>()
  for (const one of planned.filter(waitsIn)) promises.set(one.id, await promisedBy(work, at(today, one.said.at(-1)!)))
  await work.db
    .insertInto('message_thread')
    .values(
      planned.map((one) => ({
        id: one.id,
        kind: one.kind,
        group_id: one.group,
        answers_id: one.answers ?? null,
        owner_id: one.owner ?? null,
        begun_at: at(today, one.said[0]!),
        last_at: at(today, one.said.at(-1)!),
        waits_since: waitsIn(one) ? at(today, one.said.at(-1)!) : null,
        promised_on: promises.get(one.id) ?? null,
      })),
    )
    .execute()
  await work.db
    .insertInto('message_member')
    .values(
      planned.flatMap((one) =>
        one.members.map(({ guardian, pupil }) => ({
          thread_id: one.id,
          guardian_id: guardian,
          pupil_id: pupil,
          group_id: one.kind === 'team' ? one.group : null,
          is_current: one.kind === 'team',
        })),
      ),
    )
    .onConflict((same) => same.doNothing())
    .execute()
  const seal = await work.sealer(planned.map(({ id }) => id))
  await work.db
    .insertInto('message')
    .values(
      planned.flatMap((one) =>
        one.said.map((words, place) => {
          const id = demoId(`message/${one.id}/${place}`)
          const next = one.said.slice(place).find(({ by }) => by === 'school')
          const { text, heading = null } = words
          return {
            id,
            thread_id: one.id,
            kind: 'text',
            author_id: words.author,
            from_school: words.by === 'school',
            sent_at: at(today, words),
            record: seal(messageRecord, { subject: one.id, row: id }, { text, heading, earlier: [] }),
            answer_by: words.by === 'home' ? (promises.get(one.id) ?? addDays(today, 2 - words.ago)) : null,
            answered_at: words.by === 'home' && !waitsIn(one) ? at(today, next ?? words) : null,
          }
        }),
      ),
    )
    .execute()
}

/** Everybody read what is not of today; of a letter some have not yet. */
const writeSeen = async (work: Work, today: string, planned: readonly Planned[]): Promise<void> => {
  const rows = planned.flatMap((one) => {
    const last = at(today, one.said.at(-1)!)
    const homeWrote = waitsIn(one)
    const guardians = [...new Set(one.members.map(({ guardian }) => guardian))].slice(0, one.readers)
    const staff = homeWrote ? [] : one.said.filter(({ by }) => by === 'school').map(({ author }) => author)
    return [...new Set([...guardians, ...staff])].map((person) => ({
      thread_id: one.id,
      person_id: person,
      read_to: last,
      seen_at: new Date(last.getTime() + 3_600_000),
    }))
  })
  await work.db.insertInto('message_seen').values(rows).execute()
}

/**
 * Messages of a school year at De Vuurtoren, for the groups that a visitor sees: families and the team, letters of the
 * teacher with what some answered, and a few that wait for an answer now.
 */
export const writeMessages = async (work: Work, { organisation, today, schoolYear, pupils }: Part): Promise<void> => {
  if (organisation.host !== 'vuurtoren') return
  await keepHouseRules(work, { ...noRules, answerWithin: 2, weekMost: 8, family: { from: '07:30', until: '20:00' } })
  const names = new Map(pupils.map(({ id, givenName }) => [id, givenName]))
  const planned: Planned[] = []
  for (const key of ['3', '5', '6']) {
    const group = groupId('vuurtoren', key, schoolYear.name)
    const teacher = await teacherOf(work, group)
    if (!teacher) continue
    planned.push(
      ...(await conversationsOf(work, group, teacher, names)),
      ...(await lettersOf(work, group, teacher, names)),
    )
  }
  if (planned.length === 0) return
  await writeThreads(work, today, planned)
  await writeSeen(work, today, planned)
  for (const one of planned.filter(waitsIn)) {
    const teacher = await teacherOf(work, one.group)
    const answerBy = (await promisedBy(work, at(today, one.said.at(-1)!))) ?? today
    const until = momentOf(addDays(today, 60), '12:00')
    if (teacher)
      await giveItem(work, {
        module: 'messages',
        subject: one.id,
        readers: [teacher],
        class: 'answer',
        answerBy,
        until,
        toldAlready: true,
      })
  }
}
