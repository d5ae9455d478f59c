import type { Attention, Shown } from '#shared/access/attention.ts'
import { dayLong, pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { team } from '../rules.ts'
import { list } from './reading.ts'
import { mustReadTexts } from './texts.ts'

/** What I have to read still, on the first page. */
export const mustReadAttention: Attention = {
  show: async ({ work, me, language, site }, items): Promise<readonly Shown[]> => {
    if (!team(me)) return []
    const t = pick(language, mustReadTexts)
    const wanted = new Set(items.map(({ subject }) => subject))
    const open = (await list(work, me)).filter(
      ({ id, closed, asked, confirmedAt }) => wanted.has(id) && !closed && asked && !confirmedAt,
    )
    return open.map(({ id, title, dueOn }) => ({
      subject: id,
      title,
      text: `${t.readBy(dayLong(language, dueOn))}, ${site.name}`,
      to: urls.mustRead({ id }),
      action: t.read,
    }))
  },
}
