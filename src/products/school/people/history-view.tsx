import { clockShort, dayLong, type Language } from '#shared/language/index.ts'
import { Details, Empty, List, Readers, Row, Section } from '#shared/ui/index.ts'
import type { Deed } from './history.ts'
import type { HistoryTexts } from './history-texts.ts'

type Props = { t: HistoryTexts; language: Language; deeds: readonly Deed[] }

const inWords = (t: HistoryTexts, action: string) => (t.deeds as Record<string, string>)[action] ?? t.other

/** What was done with somebody: who did what, when. */
export const History = ({ t, language, deeds }: Props) => (
  <Section>
    <Details title={t.title} icon="history" end={String(deeds.length)}>
      <Readers>{t.text}</Readers>
      {deeds.length === 0 ? (
        <Empty title={t.none} />
      ) : (
        <List label={t.title}>
          {deeds.map((deed) => (
            <Row
              key={deed.id}
              title={inWords(t, deed.action)}
              text={`${deed.by ?? t.self}, ${dayLong(language, deed.at, { year: true })}, ${clockShort(language, deed.at)}`}
            />
          ))}
        </List>
      )}
    </Details>
  </Section>
)
