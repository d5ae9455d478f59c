import { z } from 'zod'
import { many, type Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { departIfNothingLeft, returned } from '../leaving/changes.ts'
import { ProtectionForm, RolesForm } from './forms-view.tsx'
import { findPerson, type Person } from './person.ts'
import { colleagues, endProtection, familyOf, protect } from './protection.ts'
import { namedReaders } from './readers.ts'
import { changeRoles, rolesGivenIn } from './roles.ts'
import { office, principal } from './rules.ts'
import { someRoles } from './schemas.ts'
import { peopleTexts } from './texts.ts'

type Problems = Readonly<Record<string, string>>

const refused = (problems: Problems) => (Object.keys(problems).length > 0 ? 422 : 200)

const rolesForm = (visit: Visit<string, Me>, person: Person, problems: Problems = {}) => {
  const t = pick(visit.language, peopleTexts)
  const typed = problems.roles ? visit.typed : { roles: person.roles }
  return visit.page(
    { title: t.person.roles, bare: true, status: refused(problems) },
    <RolesForm
      t={t}
      language={visit.language}
      person={person}
      given={rolesGivenIn[visit.site.kind]}
      typed={typed}
      problems={problems}
    />,
  )
}

const protectionForm = async (
  visit: Visit<string, Me>,
  person: Person,
  family: readonly { id: string; name: string }[],
  typed: Typed,
  problems: Problems = {},
) => {
  const t = pick(visit.language, peopleTexts)
  const others = (await colleagues(visit.work)).filter((one) => one.id !== visit.me.id && one.id !== person.id)
  return visit.page(
    { title: t.person.protect, bare: true, status: refused(problems) },
    <ProtectionForm {...{ t, person, family, typed, problems }} colleagues={others} />,
  )
}

/** Who may do what: roles of the team, and protected identities. */
export const peopleDeciding = new Module('people', { nl: 'Rollen geven en nemen', en: 'Giving and taking roles' })
  .get(urls.roles, office, async (visit) => {
    const person = await findPerson(visit.work, visit.me, visit.params.id)
    return person && !person.isPupil ? rolesForm(visit, person) : visit.notFound()
  })
  .post(urls.roles, office, async (visit) => {
    const person = await findPerson(visit.work, visit.me, visit.params.id)
    if (!person || person.isPupil) return visit.notFound()
    const form = visit.form(z.object({ roles: someRoles(rolesGivenIn[visit.site.kind], 0) }))
    if (!form.ok) return rolesForm(visit, person, form.problems)
    const result = await changeRoles(visit.work, person.id, form.value.roles)
    if (result === 'last') return rolesForm(visit, person, { roles: result })
    if (form.value.roles.length === 0) await departIfNothingLeft(visit.work, [person.id])
    else if (person.left) await returned(visit.work, [person.id])
    return visit.seeOther(urls.person({ id: person.id }))
  })
  .about({ nl: 'Iemands gegevens afschermen', en: 'Protecting somebody’s identity' })
  .get(urls.protection, principal, async (visit) => {
    const { work, me } = visit
    const person = await findPerson(work, me, visit.params.id)
    if (!person) return visit.notFound()
    const family = await familyOf(work, person.id)
    return protectionForm(visit, person, family, {
      readers: [...(await namedReaders(work, person.id))],
      family: family.filter((one) => one.protected).map((one) => one.id),
    })
  })
  .post(urls.protection, principal, async (visit) => {
    const { work, me } = visit
    const person = await findPerson(work, me, visit.params.id)
    const form = visit.form(
      z.object({ deed: z.enum(['protect', 'end']), readers: many(z.uuid()), family: many(z.uuid()) }),
    )
    if (!person || !form.ok) return visit.notFound()
    const back = urls.person({ id: person.id })
    if (form.value.deed === 'end') {
      await endProtection(work, person.id)
      return visit.seeOther(back)
    }
    const family = await familyOf(work, person.id)
    const readers = (await colleagues(work)).filter((one) => form.value.readers.includes(one.id)).map((one) => one.id)
    if (readers.length === 0) return protectionForm(visit, person, family, visit.typed, { readers: 'readers' })
    const also = family.filter((one) => form.value.family.includes(one.id)).map((one) => one.id)
    for (const id of [person.id, ...also]) await protect(work, id, readers, me.id)
    return visit.seeOther(back)
  })
