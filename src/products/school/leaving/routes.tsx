import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { EndingForm } from '../guardianships/forms-view.tsx'
import { ending } from '../guardianships/schemas.ts'
import { guardianshipTexts } from '../guardianships/texts.ts'
import { findPerson, type Person } from '../people/person.ts'
import { office } from '../people/rules.ts'
import { leave, stay } from './changes.ts'
import { leavingTexts } from './texts.ts'

const wordsFor = (visit: Visit<string, Me>, person: Person) => {
  const t = pick(visit.language, leavingTexts)
  const name = person.givenName
  if (person.isPupil) return { title: t.title(name), text: t.pupilText(name), button: t.button(name) }
  return {
    title: t.titleStaff(name),
    text: person.isGuardian ? t.staffGuardianText(name) : t.staffText(name),
    button: t.staffButton(name),
  }
}

const form = (visit: Visit<string, Me>, person: Person, problems?: Readonly<Record<string, string>>) => {
  const t = pick(visit.language, guardianshipTexts)
  const words = pick(visit.language, leavingTexts)
  return visit.page(
    { title: words.begin, bare: true, status: problems ? 422 : 200 },
    <EndingForm
      t={{ ...t, problems: { ...t.problems, ...words.problems }, ending: { ...t.ending, lastDay: words.lastDay } }}
      action={urls.leaving({ id: person.id })}
      back={{ to: urls.person({ id: person.id }), word: t.form.backTo(person.givenName) }}
      today={visit.work.today}
      typed={visit.typed}
      problems={problems ?? {}}
      {...wordsFor(visit, person)}
    />,
  )
}

/** A pupil or colleague who is here, and may leave. A guardian leaves with the last child. */
const leaver = async ({ work, me, params }: Visit<'/people/:id/leaving', Me>) => {
  const person = await findPerson(work, me, params.id)
  return person && !person.left && (person.isPupil || person.roles.length > 0) ? person : null
}

/** Who leaves school, on which day, and not after all. */
export const leaving = new Module('people', { nl: 'Iemand gaat van school', en: 'Somebody leaves the school' })
  .get(urls.leaving, office, async (visit) => {
    const person = await leaver(visit)
    return person ? form(visit, person) : visit.notFound()
  })
  .post(urls.leaving, office, async (visit) => {
    const person = await leaver(visit)
    if (!person) return visit.notFound()
    const parsed = visit.form(ending(visit.work.today))
    if (!parsed.ok) return form(visit, person, parsed.problems)
    const result = await leave(visit.work, person.id, parsed.value)
    return result === 'done' ? visit.seeOther(urls.person({ id: person.id })) : form(visit, person, { when: 'last' })
  })
  .post(urls.stay, office, async (visit) => {
    const person = await findPerson(visit.work, visit.me, visit.params.id)
    if (!person || person.left) return visit.notFound()
    await stay(visit.work, person.id)
    return visit.seeOther(urls.person({ id: person.id }))
  })
