import { teamRoles } from '#products/plaza/rules.ts'
import type {
  DemoAbsence,
  DemoAccount,
  DemoCall,
  DemoGroup,
  DemoGuardian,
  DemoGuardianship,
  DemoMark,
  DemoOrganisation,
  DemoPupil,
  DemoRestriction,
  DemoStaff,
  DemoSubstitution,
  DemoWorld,
} from './types.ts'

/** What one organisation's database rows are made of. */
export type Part = {
  today: string
  schoolYear: DemoWorld['schoolYear']
  organisation: DemoOrganisation
  staff: DemoStaff[]
  groups: DemoGroup[]
  substitutions: DemoSubstitution[]
  pupils: DemoPupil[]
  /** Without those who are staff of the same school: they are one person with both. */
  guardians: DemoGuardian[]
  guardianships: DemoGuardianship[]
  restrictions: DemoRestriction[]
  absences: DemoAbsence[]
  marks: DemoMark[]
  calls: DemoCall[]
  /** Who signs in with which account. */
  signIns: { account: DemoAccount; person: string }[]
  /** The person behind an id of the world: a guardian who works at the same school goes by the id of the staff. */
  personOf: (id: string) => string
}

/** Who works at a school and reads what is for its team. */
export const teamOf = ({ staff }: Part): string[] =>
  staff.filter(({ roles }) => roles.some((role) => (teamRoles as readonly string[]).includes(role))).map(({ id }) => id)

/** The world by organisation, a board before its schools, because they name it. */
export function partsOf(world: DemoWorld): Part[] {
  const accounts = new Map(world.accounts.map((account) => [account.id, account]))
  return world.organisations.map((organisation) => {
    const own = <T extends { organisationId: string }>(list: readonly T[]) =>
      list.filter(({ organisationId }) => organisationId === organisation.id)
    const [staff, pupils, all] = [own(world.staff), own(world.pupils), own(world.guardians)]
    const working = new Map(staff.map(({ accountId, id }) => [accountId, id]))
    const both = new Map(
      all.flatMap(({ id, accountId }) => (accountId && working.has(accountId) ? [[id, working.get(accountId)!]] : [])),
    )
    const guardians = all.filter(({ id }) => !both.has(id))
    return {
      today: world.today,
      schoolYear: world.schoolYear,
      organisation,
      staff,
      groups: own(world.groups),
      substitutions: own(world.substitutions),
      pupils,
      guardians,
      guardianships: own(world.guardianships),
      restrictions: own(world.restrictions),
      absences: own(world.absences),
      marks: own(world.marks),
      calls: own(world.calls),
      signIns: [...staff, ...pupils, ...guardians].flatMap(({ accountId, id }) =>
        accountId ? [{ account: accounts.get(accountId)!, person: id }] : [],
      ),
      personOf: (id) => both.get(id) ?? id,
    }
  })
}
