import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { duplicateTexts } from '../duplicates/texts.ts'
import { moveTexts } from '../moves/texts.ts'
import { pupilTexts } from '../pupils/texts.ts'
import { rightsTexts } from '../rights/texts.ts'
import { oneOf } from '../typed.ts'
import { type Kind, kinds, listPeople, type Wanted } from './list.ts'
import { PeopleList } from './list-view.tsx'
import { showPerson } from './page.tsx'
import { accountsKeeper, mayLookUp, office, teaching } from './rules.ts'
import { peopleTexts } from './texts.ts'

const kindsFor = (me: Me): readonly Kind[] =>
  kinds.filter((kind) => office(me) || (kind === 'pupils' ? teaching(me) : kind === 'team' && accountsKeeper(me)))

/** A name is posted, never in the address: addresses stay behind in histories and in logs of others. */
const wantedBy = ({ me, query, typed }: Visit<string, Me>): Wanted => {
  const allowed = kindsFor(me)
  const asked = (name: string) => oneOf(typed, name) || query.get(name)
  return {
    kind: allowed.find((kind) => kind === asked('kind')) ?? allowed[0]!,
    state: office(me) && asked('state') === 'left' ? 'left' : 'active',
    name: oneOf(typed, 'name').slice(0, 100),
    page: Math.max(1, Math.trunc(Number(query.get('page')) || 1)),
  }
}

/** Who is added by hand here: a colleague, or at a school a pupil. Guardians are added to a pupil. */
const addingTo = ({ site, language }: Visit<string, Me>, kind: Kind) => {
  if (kind === 'team') return { to: urls.newStaff(), word: pick(language, peopleTexts).addColleague }
  if (kind === 'pupils' && site.kind === 'school') return { to: urls.newPupil(), word: pick(language, pupilTexts).add }
  return null
}

/** What else there is to do with people of this kind: who is in it twice, pupils who come from another school, and who may see what. */
const moreFor = ({ me, site, language }: Visit<string, Me>, kind: Kind) => {
  const rights = { to: urls.rights(), word: pick(language, rightsTexts).title }
  if (!office(me)) return [rights]
  if (kind !== 'pupils') return [{ to: urls.duplicates(), word: pick(language, duplicateTexts).link }, rights]
  return site.kind === 'school' ? [{ to: urls.arrivals(), word: pick(language, moveTexts).arrivals }, rights] : [rights]
}

const showPeople = async (visit: Visit<string, Me>): Promise<Response> => {
  const { work, me, language } = visit
  const t = pick(language, peopleTexts)
  const wanted = wantedBy(visit)
  const found = await listPeople(work, me, wanted)
  return visit.page(
    { title: t.people },
    <PeopleList
      t={t}
      language={language}
      wanted={wanted}
      found={found}
      kinds={kindsFor(me)}
      add={office(me) ? addingTo(visit, wanted.kind) : null}
      everyone={office(me)}
      more={moreFor(visit, wanted.kind)}
    />,
  )
}

/** People, as those of the team who may look them up see them. */
export const people = new Module('people', { nl: 'Mensen opzoeken', en: 'Looking people up' })
  .place({
    order: 30,
    address: urls.people(),
    word: { nl: peopleTexts.nl.people, en: peopleTexts.en.people },
    icon: 'search',
    rule: mayLookUp,
  })
  .get(urls.people, mayLookUp, showPeople)
  .post(urls.people, mayLookUp, showPeople, { staysOpen: 'to-readers' })
  .get(urls.person, mayLookUp, showPerson)
