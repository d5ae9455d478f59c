import { problemIn, typedOnce } from '#products/school/index.ts'
import type { Typed } from '#shared/access/form.ts'
import { clockShort, dayShort, type Language, listOf } from '#shared/language/index.ts'
import {
  BackLink,
  Button,
  Choice,
  DateField,
  Details,
  Empty,
  Field,
  FieldRow,
  Form,
  FormErrors,
  List,
  PageHead,
  Row,
  Section,
  Select,
  Text,
  TimeField,
} from '#shared/ui/index.ts'
import { kindWords } from '#shared/vault/kind-words.ts'
import { urls } from '#src/urls.ts'
import { dataKinds } from '../kinds.ts'
import type { IncidentTexts } from '../texts.ts'
import type { Person, Searched } from './reading.ts'
import type { AffectedTexts } from './texts.ts'

type Options = readonly { readonly value: string; readonly label: string }[]
type Props = {
  readonly t: AffectedTexts
  readonly words: IncidentTexts
  readonly language: Language
  readonly id: string
  readonly title: string
  readonly running: boolean
  readonly people: readonly Person[]
  readonly searches: readonly Searched[]
  readonly pages: Options
  readonly tables: Options
  readonly typed: Typed
  readonly problems: Readonly<Record<string, string>>
  /** Whom a typed name may mean. */
  readonly meant: readonly { readonly id: string; readonly name: string }[]
}

const searchedIn = ({ t, language, tables }: Props, one: Searched): string => {
  if (one.source === 'map') return tables.find(({ value }) => value === one.table)?.label ?? one.table ?? ''
  const moment = (at: Date | null) => (at ? `${dayShort(language, at)} ${clockShort(language, at)}` : '')
  return t.logged(one.viewer ?? t.everybody, one.about ?? t.everywhere, moment(one.from), moment(one.until))
}

const LogForm = (props: Props) => {
  const { t, words, id, typed, problems, pages, meant } = props
  const wrong = problemIn(t.problems, problems)
  const value = (name: string) => typedOnce(typed, name)
  return (
    <Details title={t.log} icon="search" open={Object.keys(problems).length > 0 && !problems.table}>
      <Form action={urls.searchAffected({ id })}>
        <Text>{t.logText}</Text>
        <FieldRow id="from" legend={t.from} error={wrong('fromDay') ?? wrong('fromTime')}>
          <DateField name="fromDay" label={t.from} value={value('fromDay')} />
          <TimeField name="fromTime" label={t.time} value={value('fromTime')} />
        </FieldRow>
        <FieldRow id="until" legend={t.until} error={wrong('untilDay') ?? wrong('untilTime')}>
          <DateField name="untilDay" label={t.until} value={value('untilDay')} />
          <TimeField name="untilTime" label={t.time} value={value('untilTime')} />
        </FieldRow>
        <Field
          name="viewer"
          label={t.viewer}
          hint={t.viewerHint}
          value={value('viewer')}
          error={wrong('viewer')}
          optional
        />
        {meant.length > 0 && (
          <Choice
            name="viewerId"
            legend={t.whichViewer}
            optional
            options={meant.map((one) => ({ value: one.id, label: one.name, person: one }))}
          />
        )}
        <Select name="about" label={t.about} value={value('about')} options={pages} optional />
        <Choice
          name="kinds"
          legend={t.kinds}
          several
          columns={2}
          optional
          chosen={[typed.kinds ?? []].flat()}
          options={dataKinds.map((kind) => ({ value: kind, label: words.facts.kind[kind] }))}
        />
        <Button>{t.search}</Button>
      </Form>
    </Details>
  )
}

const MapForm = ({ t, id, tables, typed, problems }: Props) => (
  <Details title={t.map} icon="table" open={problems.table !== undefined}>
    <Form action={urls.mapAffected({ id })}>
      <Text>{t.mapText}</Text>
      <Select
        name="table"
        label={t.table}
        value={typedOnce(typed, 'table')}
        options={tables}
        error={problemIn(t.problems, problems)('table')}
      />
      <Button>{t.search}</Button>
    </Form>
  </Details>
)

/** Whom an incident affects, by name, how that was found, and ways to find more. */
export const AffectedPage = (props: Props) => {
  const { t, language, id, title, running, people, searches, problems } = props
  return (
    <>
      <BackLink to={urls.incident({ id })}>{title}</BackLink>
      <PageHead title={t.title} text={t.text} />
      {Object.keys(problems).length > 0 && <FormErrors />}
      {people.length === 0 ? (
        <Empty title={t.none}>{t.noneText}</Empty>
      ) : (
        <Section heading={t.count(people.length)}>
          <List label={t.title} columns={2}>
            {people.map(({ id: person, name, kinds }) =>
              Row({
                title: name ?? t.somebody,
                ...(name ? { person: { id: person, name } } : { icon: 'user-round' }),
                text: listOf(
                  language,
                  kinds.filter((kind) => kind !== 'identifier').map((kind) => kindWords[kind as never]?.[language]),
                ),
              }),
            )}
          </List>
        </Section>
      )}
      {searches.length > 0 && (
        <Section heading={t.searches}>
          <List label={t.searches} roomy>
            {searches.map((one) => (
              <Row key={one.id} title={searchedIn(props, one)} text={t.found(one.found)} />
            ))}
          </List>
        </Section>
      )}
      {running && (
        <Section>
          <LogForm {...props} />
          <MapForm {...props} />
          {searches.length > 0 && (
            <Form action={urls.clearAffected({ id })}>
              <Button look="line" icon="undo-2">
                {t.clear}
              </Button>
            </Form>
          )}
        </Section>
      )}
    </>
  )
}
