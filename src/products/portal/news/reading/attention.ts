import type { Attention, Shown, There } from '#shared/access/attention.ts'
import type { Item } from '#shared/attention/item.ts'
import { listOf, pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { reader } from '../rules.ts'
import { newsTexts } from '../texts.ts'
import { storiesNamed } from './queries.ts'

/** News as it stands in somebody's list: what that person may no longer read is not there. */
const show = async ({ work, me, language, site }: There, items: readonly Item[]): Promise<readonly Shown[]> => {
  if (!reader(me)) return []
  const t = pick(language, newsTexts).attention
  const stories = await storiesNamed(
    work,
    me,
    items.map(({ subject }) => subject),
  )
  return stories.map((story) => {
    const from = [...story.groups, ...(story.author ? [story.author.name] : [])]
    return {
      subject: story.id,
      title: story.title,
      text: from.length > 0 ? t.by(listOf(language, from), site.name) : site.name,
      ...(story.class === 'urgent' ? { body: story.beginning } : {}),
      to: urls.newsItem({ id: story.id }),
      action: t.read,
    }
  })
}

export const newsAttention: Attention = { show }
