import { Readable } from 'node:stream'
import { z } from 'zod'
import { listGroups, namesOf } from '#products/school/index.ts'
import { Module } from '#shared/access/module.ts'
import { rule } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { dayLong, pick } from '#shared/language/index.ts'
import { List, Row } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { ict, pupil, teaching } from '../rules.ts'
import { MODULE } from '../setup/switched.ts'
import { passwordPapers } from './paper.ts'
import { askReset, cardsOf, groupPasswords, lastResetOf, resetTopic } from './queries.ts'
import { passwordTexts } from './texts.ts'
import { Group, Groups } from './views.tsx'

/** Who gives new passwords: teachers of their own groups, the office of all. */
const resets = rule(
  {
    nl: 'leerkrachten en invallers van de eigen groepen; de administratie',
    en: 'teachers and substitutes of the own groups; the office',
  },
  (me) => teaching(me) || me.is('administrator'),
)

const asked = z.object({ pupil: z.union([z.uuid(), z.literal('all')]) })

const send = async (visit: Visit<string, Me>, kind: 'letters' | 'cards', people: readonly string[] | null) => {
  const cards = await cardsOf(visit.work, people)
  const pdf = await passwordPapers(kind, visit.site, visit.language, cards)
  const name = kind === 'letters' ? 'startbrieven.pdf' : 'kaartjes.pdf'
  return visit.send(Readable.toWeb(pdf) as ReadableStream, 'application/pdf', name)
}

/** New passwords for the own class, and the paper they go home on. */
export const passwords = new Module(MODULE, {
  nl: 'Leerlingen van de eigen groep een nieuw wachtwoord voor Microsoft geven',
  en: 'Give pupils of the own group a new password for Microsoft',
})
  .place({
    order: 45,
    address: urls.m365Passwords(),
    word: { nl: passwordTexts.nl.title, en: passwordTexts.en.title },
    icon: 'key-round',
    rule: teaching,
    railOnly: true,
  })
  .today({
    order: 30,
    rule: pupil,
    show: async ({ work, me, language }) => {
      const last = await lastResetOf(work, me.id)
      if (!last?.done_at) return null
      const t = pick(language, passwordTexts)
      const names = await namesOf(work, last.asked_by ? [last.asked_by] : [])
      const who = (last.asked_by && names.get(last.asked_by)?.name) ?? t.somebody
      return (
        <List roomy>
          <Row icon="key-round" title={t.today(dayLong(language, last.done_at))} text={t.todayText(who)} />
        </List>
      )
    },
  })
  .get(urls.m365Passwords, resets, async (visit) => {
    const t = pick(visit.language, passwordTexts)
    const groups = await listGroups(visit.work, visit.me)
    return visit.page(
      { title: t.title },
      <Groups t={t} groups={groups.map(({ id, name, pupils }) => ({ id, name, pupils: Number(pupils) }))} />,
    )
  })
  .get(urls.m365PasswordsOf, resets, async (visit) => {
    const { work, me, params, language, query } = visit
    const group = await groupPasswords(work, me, params.group)
    if (!group) return visit.notFound()
    const wanted = query.get('reset')
    const chosen =
      wanted === 'all' ? 'all' : (group.pupils.find(({ id, state }) => id === wanted && state === 'active') ?? null)
    const t = pick(language, passwordTexts)
    return visit.page(
      { title: t.title, live: resetTopic(group.id) },
      <Group t={t} language={language} group={group} asked={chosen} />,
    )
  })
  .post(urls.m365Reset, resets, async (visit) => {
    const form = visit.form(asked)
    const { group } = visit.params
    if (!form.ok || !(await askReset(visit.work, visit.me, group, form.value.pupil))) return visit.notFound()
    return visit.seeOther(urls.m365PasswordsOf({ group }))
  })
  .get(urls.m365Cards, resets, async (visit) => {
    const group = await groupPasswords(visit.work, visit.me, visit.params.group)
    if (!group) return visit.notFound()
    return send(
      visit,
      'cards',
      group.pupils.map(({ id }) => id),
    )
  })
  .about({
    nl: 'Startbrieven en kaartjes voor Microsoft 365 drukken',
    en: 'Print starter letters and cards for Microsoft 365',
  })
  .get(urls.m365Letters, ict, (visit) => {
    const { kind } = visit.params
    return kind === 'letters' || kind === 'cards' ? send(visit, kind, null) : visit.notFound()
  })
