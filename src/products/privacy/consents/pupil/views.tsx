import type { Typed } from '#shared/access/form.ts'
import { dayLong, type Language } from '#shared/language/index.ts'
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  Choice,
  DateField,
  Empty,
  Form,
  FormErrors,
  List,
  PageHead,
  Readers,
  Row,
  RowSelect,
  Section,
  Stack,
  Tag,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { ConsentTexts } from '../texts.ts'
import { typedIn } from '../typed.ts'
import { wordsIn } from '../words.ts'
import type { Given, PupilConsents } from './queries.ts'
import type { PupilTexts } from './texts.ts'

type Props = { readonly t: PupilTexts; readonly c: ConsentTexts; readonly language: Language }
export type Filled = { readonly typed: Typed; readonly problems: Readonly<Record<string, string>> }

const Letter = ({
  t,
  c,
  language,
  pupil,
  today,
  typed,
  problems,
}: Props & Filled & { pupil: PupilConsents; today: string }) => {
  const problem = (name: string) => {
    const code = problems[name]
    return code && t.problems[code as keyof PupilTexts['problems']]
  }
  const numbers = pupil.asked.map(({ purpose }) => [`number-${purpose.id}`, String(purpose.number)] as const)
  return (
    <Section heading={t.letter}>
      <Form action={urls.consentPupil({ pupil: pupil.id })} hidden={Object.fromEntries(numbers)}>
        {Object.keys(problems).length > 0 && <FormErrors>{problem('form')}</FormErrors>}
        <Text>{t.letterText}</Text>
        <Readers>{t.readers}</Readers>
        <Choice
          name="person"
          legend={t.who}
          options={pupil.deciders.map((person) => ({ value: person.id, label: person.name, person }))}
          chosen={typedIn(typed, 'person')}
          error={problem('person')}
        />
        <Choice
          name="channel"
          legend={t.how}
          columns={2}
          options={[
            { value: 'paper', label: t.paper },
            { value: 'phone', label: t.phone },
          ]}
          chosen={typedIn(typed, 'channel')}
          error={problem('channel')}
        />
        <DateField
          name="givenOn"
          label={t.day}
          max={today}
          value={typedIn(typed, 'givenOn') ?? today}
          error={problem('givenOn')}
        />
        <List label={t.answers}>
          {pupil.asked.map(({ purpose }) => {
            const { title } = wordsIn(purpose.words, language)
            return (
              <Row
                key={purpose.id}
                title={title}
                end={
                  <RowSelect
                    name={`answer-${purpose.id}`}
                    label={title}
                    unset={t.open}
                    value={typedIn(typed, `answer-${purpose.id}`) ?? ''}
                    options={[
                      { value: 'yes', label: c.yes },
                      { value: 'no', label: c.no },
                    ]}
                  />
                }
              />
            )
          })}
        </List>
        <Actions>
          <Button>{t.save}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

const Age = ({ t, pupil: { id, givenName, age } }: { t: PupilTexts; pupil: PupilConsents }) => (
  <Section heading={t.age}>
    <Stack>
      <Text>{age.own ? t.ageOwn(givenName) : age.known ? t.ageKnown : t.ageUnknown(givenName)}</Text>
      {!age.known && (
        <Form action={urls.consentAge({ pupil: id })}>
          <Actions>
            <Button look="line" name="own" value={age.own ? 'no' : 'yes'}>
              {age.own ? t.isNot(givenName) : t.isSixteen(givenName)}
            </Button>
          </Actions>
        </Form>
      )}
    </Stack>
  </Section>
)

const saidIn = (t: PupilTexts, { yes, withdraws }: Given) =>
  yes ? t.answer.yes : withdraws ? t.answer.withdrawn : t.answer.no

const History = ({ t, language, pupil }: Props & { pupil: PupilConsents }) => (
  <Section heading={t.history}>
    {pupil.given.length === 0 ? (
      <Empty title={t.noHistory} />
    ) : (
      <Stack gap="loose">
        <List label={t.history}>
          {pupil.given.map((given) => (
            <Row
              title={t.said(wordsIn(given.title, language).title, saidIn(t, given))}
              text={t.by(
                given.name ?? t.gone,
                dayLong(language, given.givenOn, { year: true }),
                t.channel[given.channel],
                given.number,
              )}
              end={given.endedAt && <Tag>{t.replaced}</Tag>}
            />
          ))}
        </List>
        <Text small quiet>
          {t.proofText}
        </Text>
        <ButtonLink to={urls.consentProof({ pupil: pupil.id })} look="line" icon="download" plain>
          {t.download}
        </ButtonLink>
      </Stack>
    )}
  </Section>
)

/** One pupil for the office: how it stands, a letter to write down, every answer there was, and the proof. */
export const PupilPage = (props: Props & Filled & { pupil: PupilConsents; today: string }) => {
  const { t, language, pupil } = props
  const answerable = pupil.asked.length > 0 && pupil.deciders.length > 0
  return (
    <>
      <BackLink to={urls.consentCoverage()}>{t.back}</BackLink>
      <PageHead title={t.title(pupil.name)} />
      {pupil.asked.length === 0 ? (
        <Empty title={t.nothingAsked} />
      ) : (
        <Section heading={t.now}>
          <List label={t.now}>
            {pupil.asked.map(({ purpose, outcome }) => (
              <Row
                key={purpose.id}
                icon={outcome?.may ? 'check' : 'x'}
                title={wordsIn(purpose.words, language).title}
                text={t.outcome[outcome?.state ?? 'nobody']}
              />
            ))}
          </List>
        </Section>
      )}
      {pupil.asked.length > 0 && pupil.deciders.length === 0 && (
        <Stack>
          <Empty title={t.nobody}>{t.nobodyText}</Empty>
          <ButtonLink to={urls.person({ id: pupil.id })} look="line">
            {t.parents}
          </ButtonLink>
        </Stack>
      )}
      {answerable && <Letter {...props} />}
      <History {...props} />
      <Age t={t} pupil={pupil} />
    </>
  )
}
