import { capital, type Language } from '#shared/language/index.ts'
import type { Until } from '#shared/retention/until.ts'
import { BarChart, Details, Section, Stack, Table, Text } from '#shared/ui/index.ts'
import type { ForPurpose } from './overview.ts'
import type { MyDataTexts } from './texts.ts'

type Props = {
  readonly t: MyDataTexts
  readonly language: Language
  readonly today: string
  readonly held: readonly ForPurpose[]
  readonly until: readonly Until[]
}

const days = (from: string, to: string) => Math.max(0, (Date.parse(to) - Date.parse(from)) / 86_400_000)

/** Until when each kind of row stays, as a picture and as a table: what goes first stands first, what waits for a moment last. */
export const UntilWhen = ({ t, language, today, held, until }: Props) => {
  const parts = held.flatMap((one) => one.parts)
  const rows = until
    .flatMap(({ table, last, waits }) => {
      const part = parts.find(({ declaration }) => declaration.table === table)
      if (!part) return []
      const end = waits ? null : last
      const text = end ? t.timeline.date(new Date(`${end}T12:00:00Z`)) : t.timeline.open
      const rule = part.until.map((period) => capital(period[language])).join('. ')
      return [{ table, what: capital(part.declaration.what[language]), end, text, rule }]
    })
    .sort((one, other) => (one.end ?? '9999').localeCompare(other.end ?? '9999'))
  if (rows.length === 0) return null
  const longest = Math.max(365, ...rows.map(({ end }) => (end ? days(today, end) : 0)))
  return (
    <Section heading={t.timeline.title} id="until-when">
      <Stack>
        <Text>{t.timeline.text}</Text>
        <BarChart
          label={t.timeline.title}
          full={longest}
          bars={rows.map(({ what, end, text }) =>
            end
              ? { label: what, value: days(today, end), text }
              : { label: what, value: longest, text, look: 'hatch' as const },
          )}
        />
        <Details title={t.timeline.table}>
          <Table
            caption={t.timeline.title}
            columns={[{ heading: t.timeline.what }, { heading: t.until }, { heading: t.timeline.rule }]}
            rows={rows.map(({ table, what, text, rule }) => ({ key: table, cells: [what, text, rule] }))}
          />
        </Details>
      </Stack>
    </Section>
  )
}
