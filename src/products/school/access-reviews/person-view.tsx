import { capital, dayLong } from '#shared/language/index.ts'
import {
  Button,
  Choice,
  Foot,
  Form,
  FormErrors,
  List,
  Notice,
  Row,
  Section,
  TaskScreen,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { keyOf } from './access.ts'
import { accessInWords, decisionsInWords, type Said } from './in-words.ts'
import { type Item, type ReviewedPerson, seenOf } from './queries.ts'

export type PersonFormProps = Said & {
  review: string
  person: ReviewedPerson
  /** What I may decide about, in its order. */
  mine: readonly Item[]
  /** Whether it is about me, and somebody else decides. */
  own: boolean
  ends: readonly string[]
  problem: string | null
}

/** One person of the review: everything they may do, and what of it ends. */
export const ReviewPersonForm = (props: PersonFormProps) => {
  const { t, language, review, person, mine, own, ends, problem } = props
  const back = { to: urls.accessReview({ id: review }), word: t.person.back }
  const since = ({ since: day }: Item) => t.since(dayLong(language, day, { year: true }))
  const open = mine.filter(({ decision }) => decision !== 'ends' && decision !== 'gone')
  const decided = person.items.filter(({ decision }) => decision !== null)
  const others = own ? person.items : person.items.filter((one) => !mine.includes(one) && one.decision === null)
  return (
    <TaskScreen back={back} title={t.person.title(person.name ?? '')}>
      {problem && <FormErrors>{problem}</FormErrors>}
      {own && !problem && <Notice kind="waiting">{t.self}</Notice>}
      {others.length > 0 && (
        <Section {...(own ? {} : { heading: t.principal })}>
          <List label={own ? t.self : t.principal} roomy>
            {others.map((one) => (
              <Row key={keyOf(one)} title={capital(accessInWords(props, one))} text={since(one)} />
            ))}
          </List>
        </Section>
      )}
      {decided.length > 0 && <Text>{`${t.person.already}. ${decisionsInWords(props, decided)}.`}</Text>}
      {!own && open.length === 0 && <Text quiet>{t.person.nothing}</Text>}
      {!own && open.length > 0 && (
        <Form action={urls.reviewPerson({ id: review, person: person.id })} hidden={{ seen: seenOf(person.items) }}>
          <Choice
            name="ends"
            legend={t.person.ends}
            hint={t.person.endsHint}
            several
            chosen={ends}
            options={open.map((one) => ({
              value: keyOf(one),
              label: capital(accessInWords(props, one)),
              hint: since(one),
            }))}
          />
          <Foot>
            <Button>{t.person.save}</Button>
          </Foot>
        </Form>
      )}
    </TaskScreen>
  )
}
