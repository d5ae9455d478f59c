import type { Typed } from '#shared/access/form.ts'
import { dayLong, type Language } from '#shared/language/index.ts'
import {
  Button,
  Facts,
  Field,
  Foot,
  Form,
  FormErrors,
  Link,
  List,
  Notice,
  PlainScreen,
  Row,
  Section,
  TaskScreen,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Lookalike } from '../people/lookalikes.ts'
import { LooksLike } from '../people/lookalikes-view.tsx'
import { fullName } from '../people/names.ts'
import type { HomeGroup } from '../pupils/placing.ts'
import type { PupilTexts } from '../pupils/texts.ts'
import { PlaceFields } from '../pupils/views.tsx'
import type { Arrival } from './receiving.ts'
import type { MoveTexts } from './texts.ts'

type Props = { t: MoveTexts }

/** Where the code of the other school is typed. */
export const EnterMoveCode = ({ t, problem }: Props & { problem?: string | undefined }) => (
  <TaskScreen back={{ to: urls.people({ kind: 'pupils' }), word: t.place }} title={t.arrivals}>
    <Form action={urls.arrivals()} plain>
      <Text>{t.arrivalsText}</Text>
      <Field name="code" label={t.codeLabel} error={problem} autoComplete="off" />
      <Foot>
        <Button>{t.next}</Button>
      </Foot>
    </Form>
  </TaskScreen>
)

/** A code that opens nothing here, for whatever reason; or one that was used here. */
export const NoArrival = ({ t, used }: Props & { used: boolean }) => (
  <PlainScreen title={used ? t.usedCode : t.unknownCode}>
    <Text>{used ? t.usedCodeText : t.unknownCodeText}</Text>
    <Link to={urls.arrivals()}>{t.arrivals}</Link>
  </PlainScreen>
)

export type ArrivalProps = Props & {
  pupils: PupilTexts
  language: Language
  code: string
  arrival: Arrival
  groups: readonly HomeGroup[]
  found: readonly Lookalike[]
  today: string
  typed: Typed
  problems: Readonly<Record<string, string>>
}

/** Who comes, with what came along, and where the pupil goes here. */
export const ArrivalForm = (props: ArrivalProps) => {
  const { t, pupils, language, code, arrival, groups, found, today, typed, problems } = props
  const { content } = arrival
  const day = (at: string) => dayLong(language, at, { year: true })
  const certain = found.some((one) => one.certain)
  return (
    <TaskScreen
      back={{ to: urls.people({ kind: 'pupils' }), word: pupils.back }}
      title={t.arrivalTitle(content.givenName)}
    >
      <Text>{t.arrivalText(arrival.from, day(content.lastDay))}</Text>
      {content.restrictions && <Notice kind="alert">{t.hasRestrictions}</Notice>}
      {arrival.protected && (
        <Notice kind="alert" icon="eye-off">
          {t.protectedText}
        </Notice>
      )}
      <Section heading={t.comes}>
        <Facts
          facts={[
            { term: t.name, text: fullName(content) },
            { term: t.birthDate, text: content.birthDate ? day(content.birthDate) : t.unknown },
            { term: t.year, text: content.year ?? t.unknown },
          ]}
        />
      </Section>
      <Section heading={t.parentsCome}>
        <List label={t.parentsCome}>
          {content.guardians.map((one) => (
            <Row
              key={fullName(one)}
              title={fullName(one)}
              text={[
                one.relation,
                [one.email, one.phone].filter(Boolean).join(', ') || t.withoutContact,
                ...(one.account ? [t.withAccount] : []),
              ].join('. ')}
              icon="user-round"
            />
          ))}
        </List>
      </Section>
      <Section>
        <Form action={urls.arrival({ code })}>
          {certain ? (
            <FormErrors>{t.already}</FormErrors>
          ) : (
            <LooksLike t={pupils.looks} language={language} found={found} name={content.givenName} />
          )}
          {Object.keys(problems).length > 0 && <FormErrors />}
          <PlaceFields
            t={pupils}
            groups={groups}
            typed={typed}
            problems={problems}
            day={{ label: pupils.firstDay, min: today }}
          />
          <Foot>
            <Button>{t.accept(content.givenName)}</Button>
          </Foot>
        </Form>
      </Section>
    </TaskScreen>
  )
}
