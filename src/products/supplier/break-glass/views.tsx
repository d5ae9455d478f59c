import type { Typed } from '#shared/access/form.ts'
import { capital, clockShort, dayLong, type Language, pick } from '#shared/language/index.ts'
import {
  BackLink,
  Button,
  ButtonLink,
  Choice,
  Empty,
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
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { kindName } from '../windows/form.tsx'
import { emergencies, kindsToShow } from '../windows/kinds.ts'
import { reasonWords, windowTexts } from '../windows/texts.ts'
import { kindsIn } from '../windows/views.tsx'
import type { Asked } from './queries.ts'
import type { BreakGlassTexts } from './texts.ts'

type Say = { readonly t: BreakGlassTexts; readonly language: Language }
export type Problems = Readonly<Record<string, string>>

const whatOf = (language: Language, { reason, kinds }: Asked) =>
  `${reasonWords[reason][language]}: ${kindsIn(language, kinds)}`

const Waiting = ({ t, language, asked, me }: Say & { asked: Asked; me: string }) => (
  <Stack>
    <Text>{`${t.line(asked.customerName, clockShort(language, asked.askedAt))}. ${whatOf(language, asked)}.`}</Text>
    {asked.askedBy === me ? (
      <Text quiet>{t.yours}</Text>
    ) : (
      <Form action={urls.giveBreakGlass({ id: asked.id })}>
        <Button icon="users">{t.give}</Button>
      </Form>
    )}
  </Stack>
)

type Props = Say & {
  readonly all: readonly Asked[]
  readonly me: string
  readonly schools: readonly { readonly id: string; readonly name: string }[]
  readonly typed: Typed
  readonly problems: Problems
  readonly sent: string
  readonly said: 'asked' | 'given' | null
}

const AskForm = ({ t, language, schools, typed, problems, sent }: Props) => {
  const wrong = (name: string) => {
    const code = problems[name] as keyof typeof t.problems | undefined
    return code && t.problems[code]
  }
  const one = (name: string) => (typeof typed[name] === 'string' ? (typed[name] as string) : undefined)
  return (
    <Form action={urls.breakGlass()} requestKey={sent}>
      {Object.keys(problems).length > 0 && <FormErrors>{wrong('form')}</FormErrors>}
      <Select
        name="customer"
        label={t.customer}
        value={one('customer')}
        error={wrong('customer')}
        options={schools.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field
        name="person"
        label={t.person}
        hint={t.personHint}
        value={one('person')}
        error={wrong('person')}
        maxLength={36}
      />
      <Choice
        name="kinds"
        legend={t.kinds}
        several
        chosen={[typed.kinds ?? []].flat()}
        error={wrong('kinds')}
        options={kindsToShow().map((kind) => ({
          value: kind,
          label: kindName(pick(language, windowTexts), language, kind),
        }))}
      />
      <Choice
        name="reason"
        legend={t.reason}
        chosen={one('reason')}
        error={wrong('reason')}
        options={emergencies.map((reason) => ({ value: reason, label: reasonWords[reason][language] }))}
      />
      <Button look="line">{t.send}</Button>
    </Form>
  )
}

/** Emergency looks of the supplier: what waits for a second employee, what was, and asking for one. */
export const BreakGlass = (props: Props) => {
  const { t, language, all, me, said } = props
  const waiting = all.filter(({ state }) => state === 'waits')
  const before = all.filter(({ state }) => state !== 'waits')
  return (
    <>
      <BackLink to={urls.customerWindows()}>{t.back}</BackLink>
      <PageHead title={t.title} text={t.text} />
      {said && <Notice kind="received">{t[said]}</Notice>}
      {waiting.length > 0 && (
        <Section heading={t.waiting} count={waiting.length}>
          {waiting.map((asked) => (
            <Waiting key={asked.id} {...{ t, language, asked, me }} />
          ))}
        </Section>
      )}
      <Section heading={t.other}>
        {before.length === 0 && <Empty title={t.none} />}
        <List>
          {before.map((asked) => (
            <Row
              key={asked.id}
              icon={asked.state === 'given' ? 'eye' : 'x'}
              title={`${asked.customerName}, ${dayLong(language, asked.askedAt)}`}
              text={`${whatOf(language, asked)}, ${t.states[asked.state]}`}
            />
          ))}
        </List>
      </Section>
      <Section heading={t.ask}>
        <AskForm {...props} />
      </Section>
    </>
  )
}

/** What the school and its board are told. */
export const BreakGlassTold = ({ t, language, asked, here }: Say & { asked: Asked; here: boolean }) => {
  const moment = (at: Date) => t.told.time(dayLong(language, at), clockShort(language, at))
  return (
    <>
      <PageHead title={t.told.title} text={t.told.intro} />
      <Section>
        <Facts
          facts={[
            { term: t.told.school, text: asked.customerName },
            { term: t.told.why, text: reasonWords[asked.reason][language] },
            { term: t.told.what, text: capital(kindsIn(language, asked.kinds)) },
            { term: t.told.from, text: moment(asked.givenAt!) },
            { term: t.told.until, text: moment(asked.endsAt) },
          ]}
        />
      </Section>
      <Section>
        {here ? (
          <ButtonLink to={urls.supportWindow({ id: asked.id })} icon="eye">
            {t.told.window}
          </ButtonLink>
        ) : (
          <Text>{t.told.atSchool}</Text>
        )}
      </Section>
    </>
  )
}
