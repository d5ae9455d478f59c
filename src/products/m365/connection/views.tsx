import type { Typed } from '#shared/access/form.ts'
import { clock, dayLong, type Language, number } from '#shared/language/index.ts'
import {
  Button,
  ButtonLink,
  Check,
  Choice,
  CopyLink,
  Facts,
  Field,
  Form,
  FormErrors,
  List,
  Notice,
  PageHead,
  Row,
  Section,
  Select,
  Stack,
  Steps,
  Strong,
  Tag,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { accountName } from '../plans/naming.ts'
import type { Setup } from '../setup/setup.ts'
import { permissions } from './permissions.ts'
import type { ConnectionTexts } from './texts.ts'

export type ConnectionState = 'none' | 'consent' | 'wishes' | 'on' | 'trouble'

export type ConnectionProps = {
  readonly t: ConnectionTexts
  readonly language: Language
  readonly state: ConnectionState
  readonly setup: Setup | null
  readonly answerTo: string
  /** What went wrong with a consent that just came back. */
  readonly said: 'declined' | 'otherTenant' | 'stale' | null
  readonly saved: boolean
  readonly typed: Typed
  readonly problems: Readonly<Record<string, string>>
}

const STEP: Readonly<Record<ConnectionState, number>> = { none: 1, consent: 2, trouble: 3, wishes: 4, on: 5 }

/** Connecting Microsoft 365: where one is, what every permission is for, whether it works, and what the school wants. */
export const Connection = (props: ConnectionProps) => {
  const { t, state, said, saved, setup } = props
  return (
    <>
      <PageHead
        title={t.title}
        text={t.states[state]}
        end={state === 'on' && <ButtonLink to={urls.m365()}>{t.toPlans}</ButtonLink>}
      />
      {said && <Notice kind="alert">{t[said]}</Notice>}
      {saved && <Notice kind="received">{t.saved}</Notice>}
      {state !== 'on' && <Steps steps={t.steps} current={STEP[state]} />}
      <App {...props} />
      {state !== 'none' && <Consent {...props} />}
      <Permissions {...props} />
      {setup && state !== 'none' && <Looked {...props} setup={setup} />}
      {setup?.consentedAt && setup.domains.length > 0 && <Wishes {...props} setup={setup} />}
      {setup?.consentedAt && (
        <Section heading={t.disconnect}>
          <Form action={urls.m365Disconnect()}>
            <Text>{t.disconnectText}</Text>
            <Button look="alert-line">{t.disconnectDo}</Button>
          </Form>
        </Section>
      )}
    </>
  )
}

const App = ({ t, state, answerTo }: ConnectionProps) => (
  <Section heading={t.app}>
    <Stack gap="loose">
      <Text>{state === 'none' ? t.appNone : t.appThere}</Text>
      {state === 'none' ? (
        <ButtonLink to={urls.microsoftSettings()}>{t.appDo}</ButtonLink>
      ) : (
        <Stack gap="tight">
          <Strong>{t.redirect}</Strong>
          <CopyLink address={answerTo} label={t.redirect} />
        </Stack>
      )}
    </Stack>
  </Section>
)

const Permissions = ({ t, language, setup }: ConnectionProps) => {
  const given = setup?.checkedAt ? new Set(setup.given) : null
  return (
    <Section heading={t.permissions} count={permissions.length}>
      <Text>{t.permissionsText}</Text>
      <List roomy label={t.permissions}>
        {permissions.map(({ name, why, only }) => {
          const isGiven = given?.has(name)
          const missing = only ? t.missingOnly(only[language]) : t.missing
          return (
            <Row
              key={name}
              title={name}
              text={why[language]}
              end={
                <Tag kind={isGiven ? 'here' : given ? 'late' : 'plain'}>
                  {isGiven ? t.given : given ? missing : t.unknown}
                </Tag>
              }
            />
          )
        })}
      </List>
    </Section>
  )
}

const Consent = ({ t, language, setup }: ConnectionProps) => (
  <Section heading={t.consent}>
    <Form action={urls.m365Consent()} plain>
      <Text>{t.consentText}</Text>
      {setup?.consentedAt && <Text quiet>{t.consented(dayLong(language, setup.consentedAt))}</Text>}
      <Button look={setup?.consentedAt ? 'line' : 'solid'}>{setup?.consentedAt ? t.consentAgain : t.consentDo}</Button>
    </Form>
  </Section>
)

/** What is wrong, in a sentence that says what to do; with Microsoft's own word behind it. */
export const problemWords = (t: ConnectionTexts, problem: string): string => {
  const [kind = '', code] = problem.split(' ')
  const words = (t.problems as Readonly<Record<string, string>>)[kind] ?? t.problems.refused
  return code ? `${words} ${t.code(code)}` : words
}

const Looked = ({ t, language, setup }: ConnectionProps & { setup: Setup }) => {
  const complete = permissions.every(({ name }) => setup.given.includes(name))
  return (
    <Section heading={t.check}>
      <Form action={urls.m365Check()}>
        <Text>{t.checkText}</Text>
        {setup.problem && <Notice kind="alert">{problemWords(t, setup.problem)}</Notice>}
        {setup.checkedAt && !setup.problem && (
          <Notice kind={complete ? 'received' : 'waiting'}>{complete ? t.works : t.worksPartly}</Notice>
        )}
        {setup.checkedAt && setup.domains.length > 0 && (
          <Facts
            facts={[
              { term: t.domains, text: setup.domains.join(', ') },
              ...setup.skus.map(({ name, used, units }) => ({
                term: `${t.licences}: ${name}`,
                text: t.licence(number(language, used), number(language, units)),
              })),
            ]}
          />
        )}
        {setup.checkedAt && (
          <Text quiet small>
            {t.checkedAt(dayLong(language, setup.checkedAt), clock(language, setup.checkedAt))}
          </Text>
        )}
        <Button look="line" icon="refresh-cw">
          {t.checkDo}
        </Button>
      </Form>
    </Section>
  )
}

const INVENTED = [
  { givenName: 'Noor', prefix: 'van der', surname: 'Meulen' },
  { givenName: 'Özlem', prefix: '', surname: 'Çelik-D’Hondt' },
] as const

const exampleOf = (t: ConnectionTexts, pattern: string, domain: string) => {
  const [one, two] = INVENTED.map(
    (name) => accountName({ pattern, domain, year: '2026', otherwise: 'leerling' }, name, new Set()).address,
  )
  return t.example(one!, two!)
}

const Wishes = ({ t, setup, typed, problems }: ConnectionProps & { setup: Setup }) => {
  const now: Readonly<Record<string, string | boolean>> = {
    domain: setup.domain ?? '',
    pupilPattern: setup.pupilPattern,
    staffPattern: setup.staffPattern,
    pupilSku: setup.pupilSku ?? '',
    staffSku: setup.staffSku ?? '',
    makesStaff: setup.makesStaff,
    makesTeams: setup.makesTeams,
    groupPrefix: setup.groupPrefix,
    byItself: setup.byItself,
    maxRemovals: String(setup.maxRemovals),
    maxShare: String(setup.maxShare),
    keepBlockedDays: String(setup.keepBlockedDays),
    teachersKeepDays: String(setup.teachersKeepDays),
  }
  const again = Object.keys(problems).length > 0
  const value = (name: string) => (again ? String(typed[name] ?? '') : String(now[name]))
  const ticked = (name: string) => (again ? typed[name] === 'yes' : now[name] === true)
  const field = (name: string) => ({
    name,
    value: value(name),
    error: problems[name] && (t.errors as Readonly<Record<string, string>>)[problems[name]],
  })
  const skus = [{ value: '', label: t.noSku }, ...setup.skus.map(({ id, name }) => ({ value: id, label: name }))]
  const pattern = (name: 'pupilPattern' | 'staffPattern') => (
    <Field
      {...field(name)}
      label={t[name]}
      hint={`${t.patternHint} ${exampleOf(t, setup[name], setup.domain ?? setup.domains[0]!)}`}
      autoComplete="off"
      maxLength={60}
    />
  )
  return (
    <Section heading={t.wishes} id="wishes">
      <Text>{t.wishesText}</Text>
      <Form action={urls.m365Wishes()}>
        {again && <FormErrors />}
        <Select
          {...field('domain')}
          label={t.domain}
          options={setup.domains.map((one) => ({ value: one, label: one }))}
        />
        {pattern('pupilPattern')}
        {pattern('staffPattern')}
        <Select {...field('pupilSku')} label={t.pupilSku} options={skus} />
        <Select {...field('staffSku')} label={t.staffSku} options={skus} />
        <Field {...field('groupPrefix')} label={t.groupPrefix} hint={t.groupPrefixHint} maxLength={12} short optional />
        <Stack gap="tight">
          <Strong>{t.makes}</Strong>
          <Text quiet>{t.makesPupils}</Text>
          <Check name="makesStaff" label={t.makesStaff} checked={ticked('makesStaff')} />
          <Check name="makesTeams" label={t.makesTeams} checked={ticked('makesTeams')} />
        </Stack>
        <Choice
          name="byItself"
          legend={t.byItself}
          chosen={ticked('byItself') ? 'yes' : 'no'}
          options={[
            { value: 'no', label: t.byItselfNo },
            { value: 'yes', label: t.byItselfYes, hint: t.byItselfYesHint },
          ]}
        />
        {(['maxRemovals', 'maxShare', 'keepBlockedDays', 'teachersKeepDays'] as const).map((name) => (
          <Field key={name} {...field(name)} label={t[name]} inputMode="numeric" short />
        ))}
        <Button>{t.save}</Button>
      </Form>
    </Section>
  )
}
