import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { returned } from '../leaving/changes.ts'
import { addPeople } from '../people/adding.ts'
import { type Difference, meet, type Values, versionOf } from '../people/difference.ts'
import { DifferenceForm } from '../people/difference-view.tsx'
import { latestDeed } from '../people/history.ts'
import { type Lookalike, lookalikesOf } from '../people/lookalikes.ts'
import { findPerson } from '../people/person.ts'
import { office } from '../people/rules.ts'
import { details } from '../people/schemas.ts'
import { peopleTexts } from '../people/texts.ts'
import { oneOf } from '../typed.ts'
import { findAdult, searchAdults } from './adults.ts'
import { addGuardianship, changeGuardianship, endGuardianship, holdGuardianship } from './changes.ts'
import { EndingForm, NewGuardianshipForm, TermsForm } from './forms-view.tsx'
import { findTie, type Guardianship, type Tie } from './queries.ts'
import { ending, terms } from './schemas.ts'
import { guardianshipTexts } from './texts.ts'

type Problems = Readonly<Record<string, string>>

/** What most guardians of a pupil are and may, to begin with. */
const usual: Typed = { may: ['lives-with', 'be-contacted', 'collect'], callOrder: '1' }

const asTyped = (one: Guardianship): Typed => ({
  relation: one.relation,
  authority: one.informationOnly ? 'information-only' : one.authority,
  may: [
    ...(one.livesWith ? ['lives-with'] : []),
    ...(one.mayBeContacted ? ['be-contacted'] : []),
    ...(one.mayCollect ? ['collect'] : []),
  ],
  callOrder: String(one.callOrder),
  note: one.note ?? '',
})

const newForm = async (
  visit: Visit<string, Me>,
  id: string,
  typed: Typed,
  problems?: Problems,
  found: readonly Lookalike[] = [],
) => {
  const { work, me, language, query } = visit
  const pupil = await findPerson(work, me, id)
  if (!pupil?.isPupil) return visit.notFound()
  const t = pick(language, guardianshipTexts)
  const chosen = oneOf(typed, 'guardian') || query.get('guardian')
  const guardian = chosen ? await findAdult(work, chosen) : null
  const name = oneOf(typed, 'name')
  return visit.page(
    { title: t.addGuardian, bare: true, status: problems ? 422 : 200 },
    <NewGuardianshipForm
      {...{ t, pupil, guardian, typed, found, language }}
      people={pick(language, peopleTexts)}
      searched={{ name, found: await searchAdults(work, name) }}
      problems={problems ?? {}}
    />,
  )
}

const termsForm = (visit: Visit<string, Me>, tie: Tie, typed: Typed, problems?: Problems) => {
  const t = pick(visit.language, guardianshipTexts)
  const version = problems ? oneOf(typed, 'version') : versionOf(visit.work, valuesOf(tie.guardianship))
  return visit.page(
    { title: t.change, bare: true, status: problems ? 422 : 200 },
    <TermsForm t={t} tie={tie} version={version} typed={typed} problems={problems ?? {}} />,
  )
}

/** The same as one text per field, as two who change it at once compare it. */
const valuesOf = (one: Guardianship): Values =>
  Object.fromEntries(Object.entries(asTyped(one)).map(([name, value]) => [name, [value].flat().join(' ')]))

/** A colleague changed the terms meanwhile: both texts of each field that differs, to choose from. */
const differencePage = async (visit: Visit<string, Me>, tie: Tie, choose: readonly Difference[]) => {
  const { work, language, typed } = visit
  const t = pick(language, guardianshipTexts)
  const words = (field: string, value: string) => {
    if (field === 'authority') return t.form.authorities[value as keyof typeof t.form.authorities] ?? value
    if (field !== 'may') return value
    const right = { 'lives-with': t.form.livesWith, 'be-contacted': t.form.beContacted, collect: t.form.collect }
    return value
      .split(' ')
      .map((one) => right[one as keyof typeof right])
      .join(', ')
  }
  return visit.page(
    { title: t.change, bare: true, status: 422 },
    <DifferenceForm
      {...{ language, choose, typed, words }}
      t={pick(language, peopleTexts).difference}
      action={urls.guardianship({ id: tie.guardianship.id })}
      back={{ to: urls.person({ id: tie.pupil.id }), word: t.form.backTo(tie.pupil.givenName) }}
      title={t.form.changeTitle(tie.guardian.name, tie.pupil.givenName)}
      version={versionOf(work, valuesOf(tie.guardianship))}
      label={(field) => t.form[field as 'relation' | 'authority' | 'may' | 'callOrder' | 'note']}
      deed={await latestDeed(work, tie.pupil.id, ['changed-guardianship'])}
    />,
  )
}

const endingForm = (visit: Visit<string, Me>, { guardianship, guardian, pupil }: Tie, problems?: Problems) => {
  const t = pick(visit.language, guardianshipTexts)
  return visit.page(
    { title: t.end, bare: true, status: problems ? 422 : 200 },
    <EndingForm
      t={t}
      action={urls.endGuardianship({ id: guardianship.id })}
      back={{ to: urls.person({ id: pupil.id }), word: t.form.backTo(pupil.givenName) }}
      title={t.ending.title(guardian.name, pupil.givenName)}
      text={t.ending.text(guardian.name, pupil.givenName)}
      button={t.ending.button(guardian.name)}
      today={visit.work.today}
      typed={visit.typed}
      problems={problems ?? {}}
    />,
  )
}

/** Who is whose guardian, and what each may: added, changed and ended by the office. */
export const guardianships = new Module('guardianships', {
  nl: 'Wie de ouders van een kind zijn',
  en: 'Who a pupil’s guardians are',
})
  .get(urls.newGuardianship, office, (visit) => newForm(visit, visit.params.id, usual))
  .post(urls.newGuardianship, office, async (visit) => {
    const { work, me, typed } = visit
    const { id } = visit.params
    const pupil = await findPerson(work, me, id)
    if (!pupil?.isPupil) return visit.notFound()
    const existing = oneOf(typed, 'guardian') ? await findAdult(work, oneOf(typed, 'guardian')) : null
    if (oneOf(typed, 'guardian') && !existing) return visit.notFound()
    const form = visit.form(z.object(existing ? terms : { ...details, ...terms }))
    if (!form.ok) return newForm(visit, id, form.typed, form.problems)
    const looks = existing || oneOf(typed, 'other') ? [] : await lookingLike(visit, form.value)
    if (looks.length > 0) return newForm(visit, id, typed, {}, looks)
    const guardian = existing?.id ?? (await addNew(visit, form.value))
    const result = await addGuardianship(work, id, guardian, form.value)
    if (result === 'already') return newForm(visit, id, visit.typed, { guardian: 'already' })
    if (existing?.left) await returned(work, [guardian])
    return visit.seeOther(existing ? urls.person({ id }) : urls.person({ id: guardian }))
  })
  // A name is posted, never in the address: addresses stay behind in histories and in logs of others.
  .post(urls.searchGuardian, office, (visit) =>
    newForm(visit, visit.params.id, { ...usual, name: oneOf(visit.typed, 'name') }),
  )
  .get(urls.guardianship, office, async (visit) => {
    const tie = await findTie(visit.work, visit.me, visit.params.id)
    return tie ? termsForm(visit, tie, asTyped(tie.guardianship)) : visit.notFound()
  })
  .post(urls.guardianship, office, async (visit) => {
    const { work, me, params } = visit
    await holdGuardianship(work, params.id)
    const tie = await findTie(work, me, params.id)
    if (!tie) return visit.notFound()
    const form = visit.form(z.object(terms))
    if (!form.ok) return termsForm(visit, tie, form.typed, form.problems)
    // No box ticked is sent as nothing: for who compares it is a field all the same.
    const { choose, stay } = meet(work, { may: '', ...visit.typed }, valuesOf(tie.guardianship))
    if (choose) return differencePage(visit, tie, choose)
    const stored = z.object(terms).parse(asTyped(tie.guardianship))
    const kept = Object.fromEntries(stay.map((name) => [name, stored[name as keyof typeof stored]]))
    await changeGuardianship(work, tie, { ...form.value, ...kept })
    return visit.seeOther(urls.person({ id: tie.pupil.id }))
  })
  .get(urls.endGuardianship, office, async (visit) => {
    const tie = await findTie(visit.work, visit.me, visit.params.id)
    return tie ? endingForm(visit, tie) : visit.notFound()
  })
  .post(urls.endGuardianship, office, async (visit) => {
    const { work } = visit
    const tie = await findTie(work, visit.me, visit.params.id)
    if (!tie) return visit.notFound()
    const form = visit.form(ending(work.today))
    if (!form.ok) return endingForm(visit, tie, form.problems)
    await endGuardianship(work, tie, form.value)
    return visit.seeOther(urls.person({ id: tie.pupil.id }))
  })

const lookingLike = ({ work }: Visit<string, Me>, value: object) =>
  lookalikesOf(work, 'adult', z.object(details).parse(value))

const addNew = async (visit: Visit<string, Me>, value: object): Promise<string> => {
  const [id] = await addPeople(visit.work, [{ record: z.object(details).parse(value) }])
  return id!
}
