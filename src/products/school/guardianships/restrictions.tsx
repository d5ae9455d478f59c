import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { colleagues } from '../people/protection.ts'
import { office } from '../people/rules.ts'
import { addRestriction, endRestriction, type FoundRestriction, findRestriction } from './changes.ts'
import { EndingForm, RestrictionForm } from './forms-view.tsx'
import { findTie, type RestrictionKind, type Tie } from './queries.ts'
import { ending, restriction } from './schemas.ts'
import { guardianshipTexts } from './texts.ts'

type Problems = Readonly<Record<string, string>>

const newForm = async (visit: Visit<string, Me>, tie: Tie, typed: Typed, problems?: Problems) => {
  const { work, language } = visit
  const t = pick(language, guardianshipTexts)
  return visit.page(
    { title: t.addRestriction, bare: true, status: problems ? 422 : 200 },
    <RestrictionForm
      {...{ t, language, tie, typed }}
      colleagues={await colleagues(work)}
      today={work.today}
      problems={problems ?? {}}
    />,
  )
}

const endingForm = (visit: Visit<string, Me>, found: FoundRestriction, problems?: Problems) => {
  const t = pick(visit.language, guardianshipTexts)
  return visit.page(
    { title: t.endRestriction, bare: true, status: problems ? 422 : 200 },
    <EndingForm
      t={t}
      action={urls.endRestriction({ id: found.id })}
      back={{ to: urls.person({ id: found.pupil }), word: t.form.back }}
      title={t.ending.restrictionTitle}
      text={t.restriction[found.kind as RestrictionKind]}
      button={t.ending.restrictionButton}
      today={visit.work.today}
      typed={visit.typed}
      problems={problems ?? {}}
    />,
  )
}

/** What a court or the school forbade a guardian for a while, with who saw the evidence. */
export const restrictions = new Module('guardianships', {
  nl: 'Beperkingen voor een ouder',
  en: 'Restrictions for a guardian',
})
  .get(urls.newRestriction, office, async (visit) => {
    const tie = await findTie(visit.work, visit.me, visit.params.id)
    const { today } = visit.work
    return tie ? newForm(visit, tie, { from: today, seenBy: visit.me.id, seenOn: today }) : visit.notFound()
  })
  .post(urls.newRestriction, office, async (visit) => {
    const { work } = visit
    const tie = await findTie(work, visit.me, visit.params.id)
    if (!tie) return visit.notFound()
    const form = visit.form(restriction(work.today))
    if (!form.ok) return newForm(visit, tie, form.typed, form.problems)
    const { seenBy, seenOn, ...given } = form.value
    if (!(await colleagues(work)).some((one) => one.id === seenBy))
      return newForm(visit, tie, visit.typed, { seenBy: 'seenBy' })
    await addRestriction(work, tie, { ...given, evidenceSeenBy: seenBy, evidenceSeenOn: seenOn })
    return visit.seeOther(urls.person({ id: tie.pupil.id }))
  })
  .get(urls.endRestriction, office, async (visit) => {
    const found = await findRestriction(visit.work, visit.me, visit.params.id)
    return found ? endingForm(visit, found) : visit.notFound()
  })
  .post(urls.endRestriction, office, async (visit) => {
    const { work } = visit
    const found = await findRestriction(work, visit.me, visit.params.id)
    if (!found) return visit.notFound()
    const form = visit.form(ending(work.today))
    if (!form.ok) return endingForm(visit, found, form.problems)
    await endRestriction(work, found, form.value)
    return visit.seeOther(urls.person({ id: found.pupil }))
  })
