import type { Typed } from '#shared/access/form.ts'
import { capital, dayLong, type Language } from '#shared/language/index.ts'
import {
  BackLink,
  Button,
  Choice,
  Dependent,
  Empty,
  Field,
  Form,
  FormErrors,
  HiddenFields,
  List,
  PageHead,
  Quote,
  Row,
  Section,
  Stack,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Waiting, Text as WaitingText } from './queries.ts'
import type { ReviewTexts } from './texts.ts'

type Props = { readonly t: ReviewTexts; readonly language: Language }

/** Downloads of which texts wait. */
export const Reviews = ({ t, language, waiting }: Props & { waiting: readonly Waiting[] }) => (
  <>
    <PageHead title={t.title} text={t.text} />
    {waiting.length === 0 ? (
      <Empty title={t.none}>{t.noneText}</Empty>
    ) : (
      <List label={t.title}>
        {waiting.map(({ id, about, askedBy, before }) => (
          <Row
            key={id}
            person={about}
            title={about.name}
            text={t.row(askedBy, dayLong(language, before))}
            to={urls.copyReview({ id })}
          />
        ))}
      </List>
    )}
  </>
)

const typedText = (typed: Typed, name: string) => {
  const value = typed[name]
  return typeof value === 'string' ? value : undefined
}

export type ReviewProps = Props & {
  readonly one: Waiting
  readonly texts: readonly WaitingText[]
  readonly typed: Typed
  readonly problems: Readonly<Record<string, string>>
}

/** Each text with three answers: it may go along, without these words, or not. */
export const Review = ({ t, language, one, texts, typed, problems }: ReviewProps) => (
  <>
    <BackLink to={urls.copyReviews()}>{t.back}</BackLink>
    <PageHead title={t.about(one.about.name)} text={t.aboutText(one.askedBy, dayLong(language, one.before))} />
    <Form action={urls.copyReview({ id: one.id })} behaviour="depend">
      {Object.keys(problems).length > 0 && <FormErrors />}
      {texts.map(({ place, what, label, text }, at) => (
        <Section key={place} heading={`${capital(what[language])}: ${label[language]}`}>
          <Stack>
            <Text>
              <Quote>{text}</Quote>
            </Text>
            <HiddenFields fields={{ [`place-${at}`]: place }} />
            <Choice
              name={`how-${at}`}
              legend={t.how}
              options={(['whole', 'words', 'none'] as const).map((value) => ({ value, label: t.hows[value] }))}
              chosen={typedText(typed, `how-${at}`)}
              error={problems[`how-${at}`]}
            />
            <Dependent when={`how-${at}=words`}>
              <Field
                name={`words-${at}`}
                label={t.words}
                hint={t.wordsHint}
                value={typedText(typed, `words-${at}`)}
                error={problems[`words-${at}`]}
                optional
              />
            </Dependent>
          </Stack>
        </Section>
      ))}
      <Button>{t.release}</Button>
    </Form>
  </>
)
