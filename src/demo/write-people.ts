import { addGuardianships, addPeople, addRoles, inBatches } from '#products/school/people/adding.ts'
import { createAccount, joinPerson } from '#shared/identity/accounts.ts'
import type { Role } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { KeyRing } from '#shared/vault/ring.ts'
import { keyOf, pupilFile, teacherFile } from './from-file.ts'
import type { Part } from './part.ts'
import type { DemoStaff, Relation, StaffRole } from './types.ts'

const roleOf: Record<StaffRole, Role> = {
  teacher: 'teacher',
  'subject-teacher': 'teacher',
  substitute: 'substitute',
  'teaching-assistant': 'support',
  'internal-supervisor': 'support',
  caretaker: 'support',
  ict: 'ict',
  administrator: 'administrator',
  principal: 'principal',
  'privacy-officer': 'privacy-officer',
  board: 'board',
  partner: 'partner',
  supplier: 'supplier',
  'supplier-support': 'supplier-support',
}

const wordFor: Record<Relation, string> = {
  mother: 'moeder',
  father: 'vader',
  'step-parent': 'stiefouder',
  grandparent: 'grootouder',
  'foster-parent': 'pleegouder',
}

/** Everyone of an organisation with roles and guardianships, and who may know of a protected identity. */
export const writePeople = async (work: Work, part: Part): Promise<void> => {
  const { staff, pupils, guardians, guardianships, personOf, schoolYear } = part
  const hidden = hiddenPeople(part)
  const named = ({ givenName, prefix, surname }: { givenName: string; prefix: string | null; surname: string }) => ({
    givenName,
    prefix: prefix ?? '',
    surname,
  })
  const fileOf = (one: DemoStaff, index: number) => {
    const fromFile = teacherFile(one, part.groups)
    return { ...named(one), fromFile, sourceKey: fromFile && keyOf.staff(index) }
  }
  await addPeople(work, [
    ...staff.map((one, index) => ({
      id: one.id,
      record: fileOf(one, index),
    })),
    ...guardians.map((one) => ({
      id: one.id,
      protected: hidden.has(one.id),
      record: { ...named(one), email: one.email, phone: one.phone },
    })),
    ...pupils.map((one, index) => ({
      id: one.id,
      protected: hidden.has(one.id),
      record: {
        ...named(one),
        birthDate: one.birthDate,
        sex: one.sex === 'girl' ? ('female' as const) : ('male' as const),
        sourceKey: keyOf.pupil(index),
        fromFile: pupilFile(one),
      },
    })),
  ])
  await addRoles(work, [
    ...staff.flatMap(({ id, roles }) =>
      [...new Set(roles.map((role) => roleOf[role]))].map((role) => ({ person: id, role, from: schoolYear.from })),
    ),
    ...pupils.map(({ id }) => ({ person: id, role: 'pupil' as const, from: schoolYear.from })),
  ])
  await addGuardianships(
    work,
    guardianships.map((tie) => ({
      id: tie.id,
      pupil: tie.pupilId,
      guardian: personOf(tie.guardianId),
      authority: tie.authority,
      livesWith: tie.livesWith,
      mayBeContacted: tie.mayBeContacted,
      mayCollect: tie.mayCollect,
      informationOnly: tie.informationOnly,
      callOrder: tie.callOrder,
      relation: wordFor[tie.relation],
      from: schoolYear.from,
    })),
  )
  await writeReaders(work, part, hidden)
}

/** Each protected pupil, and the adults around the pupil, with the teachers of the pupil's groups. */
const hiddenPeople = ({ pupils, groups, guardianships }: Part): Map<string, Set<string>> => {
  const hidden = new Map<string, Set<string>>()
  const teachers = new Map(groups.map((group) => [group.id, group.teachers.map(({ staffId }) => staffId)]))
  for (const { id, groupId, composedGroupIds, protectedIdentity } of pupils) {
    if (!protectedIdentity) continue
    const own = [groupId, ...composedGroupIds].flatMap((group) => teachers.get(group)!)
    const adults = guardianships.filter(({ pupilId }) => pupilId === id).map(({ guardianId }) => guardianId)
    for (const person of [id, ...adults]) hidden.set(person, new Set([...(hidden.get(person) ?? []), ...own]))
  }
  return hidden
}

/** The few who must know a protected identity: the principal, who decides it, and the own teachers. */
const writeReaders = (work: Work, { staff }: Part, hidden: Map<string, Set<string>>) => {
  const principal = staff.find(({ roles }) => roles.includes('principal'))?.id
  const rows = [...hidden].flatMap(([person, teachers]) =>
    [principal!, ...teachers].map((reader) => ({ person_id: person, reader_id: reader, decided_by: principal! })),
  )
  return inBatches(rows, (some) => work.db.insertInto('protected_reader').values(some).execute())
}

/** The accounts made so far, by their id in the world. */
export type MadeAccounts = Map<string, string>

/** Lets who has an account sign in; an account that is people of several organisations is made at the first of them. */
export const writeAccounts = async (work: Work, ring: KeyRing, { signIns }: Part, made: MadeAccounts) => {
  for (const { account, person } of signIns) {
    const id = made.get(account.id) ?? (await createAccount(work, ring, account.email, account.language))
    made.set(account.id, id)
    await joinPerson(work, id, person)
  }
}
