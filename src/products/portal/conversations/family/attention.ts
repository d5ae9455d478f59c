import { namesOf } from '#products/school/index.ts'
import type { Attention, Shown, There } from '#shared/access/attention.ts'
import type { Item } from '#shared/attention/item.ts'
import { oneOf } from '#shared/database/one-of.ts'
import { listOf, pick } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import { guardian } from '../rules.ts'
import { swapsOf } from '../swapping.ts'
import type { NoticeKind } from '../telling.ts'
import { type Choices, choicesOfMine, type RoundChoices } from './choices.ts'
import { moment } from './choose-view.tsx'
import { familyTexts } from './texts.ts'

const noticesOf = (work: Work, ids: readonly string[], pupils: readonly string[]) =>
  work.db
    .selectFrom('conversation_notice')
    .select(['id', 'round_id', 'pupil_id', 'kind', 'was_at', 'now_at'])
    .where('id', 'in', oneOf(ids))
    .where('pupil_id', 'in', oneOf(pupils))
    .execute()

const waitsOf = (work: Work, me: string, ids: readonly string[]) =>
  work.db
    .selectFrom('conversation_wait')
    .select(['id', 'round_id', 'pupil_id'])
    .where('id', 'in', oneOf(ids))
    .where('guardian_id', '=', me)
    .execute()

type Found = { readonly round: RoundChoices; readonly child: Choices }

/** Rounds without a time yet, times that came free for who waits, questions to swap, and what happened to an appointment. */
const show = async ({ work, me, language, site }: There, items: readonly Item[]): Promise<readonly Shown[]> => {
  if (!guardian(me)) return []
  const rounds = await choicesOfMine(work, me)
  if (rounds.length === 0) return []
  const all: Found[] = rounds.flatMap((round) => round.children.map((child) => ({ round, child })))
  const ids = items.map(({ subject }) => subject).filter((id) => !rounds.some((round) => round.id === id))
  const mine = all.flatMap(({ child }) => child.mine?.booking?.id ?? [])
  const pupils = [...new Set(all.map(({ child }) => child.pupil))]
  const [names, waits, swaps, notices] = await Promise.all([
    namesOf(work, pupils),
    ids.length > 0 ? waitsOf(work, me.id, ids) : [],
    ids.length > 0 ? swapsOf(work, mine) : [],
    ids.length > 0 ? noticesOf(work, ids, pupils) : [],
  ])
  const called = ({ pupil }: Choices) => names.get(pupil)?.givenName ?? ''
  const t = pick(language, familyTexts).attention
  const of = (round: string, pupil: string) => all.find((one) => one.round.id === round && one.child.pupil === pupil)
  const under = (round: RoundChoices) => `${round.title}, ${site.name}`
  const choosing = (round: RoundChoices, children: readonly Choices[], title: (names: string) => string) => {
    const open = children.filter((child) => !child.mine && child.free.length > 0 && names.has(child.pupil))
    if (!round.open || open.length === 0) return []
    const to = urls.bookConversations({ round: round.id })
    return [
      {
        title: title(
          listOf(
            language,
            open.map(called).sort((one, other) => one.localeCompare(other, 'nl')),
          ),
        ),
        text: under(round),
        to,
        action: t.action,
      },
    ]
  }
  const said = (subject: string): Omit<Shown, 'subject'>[] => {
    const round = rounds.find(({ id }) => id === subject)
    if (round) return choosing(round, round.children, t.title)
    const wait = waits.find(({ id }) => id === subject)
    const waiting = wait && of(wait.round_id, wait.pupil_id)
    if (waiting) return choosing(waiting.round, [waiting.child], t.freeTitle)
    const swap = swaps.find(({ id }) => id === subject)
    const asked = swap && all.find(({ child }) => child.mine?.booking?.id === swap.wanted.id)
    if (asked) {
      const title = t.swapTitle(called(asked.child))
      return [{ title, text: under(asked.round), to: urls.conversations(), action: t.swapAction }]
    }
    const notice = notices.find(({ id }) => id === subject)
    const about = notice && of(notice.round_id, notice.pupil_id)
    if (!about) return []
    const was = moment(language, notice.was_at)
    const now = notice.now_at ? moment(language, notice.now_at) : was
    const title = t.notices[notice.kind as NoticeKind](called(about.child), now, was)
    return [{ title, text: under(about.round), to: urls.conversations(), action: t.look }]
  }
  return items.flatMap(({ subject }) => said(subject).map((one) => ({ subject, ...one })))
}

export const familyConversations: Attention = { show }
