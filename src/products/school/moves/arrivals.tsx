import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { readCode } from '../invitations/code.ts'
import { type Lookalike, lookalikesOf } from '../people/lookalikes.ts'
import { office } from '../people/rules.ts'
import { homeGroups } from '../pupils/placing.ts'
import { groupChosen, placing } from '../pupils/routes.tsx'
import { pupilTexts } from '../pupils/texts.ts'
import { oneOf } from '../typed.ts'
import { type Arrival, findArrival, takeOver } from './receiving.ts'
import { ArrivalForm, EnterMoveCode, NoArrival } from './receiving-view.tsx'
import { moveTexts } from './texts.ts'

type Arriving = Visit<'/arrivals/:code', Me>

const noArrival = (visit: Arriving, used: boolean) => {
  const t = pick(visit.language, moveTexts)
  return visit.page({ title: t.arrivals, bare: true, status: 410 }, <NoArrival t={t} used={used} />)
}

const showArrival = async (
  visit: Arriving,
  arrival: Arrival,
  typed: Typed,
  refused?: { problems?: Readonly<Record<string, string>>; found?: readonly Lookalike[] },
) => {
  const { work, language } = visit
  const t = pick(language, moveTexts)
  return visit.page(
    { title: t.arrivals, bare: true, status: refused ? 422 : 200 },
    <ArrivalForm
      {...{ t, language, arrival, typed }}
      pupils={pick(language, pupilTexts)}
      code={visit.params.code}
      groups={await homeGroups(work)}
      today={work.today}
      found={refused?.found ?? []}
      problems={refused?.problems ?? {}}
    />,
  )
}

/** A pupil comes from another school of this installation: the office types the code that the other school gave. */
export const arrivals = new Module('moves', {
  nl: 'Een kind komt van een andere school',
  en: 'A pupil comes from another school',
})
  .get(urls.arrivals, office, (visit) => {
    const t = pick(visit.language, moveTexts)
    return visit.page({ title: t.arrivals, bare: true }, <EnterMoveCode t={t} />)
  })
  .post(urls.arrivals, office, (visit) => {
    const t = pick(visit.language, moveTexts)
    const code = readCode(oneOf(visit.typed, 'code'))
    if (code) return visit.seeOther(urls.arrival({ code }))
    return visit.page({ title: t.arrivals, bare: true, status: 422 }, <EnterMoveCode t={t} problem={t.problems.code} />)
  })
  .get(urls.arrival, office, async (visit) => {
    const arrival = await findArrival(visit.work, visit.me, visit.params.code)
    if (!arrival || arrival === 'used') return noArrival(visit, arrival === 'used')
    return showArrival(visit, arrival, { from: visit.work.today })
  })
  .post(urls.arrival, office, async (visit) => {
    const { work, me, typed } = visit
    const arrival = await findArrival(work, me, visit.params.code)
    if (!arrival || arrival === 'used') return noArrival(visit, arrival === 'used')
    const form = visit.form(z.object(placing(work.today, work.today)))
    if (!form.ok) return showArrival(visit, arrival, form.typed, { problems: form.problems })
    const place = await groupChosen(visit, form.value)
    if (!place) return showArrival(visit, arrival, typed, { problems: { group: 'group' } })
    const found = await lookalikesOf(work, 'pupil', arrival.content)
    if (found.some(({ certain }) => certain) || (found.length > 0 && !oneOf(typed, 'other')))
      return showArrival(visit, arrival, typed, { found })
    return visit.seeOther(urls.person({ id: await takeOver(work, me, arrival, place) }))
  })
