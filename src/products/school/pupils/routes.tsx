import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { keepsBirthDates } from '../imports/state.ts'
import { leavingTexts } from '../leaving/texts.ts'
import { schoolYearOf } from '../organisations/groups.ts'
import { type Lookalike, lookalikesOf } from '../people/lookalikes.ts'
import { findPerson, type Person } from '../people/person.ts'
import { office } from '../people/rules.ts'
import { details, pastDay } from '../people/schemas.ts'
import { peopleTexts } from '../people/texts.ts'
import { day, oneOf } from '../typed.ts'
import { addPupil, bringBack, changeGroup, homeGroups, type Place, placeOf } from './placing.ts'
import { pupilTexts } from './texts.ts'
import { NewPupilForm, PlaceForm } from './views.tsx'

type Problems = Readonly<Record<string, string>>

const chosenYear = z.preprocess(
  (year) => year || null,
  z.enum(['1', '2', '3', '4', '5', '6', '7', '8'], 'year').nullable(),
)

/** A place from a day on. A first day may have passed, but not before this school year. */
export const placing = (today: string, least: string) => ({
  group: z.uuid('group'),
  year: chosenYear,
  from: day('from').refine(
    (from) => from >= least && from <= `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`,
    least === today ? 'past' : 'from',
  ),
})

/** The group that was chosen, when it is one of this school year. */
export const groupChosen = async (
  visit: Visit<string, Me>,
  given: { group: string; year: string | null; from: string },
) => {
  const group = (await homeGroups(visit.work)).find(({ id }) => id === given.group)
  return group ? ({ ...given, group } satisfies Place) : null
}

const newForm = async (
  visit: Visit<string, Me>,
  typed: Typed,
  problems: Problems | null,
  found: readonly Lookalike[] = [],
) => {
  const t = pick(visit.language, pupilTexts)
  return visit.page(
    { title: t.add, bare: true, status: problems ? 422 : 200 },
    <NewPupilForm
      {...{ t, typed, found }}
      language={visit.language}
      people={pick(visit.language, peopleTexts)}
      groups={await homeGroups(visit.work)}
      birthDates={(await keepsBirthDates(visit.work)) ?? false}
      problems={problems ?? {}}
    />,
  )
}

type Deed = 'group' | 'return'

const placeForm = async (visit: Visit<string, Me>, deed: Deed, person: Person, typed: Typed, problems?: Problems) => {
  const t = pick(visit.language, pupilTexts)
  const leaving = pick(visit.language, leavingTexts)
  const words =
    deed === 'group'
      ? { title: t.changeTitle(person.givenName), text: t.changeText, button: t.save(person.givenName) }
      : {
          title: leaving.returnTitle(person.givenName),
          text: leaving.returnText,
          button: leaving.back(person.givenName),
        }
  return visit.page(
    { title: deed === 'group' ? t.change : leaving.begin, bare: true, status: problems ? 422 : 200 },
    <PlaceForm
      {...{ t, person, typed, ...words }}
      groups={await homeGroups(visit.work)}
      action={(deed === 'group' ? urls.placing : urls.returning)({ id: person.id })}
      day={{ label: deed === 'group' ? t.from : t.firstDay, min: visit.work.today }}
      problems={problems ?? {}}
    />,
  )
}

const asTyped = async ({ work }: Visit<string, Me>, pupil: string): Promise<Typed> => {
  const now = await placeOf(work, pupil)
  return { group: now?.group ?? '', year: now?.year ?? '', from: work.today }
}

const placed =
  (deed: Deed) =>
  async (visit: Visit<'/people/:id/group' | '/people/:id/return', Me>): Promise<Response> => {
    const { work, me } = visit
    const person = await findPerson(work, me, visit.params.id)
    if (!person?.isPupil || person.left !== (deed === 'return')) return visit.notFound()
    const form = visit.form(z.object(placing(work.today, work.today)))
    if (!form.ok) return placeForm(visit, deed, person, form.typed, form.problems)
    const place = await groupChosen(visit, form.value)
    if (!place) return placeForm(visit, deed, person, visit.typed, { group: 'group' })
    if (deed === 'return') await bringBack(work, person.id, place)
    else if ((await changeGroup(work, person.id, place)) === 'same')
      return placeForm(visit, deed, person, visit.typed, { group: 'same' })
    return visit.seeOther(urls.person({ id: person.id }))
  }

const showPlaceForm =
  (deed: Deed) =>
  async (visit: Visit<'/people/:id/group' | '/people/:id/return', Me>): Promise<Response> => {
    const person = await findPerson(visit.work, visit.me, visit.params.id)
    if (!person || person.left !== (deed === 'return')) return visit.notFound()
    if (!person.isPupil) return deed === 'return' ? visit.seeOther(urls.roles({ id: person.id })) : visit.notFound()
    return placeForm(visit, deed, person, await asTyped(visit, person.id))
  }

/** Pupils added by hand, given another group, brought back. */
export const pupils = new Module('people', {
  nl: 'Kinderen toevoegen en in een groep zetten',
  en: 'Adding pupils and placing them in a group',
})
  .get(urls.newPupil, office, (visit) => newForm(visit, { from: visit.work.today }, null))
  .post(urls.newPupil, office, async (visit) => {
    const { work } = visit
    const { startsOn } = schoolYearOf(work.today)
    const { givenName, prefix, surname } = details
    const birthDate = (await keepsBirthDates(work)) ? pastDay : z.undefined().optional()
    const form = visit.form(z.object({ givenName, prefix, surname, birthDate, ...placing(work.today, startsOn) }))
    if (!form.ok) return newForm(visit, form.typed, form.problems)
    const { group, year, from, ...record } = form.value
    const named = { ...record, birthDate: record.birthDate ?? null }
    const found = await lookalikesOf(work, 'pupil', named)
    if (found.some(({ certain }) => certain) || (found.length > 0 && !oneOf(visit.typed, 'other')))
      return newForm(visit, visit.typed, {}, found)
    const place = await groupChosen(visit, { group, year, from })
    if (!place) return newForm(visit, visit.typed, { group: 'group' })
    const id = await addPupil(work, named, place)
    return visit.seeOther((oneOf(visit.typed, 'parents') === 'now' ? urls.newGuardianship : urls.person)({ id }))
  })
  .get(urls.placing, office, showPlaceForm('group'))
  .post(urls.placing, office, placed('group'))
  .get(urls.returning, office, showPlaceForm('return'))
  .post(urls.returning, office, placed('return'))
