import { capital, dayLong, listOf, number } from '#shared/language/index.ts'
import { BackLink, Code, Facts, Notice, PageHead, PrintButton, PrintFoot, Section, Table } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { accessInWords, type Said } from './in-words.ts'
import { hashOf, type Review, type ReviewedPerson } from './queries.ts'

/** The record of a finished review, to print: who, when, how many, what ended, what was left open, and its check sum. */
export const ReviewRecord = (
  props: Said & { review: Review; finished: NonNullable<Review['finished']>; people: readonly ReviewedPerson[] },
) => {
  const { t, language, words, review, finished, people } = props
  const name = (id: string | null) => (id && words.people.get(id)) ?? t.record.nobody
  const items = people.flatMap((person) => person.items)
  const reviewers = [...new Set(items.flatMap(({ by }) => by ?? []))].map(name)
  const right = hashOf(items) === finished.hash
  return (
    <>
      <BackLink to={urls.accessReviews()}>{t.back}</BackLink>
      <PageHead title={t.record.title} end={<PrintButton />} />
      <Facts
        facts={[
          {
            term: t.record.finished,
            text: t.record.finishedText(dayLong(language, finished.at, { year: true }), name(finished.by)),
          },
          {
            term: t.record.started,
            text: t.record.finishedText(dayLong(language, review.startedAt, { year: true }), name(review.startedBy)),
          },
          { term: t.record.reviewers, text: listOf(language, reviewers) },
          { term: t.record.people, text: number(language, finished.people) },
          { term: t.record.ended, text: number(language, finished.ended) },
          { term: t.record.open, text: number(language, finished.open) },
        ]}
      />
      <Section>
        <Table
          caption={t.record.table}
          columns={[
            { heading: t.record.who },
            { heading: t.record.what },
            { heading: t.record.decision },
            { heading: t.record.decidedBy },
          ]}
          rows={people.flatMap((person) =>
            person.items.map((item) => ({
              key: `${person.id} ${item.kind} ${item.what}`,
              cells: [
                person.name ?? t.record.nobody,
                capital(accessInWords(props, item)),
                t.decisions[item.decision ?? 'open'],
                item.by === person.id ? `${name(item.by)}, ${t.alone}` : item.at ? name(item.by) : '',
              ],
            })),
          )}
        />
      </Section>
      <Section heading={t.record.hash}>
        <Code>{finished.hash.match(/.{8}/g)?.join(' ') ?? finished.hash}</Code>
        <Notice kind={right ? 'received' : 'alert'} still>
          {right ? t.record.right : t.record.wrong}
        </Notice>
      </Section>
      <PrintFoot>{t.record.foot}</PrintFoot>
    </>
  )
}
