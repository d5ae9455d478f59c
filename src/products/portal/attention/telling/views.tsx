import type { Me } from '#shared/identity/me.ts'
import {
  BackLink,
  Button,
  Check,
  Choice,
  Details,
  FieldRow,
  Form,
  FormErrors,
  Link,
  Notice,
  PageHead,
  PushHere,
  Section,
  Stack,
  Text,
  TimeField,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { type Choice as Chosen, classes, digestHours } from './choice.ts'
import type { ToldTexts } from './texts.ts'

/** What somebody is told of and how, and what this device does. */
export const HowTold = ({
  t,
  me,
  choice,
  devices,
  saved,
}: {
  t: ToldTexts
  me: Me
  choice: Chosen
  devices: number
  saved: boolean
}) => (
  <>
    <BackLink to={urls.me()}>{me.name}</BackLink>
    <PageHead title={t.title} />
    <Stack gap="loose">
      {saved && <Notice kind="received">{t.saved}</Notice>}
      <Text>{t.text}</Text>
      <Form action={urls.howToldMe()}>
        {classes.map((kind) => (
          <FieldRow key={kind} id={`told-${kind}`} legend={`${t.classes[kind]}. ${t.hints[kind]}`}>
            <Check name="mail" value={kind} label={t.mail} checked={choice.mail.includes(kind)} />
            <Check name="push" value={kind} label={t.push} checked={choice.push.includes(kind)} />
          </FieldRow>
        ))}
        <Choice
          name="digestHour"
          legend={t.hour}
          columns={3}
          chosen={String(choice.digestHour)}
          options={digestHours.map((hour) => ({ value: String(hour), label: t.at(hour) }))}
        />
        <Button>{t.save}</Button>
      </Form>
      <Section heading={t.device}>
        <Text>{t.deviceText}</Text>
        {devices > 0 && <Text quiet>{t.devices(devices)}</Text>}
        <PushHere
          words={{ on: t.deviceOn, off: t.deviceOff, refused: t.deviceRefused }}
          addresses={{ key: urls.pushKey(), on: urls.pushHere(), off: urls.pushNotHere() }}
        />
        <Details title={t.install} icon="smartphone">
          <Text>{t.installIphone}</Text>
          <Text>{t.installAndroid}</Text>
        </Details>
      </Section>
      {me.staff ? (
        <Text>
          <Link to={urls.workingHours()}>{t.hours}</Link>
        </Text>
      ) : (
        me.is('guardian') && (
          <Text>
            <Link to={urls.noAccount()}>{t.noAccount}</Link>
          </Text>
        )
      )}
    </Stack>
  </>
)

/** The days and hours on which somebody of the team is told. */
export const WorkingHours = ({
  t,
  typed,
  wrong,
}: {
  t: ToldTexts
  typed: Readonly<Record<string, unknown>>
  wrong: ReadonlySet<number>
}) => {
  const text = (name: string) => (typeof typed[name] === 'string' ? (typed[name] as string) : undefined)
  return (
    <>
      <BackLink to={urls.howToldMe()}>{t.title}</BackLink>
      <PageHead title={t.hoursTitle} />
      <Text>{t.hoursText}</Text>
      <Form action={urls.workingHours()}>
        {wrong.size > 0 && <FormErrors />}
        {t.days.map((day, index) => {
          const weekday = index + 1
          return (
            <FieldRow
              key={day}
              id={`hours-${weekday}`}
              legend={day}
              error={wrong.has(weekday) ? t.problems.time : undefined}
            >
              <Check name={`works${weekday}`} label={t.works} checked={text(`works${weekday}`) === 'yes'} />
              <TimeField name={`from${weekday}`} label={t.from} mayBeEmpty value={text(`from${weekday}`)} />
              <TimeField name={`until${weekday}`} label={t.until} mayBeEmpty value={text(`until${weekday}`)} />
            </FieldRow>
          )
        })}
        <Button>{t.saveHours}</Button>
      </Form>
    </>
  )
}
