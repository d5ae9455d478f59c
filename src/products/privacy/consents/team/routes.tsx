import { listGroups } from '#products/school/index.ts'
import { Module } from '#shared/access/module.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { team } from '../rules.ts'
import { CONSENTS } from '../settling.ts'
import { picturesOf } from './queries.ts'
import { teamTexts } from './texts.ts'
import { PictureGroups, Pictures } from './views.tsx'

/** For who takes pictures: which children of a group may not be in them. */
export const pictureConsents = new Module('picture-consents', {
  nl: 'Wie niet op de foto mag',
  en: 'Who may not be in the photo',
})
  .place({
    order: 35,
    address: urls.consentGroups(),
    word: { nl: teamTexts.nl.place, en: teamTexts.en.place },
    icon: 'camera-off',
    rule: team,
    railOnly: true,
  })
  .get(urls.consentGroups, team, async (visit) => {
    const { work, me, language } = visit
    const t = pick(language, teamTexts)
    const groups = await listGroups(work, me)
    if (groups.length === 1) return visit.seeOther(urls.consentGroup({ group: groups[0]!.id }))
    return visit.page({ title: t.title }, <PictureGroups t={t} groups={groups} />)
  })
  .get(urls.consentGroup, team, async (visit) => {
    const { work, me, language, params, query } = visit
    const found = await picturesOf(work, me, params.group)
    if (!found) return visit.notFound()
    const t = pick(language, teamTexts)
    const chosen = found.purposes.find(({ id }) => id === query.get('for'))
    return visit.page(
      { title: `${t.title} ${found.name}`, live: CONSENTS },
      <Pictures {...{ t, language, found, chosen }} group={params.group} today={work.today} />,
    )
  })
