import type { Attention } from '#shared/access/attention.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { myWindows } from './queries.ts'
import { windowTexts } from './texts.ts'

/** That the school let the supplier look along at me or my child, on the first page. */
export const windowAttention: Attention = {
  show: async ({ work, me, language, site }, items) => {
    if (items.length === 0) return []
    const t = pick(language, windowTexts)
    const wanted = new Set(items.map(({ subject }) => subject))
    return (await myWindows(work, me))
      .filter(({ id }) => wanted.has(id))
      .map(({ id, name }) => ({
        subject: id,
        title: t.told.title(name),
        text: t.told.text(site.name),
        to: urls.supportWindow({ id }),
        action: t.told.look,
      }))
  },
}
