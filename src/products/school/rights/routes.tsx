import { Module } from '#shared/access/module.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { accountOf, findPerson } from '../people/person.ts'
import { rolesGivenIn } from '../people/roles.ts'
import { office } from '../people/rules.ts'
import { team } from '../photos/rules.ts'
import { hasSettings } from '../settings/rules.ts'
import { settingsTexts } from '../settings/texts.ts'
import { PersonRights } from './person-view.tsx'
import { countsByRole, groundsOf, listSubstitutions, teamByRole } from './queries.ts'
import { openTo, partsOf } from './rights.ts'
import { rightsTexts } from './texts.ts'
import { RightsPage } from './views.tsx'

/** What follows from children, and from being one, at a school. */
const ofFamilies = ['guardian', 'guardian-information-only', 'pupil'] as const

/** Who may see and do what: made of the routes, their rules and the declarations, for a role, a part and a person. */
export const rights = new Module('rights', { nl: 'Rollen en rechten bekijken', en: 'Looking at roles and rights' })
  .setting({
    order: 60,
    section: 'school',
    address: urls.rights(),
    word: { nl: rightsTexts.nl.title, en: rightsTexts.en.title },
    text: { nl: rightsTexts.nl.setting, en: rightsTexts.en.setting },
    icon: 'shield',
    rule: hasSettings,
  })
  .get(urls.rights, team, async (visit) => {
    const { work, me, language, site } = visit
    const t = pick(language, rightsTexts)
    return visit.page(
      { title: t.title },
      <RightsPage
        t={t}
        language={language}
        parts={partsOf(visit.routes)}
        roles={[...rolesGivenIn[site.kind], ...(site.kind === 'school' ? ofFamilies : [])]}
        counts={await countsByRole(work)}
        team={await teamByRole(work, me)}
        substitutions={await listSubstitutions(work, me)}
        today={work.today}
        keeps={office(me)}
        back={hasSettings(me) ? { to: urls.settings(), word: pick(language, settingsTexts).settings } : null}
      />,
    )
  })
  .about({ nl: 'Bekijken wat iemand mag', en: 'Looking at what somebody may do' })
  .get(urls.personRights, office, async (visit) => {
    const { work, me, language } = visit
    const person = await findPerson(work, me, visit.params.id)
    if (!person || person.mergedInto) return visit.notFound()
    const grounds = await groundsOf(work, person.id)
    const t = pick(language, rightsTexts)
    return visit.page(
      { title: t.title },
      <PersonRights
        t={t}
        language={language}
        person={person}
        grounds={grounds}
        parts={openTo(partsOf(visit.routes), grounds.held)}
        account={(await accountOf(work, me, person.id))?.is === 'account'}
        today={work.today}
      />,
    )
  })
