import { z } from 'zod'
import { many } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { office } from '../people/rules.ts'
import { namesOf } from '../rights/queries.ts'
import { decide, finishReview, startReview } from './deciding.ts'
import { ReviewPersonForm } from './person-view.tsx'
import {
  findReview,
  type Item,
  isDue,
  itemsOf,
  listReviews,
  mayDecide,
  mayReviewSelf,
  peopleOf,
  REVIEW,
  standing,
  wordsFor,
} from './queries.ts'
import { ReviewRecord } from './record-view.tsx'
import { reviewTexts } from './texts.ts'
import { ReviewList, ReviewPage, ReviewToday } from './views.tsx'
import './personal-data.ts'

const decision = z.object({ ends: many(z.string()), seen: z.string('seen') })

/** A review that is under way with its people, or a finished one with its record. */
const showReview = async (visit: Visit<string, Me>, id: string, problem = false) => {
  const { work, me, language } = visit
  const review = await findReview(work, id)
  if (!review) return visit.notFound()
  const t = pick(language, reviewTexts)
  const items = await itemsOf(work, id)
  const people = await peopleOf(work, me, items)
  const words = await wordsFor(work, items, [review.startedBy, review.finished?.by ?? null])
  const { finished } = review
  if (finished)
    return visit.page({ title: t.record.title }, <ReviewRecord {...{ t, language, words, review, finished, people }} />)
  const self = await mayReviewSelf(work, me)
  return visit.page(
    { title: t.title, live: REVIEW, status: problem ? 422 : 200 },
    <ReviewPage {...{ t, language, words, review, people, self, problem }} me={me.id} />,
  )
}

/** The protected people that are to be decided about: named where the decision is made, of those whom I may know. */
const protectedIn = (items: readonly Item[]) => items.filter(({ kind }) => kind === 'reader').map(({ what }) => what)

const showPerson = async (
  visit: Visit<'/access-reviews/:id/people/:person', Me>,
  ends: readonly string[] = [],
  problem: 'last' | 'last-reader' | 'other' | 'own' | null = null,
) => {
  const { work, me, language, params } = visit
  const review = await findReview(work, params.id)
  if (!review || review.finished) return visit.notFound()
  const items = (await itemsOf(work, review.id)).filter((one) => one.person === params.person)
  const [person] = await peopleOf(work, me, items)
  if (!person?.name) return visit.notFound()
  const t = pick(language, reviewTexts)
  return visit.page(
    { title: t.title, bare: true, status: problem ? 422 : 200 },
    <ReviewPersonForm
      t={t}
      language={language}
      words={await wordsFor(work, items, protectedIn(items))}
      review={review.id}
      person={person}
      mine={items.filter((one) => mayDecide(me, one))}
      own={person.id === me.id && !(await mayReviewSelf(work, me))}
      ends={ends}
      problem={problem && t.problems[problem]}
    />,
  )
}

/** The next one whom I may decide about, by name after the one who is done; the review when there is none. */
const onwards = async ({ work, me, params }: Visit<'/access-reviews/:id/people/:person', Me>) => {
  const people = await peopleOf(work, me, await itemsOf(work, params.id))
  const at = people.findIndex(({ id }) => id === params.person)
  const next = [...people.slice(at + 1), ...people.slice(0, at)].find(({ forMe }) => forMe)
  return next ? urls.reviewPerson({ id: params.id, person: next.id }) : urls.accessReview({ id: params.id })
}

/**
 * The yearly review: the office goes through who has which role and special access, person by person, and it ends in a
 * record. Nobody reviews themselves while somebody else could.
 */
export const accessReviews = new Module('access-reviews', {
  nl: 'De jaarlijkse controle van rollen',
  en: 'The yearly review of roles',
})
  .today({
    order: 68,
    rule: office,
    show: async ({ work, language }) => {
      const now = await standing(work)
      if (!now.open && !isDue(work.now, now)) return null
      return <ReviewToday t={pick(language, reviewTexts)} language={language} standing={now} />
    },
  })
  .get(urls.accessReviews, office, async (visit) => {
    const { work, language } = visit
    const t = pick(language, reviewTexts)
    const reviews = await listReviews(work)
    const names = await namesOf(
      work,
      reviews.flatMap(({ finished }) => finished?.by ?? []),
    )
    return visit.page(
      { title: t.title, live: REVIEW },
      <ReviewList t={t} language={language} reviews={reviews} names={names} standing={await standing(work)} />,
    )
  })
  .post(urls.accessReviews, office, async (visit) =>
    visit.seeOther(urls.accessReview({ id: await startReview(visit.work, visit.site.kind) })),
  )
  .get(urls.accessReview, office, (visit) => showReview(visit, visit.params.id))
  .post(urls.finishAccessReview, office, async (visit) => {
    const { id } = visit.params
    const result = await finishReview(visit.work, id, visit.site.kind)
    if (result === 'none') return visit.notFound()
    return result === 'done' ? visit.seeOther(urls.accessReview({ id })) : showReview(visit, id, true)
  })
  .get(urls.reviewPerson, office, (visit) => showPerson(visit))
  .post(urls.reviewPerson, office, async (visit) => {
    const { work, me, params, site } = visit
    const form = visit.form(decision)
    if (!form.ok) return visit.notFound()
    const at = { review: params.id, person: params.person, kind: site.kind }
    const result = await decide(work, me, at, form.value)
    if (result === 'none') return visit.notFound()
    if (result === 'done') return visit.seeOther(await onwards(visit))
    return showPerson(visit, form.value.ends, result)
  })
