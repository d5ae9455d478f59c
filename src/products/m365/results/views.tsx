import { dayLong, listOf, monthLong } from '#shared/language/index.ts'
import {
  Actions,
  ButtonLink,
  Empty,
  type GrowthLine,
  GrowthLines,
  HeatLegend,
  HeatTable,
  Link,
  List,
  PageHead,
  Points,
  PrintButton,
  PrintFoot,
  Row,
  Section,
  StepChart,
  StepCharts,
  Table,
  Tabs,
  Text,
  WideColumns,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { type Attention, type ClassResults, falls, type Step, stepOf, type Test } from './figures.ts'
import { growthOf } from './growth.ts'
import { cellOf, type InWords, resultInWords } from './in-words.ts'
import type { ClassPage } from './queries.ts'

type Shown = InWords & { readonly page: ClassPage }
type Pupils = ClassPage['pupils']

const givenNames = (pupils: Pupils, ids: readonly string[]) =>
  ids.map((id) => pupils.find((one) => one.id === id)!.givenName)

export const Groups = ({ t, groups }: Pick<InWords, 't'> & { groups: readonly { id: string; name: string }[] }) => (
  <>
    <PageHead title={t.title} />
    {groups.length === 0 ? (
      <Empty title={t.noGroups}>{t.noGroupsText}</Empty>
    ) : (
      <List label={t.groups}>
        {groups.map(({ id, name }) => (
          <Row key={id} title={name} to={urls.resultsOf({ group: id })} />
        ))}
      </List>
    )}
  </>
)

const pointOf = (one: Attention, { t, language, page: { id, pupils, found } }: Shown) => {
  if (one.kind === 'missing') {
    const names = listOf(language, givenNames(pupils, one.pupils))
    const day = dayLong(language, one.test.dueOn ?? found.day(one.test.id))
    return { key: one.test.id, title: t.missing(one.pupils.length), text: t.missingText(one.test.name, day, names) }
  }
  const link = <Link to={urls.resultsOf({ group: id }, { subject: one.subject })}>{t.look}</Link>
  if (one.kind === 'falls') {
    const text = t.fallsText(listOf(language, givenNames(pupils, one.pupils)))
    return { key: `falls ${one.subject}`, title: t.falls(one.subject, one.pupils.length), text: [text, ' ', link] }
  }
  const text = t.growsText(one.now, one.of, monthLong(language, one.since), one.before)
  return { key: `grows ${one.subject}`, title: t.grows(one.subject), text }
}

/** The newest of each subject; or, of one subject, each test. */
const Heat = ({ subject, ...shown }: Shown & { subject: string | null }) => {
  const { t, page } = shown
  const { found, pupils, id } = page
  const tests = subject ? found.of(subject) : []
  const columns = subject
    ? tests.map((test) => ({ key: test.id, heading: test.name }))
    : found.subjects.map((one) => ({ key: one, heading: one, to: urls.resultsOf({ group: id }, { subject: one }) }))
  const cell = (column: string, pupil: string) => {
    if (subject) {
      const test = tests.find((one) => one.id === column)!
      const result = found.at(test.id, pupil)
      return result && cellOf(test, result, test === tests.at(-1) && falls(found.way(subject, pupil)), shown)
    }
    const newest = found.newest(column, pupil)
    return newest && cellOf(newest.test, newest.result, falls(found.way(column, pupil)), shown)
  }
  return (
    <Section heading={subject ? t.perTest(subject) : t.perPupil}>
      <HeatTable
        caption={subject ? t.perTest(subject) : t.perPupilCaption(page.name)}
        first={t.pupil}
        columns={columns}
        rows={pupils.map((pupil) => ({
          key: pupil.id,
          name: pupil.name,
          to: urls.resultsOfPupil({ group: id, pupil: pupil.id }),
          cells: columns.map(({ key }) => cell(key, pupil.id)),
        }))}
      />
      <HeatLegend low={t.low} high={t.high} look={t.legendLook} missing={t.legendMissing} />
    </Section>
  )
}

type Counts = [number, number, number, number, number]

const countsOf = (found: ClassResults, pupils: Pupils, testOf: (pupil: string) => Test | null): Counts => {
  const counts: Counts = [0, 0, 0, 0, 0]
  for (const { id } of pupils) {
    const test = testOf(id)
    const percent = test && found.percent(test.id, id)
    if (percent !== null && test) counts[stepOf(percent, test.goal) as Step] += 1
  }
  return counts
}

const Group = ({ subject, t, page: { found, pupils } }: Shown & { subject: string | null }) => {
  const charts = subject
    ? found.of(subject).map((test) => ({ heading: test.name, counts: countsOf(found, pupils, () => test) }))
    : found.subjects.map((one) => ({
        heading: one,
        counts: countsOf(found, pupils, (pupil) => found.newest(one, pupil)?.test ?? null),
      }))
  const most = Math.max(1, ...charts.flatMap(({ counts }) => counts))
  return (
    <Section heading={t.group}>
      <Text quiet small>
        {t.groupText}
      </Text>
      <StepCharts>
        {charts.map(({ heading, counts }) => (
          <StepChart key={heading} heading={heading} counts={counts} most={most} label={t.steps(counts)} />
        ))}
      </StepCharts>
    </Section>
  )
}

const Growth = ({ subject, t, page: { found, pupils, id: group } }: Shown & { subject: string }) => {
  const { length, band, pointsOf } = growthOf(found, pupils, subject)
  const lines = pupils.map(({ id, givenName }): GrowthLine => {
    const points = pointsOf(id)
    const look = falls(found.way(subject, id))
    return {
      key: id,
      name: look ? t.lookAt(givenName) : givenName,
      to: urls.resultsOfPupil({ group, pupil: id }),
      points,
      label: points.map(({ value }) => value).join(', ') || t.noFigures,
      look,
    }
  })
  return (
    <Section heading={t.growth(subject)}>
      <Text quiet small>
        {t.growthText}
      </Text>
      <GrowthLines lines={lines} length={length} band={band} label={t.growth(subject)} />
    </Section>
  )
}

/** The subject whose growth is drawn first: the one in which somebody falls, else the first with two tests. */
const toDraw = ({ found, pupils }: ClassPage): string | null =>
  found.subjects.find((subject) => pupils.some(({ id }) => falls(found.way(subject, id)))) ??
  found.subjects.find((subject) => found.of(subject).length > 1) ??
  null

const Head = ({ t, language, page, children }: Shown & { children: Parameters<typeof Actions>[0]['children'] }) => (
  <PageHead
    title={t.title}
    text={t.head(page.name, page.pupils.length, monthLong(language, page.since))}
    end={<Actions>{children}</Actions>}
  />
)

const SubjectTabs = ({ t, page, subject }: Shown & { subject: string | null }) => (
  <Tabs
    label={t.subject}
    tabs={[null, ...page.found.subjects].map((one) => ({
      to: urls.resultsOf({ group: page.id }, one ? { subject: one } : {}),
      word: one ?? t.allSubjects,
      current: one === subject,
    }))}
  />
)

/** A class as pictures: what asks for attention, each child, the group, growth. */
export const ClassPicture = ({
  subject,
  attention,
  today,
  ...shown
}: Shown & { subject: string | null; attention: readonly Attention[]; today: string }) => {
  const { t, language, page } = shown
  const drawn = subject ?? toDraw(page)
  return (
    <>
      <Head {...shown}>
        <ButtonLink look="line" icon="table" to={urls.resultsOf({ group: page.id }, { as: 'table' })}>
          {t.asTable}
        </ButtonLink>
        <PrintButton />
      </Head>
      {page.found.tests.length === 0 ? (
        <Empty title={t.none}>{t.noneText}</Empty>
      ) : (
        <>
          {attention.length > 0 && <Points label={t.today} points={attention.map((one) => pointOf(one, shown))} />}
          <SubjectTabs {...shown} subject={subject} />
          <WideColumns>
            <Heat {...shown} subject={subject} />
            <div>
              <Group {...shown} subject={subject} />
              {drawn && <Growth {...shown} subject={drawn} />}
            </div>
          </WideColumns>
          <PrintFoot>{t.foot(dayLong(language, today))}</PrintFoot>
        </>
      )}
    </>
  )
}

/** The same as tables: every test of every subject, for who would rather read or copies it. */
export const ClassTables = ({ today, ...shown }: Shown & { today: string }) => {
  const { t, language, page } = shown
  const { found, pupils, id } = page
  return (
    <>
      <Head {...shown}>
        <ButtonLink look="line" icon="chart-no-axes-column" to={urls.resultsOf({ group: id })}>
          {t.asPicture}
        </ButtonLink>
        <ButtonLink look="line" icon="download" to={urls.resultsFile({ group: id })} plain>
          {t.download}
        </ButtonLink>
        <PrintButton />
      </Head>
      {found.tests.length === 0 && <Empty title={t.none}>{t.noneText}</Empty>}
      {found.subjects.map((subject) => (
        <Table
          key={subject}
          caption={subject}
          columns={[{ heading: t.pupil }, ...found.of(subject).map(({ name }) => ({ heading: name }))]}
          rows={pupils.map((pupil) => ({
            key: pupil.id,
            cells: [
              pupil.name,
              ...found.of(subject).map((test) => {
                const result = found.at(test.id, pupil.id)
                return result ? resultInWords(result, shown) : ''
              }),
            ],
          }))}
        />
      ))}
      <PrintFoot>{t.foot(dayLong(language, today))}</PrintFoot>
    </>
  )
}
