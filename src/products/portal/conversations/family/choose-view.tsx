import type { Typed } from '#shared/access/form.ts'
import { capital, clock, clockShort, dayLong, dayShort, type Language, listOf } from '#shared/language/index.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import {
  Button,
  Check,
  Foot,
  Form,
  FormErrors,
  Stack,
  TaskScreen,
  Text,
  TimeChoice,
  type TimeDay,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Slot } from '../slots.ts'
import type { ChildIn, FamilyRound } from './queries.ts'
import type { FamilyTexts } from './texts.ts'

/** A refused form: what was typed, the sentence for each child, and what is offered in place of what was taken. */
export type Refused = {
  readonly typed: Typed
  readonly problems: ReadonlyMap<string, string>
  readonly offered: ReadonlyMap<string, string>
  readonly whole?: string
}

type Props = {
  readonly t: FamilyTexts
  readonly language: Language
  readonly round: FamilyRound
  readonly requestKey: string
  readonly row: ReadonlyMap<string, Slot> | null
  readonly refused: Refused | null
}

/** "dinsdag 24 november, 15.10 uur". */
export const moment = (language: Language, at: Date): string => `${dayLong(language, at)}, ${clock(language, at)}`

/** "dinsdag 24 november" of the last moment before this one: an end at midnight is the end of the day before. */
export const lastDay = (language: Language, end: Date): string => dayLong(language, new Date(end.getTime() - 1))

const one = (value: Typed[string] | undefined) => (typeof value === 'string' ? value : undefined)

const chosenOf = (child: ChildIn, refused: Refused | null): string =>
  refused?.offered.get(child.pupil) ??
  (refused ? one(refused.typed[`slot-${child.pupil}`]) : undefined) ??
  child.kept?.slot.id ??
  child.mine?.id ??
  ''

const isFree = (child: ChildIn, slot: Slot) => child.free.includes(slot)

const daysOf = ({ t, language }: Props, children: readonly ChildIn[]): TimeDay[] => {
  const own = children.map((child) => child.slots.filter((slot) => !slot.closed || slot === child.mine))
  const days = [...new Set(own.flat().map(({ starts }) => dayOf(starts)))].sort()
  return days.flatMap((day) => {
    const slots = own.map((some) => some.filter(({ starts }) => dayOf(starts) === day))
    const free = slots.reduce((sum, some, at) => sum + some.filter((slot) => isFree(children[at]!, slot)).length, 0)
    if (free === 0) return []
    const times = [...new Set(slots.flat().map(({ starts }) => starts.getTime()))].sort((a, b) => a - b)
    const rows = times.map((time) => ({
      key: String(time),
      cells: slots.map((some, at) => {
        const slot = some.find(({ starts }) => starts.getTime() === time)
        const label = clockShort(language, new Date(time))
        return slot ? { value: slot.id, label, taken: !isFree(children[at]!, slot) } : null
      }),
    }))
    const first = slots.flat()[0]!.starts
    return [{ key: day, title: dayShort(language, first), text: t.free(free), heading: dayLong(language, first), rows }]
  })
}

const hiddenOf = (round: FamilyRound, picks: ReadonlyMap<string, Slot> | null) =>
  Object.fromEntries([
    ...round.children.map((child) => [`was-${child.pupil}`, child.mine?.booking?.id ?? '']),
    ...[...(picks ?? [])].map(([pupil, slot]) => [`slot-${pupil}`, slot.id]),
  ])

const AfterEachOther = ({ t, language, round, row, requestKey }: Props) => {
  if (!row) return null
  const times = [...row].map(([pupil, slot]) => {
    const child = round.children.find((each) => each.pupil === pupil)!
    return t.at(child.name.givenName, clock(language, slot.starts))
  })
  const [first] = row.values()
  return (
    <Form
      action={urls.bookConversations({ round: round.id })}
      requestKey={requestKey}
      resend
      hidden={hiddenOf(round, row)}
    >
      <Text>
        {capital(dayLong(language, first!.starts))}. {t.after(listOf(language, times))}
      </Text>
      <Button look="tinted">{t.takeAfter}</Button>
    </Form>
  )
}

const openDay = (days: readonly TimeDay[], chosen: readonly string[]) => {
  const found = days.findIndex(({ rows }) =>
    rows.some(({ cells }) => cells.some((cell) => cell && cell.value !== '' && chosen.includes(cell.value))),
  )
  return Math.max(found, 0)
}

/** The times of a round for every child of the family, to book or to move. */
export const ChooseTimes = (props: Props) => {
  const { t, language, round, refused } = props
  const children = round.children.filter(({ free, pupil }) => free.length > 0 || refused?.problems.has(pupil))
  const without = round.children.filter((child) => !children.includes(child) && !child.mine)
  const days = daysOf(props, children)
  const typedDay = days.findIndex(({ key }) => key === refused?.typed.day)
  const chosen = children.map((child) => chosenOf(child, refused))
  const moved = refused ? [...refused.offered.values()] : []
  const open = typedDay >= 0 && moved.length === 0 ? typedDay : openDay(days, moved.length > 0 ? moved : chosen)
  return (
    <TaskScreen back={{ to: urls.conversations(), word: t.title }} title={t.chooseTitle(children.length)}>
      <Stack gap="loose">
        <Text quiet>
          {round.title}. {t.minutes(round.minutes)} {t.until(lastDay(language, round.closesAt))}
        </Text>
        {!refused && <AfterEachOther {...props} />}
        <Form
          action={urls.bookConversations({ round: round.id })}
          requestKey={props.requestKey}
          resend
          hidden={hiddenOf(round, null)}
        >
          {refused && <FormErrors>{refused.whole ?? t.refused}</FormErrors>}
          <TimeChoice
            days={days}
            open={open}
            daysLabel={t.day}
            takenWord={t.taken}
            columns={children.map((child, at) => ({
              name: `slot-${child.pupil}`,
              question: t.choose(child.name.givenName),
              person: { id: child.pupil, name: child.name.name },
              title: child.name.givenName,
              text: listOf(language, child.teachers),
              chosen: chosen[at]!,
              none: child.mine ? null : t.notNow,
              error: refused?.problems.get(child.pupil),
            }))}
          />
          {round.video &&
            children.map((child) => (
              <Check
                key={child.pupil}
                name={`video-${child.pupil}`}
                label={t.byVideo(child.name.givenName)}
                checked={
                  refused ? refused.typed[`video-${child.pupil}`] === 'yes' : child.mine?.booking?.byVideo === true
                }
              />
            ))}
          {without.map(({ pupil, name }) => (
            <Text key={pupil} quiet>
              {t.noTimes(name.givenName)}
            </Text>
          ))}
          <Foot text={t.nobodySees}>
            <Button>{t.save(children.length)}</Button>
          </Foot>
        </Form>
      </Stack>
    </TaskScreen>
  )
}
