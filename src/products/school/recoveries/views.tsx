import type { Typed } from '#shared/access/form.ts'
import { clock, dayLong, type Language } from '#shared/language/index.ts'
import {
  Actions,
  Button,
  Choice,
  Empty,
  Foot,
  Form,
  FormErrors,
  List,
  PageHead,
  Row,
  Section,
  Stack,
  Tag,
  TaskScreen,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Person } from '../people/person.ts'
import { oneOf, problemIn } from '../typed.ts'
import { documents, losses, type RecoveryRow } from './queries.ts'
import type { RecoveryTexts } from './texts.ts'

type Props = { readonly t: RecoveryTexts; readonly language: Language }

export type StartProps = {
  readonly t: RecoveryTexts
  readonly person: Person
  readonly typed: Typed
  readonly problems: Readonly<Record<string, string>>
}

/** What was lost and how the office knows who this is: which kind of document, never a number or a copy. */
export const StartForm = ({ t, person, typed, problems }: StartProps) => {
  const problem = problemIn(t.problems, problems)
  const staff = person.roles.length > 0
  return (
    <TaskScreen
      back={{ to: urls.person({ id: person.id }), word: t.start.back(person.name) }}
      title={t.start.title(person.name)}
    >
      <Form action={urls.startRecovery({ id: person.id })}>
        {Object.keys(problems).length > 0 && <FormErrors>{problem('form')}</FormErrors>}
        <Text>{t.start.text}</Text>
        <Choice
          name="lost"
          legend={t.start.lost}
          chosen={oneOf(typed, 'lost')}
          error={problem('lost')}
          options={losses.map((value) => ({ value, label: t.start[value], hint: t.start[`${value}Hint`] }))}
        />
        <Choice
          name="seen"
          legend={t.start.seen}
          hint={staff ? t.start.seenHintStaff : t.start.seenHint}
          readers={t.start.readers}
          chosen={oneOf(typed, 'seen')}
          error={problem('seen')}
          columns={2}
          options={documents
            .filter((value) => !staff || value !== 'known')
            .map((value) => ({ value, label: t.documents[value] }))}
        />
        <Choice
          name="checked"
          legend={t.start.checkedLegend}
          several
          chosen={oneOf(typed, 'checked')}
          error={problem('checked')}
          options={[{ value: 'yes', label: t.start.checked }]}
        />
        <Foot text={t.start.told}>
          <Button>{t.start.save}</Button>
        </Foot>
      </Form>
    </TaskScreen>
  )
}

/** Who did what, in a line. */
const story = ({ t, language }: Props, row: RecoveryRow): string =>
  [
    t.lost[row.lost],
    t.by(row.startedBy, dayLong(language, row.startedAt)),
    t.seen(t.documents[row.seen]),
    ...(row.decidedBy ? [t.approvedBy(row.decidedBy)] : []),
    ...(row.open ? [t.until(`${dayLong(language, row.until)}, ${clock(language, row.until)}`)] : []),
  ].join('. ')

const tones = { waiting: 'late', approved: 'here', used: 'here', stopped: 'plain' } as const

const OpenOne = ({ t, row, ...props }: Props & { row: RecoveryRow }) => (
  <Row
    title={row.person.name}
    person={row.person}
    text={story({ t, ...props }, row)}
    more={
      <Stack>
        <Text>
          <Tag kind={tones[row.state]}>{t.state[row.state]}</Tag>
        </Text>
        {row.state === 'waiting' && <Text small>{row.mayApprove ? t.ask(row.person.name) : t.waitsForOther}</Text>}
        <Actions>
          {row.mayApprove && (
            <Form action={urls.approveRecovery({ id: row.id })} plain>
              <Button label={t.approveLabel(row.person.name)} icon="check">
                {t.approve}
              </Button>
            </Form>
          )}
          <Form action={urls.stopRecovery({ id: row.id })} plain>
            <Button look="line" label={t.stopLabel(row.person.name)}>
              {t.stop}
            </Button>
          </Form>
        </Actions>
      </Stack>
    }
  />
)

const Earlier = ({ t, language, rows }: Props & { rows: readonly RecoveryRow[] }) => (
  <Section heading={t.earlier}>
    <List label={t.earlier}>
      {rows.map((row) => (
        <Row
          key={row.id}
          title={row.person.name}
          person={row.person}
          text={story({ t, language }, row)}
          end={<Tag kind={tones[row.state]}>{t.state[row.state]}</Tag>}
        />
      ))}
    </List>
  </Section>
)

/** What is under way and what was, for the office. */
export const RecoveryList = ({ t, language, rows }: Props & { rows: readonly RecoveryRow[] }) => {
  const open = rows.filter((row) => row.open)
  const earlier = rows.filter((row) => !row.open)
  return (
    <>
      <PageHead title={t.title} text={t.text} />
      <Section heading={t.open}>
        {open.length === 0 ? (
          <Empty title={t.none}>{t.noneText}</Empty>
        ) : (
          <List label={t.open} roomy>
            {open.map((row) => (
              <OpenOne key={row.id} t={t} language={language} row={row} />
            ))}
          </List>
        )}
      </Section>
      {earlier.length > 0 && <Earlier t={t} language={language} rows={earlier} />}
    </>
  )
}

/** What the school did about somebody's own account; they stop it when it was not them. */
export const MyRecovery = ({ t, language, rows }: Props & { rows: readonly RecoveryRow[] }) => (
  <TaskScreen back={{ to: urls.me(), word: t.mine.back }} title={t.mine.title}>
    <Stack gap="loose">
      <Text>{t.mine.text}</Text>
      {rows.length === 0 && <Empty title={t.mine.none} />}
      <List label={t.mine.title}>
        {rows.map((row) => (
          <Row
            key={row.id}
            title={t.state[row.state]}
            icon="shield"
            text={story({ t, language }, row)}
            tone={row.open ? 'alert' : 'quiet'}
          />
        ))}
      </List>
      {rows.some((row) => row.open) && (
        <Form action={urls.stopMyRecovery()}>
          <Text>{t.mine.warn}</Text>
          <Foot>
            <Button look="alert-line">{t.mine.stop}</Button>
          </Foot>
        </Form>
      )}
    </Stack>
  </TaskScreen>
)
