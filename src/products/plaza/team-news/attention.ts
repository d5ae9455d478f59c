import type { Attention, Shown } from '#shared/access/attention.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { team } from '../rules.ts'
import { list } from './reading.ts'
import { teamNewsTexts } from './texts.ts'

/** News of the team that I did not open yet, on the first page. */
export const teamNewsAttention: Attention = {
  show: async ({ work, me, language, site }, items): Promise<readonly Shown[]> => {
    if (!team(me)) return []
    const t = pick(language, teamNewsTexts)
    const news = await list(
      work,
      items.map(({ subject }) => subject),
    )
    return news.map(({ id, title, kind, author }) => ({
      subject: id,
      title,
      text: `${t.kinds[kind]}, ${author?.name ?? site.name}`,
      to: urls.teamNewsItem({ id }),
      action: t.read,
    }))
  },
}
