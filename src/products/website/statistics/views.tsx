import { dayShort, type Language, monthLong, number } from '#shared/language/index.ts'
import { BarChart, Details, Empty, Link, PageHead, Section, Table, Tabs, Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { type Cell, LEAST, type Period, periods, type Shown, type Statistics, type Step } from './queries.ts'
import type { Device } from './telling-apart.ts'
import { UNKNOWN } from './telling-apart.ts'
import type { StatisticsTexts } from './texts.ts'

type Props = { t: StatisticsTexts; language: Language; period: Period; statistics: Statistics }

type Line = { readonly name: string; readonly views: number; readonly visitors: number; readonly few: boolean }

type ChartProps = Pick<Props, 't' | 'language'> & {
  heading: string
  column: string
  by: 'views' | 'visitors'
  lines: readonly Line[]
  /** Only the one that counts has a column. */
  only?: true
}

const said = ({ t, language }: Pick<Props, 't' | 'language'>, line: Line, of: 'views' | 'visitors') =>
  line.few ? t.few(number(language, LEAST)) : number(language, line[of])

/** A chart with the same figures as a table, one press away. */
const Counted = ({ t, language, heading, column, by, lines, only }: ChartProps) => {
  if (lines.length === 0) return null
  const most = Math.max(1, ...lines.map((line) => (line.few ? 0 : line[by])))
  const columns = only ? [by] : (['visitors', 'views'] as const)
  return (
    <Section heading={heading}>
      <BarChart
        label={heading}
        full={most}
        bars={lines.map((line) => ({
          label: line.name,
          value: line.few ? 0 : line[by],
          text: said({ t, language }, line, by),
        }))}
      />
      <Details title={t.asTable}>
        <Table
          caption={heading}
          columns={[{ heading: column }, ...columns.map((of) => ({ heading: t[of], number: true }))]}
          rows={lines.map((line) => ({
            key: line.name,
            cells: [line.name, ...columns.map((of) => said({ t, language }, line, of))],
          }))}
        />
      </Details>
    </Section>
  )
}

const linesOf = (
  t: StatisticsTexts,
  { cells, rest }: Shown,
  of: 'views' | 'visitors',
  name: (cell: Cell) => string,
): Line[] => [
  ...cells.map((cell) => ({ name: name(cell), views: cell.views, visitors: cell.visitors, few: false })),
  ...(rest ? [{ name: t.rest, ...rest, few: rest[of] < LEAST }] : []),
]

const stepLines = (language: Language, period: Period, steps: readonly Step[]): Line[] =>
  steps.map(({ from, views, visitors }) => ({
    name: period === 'year' ? `${monthLong(language, from)} ${from.slice(0, 4)}` : dayShort(language, from),
    views,
    visitors,
    few: visitors > 0 && visitors < LEAST,
  }))

/** Made per page: the names of all regions take megabytes, and few look at this one. */
const countryNames = (language: Language) => new Intl.DisplayNames(language, { type: 'region' })

/** What was counted, as charts with their tables. */
export const StatisticsPage = ({ t, language, period, statistics }: Props) => {
  const { total, steps, pages, countries, referrers, devices } = statistics
  const enough = total.visitors >= LEAST
  return (
    <>
      <PageHead title={t.title} text={t.text} />
      <Tabs
        label={t.title}
        tabs={periods.map((one) => ({
          to: urls.siteStatistics({ period: one }),
          word: t.periods[one],
          current: one === period,
        }))}
      />
      {!enough && <Empty title={t.none}>{t.noneText}</Empty>}
      {enough && (
        <>
          <Text>{t.total(number(language, total.visitors), number(language, total.views))}</Text>
          <Counted
            {...{ t, language }}
            heading={t.steps[period]}
            column={period === 'year' ? t.month : t.day}
            by="visitors"
            lines={stepLines(language, period, steps)}
          />
          <Counted
            {...{ t, language }}
            heading={t.pages}
            column={t.page}
            by="views"
            only
            lines={linesOf(t, pages, 'views', ({ value }) => value)}
          />
          <Counted
            {...{ t, language }}
            heading={t.countries}
            column={t.country}
            by="visitors"
            lines={linesOf(t, countries, 'visitors', ({ value }) =>
              value === UNKNOWN ? t.unknown : (countryNames(language).of(value) ?? value),
            )}
          />
          <Counted
            {...{ t, language }}
            heading={t.referrers}
            column={t.referrer}
            by="visitors"
            only
            lines={linesOf(t, referrers, 'visitors', ({ value }) => (value === 'direct' ? t.direct : value))}
          />
          <Counted
            {...{ t, language }}
            heading={t.devices}
            column={t.device}
            by="visitors"
            lines={linesOf(t, devices, 'visitors', ({ value }) => t.deviceNames[value as Device])}
          />
        </>
      )}
      <Section heading={t.how}>
        <Text>{t.perDay}</Text>
        <Text>{t.least(number(language, LEAST))}</Text>
        <Text>
          <Link to={urls.visitors()}>{t.howText}</Link>
        </Text>
        <Text quiet small>
          {t.source}
        </Text>
      </Section>
    </>
  )
}
