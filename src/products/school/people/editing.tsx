import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import type { Child } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { returned } from '../leaving/changes.ts'
import { oneOf } from '../typed.ts'
import { addColleague, changeDetails, type Details, detailsToEdit, heldDetails, makeColleague } from './changes.ts'
import { meet, versionOf } from './difference.ts'
import { DifferenceForm } from './difference-view.tsx'
import { EditForm, NewColleagueForm } from './forms-view.tsx'
import { latestDeed } from './history.ts'
import { type Lookalike, lookalikesOf } from './lookalikes.ts'
import { findPerson } from './person.ts'
import { rolesGivenIn } from './roles.ts'
import { office } from './rules.ts'
import { details, editing, someRoles } from './schemas.ts'
import { peopleTexts } from './texts.ts'

type Problems = Readonly<Record<string, string>>

const texts = (stored: Details): Record<string, string> =>
  Object.fromEntries(Object.entries(stored).map(([name, value]) => [name, value ?? '']))

/** Without the fields that the form did not show. */
const given = <T extends object>(changed: T) =>
  Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>
  }

const NONE: Problems = {}

const newColleague = (
  visit: Visit<string, Me>,
  typed: Typed = {},
  problems: Problems = NONE,
  found: readonly Lookalike[] = [],
) => {
  const t = pick(visit.language, peopleTexts)
  const given = rolesGivenIn[visit.site.kind]
  return visit.page(
    { title: t.edit.newTitle, bare: true, status: problems === NONE && found.length === 0 ? 200 : 422 },
    <NewColleagueForm t={t} language={visit.language} given={given} typed={typed} problems={problems} found={found} />,
  )
}

/** Corrections by the office, and colleagues added by hand. */
export const peopleEditing = new Module('people', {
  nl: 'Gegevens van mensen veranderen',
  en: 'Changing people’s details',
})
  .get(urls.newStaff, office, (visit) => newColleague(visit))
  .post(urls.newStaff, office, async (visit) => {
    const given = rolesGivenIn[visit.site.kind]
    const form = visit.form(z.object({ ...details, roles: someRoles(given, 1) }))
    if (!form.ok) return newColleague(visit, form.typed, form.problems)
    const { roles, ...record } = form.value
    const chosen = oneOf(visit.typed, 'person')
    const known = chosen ? await findPerson(visit.work, visit.me, chosen) : null
    if (known && !known.isPupil) {
      await makeColleague(visit.work, known.id, roles)
      if (known.left) await returned(visit.work, [known.id])
      return visit.seeOther(urls.person({ id: known.id }))
    }
    const found = oneOf(visit.typed, 'other') ? [] : await lookalikesOf(visit.work, 'adult', record)
    if (found.length > 0) return newColleague(visit, visit.typed, NONE, found)
    const id = await addColleague(visit.work, record, roles)
    return visit.seeOther(urls.person({ id }))
  })
  .get(urls.editPerson, office, async (visit) => {
    const { work, me, language } = visit
    const person = await findPerson(work, me, visit.params.id)
    const now = person && (await detailsToEdit(work, me, person.id))
    if (!person || !now) return visit.notFound()
    const t = pick(language, peopleTexts)
    return visit.page(
      { title: t.person.edit, bare: true },
      <EditForm t={t} person={person} version={versionOf(work, texts(now))} typed={texts(now)} problems={{}} />,
    )
  })
  .post(urls.editPerson, office, async (visit) => {
    const { work, me, language, typed } = visit
    const { id } = visit.params
    const person = await findPerson(work, me, id)
    const now = person && (await heldDetails(work, me, id))
    if (!person || !now) return visit.notFound()
    const t = pick(language, peopleTexts)
    const form = visit.form(editing)
    const page = (content: Child) => visit.page({ title: t.person.edit, bare: true, status: 422 }, content)
    if (!form.ok)
      return page(<EditForm {...{ t, person, typed }} version={oneOf(typed, 'version')} problems={form.problems} />)
    const { choose, stay } = meet(work, typed, texts(now))
    if (choose)
      return page(
        <DifferenceForm
          {...{ language, choose, typed }}
          t={t.difference}
          action={urls.editPerson({ id })}
          back={{ to: urls.person({ id }), word: t.edit.backTo(person.name) }}
          title={t.edit.title(person.name)}
          version={versionOf(work, texts(now))}
          label={(field) => t.edit[field as keyof Details]}
          words={(_, value) => value}
          deed={await latestDeed(work, id, ['changed-details', 'merged'])}
        />,
      )
    const changed = Object.entries(given(form.value)).filter(([name]) => name !== 'version' && !stay.includes(name))
    await changeDetails(work, me, id, Object.fromEntries(changed))
    return visit.seeOther(urls.person({ id }))
  })
