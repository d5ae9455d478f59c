import { capital, clock, dayLong } from '#shared/language/index.ts'
import {
  Actions,
  Button,
  ButtonLink,
  type Child,
  Columns,
  Empty,
  Field,
  Form,
  List,
  PageHead,
  Row,
  Section,
  SumLine,
  Text,
  type TileKind,
  Tiles,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Words } from '../in-words.ts'
import type { Near } from '../pupil/queries.ts'
import type { Standing } from '../standing.ts'
import type { TeamTexts } from '../team-texts.ts'
import { AbsenceRow } from '../year.tsx'
import type { GroupSum, Named, SchoolDay } from './queries.ts'

export type SchoolPage = {
  readonly words: Words
  readonly t: TeamTexts
  readonly day: string
  readonly closure: string | null
  readonly open: boolean
  readonly cutOff: string
  readonly late: boolean
  readonly school: SchoolDay
  readonly names: ReadonlyMap<string, Named>
  readonly near: readonly Near[]
  readonly calling: Child
  readonly calls: number
  readonly search: { readonly typed: string; readonly found: readonly (Named & { group: string })[] } | null
}

const KINDS: Record<Standing, TileKind> = {
  here: 'here',
  late: 'late',
  away: 'away',
  missing: 'unseen',
  unseen: 'unseen',
}

/** In a group that nobody has tapped yet nobody is missing; its list has not been begun. */
const tileOf = (standing: Standing, { untouched }: GroupSum, late: boolean): TileKind =>
  standing === 'unseen' && (untouched || !late) ? 'unread' : KINDS[standing]

const tallyOf = (standings: readonly Standing[]) => {
  const count = (...kinds: Standing[]) => standings.filter((one) => kinds.includes(one)).length
  return { here: count('here'), late: count('late'), away: count('away'), unseen: count('unseen', 'missing') }
}

/** "3 uur en 30 minuten". */
export const hoursInWords = (minutes: number, t: TeamTexts['office']): string =>
  t.hours(Math.floor(minutes / 60), minutes % 60)

/** The whole school today: whom to call, who was reported, how each group stands. */
export const SchoolView = (page: SchoolPage) => {
  const { t, words } = page
  return (
    <>
      <PageHead
        title={t.office.todayTitle}
        text={page.open ? <SchoolSum page={page} /> : capital(dayLong(words.language, page.day))}
      />
      <Form action={urls.schoolAbsences()} filter plain label={t.office.search}>
        <Field name="name" type="search" label={t.office.search} value={page.search?.typed} />
        <Button look="line" icon="search">
          {t.office.find}
        </Button>
      </Form>
      {page.search && <Found search={page.search} t={t.office} />}
      {!page.open && <Empty title={page.closure ? t.day.closed(page.closure) : t.day.noSchool} />}
      {page.open && (
        <Columns sideFirst side={<Side page={page} />}>
          <Section heading={t.office.groups}>
            <List columns={2}>
              {page.school.groups.map((group) => (
                <GroupRow key={group.id} group={group} late={page.late} t={t.office} />
              ))}
            </List>
          </Section>
          <Reported page={page} />
        </Columns>
      )}
      <Actions>
        <ButtonLink look="line" icon="download" to={urls.handOvers()}>
          {t.office.handOvers}
        </ButtonLink>
        <ButtonLink look="line" icon="settings" to={urls.hours()}>
          {t.office.settings}
        </ButtonLink>
      </Actions>
    </>
  )
}

const SchoolSum = ({ page: { school, late, t } }: { page: Pick<SchoolPage, 'school' | 'late' | 't'> }) => {
  const tally = tallyOf(school.groups.flatMap(({ standings }) => standings))
  const waiting = school.groups.filter(({ untouched }) => untouched || !late)
  const expected = tallyOf(waiting.flatMap(({ standings }) => standings)).unseen
  const sums = [
    { count: tally.here, word: t.day.here },
    { count: tally.late, word: t.day.late },
    { count: tally.away, word: t.day.reported },
    { count: expected, word: t.day.expected },
    { count: tally.unseen - expected, word: t.day.unseen, alert: true },
  ].filter((sum, index) => index === 0 || sum.count > 0)
  return <SumLine sums={sums} />
}

/** A teacher's part of the first page: the own groups, each one tap away. */
export const MyGroups = ({ t, groups, late }: { t: TeamTexts; groups: readonly GroupSum[]; late: boolean }) =>
  groups.length === 0 ? null : (
    <Section heading={t.day.title}>
      <List>
        {groups.map((group) => (
          <GroupRow key={group.id} group={group} late={late} t={t.office} />
        ))}
      </List>
    </Section>
  )

/** The office's part of the first page: the sum of the day, and how many calls wait. */
export const SchoolSummary = ({
  t,
  school,
  late,
  calls,
}: {
  t: TeamTexts
  school: SchoolDay
  late: boolean
  calls: number
}) => (
  <Section heading={t.office.todayTitle}>
    <SchoolSum page={{ t, school, late }} />
    <ButtonLink look={calls > 0 ? 'alert' : 'line'} icon={calls > 0 ? 'phone' : 'users'} to={urls.schoolAbsences()}>
      {calls > 0 ? t.office.toCall(calls) : t.office.toSchool}
    </ButtonLink>
  </Section>
)

const GroupRow = ({ group, late, t }: { group: GroupSum; late: boolean; t: TeamTexts['office'] }) => {
  const tally = tallyOf(group.standings)
  return (
    <Row
      title={group.name}
      text={group.untouched && late ? t.untouched : t.groupSum(tally.here + tally.late, group.standings.length)}
      tone={group.untouched && late ? 'late' : 'quiet'}
      to={urls.dayList({ group: group.id })}
      end={
        <Tiles
          small
          kinds={group.standings.map((standing) => tileOf(standing, group, late))}
          label={t.tiles(tally.here, tally.late, tally.away, tally.unseen)}
        />
      }
    />
  )
}

const Side = ({ page }: { page: SchoolPage }) => {
  const { t, words, school, names, near } = page
  return (
    <>
      {page.calling}
      {page.calls === 0 && !(page.late && school.groups.some(({ untouched }) => untouched)) && (
        <Text quiet>{page.late ? t.office.everyoneKnown : t.office.cutOffAt(clock(words.language, page.cutOff))}</Text>
      )}
      {near.length > 0 && (
        <Section heading={t.office.warnings} count={near.length}>
          <List>
            {near.map(({ pupil, minutes, warnings }) => (
              <Row
                key={pupil}
                title={names.get(pupil)?.name ?? ''}
                person={{ id: pupil, name: names.get(pupil)?.name ?? '' }}
                text={hoursInWords(warnings.at(-1)?.minutes ?? minutes, t.office)}
                tone={warnings.length > 0 ? 'alert' : 'quiet'}
                to={urls.pupilAbsences({ pupil })}
              />
            ))}
          </List>
        </Section>
      )}
    </>
  )
}

/** Everyone who was reported for today, in one list. */
const Reported = ({ page: { t, words, school, names } }: { page: SchoolPage }) => {
  const reports = school.pupils
    .flatMap((pupil) => {
      const person = names.get(pupil.id)
      return person ? pupil.covers.map((absence) => ({ absence, person })) : []
    })
    .sort((one, other) => one.person.name.localeCompare(other.person.name, 'nl'))
  return (
    <Section heading={t.office.reportedHeading} count={reports.length}>
      {reports.length === 0 ? (
        <Empty title={t.office.nobodyReported} />
      ) : (
        <List>
          {reports.map(({ absence, person }) => (
            <AbsenceRow
              key={absence.id}
              absence={absence}
              words={words}
              person={person}
              to={urls.pupilAbsences({ pupil: person.id })}
            />
          ))}
        </List>
      )}
    </Section>
  )
}

const SHOWN = 20

const Found = ({ search, t }: { search: NonNullable<SchoolPage['search']>; t: TeamTexts['office'] }) =>
  search.found.length === 0 ? (
    <Empty title={t.noMatch}>{t.noMatchText}</Empty>
  ) : (
    <>
      <List label={t.search}>
        {search.found.slice(0, SHOWN).map((pupil) => (
          <Row
            key={pupil.id}
            title={pupil.name}
            person={pupil}
            text={pupil.group}
            to={urls.pupilAbsences({ pupil: pupil.id })}
          />
        ))}
      </List>
      {search.found.length > SHOWN && <Text quiet>{t.tooMany(search.found.length - SHOWN)}</Text>}
    </>
  )
