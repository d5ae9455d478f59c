import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import { withRole } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { plural } from '#shared/language/index.ts'
import { List, Row } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { REVIEWS } from '../copy/queries.ts'
import { blanked, passagesOf } from './blank.ts'
import { daysWaiting, listWaiting, release, type Text, textsOf } from './queries.ts'
import { type ReviewTexts, reviewTexts } from './texts.ts'
import { Review, Reviews } from './views.tsx'

/** Who looks at texts before they leave: who answers for the data of the school. */
const reviewer = withRole(
  {
    nl: 'de administratie, de directeur en de privacyfunctionaris',
    en: 'the office, the principal and the privacy officer',
  },
  'administrator',
  'principal',
  'privacy-officer',
)

type Decided = { readonly released: ReadonlyMap<string, string | null>; readonly problems: Record<string, string> }

const textIn = (typed: Typed, name: string) => {
  const value = typed[name]
  return typeof value === 'string' ? value : ''
}

/** What the form says about each text that is there now; a text without an answer is a problem, and nothing leaves. */
const decided = (t: ReviewTexts, texts: readonly Text[], typed: Typed): Decided => {
  const released = new Map<string, string | null>()
  const problems: Record<string, string> = {}
  for (const [now, { place, text }] of texts.entries()) {
    const at = texts.findIndex((_, number) => textIn(typed, `place-${number}`) === place)
    const how = textIn(typed, `how-${at}`)
    if (how === 'whole') released.set(place, text)
    else if (how === 'none') released.set(place, null)
    else if (how !== 'words') problems[`how-${now}`] = t.problems.how
    else {
      const passages = passagesOf(textIn(typed, `words-${at}`))
      const left = blanked(text, passages)
      if (passages.length === 0) problems[`words-${now}`] = t.problems.words
      else if ('missing' in left) problems[`words-${now}`] = t.problems.missing(left.missing)
      else released.set(place, left.text)
    }
  }
  return { released, problems }
}

type Here = Visit<'/privacy/copies/:id', Me>

const reviewPage = async (visit: Here, typed: Typed = {}, problems: Record<string, string> = {}): Promise<Response> => {
  const { work, me, params, language } = visit
  const [one] = await listWaiting(work, me, params.id)
  const texts = one && (await textsOf(work, me, params.id))
  if (!one || !texts) return visit.notFound()
  const t = reviewTexts[language]
  return visit.page(
    { title: t.title, status: Object.keys(problems).length > 0 ? 422 : 200 },
    <Review t={t} language={language} one={one} texts={texts} typed={typed} problems={problems} />,
  )
}

/** The school looks at texts in which somebody else may be named, before a copy of data leaves. */
export const copyReviews = new Module('my-data-review', {
  nl: 'Teksten bekijken voor een download van gegevens',
  en: 'Looking at texts for a download of data',
})
  .today({
    order: 45,
    rule: reviewer,
    live: () => REVIEWS,
    show: async ({ work, me, language }) => {
      const { length: count } = await daysWaiting(work, me)
      if (count === 0) return null
      const t = reviewTexts[language]
      return (
        <List label={t.title}>
          <Row
            icon="file-text"
            title={t.title}
            text={t.today(plural(language, count, t.copies.one, t.copies.other))}
            to={urls.copyReviews()}
          />
        </List>
      )
    },
  })
  .get(urls.copyReviews, reviewer, async (visit) => {
    const t = reviewTexts[visit.language]
    return visit.page(
      { title: t.title, live: REVIEWS },
      <Reviews t={t} language={visit.language} waiting={await listWaiting(visit.work, visit.me)} />,
    )
  })
  .get(urls.copyReview, reviewer, (visit) => reviewPage(visit))
  .post(urls.copyReview, reviewer, async (visit) => {
    const { work, me, params, typed, language } = visit
    const texts = await textsOf(work, me, params.id)
    if (!texts) return visit.notFound()
    const { released, problems } = decided(reviewTexts[language], texts, typed)
    if (Object.keys(problems).length > 0) return reviewPage(visit, typed, problems)
    return (await release(work, me, params.id, released)) ? visit.seeOther(urls.copyReviews()) : visit.notFound()
  })
