import { surnameWithPrefix } from '#products/school/index.ts'
import { capital, clock, clockShort, dayLong, dayShort } from '#shared/language/index.ts'
import {
  Button,
  ButtonLink,
  Columns,
  DayPicker,
  Empty,
  Form,
  Heading,
  Link,
  List,
  Notice,
  Only,
  PageHead,
  PrintFoot,
  Row,
  Section,
  SumLine,
  Tabs,
  Text,
  type TileKind,
  Tiles,
  Undo,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Standing } from '../standing.ts'
import type { TeamTexts } from '../team-texts.ts'
import { AbsenceRow } from '../year.tsx'
import { type DayPage, dayAddress } from './day-page.ts'
import type { Group } from './queries.ts'
import { PupilRows } from './rows-view.tsx'

const KINDS: Record<Standing, TileKind> = {
  here: 'here',
  late: 'late',
  away: 'away',
  missing: 'unseen',
  unseen: 'unseen',
}
/** A group's day: who is there, who is late, who was reported, whom to call. */
export const DayListView = (page: DayPage) => {
  const { words, t, group, rows, day, now } = page
  const isToday = day === now.today
  const count = (...standings: Standing[]) => rows.filter(({ standing }) => standings.includes(standing)).length
  const unseen = count('unseen', 'missing')
  // Of a day to come only what was reported is known.
  const seen = page.markable
    ? [
        { count: count('here'), word: t.here },
        { count: count('late'), word: t.late },
      ]
    : []
  const missing = { count: unseen, word: page.late ? t.unseen : t.expected, alert: page.late }
  const sums = [...seen, { count: count('away'), word: t.reported }, ...(page.markable ? [missing] : [])].filter(
    (sum, index) => index === 0 || sum.count > 0,
  )
  const reports = rows.flatMap(({ covers, ...pupil }) => covers.map((absence) => ({ absence, pupil })))
  const tile = (standing: Standing) => (standing === 'unseen' && !page.late ? 'unread' : KINDS[standing])
  return (
    <>
      {page.groups.length > 1 && page.groups.length <= 4 && <GroupTabs page={page} />}
      <PageHead
        title={group.name}
        text={rows.length > 0 && <SumLine sums={sums} />}
        end={[
          <Only key="phone" on="phone">
            <Text small quiet>
              {isToday
                ? `${dayShort(words.language, day)}, ${clock(words.language, now.time)}`
                : dayShort(words.language, day)}
            </Text>
          </Only>,
          <Only key="desktop" on="desktop">
            <Picker page={page} />
          </Only>,
        ]}
      />
      {rows.length > 0 && (
        <Only on="phone">
          <Tiles
            kinds={rows.map(({ standing }) => tile(standing))}
            label={sums.map((sum) => `${sum.count} ${sum.word}`).join(', ')}
          />
        </Only>
      )}
      {page.undo && <UndoLine page={page} undo={page.undo} />}
      {rows.length === 0 ? (
        <Empty title={t.empty} />
      ) : (
        <Columns
          sideFirst={page.late || reports.length > 0}
          side={[
            page.calling,
            reports.length > 0 && (
              <Section key="reports" heading={t.reportedHeading} count={reports.length}>
                <List>
                  {reports.map(({ absence, pupil }) => (
                    <AbsenceRow
                      key={absence.id}
                      absence={absence}
                      words={words}
                      person={{ id: pupil.id, name: `${pupil.givenName} ${surnameWithPrefix(pupil)}` }}
                    />
                  ))}
                </List>
              </Section>
            ),
          ]}
        >
          <Only on="phone">
            <Heading level={2} count={rows.length}>
              {t.everyone}
            </Heading>
          </Only>
          {!page.markable && <Text quiet>{t.ahead}</Text>}
          <PupilRows page={page} />
          {page.markable && isToday && unseen > 0 && <RestIsHere page={page} />}
          <Only on="phone">
            <Picker page={page} />
          </Only>
        </Columns>
      )}
      <PrintFoot>{t.printFoot(capital(dayLong(words.language, day, { year: true })), page.school)}</PrintFoot>
    </>
  )
}

const GroupTabs = ({ page }: { page: DayPage }) => (
  <Tabs
    label={page.t.title}
    tabs={page.groups.map(({ id, name }) => ({
      to: dayAddress(id, page.day, page.now.today),
      word: name,
      current: id === page.group.id,
    }))}
  />
)

const Picker = ({ page: { t, group, day, now, previous, next, words } }: { page: DayPage }) => (
  <DayPicker
    {...(previous ? { previous: dayAddress(group.id, previous, now.today) } : {})}
    {...(next ? { next: dayAddress(group.id, next, now.today) } : {})}
    previousLabel={t.previous}
    nextLabel={t.next}
  >
    {dayLong(words.language, day)}
  </DayPicker>
)

/** After the cut-off time, while nobody has tapped: the list comes first, and no telephone number is opened yet. */
export const NobodyYet = ({ t, group }: { t: TeamTexts['day']; group: string }) => (
  <Notice kind="waiting">
    {t.untouched} <Link to={urls.dayList({ group }, { calls: 'all' })}>{t.allCalls}</Link>
  </Notice>
)

const RestIsHere = ({ page }: { page: DayPage }) => {
  const { t, group, rows } = page
  const count = rows.filter(({ standing }) => standing === 'unseen').length
  // The last one who is missing has a button of the own in the red block.
  return count === 0 || (count === 1 && page.late) ? null : (
    <Form action={urls.everyoneHere({ group: group.id })}>
      <Button look="tinted" icon="check">
        {t.restIsHere(count)}
      </Button>
    </Form>
  )
}

const UndoLine = ({ page, undo }: { page: DayPage; undo: NonNullable<DayPage['undo']> }) => {
  const { t, words, group, day, now } = page
  const row = undo.pupils.length === 1 ? page.rows.find(({ id }) => id === undo.pupils[0]) : undefined
  const state = row?.mark?.state ?? 'present'
  const text = row
    ? state === 'late'
      ? t.done.late(row.givenName, row.mark?.arrivedAt ? clockShort(words.language, row.mark.arrivedAt) : '')
      : t.done[state](row.givenName)
    : t.done.everyone(undo.pupils.length)
  return (
    <Undo text={text}>
      <Form
        action={urls.undoMarks({ group: group.id }, day === now.today ? {} : { on: day })}
        hidden={{ at: String(undo.at), was: undo.was }}
      >
        <Button look="text">{t.undo}</Button>
      </Form>
    </Undo>
  )
}

/** A day without school: says why, and leads to the next one. */
export const ClosedDay = ({
  words,
  t,
  group,
  day,
  closure,
  next,
}: Pick<DayPage, 'words' | 't' | 'group' | 'day' | 'next'> & { closure: string | null }) => (
  <>
    <PageHead title={group.name} text={capital(dayLong(words.language, day))} />
    <Empty title={closure ? t.closed(closure) : t.noSchool} />
    {next && (
      <ButtonLink to={dayAddress(group.id, next, words.today)} look="line" icon="calendar">
        {t.toNext(dayLong(words.language, next))}
      </ButtonLink>
    )}
  </>
)

/** The groups one may open, where there are several or none. */
export const GroupList = ({ t, groups }: { t: TeamTexts['day']; groups: readonly Group[] }) => (
  <>
    <PageHead title={t.title} />
    {groups.length === 0 ? (
      <Empty title={t.none}>{t.noneText}</Empty>
    ) : (
      <List>
        {groups.map(({ id, name }) => (
          <Row key={id} title={name} icon="users" to={urls.dayList({ group: id })} />
        ))}
      </List>
    )}
  </>
)
