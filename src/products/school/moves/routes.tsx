import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import { withRole } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { List, Row } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { findPerson } from '../people/person.ts'
import { office } from '../people/rules.ts'
import { day, oneOf } from '../typed.ts'
import { myMove, myMoves } from './answering.ts'
import { MyMoveForm } from './answering-view.tsx'
import { answer, makeCode, moveOf, movesUnderWay, offer, otherSchools, withdraw } from './sending.ts'
import { MoveCode, MoveView, OfferForm } from './sending-view.tsx'
import { moveTexts } from './texts.ts'
import './personal-data.ts'

/** Who is asked whether a child's data may go to another school. */
const guardian = withRole(
  { nl: 'ouders en verzorgers, over hun eigen kinderen', en: 'guardians, about their own children' },
  'guardian',
)

type Problems = Readonly<Record<string, string>>

/** A pupil who is here and whom I may look up. */
const pupilOf = async ({ work, me, params }: Visit<'/people/:id/move', Me>) => {
  const person = await findPerson(work, me, params.id)
  return person?.isPupil && !person.left ? person : null
}

const showMove = async (visit: Visit<'/people/:id/move', Me>, typed: Typed, problems?: Problems) => {
  const { work, language } = visit
  const person = await pupilOf(visit)
  if (!person) return visit.notFound()
  const t = pick(language, moveTexts)
  const move = await moveOf(work, person.id)
  return visit.page(
    { title: t.begin, bare: true, status: problems ? 422 : 200, live: 'moves' },
    move && !problems ? (
      <MoveView {...{ t, language, person, move }} />
    ) : (
      <OfferForm
        {...{ t, language, person, typed }}
        schools={await otherSchools(work)}
        today={work.today}
        problems={problems ?? {}}
      />
    ),
  )
}

const saying = z.object({ allows: z.enum(['yes', 'no'], 'allows'), contact: z.string().optional() })

/** A pupil goes to another school: offered by the office, allowed by the guardians. */
export const moves = new Module('moves', {
  nl: 'Een kind verhuist naar een andere school',
  en: 'A pupil moves to another school',
})
  .today({
    order: 20,
    rule: guardian,
    show: async (visit) => {
      const mine = await myMoves(visit.work, visit.me)
      if (mine.length === 0) return null
      const t = pick(visit.language, moveTexts)
      return (
        <List roomy>
          {mine.map(({ id, child, school, answered }) => (
            <Row
              key={id}
              title={t.mine(child, school)}
              text={answered ? t.mineDone : t.mineOpen}
              icon="school"
              to={urls.answerMove({ id })}
            />
          ))}
        </List>
      )
    },
  })
  .today({
    order: 65,
    rule: office,
    show: async (visit) => {
      const all = await movesUnderWay(visit.work)
      if (all.length === 0) return null
      const t = pick(visit.language, moveTexts)
      return (
        <List roomy>
          {all.map(({ id, name }) => (
            <Row key={id} title={t.today(name)} text={t.todayText} icon="school" to={urls.move({ id })} />
          ))}
        </List>
      )
    },
  })
  .get(urls.move, office, (visit) => showMove(visit, { lastDay: visit.work.today }))
  .post(urls.move, office, async (visit) => {
    const { work, me } = visit
    const person = await pupilOf(visit)
    if (!person) return visit.notFound()
    const form = visit.form(
      z.object({ to: z.uuid('to'), lastDay: day('lastDay').refine((last) => last >= work.today, 'lastDay') }),
    )
    if (!form.ok) return showMove(visit, form.typed, form.problems)
    if (!(await otherSchools(work)).some(({ id }) => id === form.value.to))
      return showMove(visit, visit.typed, { to: 'to' })
    const result = await offer(work, me, person.id, form.value)
    return result === 'done'
      ? visit.seeOther(urls.move({ id: person.id }))
      : showMove(visit, visit.typed, { form: 'already' })
  })
  .post(urls.moveCode, office, async (visit) => {
    const { work, me, language } = visit
    const person = await pupilOf(visit as never)
    if (!person) return visit.notFound()
    const made = await makeCode(work, me, person)
    const move = await moveOf(work, person.id)
    if (!made || !move) return visit.seeOther(urls.move({ id: person.id }))
    const t = pick(language, moveTexts)
    return visit.page({ title: t.code }, <MoveCode {...{ t, language, person, ...made }} school={move.to.name} />)
  })
  .post(urls.withdrawMove, office, async (visit) => {
    const person = await pupilOf(visit as never)
    if (!person) return visit.notFound()
    await withdraw(visit.work, person.id)
    return visit.seeOther(urls.person({ id: person.id }))
  })
  .post(urls.noteMoveAnswer, office, async (visit) => {
    const { work, me } = visit
    const person = await pupilOf(visit as never)
    const move = person && (await moveOf(work, person.id))
    const asked = move?.asked.find(({ id }) => id === visit.params.guardian)
    if (!person || !move || !asked || asked.hasAccount) return visit.notFound()
    const contact = oneOf(visit.typed, 'contact') !== ''
    await answer(work, move, asked.id, { allows: true, contact }, me.id)
    return visit.seeOther(urls.move({ id: person.id }))
  })
  .about({ nl: 'Kiezen wat er met je kind meegaat', en: 'Choosing what goes along with your child' })
  .get(urls.answerMove, guardian, async (visit) => {
    const { work, me, language } = visit
    const move = await myMove(work, me, visit.params.id)
    if (!move) return visit.notFound()
    const t = pick(language, moveTexts)
    return visit.page(
      { title: t.begin, bare: true },
      <MyMoveForm {...{ t, language, move }} saved={visit.query.has('saved')} />,
    )
  })
  .post(urls.answerMove, guardian, async (visit) => {
    const { work, me, language } = visit
    const move = await myMove(work, me, visit.params.id)
    if (!move) return visit.notFound()
    const form = visit.form(move.mine.decides ? saying : saying.extend({ allows: z.literal('yes').default('yes') }))
    const t = pick(language, moveTexts)
    if (!form.ok)
      return visit.page(
        { title: t.begin, bare: true, status: 422 },
        <MyMoveForm {...{ t, language, move }} problem={t.problems.allows} saved={false} />,
      )
    const { allows, contact } = form.value
    await answer(work, move, me.id, { allows: allows === 'yes', contact: Boolean(contact) }, null)
    return visit.seeOther(urls.answerMove({ id: move.id }, { saved: 'yes' }))
  })
