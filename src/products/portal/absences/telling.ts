import { randomUUID } from 'node:crypto'
import { whoHasASay } from '#products/school/index.ts'
import { attentionTopic, giveItem } from '#shared/attention/item.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'

/** The topics under which open pages hear that something about absences changed. */
export const topics = {
  school: 'absences',
  group: (id: string) => `absences/group/${id}`,
  family: attentionTopic,
}

/** The pupils' groups of today, and whether a pupil's identity is protected. */
const placesOf = (work: Work, pupils: readonly string[]) =>
  work.db
    .selectFrom('person')
    .leftJoin('group_pupil', (join) => join.onRef('group_pupil.pupil_id', '=', 'person.id'))
    .select(['person.id', 'person.protected', 'group_pupil.group_id'])
    .where('person.id', 'in', oneOf(pupils))
    .execute()

/** Renews the open day lists of these pupils' groups, the office's page and, unless `staffOnly`, the families' pages. */
export const renewPages = async (work: Work, pupils: readonly string[], staffOnly = false): Promise<void> => {
  if (pupils.length === 0) return
  const [places, says] = await Promise.all([placesOf(work, pupils), staffOnly ? [] : whoHasASay(work, pupils)])
  const changed = new Set([
    topics.school,
    ...places.flatMap(({ group_id }) => (group_id ? [topics.group(group_id)] : [])),
    ...says.map(({ guardian }) => topics.family(guardian)),
  ])
  await Promise.all([...changed].map((topic) => work.notify(topic)))
}

/**
 * Of these pupils' guardians, those with authority who may be written to about one of them now. Nobody is written to whom
 * the school may not write, and nobody about a pupil whose identity is protected: a mailbox is read by others too, and they
 * see it when they sign in. Asked when the mail is due and asked again when it leaves.
 */
export const toBeTold = async (work: Work, pupils: readonly string[]): Promise<Map<string, string[]>> => {
  const [places, says] = await Promise.all([placesOf(work, pupils), whoHasASay(work, pupils)])
  const hidden = new Set(places.filter((place) => place.protected).map(({ id }) => id))
  const told = new Map<string, string[]>()
  for (const { guardian, pupil, authority, reachable } of says)
    if (authority === 'yes' && reachable && !hidden.has(pupil))
      told.set(guardian, [...(told.get(guardian) ?? []), pupil])
  return told
}

/** A report, by its id and the pupil it is about. */
type Reported = { readonly id: string; readonly pupil: string }

/**
 * Tells the other guardians: it stands in the list of each who may read it, and who has authority gets a mail that there is
 * something to read; what it is stays in Schoolplein.
 */
export const tellOtherGuardians = async (work: Work, reports: readonly Reported[], reporter: string): Promise<void> => {
  if (reports.length === 0) return
  const pupils = reports.map(({ pupil }) => pupil)
  const says = await whoHasASay(work, pupils)
  for (const { id, pupil } of reports) {
    const readers = says.filter((say) => say.pupil === pupil && say.guardian !== reporter).map((say) => say.guardian)
    await giveItem(work, { module: 'absences', subject: id, readers, class: 'to-know', toldAlready: true })
  }
  for (const [guardian, about] of await toBeTold(work, pupils))
    if (guardian !== reporter) await work.enqueue('absence-told', { guardian, pupils: about, key: randomUUID() })
}
