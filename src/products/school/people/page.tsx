import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { type Child, Picture } from '#shared/ui/index.ts'
import { restrictionsOf } from '#shared/vault/restricted.ts'
import { urls } from '#src/urls.ts'
import { placesOf, teachingOf } from '../groups/queries.ts'
import { groupTexts } from '../groups/texts.ts'
import { daysInWords } from '../groups/views.tsx'
import { ChildrenOfGuardian, GuardianList } from '../guardianships/list-view.tsx'
import { guardianshipsOf, pupilsOf } from '../guardianships/queries.ts'
import { guardianshipTexts } from '../guardianships/texts.ts'
import { leavingTexts } from '../leaving/texts.ts'
import { LeavingNotice } from '../leaving/views.tsx'
import { moveTexts } from '../moves/texts.ts'
import { photosOf } from '../photos/queries.ts'
import { photoTexts } from '../photos/texts.ts'
import { pupilTexts } from '../pupils/texts.ts'
import { rightsTexts } from '../rights/texts.ts'
import { openBarOf } from '../terms/breaches/noting.ts'
import { BarRow } from '../terms/breaches/person-view.tsx'
import { breachTexts } from '../terms/breaches/texts.ts'
import { historyOf } from './history.ts'
import { historyTexts } from './history-texts.ts'
import { History } from './history-view.tsx'
import { accountOf, birthDateOf, contactOf, findPerson, type Person } from './person.ts'
import {
  AccountPart,
  ContactFacts,
  PersonPage,
  PupilFacts,
  RestrictedNotice,
  TeamFacts,
  WhoSees,
} from './person-view.tsx'
import { readersOf } from './readers.ts'
import { office, principal } from './rules.ts'
import { peopleTexts } from './texts.ts'

type Looking = Visit<'/people/:id', Me>

/** A pupil: groups, guardians with what each may, and who sees this page. */
const pupilParts = async ({ work, me, language }: Looking, person: Person) => {
  const t = pick(language, peopleTexts)
  const guardians = await guardianshipsOf(work, me, person.id)
  return {
    parts: [
      <GuardianList
        key="guardians"
        t={pick(language, guardianshipTexts)}
        language={language}
        pupil={person.id}
        guardians={guardians}
        today={work.today}
        mayChange={office(me)}
      />,
    ],
    side: [
      <PupilFacts
        key="facts"
        t={t}
        language={language}
        birthDate={await birthDateOf(work, person.id)}
        groups={await placesOf(work, person.id)}
      />,
      <WhoSees key="readers" t={t} language={language} readers={await readersOf(work, person)} />,
    ],
  }
}

/** An adult: children for the office, roles of a colleague, how to reach them, whether they can sign in. */
const adultParts = async ({ work, me, language }: Looking, person: Person) => {
  const t = pick(language, peopleTexts)
  const parts: Child[] = []
  const side: Child[] = []
  const bar = office(me) ? await openBarOf(work, me, person.id) : null
  if (bar)
    parts.push(
      <BarRow key="bar" t={pick(language, breachTexts)} language={language} name={person.givenName} bar={bar} />,
    )
  if (person.isGuardian && office(me)) {
    const pupils = await pupilsOf(work, person.id)
    parts.push(<ChildrenOfGuardian key="children" t={pick(language, guardianshipTexts)} pupils={pupils} />)
  }
  if (person.roles.length > 0 || !person.isGuardian) {
    const teaching = await teachingOf(work, person.id)
    const days = { t: pick(language, groupTexts), language }
    parts.push(
      <TeamFacts
        key="team"
        t={t}
        language={language}
        person={person}
        teaches={teaching.map(({ group, weekdays }) => ({ group, days: daysInWords(days, weekdays) }))}
        mayChange={office(me)}
      />,
    )
  }
  const photo = (await photosOf(work, me, [person.id])).get(person.id)
  if (photo) side.push(<Picture key="photo" src={photo} alt={pick(language, photoTexts).alt(person.name)} />)
  const contact = await contactOf(work, me, person.id)
  if (contact) side.push(<ContactFacts key="contact" t={t} contact={contact} />)
  const account = await accountOf(work, me, person.id)
  if (account)
    side.push(
      <AccountPart
        key="account"
        t={t}
        language={language}
        person={person}
        account={account}
        mayInvite={office(me)}
        mayRecover={office(me) && person.id !== me.id && !person.left}
      />,
    )
  return { parts, side }
}

/** What I may do with somebody as a whole. */
const deedsWith = ({ me, language }: Looking, person: Person) => {
  const { id } = person
  const t = pick(language, peopleTexts).person
  const leaving = pick(language, leavingTexts)
  const mayLeave = office(me) && !person.left && !person.lastDay && (person.isPupil || person.roles.length > 0)
  const mayReturn = office(me) && person.left && (person.isPupil || !person.isGuardian)
  return [
    ...(office(me) && person.isPupil && !person.left
      ? [{ to: urls.placing({ id }), word: pick(language, pupilTexts).change }]
      : []),
    ...(office(me) && person.isPupil && !person.left
      ? [{ to: urls.move({ id }), word: pick(language, moveTexts).begin }]
      : []),
    ...(office(me) && person.isPupil && !person.left
      ? [{ to: urls.consentPupil({ pupil: id }), word: t.consents }]
      : []),
    ...(office(me) && !person.left && person.roles.length > 0
      ? [{ to: urls.personPhoto({ id }), word: pick(language, photoTexts).link }]
      : []),
    ...(mayLeave ? [{ to: urls.leaving({ id }), word: person.isPupil ? leaving.begin : leaving.beginStaff }] : []),
    ...(mayReturn ? [{ to: urls.returning({ id }), word: leaving.back(person.givenName) }] : []),
    ...(office(me) ? [{ to: urls.personRights({ id }), word: pick(language, rightsTexts).person.link }] : []),
    ...(office(me) && !person.isPupil && !person.left && id !== me.id
      ? [{ to: urls.newBreach({ id }), word: pick(language, breachTexts).link }]
      : []),
    ...(principal(me)
      ? [{ to: urls.protection({ id }), word: person.protected ? t.changeProtection : t.protect }]
      : []),
  ]
}

/** Somebody's page, made of the parts that belong to what they are at school and to who looks. */
export const showPerson = async (visit: Looking): Promise<Response> => {
  const { work, me, language } = visit
  const person = await findPerson(work, me, visit.params.id)
  if (!person) return visit.notFound()
  if (person.mergedInto) return visit.seeOther(urls.person({ id: person.mergedInto }))
  const { parts, side } = await (person.isPupil ? pupilParts : adultParts)(visit, person)
  if (office(me))
    parts.push(
      <History
        key="history"
        t={pick(language, historyTexts)}
        language={language}
        deeds={await historyOf(work, person.id)}
      />,
    )
  const t = pick(language, peopleTexts)
  const restrictions = await restrictionsOf(work, person.id)
  return visit.page(
    { title: t.people },
    <PersonPage
      t={t}
      language={language}
      person={person}
      mayEdit={office(me)}
      first={
        <>
          <LeavingNotice t={pick(language, leavingTexts)} language={language} person={person} mayChange={office(me)} />
          {restrictions.map(({ id, began_on, concerns }) => (
            <RestrictedNotice key={id} t={t} language={language} since={began_on} concerns={concerns} />
          ))}
        </>
      }
      deeds={deedsWith(visit, person)}
      parts={parts}
      side={side}
    />,
  )
}
