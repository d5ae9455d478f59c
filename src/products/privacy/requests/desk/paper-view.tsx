import { problemIn, typedOnce } from '#products/school/index.ts'
import type { Typed } from '#shared/access/form.ts'
import type { Language } from '#shared/language/index.ts'
import {
  Button,
  Choice,
  DateField,
  Dependent,
  Empty,
  Field,
  Foot,
  Form,
  FormErrors,
  List,
  Row,
  Section,
  Select,
  TaskScreen,
  Text,
  TextArea,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { Concerns } from '../concerns-view.tsx'
import { fields, identityProofs, kinds, paperWays } from '../kinds.ts'
import type { Subject } from '../subjects.ts'
import type { RequestWords } from '../texts.ts'
import type { DeskTexts } from './texts.ts'

type FindProps = {
  t: DeskTexts
  name: string
  found: readonly { id: string; name: string }[] | null
  problem: 'gone' | undefined
}

/** Who asks: found by name. Somebody who is not here cannot be chosen. */
export const FindAsker = ({ t, name, found, problem }: FindProps) => (
  <TaskScreen back={{ to: urls.rightsRequests(), word: t.back }} title={t.paper.title}>
    {problem && <FormErrors>{t.paper.problems[problem]}</FormErrors>}
    <Text>{t.paper.text}</Text>
    <Form action={urls.enterRequest()} plain>
      <Field name="name" type="search" label={t.paper.search} hint={t.paper.searchHint} value={name} maxLength={100} />
      <Button look={found ? 'tinted' : 'solid'}>{t.paper.find}</Button>
    </Form>
    {found && found.length === 0 && <Empty title={t.paper.nobody} />}
    {found && found.length > 0 && (
      <Section heading={t.paper.found}>
        <List label={t.paper.found}>
          {found.map((one) => (
            <Row key={one.id} title={one.name} person={one} to={urls.enterRequest({ person: one.id })} />
          ))}
        </List>
      </Section>
    )}
  </TaskScreen>
)

type PaperProps = {
  t: DeskTexts
  words: RequestWords
  language: Language
  asker: { readonly id: string; readonly name: string; readonly givenName: string }
  subjects: readonly Subject[]
  consents: readonly { readonly value: string; readonly label: string }[]
  today: string
  earliest: string
  typed: Typed
  problems: Readonly<Record<string, string>>
  requestKey: string
}

/** What came in on paper, in the words of who asks. */
export const PaperForm = (props: PaperProps) => {
  const { t, words, language, asker, subjects, today, earliest, typed, problems, requestKey } = props
  const problem = problemIn(t.paper.problems, problems)
  const value = (name: string) => typedOnce(typed, name) || undefined
  const option = <Name extends string>(names: readonly Name[], labels: Readonly<Record<Name, string>>) =>
    names.map((one) => ({ value: one, label: labels[one] }))
  return (
    <TaskScreen back={{ to: urls.enterRequest(), word: t.paper.other }} title={`${t.paper.title}: ${asker.name}`}>
      <Form action={urls.enterRequest()} requestKey={requestKey} hidden={{ asker: asker.id }} behaviour="depend">
        {Object.keys(problems).length > 0 && <FormErrors>{problem('form') ?? problem('requestKey')}</FormErrors>}
        <Choice
          name="person"
          legend={t.paper.about}
          options={subjects.map(({ id, givenName }) => ({
            value: id,
            label: id === asker.id ? t.paper.self : givenName,
          }))}
          chosen={value('person')}
          error={problem('person')}
        />
        <Choice
          name="kind"
          legend={t.paper.kind}
          columns={2}
          options={option(kinds, words.kinds)}
          chosen={value('kind')}
          error={problem('kind')}
        />
        <Dependent when="kind=correction">
          <Select
            name="field"
            label={t.paper.field}
            hint={t.paper.onlyCorrection}
            options={option(fields, words.fields)}
            value={value('field')}
            error={problem('field')}
            mayBeEmpty
          />
          <Field
            name="value"
            label={t.paper.value}
            hint={t.paper.onlyCorrection}
            value={value('value')}
            error={problem('value')}
            maxLength={254}
            mayBeEmpty
          />
        </Dependent>
        <Dependent when="kind=restriction|objection">
          <Concerns {...{ words, language, typed, problems }} />
        </Dependent>
        <Dependent when="kind=withdrawal">
          {props.consents.length === 0 ? (
            <Text>{t.paper.noConsents}</Text>
          ) : (
            <Choice
              name="consents"
              legend={t.paper.consents}
              hint={t.paper.consentsHint}
              options={props.consents}
              chosen={[typed.consents ?? []].flat()}
              several
              optional
            />
          )}
        </Dependent>
        <TextArea
          name="text"
          label={t.paper.words}
          hint={t.paper.wordsHint}
          value={value('text')}
          error={problem('text')}
          rows={5}
          maxLength={2000}
          mayBeEmpty
        />
        <Choice
          name="way"
          legend={t.paper.way}
          columns={2}
          options={option(paperWays, words.ways)}
          chosen={value('way')}
          error={problem('way')}
        />
        <DateField
          name="receivedOn"
          label={t.paper.day}
          hint={t.paper.dayHint}
          value={value('receivedOn')}
          min={earliest}
          max={today}
          error={problem('receivedOn')}
        />
        <Select
          name="identity"
          label={t.paper.identity}
          hint={t.paper.unknown}
          options={option(identityProofs, words.proofs)}
          value={value('identity')}
          mayBeEmpty
        />
        <Foot>
          <Button>{t.paper.save}</Button>
        </Foot>
      </Form>
    </TaskScreen>
  )
}
