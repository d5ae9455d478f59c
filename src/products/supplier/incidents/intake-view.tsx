import { problemIn, typedOnce } from '#products/school/index.ts'
import type { Typed } from '#shared/access/form.ts'
import {
  Button,
  Check,
  DateField,
  FieldRow,
  Foot,
  Form,
  FormErrors,
  Notice,
  TaskScreen,
  Text,
  TextArea,
  TimeField,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { LONGEST } from './form.ts'
import type { IncidentTexts } from './texts.ts'

type Props = {
  readonly t: IncidentTexts
  readonly typed: Typed
  readonly problems: Readonly<Record<string, string>>
  readonly requestKey: string
  /** Who reads it: those of a school, or the supplier itself. */
  readonly supplier: boolean
  /** Whether I may begin a rehearsal. */
  readonly practises: boolean
  readonly sent: boolean
  readonly now: { readonly day: string; readonly time: string }
}

/** What did you see, and when: for everybody. */
export const Intake = ({ t, typed, problems, requestKey, supplier, practises, sent, now }: Props) => {
  const wrong = problemIn(t.problems, problems)
  const { intake } = t
  const moment = wrong('day') ?? wrong('time')
  return (
    <TaskScreen
      back={{ to: practises ? urls.incidents() : urls.home(), word: practises ? t.place : intake.back }}
      title={intake.title}
    >
      {sent ? (
        <Notice kind="received">{intake.sent}</Notice>
      ) : (
        <Form action={urls.reportIncident()} requestKey={requestKey} resend>
          <Text>{intake.text}</Text>
          {Object.keys(problems).length > 0 && <FormErrors />}
          <TextArea
            name="saw"
            label={intake.saw}
            hint={intake.sawHint}
            readers={supplier ? intake.readersSupplier : intake.readers}
            value={typedOnce(typed, 'saw')}
            error={wrong('saw')}
            rows={6}
            maxLength={LONGEST}
          />
          <FieldRow id="when" legend={intake.when} error={moment}>
            <DateField name="day" label={intake.day} value={typedOnce(typed, 'day') || now.day} max={now.day} />
            <TimeField name="time" label={intake.time} value={typedOnce(typed, 'time') || now.time} />
          </FieldRow>
          {practises && <Check name="practice" label={intake.practice} checked={typed.practice !== undefined} />}
          <Foot>
            <Button>{intake.send}</Button>
          </Foot>
        </Form>
      )}
    </TaskScreen>
  )
}
