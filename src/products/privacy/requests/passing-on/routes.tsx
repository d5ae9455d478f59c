import { Readable } from 'node:stream'
import { z } from 'zod'
import { plusDays } from '#products/school/index.ts'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import { withRole } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { plainLetter } from '#shared/paper/plain-letter.ts'
import { urls } from '#src/urls.ts'
import { written } from '../form.ts'
import { schoolsOf } from '../supplier.ts'
import { lettersOf } from './letters.ts'
import { passingTexts } from './texts.ts'
import { PassOn } from './view.tsx'

/** The processor: it answers no request itself (art. 28(3)(e) GDPR). */
const supplier = withRole({ nl: 'de leverancier', en: 'the supplier' }, 'supplier', 'supplier-support')

/** How long ago a letter can have come in. */
const DAYS_BACK = 92

const short = (problem: string) => z.string(problem).min(1, problem).max(200, 'long')

const passedOn = (today: string, schools: readonly string[]) =>
  z.object({
    school: z.enum(schools, 'school'),
    name: short('name'),
    reach: short('reach'),
    day: z.iso.date('day').refine((day) => day <= today && day >= plusDays(today, -DAYS_BACK), 'day'),
    text: written,
    letter: z.enum(['school', 'person'], 'letter'),
  })

const show = async (visit: Visit<string, Me>, typed: Typed, problems: Readonly<Record<string, string>> = {}) => {
  const { work, language } = visit
  const t = pick(language, passingTexts)
  return visit.page(
    { title: t.title, status: Object.keys(problems).length > 0 ? 422 : 200 },
    <PassOn {...{ t, typed, problems }} schools={await schoolsOf(work)} today={work.today} />,
  )
}

/** A supplier that receives a request passes it on: a letter to the school and one to who asked; nothing is kept here. */
export const passingOn = new Module('passing-on', {
  nl: 'Een verzoek over gegevens doorsturen naar de school',
  en: 'Passing a request about data on to the school',
})
  .place({
    order: 80,
    address: urls.passOn(),
    word: { nl: passingTexts.nl.place, en: passingTexts.en.place },
    icon: 'mail',
    rule: supplier,
  })
  .get(urls.passOn, supplier, (visit) => show(visit, { day: visit.work.today }))
  .post(urls.passOn, supplier, async (visit) => {
    const { work, site, language } = visit
    const schools = await schoolsOf(work)
    const form = visit.form(
      passedOn(
        work.today,
        schools.map(({ id }) => id),
      ),
    )
    if (!form.ok) return show(visit, form.typed, form.problems)
    const school = schools.find(({ id }) => id === form.value.school)!
    const letter = lettersOf(language, { ...form.value, school, today: work.today })[form.value.letter]
    const pdf = await plainLetter({ ...letter, sender: site, language })
    await work.audit('passed-on-right', 'passing-on')
    return visit.send(
      Readable.toWeb(pdf) as ReadableStream,
      'application/pdf',
      `${pick(language, passingTexts).letters.file}.pdf`,
    )
  })
