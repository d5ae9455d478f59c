import type { Typed } from '#shared/access/form.ts'
import { clockShort, dayLong } from '#shared/language/index.ts'
import {
  Button,
  DateField,
  FieldRow,
  Form,
  FormErrors,
  Section,
  Select,
  TaskScreen,
  Text,
  TimeField,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Person } from './group-view.tsx'
import type { Filled, RoundGroup, RoundPage } from './queries.ts'
import { OneButton, type Shown } from './views.tsx'

type Props = Shown & {
  readonly page: RoundPage
  readonly group: RoundGroup
  readonly day: string
  readonly slots: readonly Filled[]
  readonly colleagues: readonly Person[]
  readonly typed: Typed
  readonly problems: Readonly<Record<string, string>>
}

const one = (value: Typed[string] | undefined) => (typeof value === 'string' ? value : undefined)

/** A whole day of a group: somebody is ill or left, or it has to be on another day. */
export const DayPage = (props: Props) => {
  const { t, language, page, group, day, slots, colleagues, typed, problems } = props
  const action = urls.conversationDay({ round: page.id, group: group.id, day })
  const sitting = new Map(slots.flatMap(({ seats }) => seats.map(({ teacher, name }) => [teacher, name])))
  const [first] = sitting.keys()
  return (
    <TaskScreen
      back={{ to: urls.conversationRound({ round: page.id }), word: page.title }}
      title={t.dayTitle(group.name, dayLong(language, day))}
    >
      <Text>{t.dayText(slots.filter(({ booking }) => booking).length)}</Text>
      {Object.keys(problems).length > 0 && <FormErrors />}
      <Section heading={t.handOver}>
        <Form action={action} hidden={{ deed: 'hand-over' }}>
          <Select
            name="from"
            label={t.handOverFrom}
            value={one(typed.from) ?? first}
            options={[...sitting].map(([value, label]) => ({ value, label }))}
          />
          <Select
            name="to"
            label={t.handOverTo}
            value={one(typed.to)}
            error={problems.to}
            options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button look="tinted">{t.handOverSave}</Button>
        </Form>
      </Section>
      <Section heading={t.moveDay}>
        <Text>{t.moveDayText}</Text>
        <Form action={action} hidden={{ deed: 'move' }}>
          <FieldRow id="move" legend={t.moveDayFrom} error={problems.move}>
            <DateField name="on" label={t.on} value={one(typed.on) ?? day} />
            <TimeField
              name="time"
              label={t.time}
              value={one(typed.time) ?? clockShort('en', slots[0]!.starts).padStart(5, '0')}
            />
          </FieldRow>
          <Button look="tinted">{t.moveDaySave}</Button>
        </Form>
      </Section>
      <Section heading={t.cancelDay}>
        <Text>{t.cancelDayText}</Text>
        <OneButton action={action} hidden={{ deed: 'cancel' }}>
          {t.cancelDaySave}
        </OneButton>
      </Section>
    </TaskScreen>
  )
}
