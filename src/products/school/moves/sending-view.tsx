import type { Typed } from '#shared/access/form.ts'
import { dayLong, type Language } from '#shared/language/index.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Check,
  Code,
  DateField,
  Empty,
  Foot,
  Form,
  FormErrors,
  List,
  Notice,
  PageHead,
  PrintButton,
  Row,
  Section,
  Select,
  Stack,
  TaskScreen,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { printed } from '../invitations/code.ts'
import type { Person } from '../people/person.ts'
import { oneOf, problemIn } from '../typed.ts'
import type { Asked, Move, School } from './sending.ts'
import type { MoveTexts } from './texts.ts'

type Props = { t: MoveTexts; language: Language; person: Person }

/** To which school, and what the last day here is. */
export const OfferForm = (
  props: Props & {
    schools: readonly School[]
    today: string
    typed: Typed
    problems: Readonly<Record<string, string>>
  },
) => {
  const { t, person, schools, today, typed, problems } = props
  const problem = problemIn(t.problems, problems)
  return (
    <TaskScreen
      back={{ to: urls.person({ id: person.id }), word: t.backTo(person.name) }}
      title={t.title(person.givenName)}
    >
      {schools.length === 0 ? (
        <Empty title={t.none} />
      ) : (
        <Form action={urls.move({ id: person.id })}>
          <Text>{t.text}</Text>
          {Object.keys(problems).length > 0 && <FormErrors>{problems.form && t.problems.already}</FormErrors>}
          <Select
            name="to"
            label={t.school}
            value={oneOf(typed, 'to')}
            error={problem('to')}
            options={[{ value: '', label: t.choose }, ...schools.map(({ id, name }) => ({ value: id, label: name }))]}
          />
          <DateField
            name="lastDay"
            label={t.lastDay}
            value={oneOf(typed, 'lastDay')}
            min={today}
            error={problem('lastDay')}
          />
          <Text quiet>{t.goesText}</Text>
          <Foot>
            <Button>{t.ask}</Button>
          </Foot>
        </Form>
      )}
    </TaskScreen>
  )
}

const said = (t: MoveTexts, { decides, answer }: Asked): string => {
  if (!answer) return t.waiting
  const contact = answer.contact ? t.contact : t.noContact
  const words = decides && !answer.allows ? t.no : decides ? `${t.yes}. ${contact}` : contact
  return answer.onPaper ? `${words} (${t.onPaper})` : words
}

const AskedRow = ({ t, person, one }: Omit<Props, 'language'> & { one: Asked }) => (
  <Row
    title={one.name}
    person={one}
    text={one.decides ? t.decides : t.ownOnly}
    more={
      <Stack>
        <Text small>{`${said(t, one)}.`}</Text>
        {!one.hasAccount && !one.answer && (
          <Form action={urls.noteMoveAnswer({ id: person.id, guardian: one.id })}>
            <Check name="contact" label={t.contact} />
            <Button look="line" label={`${t.noteYes}: ${one.name}`}>
              {t.noteYes}
            </Button>
          </Form>
        )}
      </Stack>
    }
  />
)

/** How far a move is: what the guardians said, and what the office can do now. */
export const MoveView = ({ t, language, person, move }: Props & { move: Move }) => {
  const day = (at: string | Date) => dayLong(language, at, { year: true })
  return (
    <TaskScreen
      back={{ to: urls.person({ id: person.id }), word: t.backTo(person.name) }}
      title={t.title(person.givenName)}
    >
      <Text>{t.to(move.to.name, day(move.lastDay))}</Text>
      <Notice kind={move.state === 'refused' ? 'alert' : move.state === 'ready' ? 'received' : 'waiting'} still>
        {move.waitsUntil ? t.waits(move.to.name, day(move.waitsUntil)) : t[move.state]}
      </Notice>
      <Section heading={t.parents}>
        {move.asked.some(({ decides }) => decides) ? (
          <List label={t.parents} roomy>
            {move.asked.map((one) => (
              <AskedRow key={one.id} t={t} person={person} one={one} />
            ))}
          </List>
        ) : (
          <Empty title={t.nobody} />
        )}
      </Section>
      <Section heading={t.goes}>
        <Text>{t.goesText}</Text>
      </Section>
      <Section>
        <Stack>
          {move.state === 'ready' && (
            <Form action={urls.moveCode({ id: person.id })} plain>
              <Button look={move.waitsUntil ? 'line' : 'solid'} icon="key-round">
                {move.waitsUntil ? t.makeNewCode : t.makeCode}
              </Button>
              {move.waitsUntil && (
                <Text small quiet>
                  {t.newCodeText}
                </Text>
              )}
            </Form>
          )}
          <Form action={urls.withdrawMove({ id: person.id })}>
            <Button look="line" icon="undo-2">
              {t.withdraw}
            </Button>
          </Form>
        </Stack>
      </Section>
    </TaskScreen>
  )
}

/** The one time that the code can be read. */
export const MoveCode = ({
  t,
  language,
  person,
  school,
  code,
  expires,
}: Props & { school: string; code: string; expires: Date }) => (
  <>
    <PageHead title={t.codeTitle(school)} text={t.until(dayLong(language, expires, { year: true }))} />
    <Notice kind="waiting" icon="eye">
      {t.once}
    </Notice>
    <Section heading={t.code}>
      <Text>{t.codeText}</Text>
      <Code>{printed(code)}</Code>
    </Section>
    <Actions>
      <PrintButton />
      <ButtonLink to={urls.person({ id: person.id })} look="line">
        {t.backTo(person.name)}
      </ButtonLink>
    </Actions>
  </>
)
