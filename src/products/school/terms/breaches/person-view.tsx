import { dayLong, type Language } from '#shared/language/index.ts'
import { List, Row } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { openBarOf } from './noting.ts'
import type { BreachTexts } from './texts.ts'

/** On somebody's page, for the office: that something is kept from them, and the way to it. */
export const BarRow = ({
  t,
  language,
  name,
  bar,
}: {
  t: BreachTexts
  language: Language
  name: string
  bar: NonNullable<Awaited<ReturnType<typeof openBarOf>>>
}) => (
  <List>
    <Row
      icon="lock"
      title={bar.stands === 'waiting' ? t.asked(name) : t.running(name)}
      text={t.until(dayLong(language, bar.to))}
      to={urls.breach({ id: bar.breach })}
    />
  </List>
)
