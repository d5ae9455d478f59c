import type { SchoolDays } from '#products/school/index.ts'
import { clockShort, dayShort } from '#shared/language/index.ts'
import { type Child, type DayLook, type DayMark, List, Quote, Row, Tag, YearCalendar } from '#shared/ui/index.ts'
import { type Absence, type AbsenceMark, covers } from './absences.ts'
import { absenceInWords, reportedInWords, type Words } from './in-words.ts'
import type { Ground } from './personal-data.ts'
import { isAuthorised } from './rules.ts'

export type Year = { readonly startsOn: string; readonly endsOn: string }

/** Everything about one pupil's year, as the school and the guardians see it. */
export type PupilYear = {
  readonly words: Words
  readonly year: Year
  readonly days: SchoolDays
  readonly absences: readonly Absence[]
  readonly marks: readonly AbsenceMark[]
}

const LEAVE: ReadonlySet<string> = new Set(['religion', 'profession', 'circumstances', 'excused'])

const lookOf = (absence: Absence, { t }: Words): DayMark => {
  if (absence.ground && !isAuthorised(absence.ground)) return { look: 'alert', word: t.unauthorised }
  const part = absence.fromTime !== null || absence.untilTime !== null
  const leave = absence.ground !== null && LEAVE.has(absence.ground)
  const look: DayLook = leave ? 'allowed' : part ? 'part' : 'full'
  return { look, word: leave ? t.leave : t.kinds[absence.kind] }
}

/** A mark per day of the year: what was reported, what a teacher saw, and when there was no school. */
const calendarOf = ({ words, year, days, absences, marks }: PupilYear): Map<string, DayMark> => {
  const calendar = new Map<string, DayMark>()
  const byDay = new Map(marks.map((mark) => [mark.day, mark]))
  for (let at = new Date(`${year.startsOn}T12:00:00Z`); ; at.setUTCDate(at.getUTCDate() + 1)) {
    const day = at.toISOString().slice(0, 10)
    if (day > year.endsOn) return calendar
    const mark = byDay.get(day)
    const absence =
      day <= words.today || mark
        ? absences.find((one) => covers(one, day))
        : absences.find((one) => one.to !== null && covers(one, day))
    if (days.closure(day)) calendar.set(day, { look: 'closed', word: words.t.closed })
    else if (!days.lessons(day)) continue
    else if (absence && mark?.state !== 'present') calendar.set(day, lookOf(absence, words))
    else if (mark?.state === 'late') calendar.set(day, { look: 'late', word: words.t.marks.late })
    else if (mark?.state === 'absent') calendar.set(day, { look: 'alert', word: words.t.marks.missing })
  }
}

/** The year as a picture; the list with the same stands beside it. */
export const YearPicture = (pupil: PupilYear) => (
  <YearCalendar
    language={pupil.words.language}
    from={pupil.year.startsOn}
    to={pupil.year.endsOn}
    marks={calendarOf(pupil)}
  />
)

type AbsenceRowProps = {
  absence: Absence
  words: Words
  /** Whose report it is, where a list is about several. */
  person?: { readonly id: string; readonly name: string }
  to?: string
  end?: Child
  /** What may be done about it, under the word. */
  more?: Child
}

/** One report in a list: kind, when, who said so, the word, the decision. */
export const AbsenceRow = ({ absence, words, person, to, end, more }: AbsenceRowProps) => {
  const what = absenceInWords(absence, words)
  const by = reportedInWords(absence, words)
  return (
    <Row
      {...(person ? { person } : {})}
      {...(to ? { to } : {})}
      title={person?.name ?? what}
      text={person ? `${what}. ${by}` : by}
      end={end}
      more={
        <>
          {absence.word && <Quote>{absence.word}</Quote>}
          {absence.ground && <DecisionLine ground={absence.ground} words={words} />}
          {more}
        </>
      }
    />
  )
}

const DecisionLine = ({ ground, words: { t } }: { ground: Ground; words: Words }) => (
  <span>
    <Tag kind={isAuthorised(ground) ? 'plain' : 'alert'}>{isAuthorised(ground) ? t.authorised : t.unauthorised}</Tag>{' '}
    {t.grounds[ground]}
  </span>
)

/** Reports, latenesses and days away without a report in one list, the newest first. */
export const YearList = ({
  pupil,
  more,
  moreOfMark,
}: {
  pupil: PupilYear
  /** What stands under a report, such as a form to decide about it. */
  more?: (absence: Absence) => Child
  /** The same for a day away without a report. */
  moreOfMark?: (day: string) => Child
}) => {
  const { words, absences, marks } = pupil
  const seen = marks.filter(
    (mark) => mark.state === 'late' || (mark.state === 'absent' && !absences.some((one) => covers(one, mark.day))),
  )
  const rows = [
    ...absences.map((absence) => ({
      day: absence.from,
      row: <AbsenceRow key={absence.id} absence={absence} words={words} more={more?.(absence)} />,
    })),
    ...seen.map((mark) => ({
      day: mark.day,
      row: (
        <Row
          key={mark.day}
          title={
            mark.state === 'absent'
              ? words.t.marks.missing
              : mark.arrivedAt
                ? words.t.marks.lateAt(clockShort(words.language, mark.arrivedAt))
                : words.t.marks.late
          }
          text={dayShort(words.language, mark.day)}
          more={mark.state === 'absent' && moreOfMark?.(mark.day)}
        />
      ),
    })),
  ].sort((one, other) => (one.day < other.day ? 1 : -1))
  return <List>{rows.map(({ row }) => row)}</List>
}
