import { dayLong, type Language, number, pick } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { List, Notice, Row } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { microsoftSettingsTexts } from './texts.ts'

/** From how many days before its end a secret is spoken of: long enough for a holiday. */
const WARNED = 30

const DAY = 86_400_000

/** How many days a secret still has: none on its last day, negative when it has ended. */
const daysLeft = (today: string, endsOn: string): number => (Date.parse(endsOn) - Date.parse(today)) / DAY

/** What is said about a secret that ends within thirty days, or has; nothing of one that lasts, and where no day is known. */
const endingInWords = (language: Language, today: string, endsOn: string | null) => {
  const left = endsOn === null ? Number.POSITIVE_INFINITY : daysLeft(today, endsOn)
  if (endsOn === null || left > WARNED) return null
  const t = pick(language, microsoftSettingsTexts).ending
  const day = dayLong(language, endsOn, { year: true })
  return left < 0
    ? { title: t.ended(day), text: t.endedText }
    : { title: left === 0 ? t.today : t.soon(number(language, left), left === 1), text: t.soonText(day) }
}

/** On the first page of who decides how the team signs in: what to do before nobody comes in through Microsoft. */
export const endingToday = async (work: Work, language: Language) => {
  const row = await work.db.selectFrom('microsoft_connection').select('secret_ends_on as endsOn').executeTakeFirst()
  const words = row ? endingInWords(language, work.today, row.endsOn) : null
  return (
    words && (
      <List roomy>
        <Row {...words} icon="circle-alert" tone="alert" to={urls.microsoftSettings()} />
      </List>
    )
  )
}

/** The same on the page where it is mended. */
export const Ending = ({ language, today, endsOn }: { language: Language; today: string; endsOn: string | null }) => {
  const words = endingInWords(language, today, endsOn)
  return words && <Notice kind="alert">{`${words.title}. ${words.text}`}</Notice>
}
