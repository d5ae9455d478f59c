import { surnameWithPrefix } from '#products/school/index.ts'
import { clock } from '#shared/language/index.ts'
import { type Child, HiddenFields, Link, List, Row, Segment, type SegmentOption } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Absence } from '../absences.ts'
import { timesInWords } from '../in-words.ts'
import type { Standing } from '../standing.ts'
import type { DayPage } from './day-page.ts'
import type { DayRow } from './queries.ts'

const CHOSEN: Record<Standing, string | undefined> = {
  here: 'present',
  late: 'late',
  away: 'absent',
  missing: 'absent',
  unseen: undefined,
}

/** Every pupil with er, laat and weg: one tap each. */
export const PupilRows = ({ page }: { page: DayPage }) => {
  const { t, group, day, now } = page
  const action = urls.attendanceMarks({ group: group.id }, day === now.today ? {} : { on: day })
  const options: SegmentOption[] = [
    { value: 'present', label: t.states.present, kind: 'here' },
    { value: 'late', label: t.states.late, kind: 'late' },
    { value: 'absent', label: t.states.absent, kind: 'away' },
  ]
  return (
    <List columns={2}>
      {page.rows.map((row) => {
        const name = `${row.givenName} ${surnameWithPrefix(row)}`
        const { text, tone } = noteOf(row, page)
        // Called, not rendered: see `Row`.
        return Row({
          person: { id: row.id, name },
          title: row.givenName,
          text,
          tone,
          end:
            page.markable &&
            Segment({
              action,
              name: 'state',
              options,
              chosen: CHOSEN[row.standing],
              label: name,
              hidden: HiddenFields({ fields: { pupil: row.id } }),
            }),
        })
      })}
    </List>
  )
}

/** The second line of a row: the surname, or what is special about this pupil today. */
const noteOf = (row: DayRow, page: DayPage): { text: Child; tone: 'quiet' | 'late' | 'alert' } => {
  const { t, words, group, day, now } = page
  if (row.standing === 'late') {
    const time = row.mark?.arrivedAt ? clock(words.language, row.mark.arrivedAt) : t.lateNoTime
    const to = urls.lateTime({ group: group.id, pupil: row.id }, day === now.today ? {} : { on: day })
    return {
      text: (
        <Link to={to} quiet label={t.changeTime(row.givenName, time)}>
          {time}
        </Link>
      ),
      tone: 'late',
    }
  }
  if (row.standing === 'missing') return { text: t.missing, tone: 'alert' }
  const cover = row.covers[0]
  if (cover) return { text: coverInWords(cover, page), tone: 'quiet' }
  if (row.standing === 'unseen' && page.late) return { text: t.notSeen, tone: 'alert' }
  return { text: surnameWithPrefix(row), tone: 'quiet' }
}

/** "Ziek gemeld", "Dokter, tot 10.15". */
const coverInWords = (cover: Absence, { t, words }: DayPage): string => {
  const times = timesInWords(cover, words)
  return times ? `${words.t.kinds[cover.kind]}, ${times}` : t.reportedRow[cover.kind]
}
