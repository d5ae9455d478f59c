import type { Attention, Shown, There } from '#shared/access/attention.ts'
import type { Item } from '#shared/attention/item.ts'
import { oneOf } from '#shared/database/one-of.ts'
import { listOf, pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { guardian } from '../rules.ts'
import { conversationTexts } from '../texts.ts'
import { myRounds } from './queries.ts'

/** Rounds in which a child has no time yet, and times that came free for who waits. */
const show = async ({ work, me, language, site }: There, items: readonly Item[]): Promise<readonly Shown[]> => {
  if (!guardian(me)) return []
  const rounds = (await myRounds(work, me)).filter(({ open }) => open)
  const t = pick(language, conversationTexts).attention
  const waits = await work.db
    .selectFrom('conversation_wait')
    .select(['id', 'round_id', 'pupil_id'])
    .where('id', 'in', oneOf(items.map(({ subject }) => subject)))
    .where('guardian_id', '=', me.id)
    .execute()
  return items.flatMap(({ subject }): Shown[] => {
    const wait = waits.find(({ id }) => id === subject)
    const round = rounds.find(({ id }) => id === (wait?.round_id ?? subject))
    const children = round?.children.filter(
      ({ pupil, mine, free }) => !mine && free.length > 0 && (!wait || wait.pupil_id === pupil),
    )
    if (!round || !children || children.length === 0) return []
    const names = listOf(
      language,
      children.map(({ name }) => name.givenName),
    )
    const title = wait ? t.freeTitle(names) : t.title(names)
    return [{ subject, title, text: `${round.title}, ${site.name}`, to: urls.conversations(), action: t.action }]
  })
}

export const familyConversations: Attention = { show }
