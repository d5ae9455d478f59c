import { dayLong, number } from '#shared/language/index.ts'
import {
  BackLink,
  Button,
  ButtonLink,
  Empty,
  Form,
  FormErrors,
  List,
  Notice,
  PageHead,
  Row,
  Section,
  Stack,
  Strong,
  Tag,
  Text,
  Tiles,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { decisionsInWords, type Said, summary } from './in-words.ts'
import type { Review, ReviewedPerson, Standing } from './queries.ts'

type Names = ReadonlyMap<string, string>

const nameOf = ({ t }: Pick<Said, 't'>, names: Names, id: string | null) => (id && names.get(id)) ?? t.somebody

/** All reviews: the one under way, or a way to begin; and the records. */
export const ReviewList = ({
  t,
  language,
  reviews,
  names,
  standing,
}: Omit<Said, 'words'> & { reviews: readonly Review[]; names: Names; standing: Standing }) => {
  const finished = reviews.flatMap(({ id, finished: one }) => (one ? [{ id, ...one }] : []))
  const { open } = standing
  return (
    <>
      <BackLink to={urls.rights()}>{t.backToRights}</BackLink>
      <PageHead title={t.title} text={t.text} />
      {open ? (
        <Stack>
          <Text>{t.progress(number(language, open.done), number(language, open.of))}</Text>
          <ButtonLink to={urls.accessReview({ id: open.id })} icon="shield-check">
            {t.goOn}
          </ButtonLink>
        </Stack>
      ) : (
        <Form action={urls.accessReviews()}>
          <Button icon="shield-check">{t.start}</Button>
          <Text quiet small>
            {t.startText}
          </Text>
        </Form>
      )}
      <Section heading={t.earlier}>
        {finished.length === 0 ? (
          <Empty title={t.none} />
        ) : (
          <List label={t.earlier}>
            {finished.map(({ id, at, by, people, ended, open: left }) => (
              <Row
                key={id}
                icon="file-text"
                title={t.record.finishedText(dayLong(language, at, { year: true }), nameOf({ t }, names, by))}
                text={[
                  `${t.record.people}: ${number(language, people)}`,
                  `${t.record.ended}: ${number(language, ended)}`,
                  `${t.record.open}: ${number(language, left)}`,
                ].join(', ')}
                to={urls.accessReview({ id })}
              />
            ))}
          </List>
        )}
      </Section>
    </>
  )
}

export type ReviewProps = Said & {
  review: Review
  people: readonly ReviewedPerson[]
  me: string
  /** Whether I may review myself. */
  self: boolean
  problem: boolean
}

const PersonRow = (props: ReviewProps & { person: ReviewedPerson }) => {
  const { t, review, person, me, self } = props
  const mine = person.id === me && !self
  return (
    <Row
      title={person.name}
      person={{ id: person.id, name: person.name ?? '' }}
      text={person.done ? decisionsInWords(props, person.items) : summary(props, person.items)}
      to={urls.reviewPerson({ id: review.id, person: person.id })}
      end={!person.done && !person.forMe && <Tag>{mine ? t.selfTag : t.principalTag}</Tag>}
    />
  )
}

/** A review under way: how far it is, who is still to come, who was seen. */
export const ReviewPage = (props: ReviewProps) => {
  const { t, language, words, review, people, problem } = props
  const done = people.filter((one) => one.done)
  const seen = people.filter(({ name }) => name !== null)
  const open = seen.filter((one) => !one.done)
  const hidden = people.filter((one) => !one.done && one.name === null).length
  const progress = t.progress(number(language, done.length), number(language, people.length))
  return (
    <>
      <BackLink to={urls.accessReviews()}>{t.back}</BackLink>
      <PageHead
        title={t.title}
        text={t.startedBy(
          nameOf({ t }, words.people, review.startedBy),
          dayLong(language, review.startedAt, { year: true }),
        )}
      />
      {problem && <FormErrors>{t.nothingYet}</FormErrors>}
      <Stack>
        <Tiles kinds={people.map((one) => (one.done ? 'read' : 'unread'))} label={progress} />
        <Text>
          <Strong>{progress}</Strong>
        </Text>
      </Stack>
      {hidden > 0 && (
        <Notice kind="waiting" icon="eye-off" still>
          {t.hidden(number(language, hidden), hidden === 1)}
        </Notice>
      )}
      <Section heading={t.toReview}>
        {open.length === 0 ? (
          <Empty title={t.allReviewed}>{t.allReviewedText}</Empty>
        ) : (
          <List label={t.toReview} roomy>
            {open.map((person) => (
              <PersonRow key={person.id} {...props} person={person} />
            ))}
          </List>
        )}
      </Section>
      {seen.length > open.length && (
        <Section heading={t.reviewed}>
          <List label={t.reviewed} roomy>
            {seen
              .filter((one) => one.done)
              .map((person) => (
                <PersonRow key={person.id} {...props} person={person} />
              ))}
          </List>
        </Section>
      )}
      <Section>
        <Form action={urls.finishAccessReview({ id: review.id })}>
          <Button look={open.length === 0 ? 'solid' : 'line'} icon="check">
            {t.finish}
          </Button>
          <Text quiet small>
            {t.finishText}
          </Text>
        </Form>
      </Section>
    </>
  )
}

/** What the first page says to the office: a review is under way, or it is time for one. */
export const ReviewToday = ({
  t,
  language,
  standing: { open, last },
}: Omit<Said, 'words'> & { standing: Standing }) => (
  <List>
    {open ? (
      <Row
        title={t.today.open}
        text={t.progress(number(language, open.done), number(language, open.of))}
        icon="shield-check"
        to={urls.accessReview({ id: open.id })}
      />
    ) : (
      <Row
        title={t.today.due}
        text={last ? t.today.last(dayLong(language, last, { year: true })) : t.today.never}
        icon="shield-check"
        to={urls.accessReviews()}
      />
    )}
  </List>
)
