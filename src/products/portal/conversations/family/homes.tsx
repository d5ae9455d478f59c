import type { Module } from '#shared/access/module.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { wish } from '../joining.ts'
import { guardian } from '../rules.ts'
import { choicesOfMine } from './choices.ts'
import { showFamily } from './page.tsx'
import { familyTexts } from './texts.ts'

/** What guardians who live apart choose: to come together or each alone. */
export const homesRoutes = (module: Module): Module =>
  module.post(urls.conversationWish, guardian, async (visit) => {
    const { work, me, params, typed } = visit
    const round = (await choicesOfMine(work, me)).find(({ id, open }) => id === params.round && open)
    const child = round?.children.find(({ pupil, homes }) => pupil === params.pupil && homes)
    const wanted = typed.wish === 'together' || typed.wish === 'apart' ? typed.wish : null
    if (!round || !child || !wanted) return visit.notFound()
    const done = await wish(work, round, { pupil: child.pupil, guardian: me.id, wish: wanted })
    if (!done) return showFamily(visit, pick(visit.language, familyTexts).homes.busy)
    return visit.seeOther(urls.conversations({ done: 'together' }))
  })
