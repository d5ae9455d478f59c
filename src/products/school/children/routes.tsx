import { Module } from '#shared/access/module.ts'
import { withRole } from '#shared/access/rule.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { myChild, myChildren } from './queries.ts'
import { childrenTexts } from './texts.ts'
import { Children, ChildView } from './views.tsx'

/** Who has a child here and may know how it is. */
const guardian = withRole(
  { nl: 'ouders en verzorgers, over hun eigen kinderen', en: 'guardians, about their own children' },
  'guardian',
)

/** A guardian's own children. */
export const children = new Module('children', { nl: 'Je eigen kinderen', en: 'Your own children' })
  .place({
    order: 20,
    address: urls.children(),
    word: { nl: childrenTexts.nl.children, en: childrenTexts.en.children },
    icon: 'backpack',
    rule: guardian,
  })
  .get(urls.children, guardian, async (visit) => {
    const { work, me, language } = visit
    const t = pick(language, childrenTexts)
    const mine = await myChildren(work, me)
    return visit.page({ title: t.children }, <Children t={t} language={language} mine={mine} />)
  })
  .get(urls.child, guardian, async (visit) => {
    const { work, me, language } = visit
    const child = await myChild(work, me, visit.params.id)
    if (!child) return visit.notFound()
    const t = pick(language, childrenTexts)
    return visit.page({ title: t.children }, <ChildView t={t} language={language} child={child} />)
  })
