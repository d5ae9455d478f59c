/** A report as far as a day is concerned; times are `HH:MM`, none means from the start or until the end. */
export type Cover = { readonly fromTime: string | null; readonly untilTime: string | null }

/** What a teacher tapped, and when that day (`HH:MM`; `24:00` for a mark made on a later day). */
export type Mark = {
  readonly state: 'present' | 'late' | 'absent'
  readonly arrivedAt: string | null
  readonly at: string
}

/** away: reported; missing: tapped "weg" and nobody said why; unseen: nobody tapped and nobody said anything. */
export type Standing = 'here' | 'late' | 'away' | 'missing' | 'unseen'

/** How long somebody may stay away after the time that was reported, or after "we are on our way". */
const GRACE_MINUTES = 30

const active = ({ fromTime, untilTime }: Cover, at: string) =>
  (fromTime === null || fromTime <= at) && (untilTime === null || at < untilTime)

/**
 * Where a pupil stands at a moment of the day (`HH:MM`; `00:00` for a day to come, `24:00` for a day that is over).
 * What a teacher saw counts above what was reported, unless the reported time began after the teacher looked.
 */
export const standingOf = (mark: Mark | null, covers: readonly Cover[], at: string): Standing => {
  const away = covers.find((cover) => active(cover, at))
  if (mark?.state === 'absent') return away ? 'away' : 'missing'
  if (mark) {
    const leftAfterwards = away?.fromTime !== null && away !== undefined && mark.at < away.fromTime
    return leftAfterwards ? 'away' : mark.state === 'present' ? 'here' : 'late'
  }
  return away ? 'away' : 'unseen'
}

const later = (time: string, minutes: number): string => {
  const sum = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes
  return `${String(Math.floor(sum / 60)).padStart(2, '0')}:${String(sum % 60).padStart(2, '0')}`
}

/**
 * Whether somebody has to call about this pupil now: not here and not reported after the cut-off time, half an hour
 * after a reported time has passed, and half an hour after a guardian said they were on their way.
 */
export const mustBeCalledAbout = (pupil: {
  standing: Standing
  covers: readonly Cover[]
  /** When a guardian last said they were coming. */
  comingSince: string | null
  cutOff: string
  at: string
}): boolean => {
  if (pupil.standing !== 'missing' && pupil.standing !== 'unseen') return false
  const waits = [...pupil.covers.map((cover) => cover.untilTime), pupil.comingSince]
  const from = waits.flatMap((time) => (time !== null && time <= pupil.at ? [later(time, GRACE_MINUTES)] : []))
  return [pupil.cutOff, ...from].every((time) => time <= pupil.at)
}
