import type { Attention, Shown, There } from '#shared/access/attention.ts'
import type { Item } from '#shared/attention/item.ts'
import { oneOf } from '#shared/database/one-of.ts'
import { clock } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import { absenceInWords, reportedInWords, type Words } from '../in-words.ts'
import { nowOf, wordsOf } from '../now.ts'
import { guardian } from '../rules.ts'
import { type Family, familyToday, familyYear, standsNow } from './queries.ts'

/** What a child is doing now, in a few words: "Op school", "Ziek, vandaag", "Tot 14.15". */
const stateInWords = (work: Work, family: Family, child: string, words: Words): string => {
  const t = words.t.mine.states
  const { today, time } = nowOf(work)
  const lessons = family.days.lessons(today)
  const { standing, mark, absence } = standsNow(work, family, child)
  if (!lessons) return t.closed
  if (absence && (standing === 'away' || standing === 'unseen')) return absenceInWords(absence, words)
  if (standing === 'missing') return t.missing
  if (standing === 'late' && mark?.arrivedAt) return t.late(clock(words.language, mark.arrivedAt))
  if (time >= lessons.ends) return t.closed
  return time < lessons.starts
    ? t.starts(clock(words.language, lessons.starts))
    : t.school(clock(words.language, lessons.ends))
}

/** The calls about a child whom nobody has seen, to this guardian: by the id of the call. */
const callsToMe = async ({ work, me }: There, items: readonly Item[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await work.db
    .selectFrom('absence_call')
    .select(['id', 'pupil_id'])
    .where('id', 'in', oneOf(items.map(({ subject }) => subject)))
    .where('guardian_id', '=', me.id)
    .where('on_day', '=', work.today)
    .execute()
  return new Map(rows.map(({ id, pupil_id }) => [id, pupil_id]))
}

/** Somebody else reported one of the children, or school calls about one whom nobody has seen. */
const show = async (there: There, items: readonly Item[]): Promise<readonly Shown[]> => {
  if (!guardian(there.me)) return []
  const { work, language, site } = there
  const [family, calls] = await Promise.all([familyYear(work, there.me), callsToMe(there, items)])
  const words = wordsOf(language, work, family.days)
  const t = words.t.mine
  return items.flatMap(({ subject }): Shown[] => {
    const report = family.absences.find(({ id }) => id === subject)
    const child = family.children.find(({ id }) => id === (report?.pupil ?? calls.get(subject)))
    if (!child) return []
    if (report) {
      const title = t.toldTitle(child.givenName, absenceInWords(report, words))
      return [{ subject, title, text: reportedInWords(report, words), to: urls.myAbsences(), action: t.toldAction }]
    }
    const { standing } = standsNow(work, family, child.id)
    if (standing !== 'unseen' && standing !== 'missing') return []
    const action = t.callAction(child.givenName)
    const to = urls.newAbsence({ pupil: child.id })
    return [{ subject, title: t.callTitle(child.givenName), body: t.callText, text: site.name, to, action }]
  })
}

/** The own children as they are now, and what others said about them. */
export const familyAttention: Attention = {
  show,
  children: async ({ work, me, language }) => {
    if (!guardian(me)) return []
    const family = await familyToday(work, me)
    const words = wordsOf(language, work, family.days)
    return family.children.map(({ id, givenName, name }) => ({
      id,
      givenName,
      name,
      text: stateInWords(work, family, id, words),
      to: urls.child({ id }),
    }))
  },
}
