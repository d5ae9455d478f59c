import type { Work } from '#shared/tenancy/work.ts'
import { chooseLanguage } from '../../invitations/letter/choice.ts'
import { accessChanged } from '../../people/access.ts'
import { addGuardianships, addPeople } from '../../people/adding.ts'
import { guardianshipDetails, type PersonRecord } from '../../people/personal-data.ts'
import { saveRecords } from '../apply-people.ts'
import {
  calledBy,
  type Difference,
  type GuardianPlan,
  type Mark,
  type PlannedPerson,
  type PlannedTie,
  personFields,
  tieFields,
} from './plan.ts'
import type { GuardianState } from './state.ts'

/** The hashes of what a file said, beside those of what it did not say this time. */
const remembered = (
  before: Readonly<Record<string, string>> | null | undefined,
  fields: readonly string[],
  said: Readonly<Record<string, unknown>>,
  mark: Mark,
): Record<string, string> => ({
  ...before,
  ...Object.fromEntries(
    fields.flatMap((field) => {
      const value = said[field]
      return value === null || value === undefined || value === ''
        ? []
        : [[field, mark(field, value as string | boolean)]]
    }),
  ),
})

const valuesOf = (changes: readonly Difference[]) => Object.fromEntries(changes.map(({ field, file }) => [field, file]))

const newRecord = (
  { given }: PlannedPerson,
  mark: Mark,
): Partial<PersonRecord> & Pick<PersonRecord, 'givenName' | 'surname'> => ({
  givenName: calledBy(given),
  initials: given.initials ?? '',
  prefix: given.prefix,
  surname: given.surname,
  email: given.email,
  phone: given.phone,
  guardianFile: remembered(null, personFields, { ...given, givenName: calledBy(given) }, mark),
})

/** No authority is no right to more than art. 1:377c BW gives, until the office says otherwise. */
const inColumns = (authority: 'yes' | 'no' | 'unknown') => ({ authority, informationOnly: authority === 'no' })

/** They come behind the guardians that a pupil has already, in the order of the file. */
const orders = (ties: readonly PlannedTie[], state: GuardianState): number[] => {
  const last = new Map<string, number>()
  for (const { pupil, ended } of state.ties) if (!ended) last.set(pupil, (last.get(pupil) ?? 0) + 1)
  return ties.map(({ pupil }) => {
    const order = (last.get(pupil) ?? 0) + 1
    last.set(pupil, order)
    return Math.min(order, LAST_ORDER)
  })
}
const LAST_ORDER = 9

type People = { readonly idOf: ReadonlyMap<number, string>; readonly orders: readonly number[] }

const addTies = (work: Work, ties: readonly PlannedTie[], { idOf, orders }: People, mark: Mark, relation: string) =>
  addGuardianships(
    work,
    ties.map(({ pupil, person, said }, index) => ({
      pupil,
      guardian: idOf.get(person)!,
      relation: said.relation ?? relation,
      ...inColumns(said.authority ?? 'unknown'),
      ...(said.livesWith === null ? {} : { livesWith: said.livesWith }),
      ...(said.authority === 'no' ? { mayCollect: false } : {}),
      callOrder: orders[index]!,
      guardianFile: remembered(null, tieFields, said, mark),
      from: work.today,
    })),
  )

const changeTies = async (work: Work, ties: readonly PlannedTie[], mark: Mark) => {
  const seal = await work.sealer(ties.map(({ pupil }) => pupil))
  for (const { pupil, tie, said, changes } of ties) {
    const now = { ...tie!, ...valuesOf(changes) }
    const details = {
      relation: now.relation,
      note: now.note,
      guardianFile: remembered(now.file, tieFields, said, mark),
    }
    const { authority, informationOnly } = inColumns(now.authority)
    await work.db
      .updateTable('guardianship')
      .set({
        lives_with: now.livesWith,
        details: seal(guardianshipDetails, { subject: pupil, row: now.id }, details),
        ...(changes.some(({ field }) => field === 'authority') ? { authority, information_only: informationOnly } : {}),
      })
      .where('id', '=', now.id)
      .execute()
  }
}

/**
 * Stores a plan in the caller's transaction: when anything fails, nothing has changed. Nobody leaves and no guardianship
 * ends by a file. `relation` is what a guardian is called of whom the file does not say it.
 */
export const applyGuardians = async (
  work: Work,
  state: GuardianState,
  plan: GuardianPlan,
  mark: Mark,
  relation: string,
): Promise<void> => {
  const added = plan.people.filter(({ id }) => id === null)
  const ids = await addPeople(
    work,
    added.map((person) => ({ record: newRecord(person, mark) })),
  )
  const idOf = new Map(plan.people.flatMap(({ person, id }) => (id === null ? [] : [[person, id]])))
  for (const [index, { person, given }] of added.entries()) {
    idOf.set(person, ids[index]!)
    if (given.language !== null) await chooseLanguage(work, ids[index]!, given.language)
  }
  const changed = plan.people.filter(({ id, changes }) => id !== null && changes.length > 0)
  await saveRecords(
    work,
    changed.map(({ id, given, changes }) => {
      const record = state.adults.get(id!)!
      return {
        id: id!,
        record: {
          ...record,
          ...valuesOf(changes),
          guardianFile: remembered(record.guardianFile, personFields, { ...given }, mark),
        },
      }
    }),
  )
  const newTies = plan.ties.filter(({ tie }) => tie === null)
  await addTies(work, newTies, { idOf, orders: orders(newTies, state) }, mark, relation)
  const changedTies = plan.ties.filter(({ tie, changes }) => tie !== null && changes.length > 0)
  await changeTies(work, changedTies, mark)
  const known = new Set(plan.people.flatMap(({ person, id }) => (id === null ? [] : [person])))
  const concerned = [...newTies, ...changedTies].filter(({ person }) => known.has(person))
  await accessChanged(
    work,
    concerned.map(({ person }) => idOf.get(person)!),
  )
}
