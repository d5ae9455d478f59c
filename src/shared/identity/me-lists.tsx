import { clock, dayShort } from '#shared/language/index.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import { Button, Details, Empty, Form, HiddenFields, List, Row, Stack, Tag, Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { EventRow } from './events.ts'
import type { MyPageProps } from './me-views.tsx'
import type { SessionRow } from './sessions.ts'

type When = Pick<MyPageProps, 't' | 'language' | 'today'>

/** "vandaag 8.41 uur", or "di 24 nov". */
export const when = ({ t, language, today }: When, at: Date): string =>
  dayOf(at) === today ? t.today(clock(language, at)) : dayShort(language, at)

/** Where somebody is signed in, and the browsers that the account knows. */
export const SignedInAt = (props: MyPageProps) => {
  const { t, sessions, devices } = props
  return (
    <Stack gap="loose">
      <List>
        {sessions.map((session) => (
          <SessionLine key={session.hash} session={session} props={props} />
        ))}
      </List>
      {(sessions.length > 1 || devices.length > 1) && (
        <Form action={urls.endOtherSessions()}>
          <Button look="line">{t.endOthers}</Button>
        </Form>
      )}
      {devices.length > 0 && (
        <Details title={t.devices(devices.length)} icon="smartphone">
          <Stack>
            <Text small quiet>
              {t.devicesText}
            </Text>
            <List label={t.devicesLabel}>
              {devices.map(({ device, seen, here }) => (
                <Row
                  key={`${seen.getTime()} ${device}`}
                  title={nameOf(props, device)}
                  text={t.deviceSeen(when(props, seen))}
                  end={here ? <Tag kind="here">{t.sessionHere}</Tag> : null}
                />
              ))}
            </List>
          </Stack>
        </Details>
      )}
    </Stack>
  )
}

const nameOf = ({ t }: MyPageProps, device: string) => (device === '?' ? t.unknownDevice : device)

const SessionLine = ({ session, props }: { session: SessionRow; props: MyPageProps }) => {
  const { t } = props
  const device = nameOf(props, session.device)
  return (
    <Row
      icon="smartphone"
      title={device}
      text={session.organisation}
      more={
        <Text small quiet>
          {t.sessionWords(when(props, session.since), when(props, session.seen))}
        </Text>
      }
      end={
        session.here ? (
          <Tag kind="here">{t.sessionHere}</Tag>
        ) : (
          <Form action={urls.endSession()}>
            <HiddenFields fields={{ session: session.hash }} />
            <Button look="tinted" label={t.sessionEndLabel(device)}>
              {t.sessionEnd}
            </Button>
          </Form>
        )
      }
    />
  )
}

/** Where an event leads: a recovery of this school can be looked at and stopped. */
const placeOf = ({ what, here }: EventRow) => (here && what.startsWith('recovery-') ? { to: urls.myRecovery() } : {})

/** What lately changed about signing in, so that nobody does it unseen. */
export const LatelyChanged = (props: MyPageProps) => {
  const { t, events } = props
  if (events.length === 0) return <Empty title={t.changesNone}>{t.changesNoneText}</Empty>
  return (
    <Stack>
      <List>
        {events.map((event) => (
          <Row
            key={event.id}
            icon={event.what.startsWith('recovery-') ? 'shield' : 'history'}
            title={t.change[event.what]}
            text={`${when(props, event.at)}, ${event.organisation}`}
            {...placeOf(event)}
          />
        ))}
      </List>
      <Text small quiet>
        {t.changesText}
      </Text>
    </Stack>
  )
}
