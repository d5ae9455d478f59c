import { capital, clockShort, dayLong, listOf } from '#shared/language/index.ts'
import { BackLink, Empty, PageHead, PrintButton, Stack, Table, Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Filled, RoundPage } from './queries.ts'
import { byDay, type Shown } from './views.tsx'

type Props = Shown & {
  readonly page: RoundPage
  /** Whose door it is: a group's, or that of somebody of the team. */
  readonly title: string
  readonly with_: readonly string[]
  readonly room: string | null
  readonly slots: readonly Filled[]
}

/**
 * The sheet for the door: times, and given names where the school chose so. No more than passers-by may know; free times stay
 * on it, so that who walks by sees that somebody has time.
 */
export const Door = ({ t, language, page, title, with_, room, slots }: Props) => {
  const shown = slots.filter(({ booking, closed }) => booking || !closed)
  const who = (slot: Filled) =>
    slot.booking ? (page.doorNames ? (slot.pupil?.givenName ?? t.doorBusy) : t.doorBusy) : t.doorFree
  return (
    <Stack gap="loose">
      <BackLink to={urls.conversationRound({ round: page.id })}>{page.title}</BackLink>
      <PageHead
        title={t.doorTitle(title)}
        text={[listOf(language, with_), room].filter(Boolean).join(' · ')}
        end={<PrintButton />}
      />
      {shown.length === 0 && <Empty title={t.noTimes} />}
      {byDay(shown).map(([day, some]) => (
        <Table
          key={day}
          sheet
          caption={capital(dayLong(language, day))}
          columns={[{ heading: t.time }, { heading: page.title }]}
          rows={some.map((slot) => ({
            key: slot.id,
            cells: [`${clockShort(language, slot.starts)} – ${clockShort(language, slot.ends)}`, who(slot)],
          }))}
        />
      ))}
      <Text>{t.welcome}</Text>
    </Stack>
  )
}
