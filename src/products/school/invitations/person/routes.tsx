import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { accountStates } from '../../people/account-state.ts'
import { findPerson, type Person } from '../../people/person.ts'
import { office } from '../../people/rules.ts'
import { oneOf } from '../../typed.ts'
import { codeOf } from '../code.ts'
import { type Channel, issueInvitations } from '../issuing.ts'
import { chooseLanguage, languagesOf } from '../letter/choice.ts'
import { isLetterLanguage } from '../letter/languages.ts'
import { sendLetters } from '../overview/routes.tsx'
import { invitationTexts } from '../texts.ts'
import { Issued } from '../views.tsx'
import { partAccount } from './parting.ts'
import { hasAddress, historyOf } from './queries.ts'
import { personTexts } from './texts.ts'
import { InvitePerson, PartAccount } from './views.tsx'

type Inviting = Visit<'/people/:id/invitation', Me>
type Parting = Visit<'/people/:id/account', Me>

const CHANNELS: readonly string[] = ['link', 'letter', 'mail'] satisfies Channel[]

/** An adult at school whom somebody of the office may know. */
const adult = async (visit: Visit<'/people/:id', Me>): Promise<Person | null> => {
  const person = await findPerson(visit.work, visit.me, visit.params.id)
  return person && !person.isPupil && !person.left ? person : null
}

const hasAccount = async ({ work }: Inviting, person: Person) =>
  (await accountStates(work, [person.id])).get(person.id)?.is === 'account'

const inviteForm = async (visit: Inviting, person: Person, problem?: string) => {
  const { work, language } = visit
  const t = pick(language, personTexts)
  const mayMail = await hasAddress(work, person.id)
  const chosen = (await languagesOf(work, [person.id])).get(person.id) ?? visit.site.language
  const history = await historyOf(work, person.id)
  const how = oneOf(visit.typed, 'how') || (mayMail ? 'mail' : 'letter')
  return visit.page(
    { title: t.title(person.name), bare: true, status: problem ? 422 : 200, live: 'invitations' },
    <InvitePerson {...{ t, language, person, mayMail, chosen, how, history, problem }} />,
  )
}

const issued = async (visit: Inviting, person: Person, invitation: { id: string; expires: Date }) => {
  const { work, language } = visit
  const t = pick(language, invitationTexts)
  const origin = `${visit.secure ? 'https' : 'http'}://${new URL(visit.request.url).host}`
  const code = codeOf(work, invitation.id)
  return visit.page(
    { title: t.code },
    <Issued {...{ t, language, person, origin, code }} expires={invitation.expires} today={work.today} />,
  )
}

const partPage = async (visit: Parting, person: Person, problem?: string) => {
  const { work, language } = visit
  const t = pick(language, personTexts)
  const history = await historyOf(work, person.id)
  return visit.page(
    { title: t.part(person.name), bare: true, status: problem ? 422 : 200 },
    <PartAccount {...{ t, language, person, history, problem }} />,
  )
}

/** Inviting one person by letter, mail or link, and taking an account away that the wrong person made. */
export const personalInvitations = new Module('invitations', {
  nl: 'Iemands uitnodiging en account',
  en: 'Somebody’s invitation and account',
})
  .get(urls.invite, office, async (visit) => {
    const person = await adult(visit)
    if (!person) return visit.notFound()
    if (await hasAccount(visit, person)) return visit.seeOther(urls.person({ id: person.id }))
    return inviteForm(visit, person)
  })
  .post(urls.invite, office, async (visit) => {
    const { work, me } = visit
    const person = await adult(visit)
    if (!person) return visit.notFound()
    const t = pick(visit.language, personTexts)
    const how = oneOf(visit.typed, 'how') || 'link'
    if (!CHANNELS.includes(how)) return inviteForm(visit, person, t.how)
    if (how === 'mail' && !(await hasAddress(work, person.id))) return inviteForm(visit, person, t.channels.noMail)
    const language = oneOf(visit.typed, 'language')
    if (isLetterLanguage(language)) await chooseLanguage(work, person.id, language)
    const [made] = await issueInvitations(work, [{ person: person.id, channel: how as Channel }], me.id)
    if (!made) return visit.seeOther(urls.person({ id: person.id }))
    return how === 'link' ? issued(visit, person, made) : visit.seeOther(urls.invite({ id: person.id }))
  })
  .get(urls.letter, office, async (visit) => {
    const person = await adult(visit)
    return person ? sendLetters(visit, { person: person.id }) : visit.notFound()
  })
  .get(urls.partAccount, office, async (visit) => {
    const person = await adult(visit)
    if (!person || !(await hasAccount(visit, person))) return visit.notFound()
    return partPage(visit, person)
  })
  .post(urls.partAccount, office, async (visit) => {
    const person = await adult(visit)
    if (!person) return visit.notFound()
    const result = await partAccount(visit.work, visit.me, person.id)
    if (result === 'done') return visit.seeOther(urls.invite({ id: person.id }))
    return partPage(visit, person, pick(visit.language, personTexts).partProblems[result])
  })
