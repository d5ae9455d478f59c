import type { Attention, Shown, There } from '#shared/access/attention.ts'
import type { Item } from '#shared/attention/item.ts'
import { oneOf } from '#shared/database/one-of.ts'
import { listOf, pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { ownGroups } from './family/beginning.ts'
import { others } from './family/together.ts'
import { type Line, listLines } from './list/queries.ts'
import { guardian, principal, team } from './rules.ts'
import { messageTexts } from './texts.ts'

/** Conversations in which something new was said, by who said it; what was said stands in the conversation. */
const lineShown = ({ language, site }: There, { subject }: Item, line: Line): Shown => {
  const t = pick(language, messageTexts)
  const author = line.last?.author || site.name
  const about = line.pupils.length > 0 ? t.list.about(listOf(language, line.pupils)) : site.name
  return {
    subject,
    title: line.kind === 'letter' && line.last?.heading ? line.last.heading : t.attention.from(author),
    text: line.kind === 'letter' ? `${author}, ${site.name}` : [about, line.group].filter(Boolean).join(', '),
    to: urls.messageThread({ thread: line.id }),
    action: line.side === 'school' && line.waitsSince ? t.attention.answer : t.attention.action,
  }
}

const reportsShown = async (there: There, items: readonly Item[]): Promise<Shown[]> => {
  if (!principal(there.me)) return []
  const t = pick(there.language, messageTexts)
  const rows = await there.work.db
    .selectFrom('message_report')
    .select('id')
    .where('id', 'in', oneOf(items.map(({ subject }) => subject)))
    .where('handled_at', 'is', null)
    .execute()
  return rows.map(({ id }) => ({
    subject: id,
    title: t.reports.item,
    text: there.site.name,
    to: urls.messageReports(),
    action: t.reports.action,
  }))
}

/** Another guardian who wants to write together. */
const wishesShown = async ({ work, me, language, site }: There, items: readonly Item[]): Promise<Shown[]> => {
  if (!guardian(me)) return []
  const t = pick(language, messageTexts)
  const groups = (await ownGroups(work, me)).filter(({ id }) => items.some(({ subject }) => subject === id))
  const shown: Shown[] = []
  for (const group of groups) {
    const asks = (await others(work, me, group)).find(({ theyAsked }) => theyAsked)
    if (!asks) continue
    const to = group.current ? urls.messageThread({ thread: group.current }) : urls.beginMessages({ group: group.id })
    shown.push({
      subject: group.id,
      title: t.together.wish(asks.name),
      text: `${t.together.wishText} ${group.name}, ${site.name}`,
      to: `${to}#together`,
      action: t.together.wishAction,
    })
  }
  return shown
}

const show = async (there: There, items: readonly Item[]): Promise<readonly Shown[]> => {
  const { work, me } = there
  const lines = [
    ...(team(me) ? await listLines(work, me, 'school') : []),
    ...(guardian(me) ? await listLines(work, me, 'home') : []),
  ]
  const byId = new Map(lines.map((line) => [line.id, line]))
  const said = items.flatMap((item) => {
    const line = byId.get(item.subject)
    return line ? [lineShown(there, item, line)] : []
  })
  const rest = items.filter(({ subject }) => !byId.has(subject))
  if (rest.length === 0) return said
  return [...said, ...(await reportsShown(there, rest)), ...(await wishesShown(there, rest))]
}

export const messagesShown: Attention = { show }
