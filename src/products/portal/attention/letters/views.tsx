import { clock, dayLong, type Language } from '#shared/language/index.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Empty,
  Form,
  List,
  PageHead,
  Row,
  Section,
  Stack,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Batch, PaperLetter } from './queries.ts'
import type { LetterTexts } from './texts.ts'

type Props = { readonly t: LetterTexts; readonly language: Language }

const Waiting = ({ t, letters }: Props & { letters: readonly PaperLetter[] }) => (
  <Stack gap="loose">
    <Form action={urls.paperLetters()} posted={letters.map(({ person }) => ['person', person] as const)}>
      <Actions>
        <ButtonLink to={urls.printLetters()} icon="printer" plain>
          {t.download}
        </ButtonLink>
        <Button look="line">{t.printed}</Button>
      </Actions>
    </Form>
    {letters.map(({ person, name, things }) => (
      <Section key={person} heading={t.to(name)}>
        <List>
          {things.map(({ subject, title, text, body }) => (
            <Row key={subject} title={title} text={text} more={body && <Text>{body}</Text>} />
          ))}
        </List>
      </Section>
    ))}
  </Stack>
)

const Printed = ({ t, language, batches }: Props & { batches: readonly Batch[] }) => (
  <Section heading={t.before}>
    <List>
      {batches.map(({ id, at, letters }) => {
        const words = t.batch(letters, dayLong(language, dayOf(at)), clock(language, at))
        return (
          <Row
            key={id}
            icon="printer"
            title={words}
            more={
              <Form action={urls.lettersBack({ batch: id })}>
                <Actions>
                  <ButtonLink to={urls.printLetters({ batch: id })} look="line" plain>
                    {t.again}
                  </ButtonLink>
                  <Button look="line" label={t.undoLabel(words)}>
                    {t.undo}
                  </Button>
                </Actions>
              </Form>
            }
          />
        )
      })}
    </List>
  </Section>
)

/** What waits on paper, to print and then to say that it is gone; and what left, to print again or to put back. */
export const Letters = ({
  letters,
  batches,
  ...props
}: Props & { letters: readonly PaperLetter[]; batches: readonly Batch[] }) => (
  <>
    <PageHead
      title={props.t.title}
      text={letters.length > 0 ? `${props.t.waiting(letters.length)}. ${props.t.waitingText}` : props.t.text}
    />
    {letters.length === 0 ? (
      <Empty title={props.t.none}>{props.t.noneText}</Empty>
    ) : (
      <Waiting {...props} letters={letters} />
    )}
    {batches.length > 0 && <Printed {...props} batches={batches} />}
  </>
)
