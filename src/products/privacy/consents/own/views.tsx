import type { Language } from '#shared/language/index.ts'
import {
  Actions,
  Button,
  Empty,
  Form,
  List,
  Notice,
  PageHead,
  Prose,
  Readers,
  Row,
  Section,
  Stack,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { ConsentTexts } from '../texts.ts'
import { hashOf, wordsIn } from '../words.ts'
import { standingIn } from './in-words.ts'
import type { Asked, Mine } from './queries.ts'
import type { OwnTexts } from './texts.ts'

type Fields = Readonly<Record<string, string>>

type Props = { readonly t: OwnTexts; readonly c: ConsentTexts; readonly language: Language }

/** Two equal answers; the one that was given has a tick, and the other one takes it back. */
const Answer = ({
  c,
  label,
  fields,
  mine,
}: {
  c: ConsentTexts
  label: string
  fields: Fields
  mine: Asked['mine']
}) => (
  <Form action={urls.consents()} hidden={fields} label={label}>
    <Actions even>
      {([true, false] as const).map((yes) => (
        <Button
          name="answer"
          value={yes ? 'yes' : 'no'}
          look={mine === null || mine.yes === yes ? 'tinted' : 'line'}
          icon={mine?.yes === yes ? 'check' : undefined}
          pressed={mine?.yes === yes}
          label={`${yes ? c.yes : c.no}: ${label}`}
        >
          {yes ? c.yes : c.no}
        </Button>
      ))}
    </Actions>
  </Form>
)

const Question = ({ t, c, language, child, asked }: Props & { child: Mine; asked: Asked }) => {
  const { purpose, mine, shared } = asked
  const shown = wordsIn(purpose.words, language)
  const fields = { purpose: purpose.id, pupil: child.id, number: String(purpose.number), hash: hashOf(shown) }
  const foreign = shown.language !== language
  const seenBy = `${t.seenBy(c.audience[purpose.audience])}.`
  return (
    <Row
      title={shown.title}
      more={
        <Stack>
          {foreign ? (
            <Prose blocks={[{ kind: 'paragraph', text: shown.text }]} language={shown.language} />
          ) : (
            <Text>{shown.text}</Text>
          )}
          <Text small quiet>
            {[seenBy, shared && `${c.rule[purpose.rule]}.`, foreign && t.onlyDutch].filter(Boolean).join(' ')}
          </Text>
          <Answer c={c} label={t.answerFor(shown.title, child.givenName)} fields={fields} mine={mine} />
          <Text small>{standingIn(asked, t, language)}</Text>
        </Stack>
      }
    />
  )
}

const Child = ({ child, self, ...props }: Props & { child: Mine; self: boolean }) => (
  <Section heading={self ? props.t.own : child.givenName}>
    {child.bar && <Text>{props.t.bars[child.bar](child.givenName)}</Text>}
    {child.bar === null && (
      <List roomy label={child.name}>
        {child.asked.map((asked) => (
          <Question key={asked.purpose.id} {...props} child={child} asked={asked} />
        ))}
      </List>
    )}
  </Section>
)

/** One quiet page for all children: per question yes or no, what it comes to, and the way back by the same press. */
export const OwnConsents = ({
  t,
  c,
  language,
  mine,
  me,
  problem,
}: Props & { mine: readonly Mine[]; me: string; problem: string | null }) => {
  const asks = mine.some(({ asked }) => asked.length > 0)
  return (
    <>
      <PageHead title={t.title} text={asks ? t.text : undefined} />
      {problem && <Notice kind="alert">{problem}</Notice>}
      {mine.length === 0 && <Empty title={t.noChildren}>{t.noChildrenText}</Empty>}
      {mine.length > 0 && !asks && <Empty title={t.none}>{t.noneText}</Empty>}
      {asks && (
        <Section>
          <Readers>{t.readers}</Readers>
        </Section>
      )}
      {asks && mine.map((child) => <Child key={child.id} {...{ t, c, language, child }} self={child.id === me} />)}
    </>
  )
}
