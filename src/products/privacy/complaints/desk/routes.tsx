import { z } from 'zod'
import { typedOnce } from '#products/school/index.ts'
import { Module } from '#shared/access/module.ts'
import { withRole } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { written } from '../../requests/form.ts'
import { requestTexts } from '../../requests/texts.ts'
import { complaintTexts } from '../texts.ts'
import { answer, complaintReceived, complaintsReceived } from './queries.ts'
import { Complaint, Complaints, Waiting } from './views.tsx'

/** Who answers for the supplier; the helpdesk looks into schools and does not judge complaints about that. */
const supplier = withRole({ nl: 'de leverancier', en: 'the supplier' }, 'supplier')

const textsOf = ({ language }: Visit<string, Me>) => ({
  t: pick(language, complaintTexts),
  words: pick(language, requestTexts),
  language,
})

const show = async (
  visit: Visit<string, Me> & { readonly params: { readonly id: string } },
  problem?: 'text' | 'long' | 'closed',
) => {
  const complaint = await complaintReceived(visit.work, visit.params.id)
  if (!complaint) return visit.notFound()
  const texts = textsOf(visit)
  return visit.page(
    { title: texts.t.desk.title, live: 'complaints', status: problem ? 422 : 200 },
    <Complaint
      {...texts}
      complaint={complaint}
      typed={typedOnce(visit.typed, 'text')}
      problem={problem && problem !== 'closed' ? texts.t.problems[problem] : undefined}
      closed={problem === 'closed'}
    />,
  )
}

/** How the supplier answers complaints of people at its schools, with a clock. */
export const complaintsDesk = new Module('complaints-desk', {
  nl: 'Klachten aan de leverancier beantwoorden',
  en: 'Answering complaints to the supplier',
})
  .place({
    order: 78,
    address: urls.complaintsReceived(),
    word: { nl: complaintTexts.nl.desk.place, en: complaintTexts.en.desk.place },
    icon: 'message-circle',
    rule: supplier,
  })
  .today({
    order: 60,
    rule: supplier,
    show: async (visit) => {
      const [first, ...others] = (await complaintsReceived(visit.work)).open
      return first ? <Waiting {...textsOf(visit)} open={[first, ...others]} /> : null
    },
  })
  .get(urls.complaintsReceived, supplier, async (visit) => {
    const texts = textsOf(visit)
    return visit.page(
      { title: texts.t.desk.title, live: 'complaints' },
      <Complaints {...texts} {...(await complaintsReceived(visit.work))} />,
    )
  })
  .get(urls.complaintReceived, supplier, (visit) => show(visit))
  .post(urls.complaintReceived, supplier, async (visit) => {
    const form = visit.form(z.object({ text: written }))
    if (!form.ok) return show(visit, form.problems.text === 'long' ? 'long' : 'text')
    const { id } = visit.params
    const done = await answer(visit.work, visit.me, id, form.value.text)
    return done ? visit.seeOther(urls.complaintReceived({ id })) : show(visit, 'closed')
  })
