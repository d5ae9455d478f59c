import type { Attention } from '#shared/access/attention.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { allAsked } from './queries.ts'
import { told } from './rules.ts'
import { breakGlassTexts } from './texts.ts'

/** That the supplier looks in an emergency: to who answers for it, and to whom it is about. */
export const breakGlassAttention: Attention = {
  show: async ({ work, me, language }, items) => {
    if (items.length === 0) return []
    const t = pick(language, breakGlassTexts).told
    const wanted = new Set(items.map(({ subject }) => subject))
    return (await allAsked(work))
      .filter(({ id }) => wanted.has(id))
      .map(({ id, customerName }) => ({
        subject: id,
        title: t.title,
        text: t.text(customerName),
        body: t.intro,
        to: told(me) ? urls.breakGlassTold({ id }) : urls.supportWindow({ id }),
        action: t.look,
      }))
  },
}
