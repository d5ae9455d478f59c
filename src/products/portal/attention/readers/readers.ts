import {
  fullName,
  guardianIdsOf,
  namesWithRoleToday,
  personRecord,
  pupilsIn,
  teachersOf,
} from '#products/school/index.ts'
import { familyMoment, momentsOf } from '#shared/attention/hours.ts'
import { houseRules } from '#shared/attention/house-rules.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Role } from '#shared/identity/me.ts'
import { clock, dayLong, type Language, listOf, pick } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { ReaderNames } from '#shared/ui/index.ts'
import { reading } from '#shared/vault/opening.ts'
import { hadEnough } from '../rules/message-rules.ts'
import { readersTexts } from './texts.ts'

/** For whom something is written: the guardians and teachers of pupils, or of everybody in groups, and more of the team by role. */
export type Audience = {
  readonly pupils?: readonly string[]
  readonly groups?: readonly string[]
  /** Only these of the guardians; all, unless said. */
  readonly guardians?: readonly string[]
  readonly teachers?: boolean
  readonly roles?: readonly Role[]
}

type Reader = { readonly id: string; readonly name: string }

/** Who reads along. `secret`: guardians who read it too and whose name is not for the writer. */
export type Readers = {
  readonly guardians: readonly Reader[]
  readonly secret: readonly string[]
  readonly staff: readonly Reader[]
}

const named = async (work: Work, ids: readonly string[]): Promise<Reader[]> => {
  if (ids.length === 0) return []
  const rows = await work.db.selectFrom('person').select(['id', 'record']).where('id', 'in', oneOf(ids)).execute()
  const opened = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  return opened
    .map(({ id, record }) => ({ id, name: fullName(record) }))
    .sort((one, other) => one.name.localeCompare(other.name, 'nl'))
}

/**
 * Who will read what is written for this audience, besides the writer: by the same selections that let each of them read it
 * (`childrenOf` for guardians, the assignments of today for teachers, roles of today for the team). Ask it again when
 * something is sent: a tie may have ended since the page was opened.
 */
export const readersOf = async (work: Work, audience: Audience, writer: string): Promise<Readers> => {
  const pupils = [...(audience.pupils ?? []), ...(audience.groups ? await pupilsIn(work, audience.groups) : [])]
  const says = pupils.length > 0 ? await guardianIdsOf(work, pupils) : []
  const asked = audience.guardians ? new Set(audience.guardians) : null
  const { guardians, secret } = await readersById(
    work,
    { guardians: says.filter((id) => !asked || asked.has(id)), staff: [] },
    writer,
  )
  const teachers = audience.teachers === false ? [] : await teachersOf(work, pupils)
  const team = audience.roles ? await namesWithRoleToday(work, audience.roles) : []
  const staff = new Map([...teachers, ...team].map(({ id, name }) => [id, name]))
  staff.delete(writer)
  return {
    guardians,
    secret,
    staff: [...staff].map(([id, name]) => ({ id, name })),
  }
}

/** The same for people who are known by their ids: guardians whose name is not for the writer are counted. */
export const readersById = async (
  work: Work,
  people: { readonly guardians: readonly string[]; readonly staff: readonly string[] },
  writer: string,
): Promise<Readers> => {
  const home = people.guardians.filter((id) => id !== writer)
  const guardians = await named(work, home)
  const known = new Set(guardians.map(({ id }) => id))
  const staff = people.staff.filter((id) => id !== writer)
  return { guardians, secret: home.filter((id) => !known.has(id)), staff: await named(work, staff) }
}

/** The ids of all of them: to whom `giveItem` gives. */
export const idsOf = ({ guardians, secret, staff }: Readers): string[] => [
  ...[...guardians, ...staff].map(({ id }) => id),
  ...secret,
]

const FEW = 3

/** The line above a box: `<TextArea {...whoReads(language, readers)} />`, or `<Readers names={…}>` by itself. */
export const whoReads = (
  language: Language,
  { guardians, secret, staff }: Readers,
): { readers: string; readerNames: ReaderNames | undefined } => {
  const t = pick(language, readersTexts)
  const count = guardians.length + secret.length + staff.length
  if (count === 0) return { readers: t.nobody, readerNames: undefined }
  if (count <= FEW && secret.length === 0) {
    const names = listOf(
      language,
      [...staff, ...guardians].map(({ name }) => name),
    )
    return { readers: count === 1 ? t.readsOne(names) : t.read(names), readerNames: undefined }
  }
  const parents = guardians.length + secret.length
  const groups = [
    {
      heading: t.guardiansHeading,
      names: [...guardians.map(({ name }) => name), ...(secret.length > 0 ? [t.unnamed(secret.length)] : [])],
    },
    { heading: t.staffHeading, names: staff.map(({ name }) => name) },
  ].filter(({ names }) => names.length > 0)
  return { readers: countsRead(language, parents, staff.length), readerNames: { word: t.names, groups } }
}

/** The same line in numbers alone: for a whole school, whose names nobody reads one by one. */
export const countsRead = (language: Language, guardians: number, staff: number): string => {
  const t = pick(language, readersTexts)
  const who = [...(guardians > 0 ? [t.guardians(guardians)] : []), ...(staff > 0 ? [t.staff(staff)] : [])]
  if (who.length === 0) return t.nobody
  return guardians + staff === 1 ? t.readsOne(who.join('')) : t.read(listOf(language, who))
}

/**
 * What the sender is told before sending: that it arrives later, because who reads it does not work now, or because the house
 * rules keep it until morning or for the digest. Nothing when everybody gets it at once, or when it is urgent.
 */
export const arrivesLater = async (work: Work, language: Language, readers: Readers): Promise<string | null> => {
  const said = [await laterForTeam(work, language, readers), await laterForFamilies(work, language, readers)]
  return said.filter(Boolean).join(' ') || null
}

const laterForFamilies = async (
  work: Work,
  language: Language,
  { guardians, secret }: Readers,
): Promise<string | null> => {
  const people = [...guardians.map(({ id }) => id), ...secret]
  if (people.length === 0) return null
  const t = pick(language, readersTexts)
  const rules = await houseRules(work)
  const moment = familyMoment(rules, work.now)
  const full = await hadEnough(work, rules)
  const held = people.filter((person) => full.has(person)).length
  return (
    [
      moment > work.now && t.familyHours(clock(language, moment)),
      held > 0 && rules.weekMost !== null && t.familyFull(held, rules.weekMost),
    ]
      .filter(Boolean)
      .join(' ') || null
  )
}

const laterForTeam = async (work: Work, language: Language, { staff }: Readers): Promise<string | null> => {
  const t = pick(language, readersTexts)
  const ids = staff.map(({ id }) => id)
  const moments = ids.length > 0 ? await momentsOf(work, ids, work.now) : new Map<string, Date>()
  const [only] = moments.values()
  if (!only) return null
  if (staff.length > 1) return t.laterSome(moments.size)
  return t.later(`${dayLong(language, only)}, ${clock(language, only)}`)
}
