import { capital } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import {
  Actions,
  Button,
  ButtonLink,
  type Child,
  Details,
  Empty,
  Form,
  List,
  Notice,
  PageHead,
  Section,
  Stack,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { type Absence, covers } from '../absences.ts'
import { dayInWords, type Words } from '../in-words.ts'
import { nowOf } from '../now.ts'
import { backDays } from '../report/back.ts'
import { mayStillChange } from '../rules.ts'
import type { AbsenceTexts } from '../texts.ts'
import { AbsenceRow, YearList, YearPicture } from '../year.tsx'
import type { Family, FamilyYear } from './queries.ts'

type Now = ReturnType<typeof nowOf>

/** Two equal answers to "when is your child back", each a button of its own. */
const BetterForm = ({ absence, family, now, words }: { absence: Absence; family: Family; now: Now; words: Words }) => {
  const choices = backDays(absence, family.days, now)
  if (choices.length === 0) return null
  return (
    <Form action={urls.endAbsence({ id: absence.id })}>
      <Actions>
        {choices.map(({ day }) => (
          <Button key={day} look="tinted" name="back" value={day}>
            {day === now.today
              ? words.t.mine.backToday
              : capital(words.t.mine.backOn(dayInWords(day, now.tomorrow, words)))}
          </Button>
        ))}
      </Actions>
    </Form>
  )
}

/** What may be done about a report: change it until it begins, or say that the child is better. */
const actionsOf = (absence: Absence, family: Family, now: Now, words: Words): Child => {
  const lessons = family.days.lessons(now.today)
  if (mayStillChange(absence, { ...now, lessons })) {
    return (
      <ButtonLink look="line" to={urls.changeAbsence({ id: absence.id })}>
        {words.t.mine.change}
      </ButtonLink>
    )
  }
  return null
}

/** The part of the first page: reports that run, with what can be done about them. */
export const FamilyToday = ({
  work,
  family,
  words,
  received,
}: {
  work: Work
  family: Family
  words: Words
  received: string | null
}) => {
  const now = nowOf(work)
  const open = family.absences.filter((one) => one.from > now.today || covers(one, now.today))
  if (open.length === 0 && !received) return null
  return (
    <Stack gap="loose">
      {received && <Notice kind="received">{received}</Notice>}
      {open.length > 0 && (
        <Section heading={words.t.mine.title}>
          <OpenReports open={open} family={family} now={now} words={words} />
        </Section>
      )}
    </Stack>
  )
}

const OpenReports = ({
  open,
  family,
  now,
  words,
}: {
  open: readonly Absence[]
  family: Family
  now: Now
  words: Words
}) => (
  <List>
    {open.map((absence) => {
      const child = family.children.find(({ id }) => id === absence.pupil)
      return (
        <AbsenceRow
          key={absence.id}
          absence={absence}
          words={words}
          {...(child ? { person: child } : {})}
          end={actionsOf(absence, family, now, words)}
          more={<BetterForm absence={absence} family={family} now={now} words={words} />}
        />
      )
    })}
  </List>
)

/** Everything about the own children this year: the same list the school has. */
export const MyAbsences = ({ work, family, words }: { work: Work; family: FamilyYear; words: Words }) => {
  const now = nowOf(work)
  return (
    <>
      <PageHead title={words.t.mine.title} end={<ReportButton t={words.t} />} />
      {family.children.map((child) => {
        const absences = family.absences.filter((one) => one.pupil === child.id)
        const marks = family.marks.filter((one) => one.pupil === child.id)
        const open = absences.filter((one) => one.from > now.today || covers(one, now.today))
        const pupil = { words, year: family.year, days: family.days, marks, absences }
        const earlier = { ...pupil, absences: absences.filter((one) => !open.includes(one)) }
        const nothing = absences.length === 0 && marks.every(({ state }) => state === 'present')
        return (
          <Section key={child.id} heading={child.name}>
            {nothing && <Empty title={words.t.mine.none} />}
            {open.length > 0 && <OpenReports open={open} family={family} now={now} words={words} />}
            <YearList pupil={earlier} />
            {!nothing && (
              <Details title={words.t.mine.earlier} icon="calendar">
                <YearPicture {...pupil} />
              </Details>
            )}
          </Section>
        )
      })}
    </>
  )
}

/** When the newest report of this person was received; nothing when there is none. */
export const lastReported = (family: Family, me: string): Date | null =>
  family.absences
    .filter((one) => one.reporterId === me)
    .reduce<Date | null>((last, { reportedAt }) => (last && last >= reportedAt ? last : reportedAt), null)

/** The button at the head of the first page and of the list. */
export const ReportButton = ({ t }: { t: AbsenceTexts }) => (
  <ButtonLink to={urls.newAbsence()} look="line" icon="thermometer">
    {t.report.button}
  </ButtonLink>
)
