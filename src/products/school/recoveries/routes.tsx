import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import { signedIn } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { mustConfirm } from '#shared/identity/ways-in.tsx'
import { number, pick } from '#shared/language/index.ts'
import { List, Row } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { findPerson, type Person } from '../people/person.ts'
import { office } from '../people/rules.ts'
import { Letter } from './letter-views.tsx'
import {
  accountOfPerson,
  approveRecovery,
  countForMe,
  documents,
  listRecoveries,
  losses,
  myRecoveries,
  startRecovery,
  stopMyRecovery,
  stopRecovery,
} from './queries.ts'
import { recoveryTexts } from './texts.ts'
import { MyRecovery, RecoveryList, StartForm } from './views.tsx'

const started = z.object({
  lost: z.enum(losses, 'lost'),
  seen: z.enum(documents, 'seen'),
  checked: z.literal('yes', 'checked'),
})
/** Who works here shows a document: that a colleague knows them is not enough. */
const startedForStaff = started.extend({ seen: z.enum(documents, 'seen').exclude(['known'], 'seen') })

type Problems = Readonly<Record<string, string>>

/** Whom the office may help: somebody else of this school who has an account. Pupils' accounts are kept elsewhere. */
const helped = async ({ work, me, params }: Visit<'/people/:id/recovery', Me>): Promise<Person | null> => {
  const person = await findPerson(work, me, params.id)
  if (!person || person.isPupil || person.left || person.id === me.id) return null
  return (await accountOfPerson(work, person.id)) ? person : null
}

const startPage = (visit: Visit<string, Me>, person: Person, typed: Typed = {}, problems: Problems = {}) => {
  const t = pick(visit.language, recoveryTexts)
  return visit.page(
    { title: t.start.title(person.name), bare: true, status: Object.keys(problems).length > 0 ? 422 : 200 },
    <StartForm t={t} person={person} typed={typed} problems={problems} />,
  )
}

const showMine = async (visit: Visit<string, Me>) => {
  const { work, me, language } = visit
  const t = pick(language, recoveryTexts)
  const rows = await myRecoveries(work, me)
  return visit.page({ title: t.mine.title, bare: true }, <MyRecovery t={t} language={language} rows={rows} />)
}

/**
 * Helping somebody in who lost a second factor, or everything: one of the office looks at a document, another one
 * approves, the person gets a code on paper and is told of each step. Nobody does any of it for themselves, and each asks
 * for the own password or passkey first.
 */
export const recoveries = new Module('recoveries', {
  nl: 'Iemand weer laten inloggen',
  en: 'Helping somebody in again',
})
  .place({
    order: 85,
    address: urls.recoveries(),
    word: { nl: recoveryTexts.nl.title, en: recoveryTexts.en.title },
    icon: 'key-round',
    rule: office,
    railOnly: true,
  })
  .today({
    order: 65,
    rule: office,
    show: async ({ work, me, language }) => {
      const waiting = await countForMe(work, me)
      if (waiting === 0) return null
      const t = pick(language, recoveryTexts)
      return (
        <List roomy>
          <Row
            title={t.today(number(language, waiting), waiting === 1)}
            text={t.todayText}
            icon="key-round"
            to={urls.recoveries()}
          />
        </List>
      )
    },
  })
  .get(urls.startRecovery, office, async (visit) => {
    const person = await helped(visit)
    if (!person) return visit.notFound()
    return (await mustConfirm(visit, urls.startRecovery({ id: person.id }))) ?? startPage(visit, person)
  })
  .post(urls.startRecovery, office, async (visit) => {
    const person = await helped(visit)
    if (!person) return visit.notFound()
    const first = await mustConfirm(visit, urls.startRecovery({ id: person.id }))
    if (first) return first
    const form = visit.form(person.roles.length > 0 ? startedForStaff : started)
    if (!form.ok) return startPage(visit, person, form.typed, form.problems)
    const { lost, seen } = form.value
    const result = await startRecovery(visit.work, visit.me, { person: person.id, lost, seen })
    if (result === 'open') return startPage(visit, person, visit.typed, { form: 'open' })
    return result === 'done' ? visit.seeOther(urls.recoveries()) : visit.notFound()
  })
  .get(urls.recoveries, office, async (visit) => {
    const { work, me, language } = visit
    const t = pick(language, recoveryTexts)
    const rows = await listRecoveries(work, me)
    return visit.page({ title: t.title, live: 'recoveries' }, <RecoveryList t={t} language={language} rows={rows} />)
  })
  .post(urls.approveRecovery, office, async (visit) => {
    const { work, me, language } = visit
    const first = await mustConfirm(visit, urls.recoveries())
    if (first) return first
    const approved = await approveRecovery(work, me, visit.params.id)
    if (!approved) return visit.notFound()
    const { name, code, expires } = approved
    const t = pick(language, recoveryTexts)
    const address = `${new URL(visit.request.url).host}${urls.recoveryCode()}`
    return visit.page(
      { title: t.letter.title(name) },
      <Letter {...{ t, language, name, code, expires, address }} today={work.today} />,
    )
  })
  .post(urls.stopRecovery, office, async (visit) => {
    const stopped = await stopRecovery(visit.work, visit.me, visit.params.id)
    return stopped ? visit.seeOther(urls.recoveries()) : visit.notFound()
  })
  .about({ nl: 'Je eigen herstel volgen en stoppen', en: 'Following and stopping your own recovery' })
  .get(urls.myRecovery, signedIn, showMine, { staysOpen: 'always' })
  .post(
    urls.stopMyRecovery,
    signedIn,
    async (visit) => {
      await stopMyRecovery(visit.work, visit.me)
      return visit.seeOther(urls.myRecovery())
    },
    { staysOpen: 'always' },
  )
