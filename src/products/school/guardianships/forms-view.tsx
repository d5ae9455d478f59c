import { type Language, pick } from '#shared/language/index.ts'
import {
  Button,
  Choice,
  DateField,
  Dependent,
  Field,
  Foot,
  Form,
  FormErrors,
  Heading,
  Link,
  List,
  Row,
  Section,
  Select,
  TaskScreen,
  Text,
  TextArea,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { ContactFields, NameFields, type Shown } from '../people/forms-view.tsx'
import type { Lookalike } from '../people/lookalikes.ts'
import { LooksLike } from '../people/lookalikes-view.tsx'
import { pupilTexts } from '../pupils/texts.ts'
import { allOf, oneOf, problemIn } from '../typed.ts'
import { restrictionKinds, type Tie } from './queries.ts'
import type { GuardianshipTexts } from './texts.ts'

export const authorities = ['yes', 'no', 'unknown', 'information-only'] as const
export const rights = ['lives-with', 'be-contacted', 'collect'] as const

type Named = { readonly id: string; readonly name: string }
type Props = Omit<Shown, 't'> & { t: GuardianshipTexts }

const Problems = ({ problems }: Pick<Props, 'problems'>) => (Object.keys(problems).length > 0 ? <FormErrors /> : null)

const TermsFields = ({ t, typed, problems }: Props) => {
  const problem = problemIn(t.problems, problems)
  const words = { 'lives-with': t.form.livesWith, 'be-contacted': t.form.beContacted, collect: t.form.collect }
  return (
    <>
      <Field
        name="relation"
        label={t.form.relation}
        hint={t.form.relationHint}
        value={oneOf(typed, 'relation')}
        error={problem('relation')}
        maxLength={60}
      />
      <Choice
        name="authority"
        legend={t.form.authority}
        chosen={oneOf(typed, 'authority')}
        error={problem('authority')}
        options={authorities.map((value) => ({
          value,
          label: t.form.authorities[value],
          hint: t.form.authorityHints[value],
        }))}
      />
      <Choice
        name="may"
        legend={t.form.may}
        several
        optional
        chosen={allOf(typed, 'may')}
        options={rights.map((value) => ({ value, label: words[value] }))}
      />
      <Field
        name="callOrder"
        type="number"
        inputMode="numeric"
        short
        label={t.form.callOrder}
        value={oneOf(typed, 'callOrder')}
        error={problem('callOrder')}
      />
      <TextArea
        name="note"
        label={t.form.note}
        readers={t.form.noteReaders}
        value={oneOf(typed, 'note')}
        error={problem('note')}
        maxLength={1000}
        optional
      />
    </>
  )
}

export type NewGuardianshipProps = Props & {
  people: Shown['t']
  pupil: Named & { readonly givenName: string }
  /** The person who was found and chosen; otherwise somebody new is filled in. */
  guardian: Named | null
  language: Language
  /** Who looks like the new person that was filled in. */
  found: readonly Lookalike[]
  /** What was searched for, and who was found. */
  searched: { readonly name: string; readonly found: readonly Named[] }
}

const Searching = ({ t, pupil, searched }: Pick<NewGuardianshipProps, 't' | 'pupil' | 'searched'>) => (
  <>
    <Form action={urls.searchGuardian({ id: pupil.id })} plain label={t.form.search}>
      <Field
        name="name"
        type="search"
        label={t.form.search}
        hint={t.form.searchHint}
        value={searched.name}
        autoComplete="off"
      />
      <Button look="tinted" icon="search">
        {t.form.searchButton}
      </Button>
    </Form>
    {searched.name && searched.found.length === 0 && <Text quiet>{t.form.notFound}</Text>}
    {searched.found.length > 0 && (
      <Section>
        <List label={t.form.search}>
          {searched.found.map((one) => (
            <Row
              key={one.id}
              title={one.name}
              person={one}
              to={urls.newGuardianship({ id: pupil.id }, { guardian: one.id })}
              end={<span>{t.form.choose}</span>}
            />
          ))}
        </List>
      </Section>
    )}
  </>
)

/** A guardian for a pupil: somebody who is here already, or somebody new. */
export const NewGuardianshipForm = (props: NewGuardianshipProps) => {
  const { t, people, language, pupil, guardian, found, searched, typed, problems } = props
  return (
    <TaskScreen
      back={{ to: urls.person({ id: pupil.id }), word: t.form.backTo(pupil.name) }}
      title={t.form.newTitle(pupil.givenName)}
    >
      {!guardian && <Searching t={t} pupil={pupil} searched={searched} />}
      <Section>
        <Form action={urls.newGuardianship({ id: pupil.id })} hidden={guardian ? { guardian: guardian.id } : undefined}>
          {problems.guardian ? <FormErrors>{t.problems.already}</FormErrors> : <Problems problems={problems} />}
          <LooksLike
            t={pick(language, pupilTexts).looks}
            language={language}
            found={found}
            name={oneOf(typed, 'givenName')}
            field="guardian"
          />
          {guardian ? (
            <>
              <Heading level={2}>{guardian.name}</Heading>
              <Link to={urls.newGuardianship({ id: pupil.id })}>{t.form.someoneElse}</Link>
            </>
          ) : (
            <>
              <Heading level={2}>{t.form.newPerson}</Heading>
              <NameFields t={people} typed={typed} problems={problems} />
              <ContactFields t={people} typed={typed} problems={problems} />
            </>
          )}
          <TermsFields t={t} typed={typed} problems={problems} />
          <Foot>
            <Button>{t.form.add(pupil.givenName)}</Button>
          </Foot>
        </Form>
      </Section>
    </TaskScreen>
  )
}

const backTo = (t: GuardianshipTexts, tie: Tie) => ({
  to: urls.person({ id: tie.pupil.id }),
  word: t.form.backTo(tie.pupil.givenName),
})

/** What a guardian is to a pupil and may do. */
export const TermsForm = ({ t, tie, version, typed, problems }: Props & { tie: Tie; version: string }) => (
  <TaskScreen back={backTo(t, tie)} title={t.form.changeTitle(tie.guardian.name, tie.pupil.givenName)}>
    <Form action={urls.guardianship({ id: tie.guardianship.id })} hidden={{ version }}>
      <Problems problems={problems} />
      <TermsFields t={t} typed={typed} problems={problems} />
      <Foot>
        <Button>{t.form.save}</Button>
      </Foot>
    </Form>
  </TaskScreen>
)

export type EndingProps = Props & {
  action: string
  back: { readonly to: string; readonly word: string }
  title: string
  text?: string
  button: string
  today: string
}

/** When something ends: right now, or after a last day. */
export const EndingForm = ({ t, action, back, title, text, button, today, typed, problems }: EndingProps) => {
  const problem = problemIn(t.problems, problems)
  return (
    <TaskScreen back={back} title={title}>
      <Form action={action} behaviour="depend">
        {text && <Text>{text}</Text>}
        <Choice
          name="when"
          legend={t.ending.when}
          chosen={oneOf(typed, 'when')}
          error={problem('when')}
          options={[
            { value: 'now', label: t.ending.now },
            { value: 'later', label: t.ending.later },
          ]}
        />
        <Dependent when="when=later">
          <DateField
            name="lastDay"
            label={t.ending.lastDay}
            value={oneOf(typed, 'lastDay')}
            min={today}
            error={problem('lastDay')}
          />
        </Dependent>
        <Foot>
          <Button look="alert">{button}</Button>
        </Foot>
      </Form>
    </TaskScreen>
  )
}

/** What a guardian may not do for a while, and who saw the evidence. */
export const RestrictionForm = ({
  t,
  tie,
  colleagues,
  today,
  typed,
  problems,
}: Props & { tie: Tie; colleagues: readonly Named[]; today: string; language: Language }) => {
  const problem = problemIn(t.problems, problems)
  const words = t.restricting
  return (
    <TaskScreen back={backTo(t, tie)} title={words.title(tie.guardian.name, tie.pupil.givenName)}>
      <Form action={urls.newRestriction({ id: tie.guardianship.id })}>
        <Text>{words.text}</Text>
        <Problems problems={problems} />
        <Choice
          name="kind"
          legend={words.kind}
          chosen={oneOf(typed, 'kind')}
          error={problem('kind')}
          options={restrictionKinds.map((value) => ({
            value,
            label: words.kinds[value],
            hint: words.kindHints[value],
          }))}
        />
        <DateField name="from" label={words.from} value={oneOf(typed, 'from')} error={problem('from')} />
        <DateField
          name="to"
          label={words.to}
          hint={words.toHint}
          value={oneOf(typed, 'to')}
          error={problem('to')}
          optional
        />
        <Select
          name="seenBy"
          label={words.seenBy}
          value={oneOf(typed, 'seenBy')}
          error={problem('seenBy')}
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateField
          name="seenOn"
          label={words.seenOn}
          value={oneOf(typed, 'seenOn')}
          max={today}
          error={problem('seenOn')}
        />
        <TextArea
          name="note"
          label={words.note}
          hint={words.noteHint}
          readers={t.form.noteReaders}
          value={oneOf(typed, 'note')}
          error={problem('note')}
          maxLength={1000}
          optional
        />
        <Foot>
          <Button>{words.button}</Button>
        </Foot>
      </Form>
    </TaskScreen>
  )
}
