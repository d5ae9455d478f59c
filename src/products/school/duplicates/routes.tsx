import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { findTie } from '../guardianships/queries.ts'
import { guardianshipTexts } from '../guardianships/texts.ts'
import { office } from '../people/rules.ts'
import { oneOf } from '../typed.ts'
import { merge } from './merging.ts'
import { fields, possibleDuplicates, type Side, sharedPupils, sidesOf, tellApart } from './queries.ts'
import { duplicateTexts } from './texts.ts'
import { DuplicateList, MergeForm, type TieChoice } from './views.tsx'

type Merging = Visit<'/duplicate-people/:one/:other', Me>

/** The guardianships of which one has to be chosen: those of both with one pupil, where they do not say the same. */
const tieChoices = async ({ work, me }: Merging, [kept, gone]: readonly [Side, Side]): Promise<TieChoice[]> => {
  const choices: TieChoice[] = []
  for (const shared of await sharedPupils(work, kept.person.id, gone.person.id)) {
    const [one, other] = [await findTie(work, me, shared.kept), await findTie(work, me, shared.gone)]
    if (!one || !other) continue
    const said = ({ guardianship: { id: _, from: __, to: ___, ...terms } }: typeof one) => JSON.stringify(terms)
    if (said(one) !== said(other))
      choices.push({ pupil: shared.pupil, name: one.pupil.givenName, ties: [one.guardianship, other.guardianship] })
  }
  return choices
}

const showForm = (
  visit: Merging,
  sides: readonly [Side, Side],
  ties: readonly TieChoice[],
  refused: { unchosen: readonly string[]; failed: boolean } | null,
) => {
  const t = pick(visit.language, duplicateTexts)
  return visit.page(
    { title: t.title, bare: true, status: refused ? 422 : 200 },
    <MergeForm
      {...{ t, sides, ties }}
      language={visit.language}
      guardianship={pick(visit.language, guardianshipTexts)}
      today={visit.work.today}
      typed={visit.typed}
      unchosen={refused?.unchosen ?? []}
      failed={refused?.failed ?? false}
    />,
  )
}

/** People who are known twice: found, joined, or told apart. */
export const duplicates = new Module('people', {
  nl: 'Mensen die er dubbel in staan',
  en: 'People who are known twice',
})
  .get(urls.duplicates, office, async (visit) => {
    const t = pick(visit.language, duplicateTexts)
    const pairs = await possibleDuplicates(visit.work, visit.me)
    return visit.page({ title: t.title }, <DuplicateList t={t} language={visit.language} pairs={pairs} />)
  })
  .get(urls.merging, office, async (visit) => {
    const sides = await sidesOf(visit.work, visit.me, visit.params.one, visit.params.other)
    return sides ? showForm(visit, sides, await tieChoices(visit, sides), null) : visit.notFound()
  })
  .post(urls.merging, office, async (visit) => {
    const { work, me, typed } = visit
    const { one, other } = visit.params
    const sides = await sidesOf(work, me, one, other)
    if (!sides) return visit.notFound()
    if (oneOf(typed, 'deed') === 'apart') {
      await tellApart(work, me, one, other)
      return visit.seeOther(urls.duplicates())
    }
    const [kept, gone] = sides
    const ties = await tieChoices(visit, sides)
    const differing = fields.filter((field) => kept.values[field] !== gone.values[field])
    const asked = [
      ...differing,
      ...ties.map(({ pupil }) => `tie.${pupil}`),
      ...(kept.account && gone.account ? ['account'] : []),
    ]
    const unchosen = asked.filter((name) => !['kept', 'gone'].includes(oneOf(typed, name)))
    if (unchosen.length > 0) return showForm(visit, sides, ties, { unchosen, failed: false })
    const takes = (name: string) => oneOf(typed, name) === 'gone'
    const merged = await merge(work, me, one, other, {
      fields: differing.filter(takes),
      ties: ties.map(({ pupil }) => pupil).filter((pupil) => takes(`tie.${pupil}`)),
      account: takes('account') ? 'gone' : 'kept',
    })
    return merged
      ? visit.seeOther(urls.person({ id: one }))
      : showForm(visit, sides, ties, { unchosen: [], failed: true })
  })
