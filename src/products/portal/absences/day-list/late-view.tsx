import { Button, Foot, Form, TaskScreen, TimeField } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { TeamTexts } from '../team-texts.ts'
import { dayAddress } from './day-page.ts'
import type { DayRow, Group } from './queries.ts'

type LateViewProps = {
  t: TeamTexts['day']
  open: { readonly group: Group; readonly day: string }
  row: DayRow
  today: string
  typed?: string
  error?: string
}

/** The time a pupil came in, when it was another one than that of the tap. */
export const LateView = ({ t, open: { group, day }, row, today, typed, error }: LateViewProps) => (
  <TaskScreen back={{ to: dayAddress(group.id, day, today), word: group.name }} title={t.lateTitle(row.givenName)}>
    <Form action={urls.lateTime({ group: group.id, pupil: row.id }, day === today ? {} : { on: day })}>
      <TimeField name="time" label={t.lateTime} value={typed ?? row.mark?.arrivedAt ?? ''} error={error} />
      <Foot>
        <Button>{t.lateSave}</Button>
      </Foot>
    </Form>
  </TaskScreen>
)
