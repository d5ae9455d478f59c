import type { Typed } from '#shared/access/form.ts'
import type { Role } from '#shared/identity/me.ts'
import { roleName } from '#shared/identity/role-words.ts'
import { type Language, pick } from '#shared/language/index.ts'
import { Button, Choice, DateField, Field, Foot, Form, FormErrors, TaskScreen, Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { pupilTexts } from '../pupils/texts.ts'
import { allOf, oneOf, problemIn } from '../typed.ts'
import type { Lookalike } from './lookalikes.ts'
import { LooksLike } from './lookalikes-view.tsx'
import type { Person } from './person.ts'
import type { PeopleTexts } from './texts.ts'

export type Shown = { t: PeopleTexts; typed: Typed; problems: Readonly<Record<string, string>> }

/** Given name, prefix and surname; an adult also has an address and a telephone number. */
export const NameFields = ({ t, typed, problems }: Shown) => {
  const problem = problemIn(t.problems, problems)
  return (
    <>
      <Field name="givenName" label={t.edit.givenName} value={oneOf(typed, 'givenName')} error={problem('givenName')} />
      <Field
        name="prefix"
        label={t.edit.prefix}
        hint={t.edit.prefixHint}
        value={oneOf(typed, 'prefix')}
        error={problem('prefix')}
        optional
        short
      />
      <Field name="surname" label={t.edit.surname} value={oneOf(typed, 'surname')} error={problem('surname')} />
    </>
  )
}

/** How to reach an adult. */
export const ContactFields = ({ t, typed, problems }: Shown) => {
  const problem = problemIn(t.problems, problems)
  return (
    <>
      <Field
        name="email"
        type="email"
        inputMode="email"
        label={t.edit.email}
        readers={t.edit.contactReaders}
        value={oneOf(typed, 'email')}
        error={problem('email')}
        autoComplete="off"
        optional
      />
      <Field
        name="phone"
        type="tel"
        inputMode="tel"
        label={t.edit.phone}
        value={oneOf(typed, 'phone')}
        error={problem('phone')}
        autoComplete="off"
        optional
      />
    </>
  )
}

export type EditFormProps = Shown & {
  person: Person
  version: string
}

/** Corrects what the school knows about somebody. */
export const EditForm = ({ t, person, version, typed, problems }: EditFormProps) => {
  const shown = { t, typed, problems }
  const problem = problemIn(t.problems, problems)
  return (
    <TaskScreen
      back={{ to: urls.person({ id: person.id }), word: t.edit.backTo(person.name) }}
      title={t.edit.title(person.name)}
    >
      <Form action={urls.editPerson({ id: person.id })} hidden={{ version }}>
        {Object.keys(problems).length > 0 && <FormErrors />}
        <NameFields {...shown} />
        {person.isPupil && (
          <DateField
            name="birthDate"
            label={t.edit.birthDate}
            value={oneOf(typed, 'birthDate')}
            error={problem('birthDate')}
            optional
          />
        )}
        {(!person.isPupil || person.isGuardian) && <ContactFields {...shown} />}
        {person.roles.length > 0 && (
          <Field
            name="calledInClass"
            label={t.edit.calledInClass}
            hint={t.edit.calledInClassHint}
            value={oneOf(typed, 'calledInClass')}
            error={problem('calledInClass')}
            optional
          />
        )}
        <Foot>
          <Button>{t.edit.save}</Button>
        </Foot>
      </Form>
    </TaskScreen>
  )
}

const RoleChoice = ({
  t,
  typed,
  problems,
  language,
  given,
}: Shown & { language: Language; given: readonly Role[] }) => (
  <Choice
    name="roles"
    legend={t.roles.legend}
    hint={t.roles.text}
    several
    chosen={allOf(typed, 'roles')}
    error={problemIn(t.problems, problems)('roles')}
    options={given.map((role) => ({
      value: role,
      label: roleName(role, language),
      hint: t.roles.hints[role as keyof PeopleTexts['roles']['hints']],
    }))}
  />
)

/** What a colleague may do. */
export const RolesForm = ({
  t,
  language,
  person,
  given,
  typed,
  problems,
}: Shown & { language: Language; person: Person; given: readonly Role[] }) => (
  <TaskScreen
    back={{ to: urls.person({ id: person.id }), word: t.edit.backTo(person.name) }}
    title={t.roles.title(person.name)}
  >
    <Form action={urls.roles({ id: person.id })}>
      <RoleChoice t={t} language={language} given={given} typed={typed} problems={problems} />
      <Foot>
        <Button>{t.roles.save}</Button>
      </Foot>
    </Form>
  </TaskScreen>
)

/** A new colleague with roles. */
export const NewColleagueForm = ({
  t,
  language,
  given,
  typed,
  problems,
  found,
}: Shown & { language: Language; given: readonly Role[]; found: readonly Lookalike[] }) => (
  <TaskScreen back={{ to: urls.people({ kind: 'team' }), word: t.person.back }} title={t.edit.newTitle}>
    <Form action={urls.newStaff()}>
      {Object.keys(problems).length > 0 && <FormErrors />}
      <LooksLike
        t={pick(language, pupilTexts).looks}
        language={language}
        found={found}
        name={oneOf(typed, 'givenName')}
        field="person"
      />
      <NameFields t={t} typed={typed} problems={problems} />
      <ContactFields t={t} typed={typed} problems={problems} />
      <RoleChoice t={t} language={language} given={given} typed={typed} problems={problems} />
      <Foot>
        <Button>{t.edit.addColleague}</Button>
      </Foot>
    </Form>
  </TaskScreen>
)

/** Who must know somebody whose identity is protected. */
export const ProtectionForm = ({
  t,
  person,
  colleagues,
  family,
  typed,
  problems,
}: Shown & {
  person: Person
  colleagues: readonly { id: string; name: string }[]
  family: readonly { id: string; name: string }[]
}) => (
  <TaskScreen
    back={{ to: urls.person({ id: person.id }), word: t.edit.backTo(person.name) }}
    title={t.protection.title(person.name)}
  >
    <Form action={urls.protection({ id: person.id })}>
      <Text>{t.protection.text}</Text>
      <Choice
        name="readers"
        legend={t.protection.readers}
        hint={t.protection.readersHint}
        several
        columns={2}
        chosen={allOf(typed, 'readers')}
        error={problemIn(t.problems, problems)('readers')}
        options={colleagues.map((one) => ({ value: one.id, label: one.name, person: one }))}
      />
      {family.length > 0 && (
        <Choice
          name="family"
          legend={t.protection.family}
          hint={t.protection.familyHint}
          several
          optional
          chosen={allOf(typed, 'family')}
          options={family.map((one) => ({ value: one.id, label: one.name, person: one }))}
        />
      )}
      <Foot>
        <Button name="deed" value="protect">
          {person.protected ? t.protection.change : t.protection.save(person.givenName)}
        </Button>
        {person.protected && (
          <Button name="deed" value="end" look="line">
            {t.protection.clear}
          </Button>
        )}
      </Foot>
    </Form>
  </TaskScreen>
)
