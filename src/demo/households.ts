import { nameOfAdult } from './adult-names.ts'
import { addDays } from './calendar.ts'
import { type ContactRegister, contactRegister } from './contact.ts'
import type { ChildPlan, FamilyPlan } from './family-plan.ts'
import { groupId } from './groups.ts'
import { familyKinds, type Role } from './kinds.ts'
import { plain, speaksEnglish, splitSurname } from './names.ts'
import { demoId, type Random, random } from './random.ts'
import { organisationId } from './schools.ts'
import { staffAccountId, staffId } from './staff.ts'
import type { Address, DemoGuardian, DemoWorld, HostLabel, SchoolHost } from './types.ts'

type People = Pick<DemoWorld, 'accounts' | 'pupils' | 'guardians' | 'guardianships' | 'restrictions'>

/** The id of a pupil by family and given name: `pupilId('yildiz', 'Mila')`. */
export const pupilId = (family: string, given: string): string => demoId(`pupil/${family}/${given}`)

/** The id of a family's adult at a school, counted from 0 in the order of the family's kind. */
export const guardianId = (family: string, adult: number, host: HostLabel): string =>
  demoId(`guardian/${family}/${adult}/${host}`)

/** The pupils and guardians of the families, with birth dates that fit a school year, and what each guardian may. */
export function demoPeople(families: FamilyPlan[], today: string, schoolYear: string): People {
  const people: People = { accounts: [], pupils: [], guardians: [], guardianships: [], restrictions: [] }
  const register = contactRegister()
  for (const family of families) settle(family, people, register, today, schoolYear)
  return people
}

function settle(family: FamilyPlan, people: People, register: ContactRegister, today: string, schoolYear: string) {
  const source = random(`household/${family.key}`)
  const hosts = [...new Set(family.children.map(({ host }) => host))]
  const births = birthDates(family, Number(schoolYear.slice(0, 4)), source)

  for (const [index, child] of family.children.entries()) {
    people.pupils.push({
      id: pupilId(family.key, child.given),
      organisationId: organisationId(child.host),
      accountId: pupilAccount(family, child, people),
      givenName: child.given,
      ...splitSurname(child.sex === 'girl' ? family.surname.women : family.surname.men),
      sex: child.sex,
      birthDate: births[index]!,
      year: child.year,
      groupId: groupId(child.host, child.group, schoolYear),
      composedGroupIds: [],
      protectedIdentity: family.protectedIdentity ?? false,
    })
  }

  const roles: Role[] = familyKinds[family.kind]
  const homes = new Map<number, Address>()
  const given = new Set<string>()
  for (const [adult, role] of roles.entries()) {
    const known = family.adults[adult]
    const { givenName, familyName } = nameOfAdult(family, adult, role, given, source)
    given.add(givenName)
    if (!homes.has(role.home)) homes.set(role.home, register.address(family.children[0]!.host, source))
    const works = adult === 0 ? family.worksAt : undefined
    const email = role.signsIn ? register.mail(givenName, familyName, source) : null
    const english = source.chance(speaksEnglish(family.origin))
    // A few have not answered the school's invitation yet.
    const invited = known !== undefined || source.chance(0.95)
    const ownAccount = email && invited && !works ? demoId(`account/${family.key}/${adult}`) : null
    if (email && ownAccount) people.accounts.push({ id: ownAccount, email, language: english ? 'en' : 'nl' })
    const accountId = works ? staffAccountId(works, `${givenName} ${familyName}`) : ownAccount
    const guardian: Omit<DemoGuardian, 'id' | 'organisationId'> = {
      accountId,
      givenName,
      ...splitSurname(familyName),
      email,
      phone: register.phone(),
      address: family.protectedIdentity ? null : homes.get(role.home)!,
    }
    for (const host of hosts) {
      people.guardians.push({
        id: guardianId(family.key, adult, host),
        organisationId: organisationId(host),
        ...guardian,
      })
    }
    for (const child of family.children) tie(family, child, adult, role, people, today)
  }
}

function pupilAccount({ key, pupilsSignIn }: FamilyPlan, { given, host }: ChildPlan, people: People): string | null {
  if (!pupilsSignIn?.includes(given)) return null
  const id = demoId(`account/pupil/${key}/${given}`)
  people.accounts.push({ id, email: `${plain(given)}@leerling.${host}.example`, language: 'nl' })
  return id
}

/** One guardianship, with its restriction if there is one. */
function tie(family: FamilyPlan, child: ChildPlan, adult: number, role: Role, people: People, today: string) {
  const { relation, authority, livesWith, mayBeContacted, mayCollect, informationOnly } = role
  const id = demoId(`guardianship/${family.key}/${adult}/${child.given}`)
  people.guardianships.push({
    id,
    organisationId: organisationId(child.host),
    guardianId: guardianId(family.key, adult, child.host),
    pupilId: pupilId(family.key, child.given),
    relation,
    authority,
    livesWith,
    mayBeContacted,
    mayCollect,
    informationOnly,
    callOrder: adult + 1,
  })
  if (!family.restriction || adult !== 1) return
  const { kind, from, until } = family.restriction
  people.restrictions.push({
    id: demoId(`restriction/${family.key}/${child.given}`),
    organisationId: organisationId(child.host),
    guardianshipId: id,
    kind,
    from: addDays(today, from),
    until: addDays(today, until),
    evidenceSeenBy: principals[child.host],
    evidenceSeenOn: addDays(today, from),
  })
}

const principals: Record<SchoolHost, string> = {
  vuurtoren: staffId('vuurtoren', 'Anouk Visser'),
  zeester: staffId('zeester', 'Karim Haddou'),
  molen: staffId('molen', 'Hessel Terpstra'),
}

/**
 * Groep 3 is for who turns six between October and the September after; the other years follow. Who would turn four
 * after July is not at school yet. Brothers and sisters are ten months apart or more, twins of one year the same day.
 */
function birthDates({ children }: FamilyPlan, year: number, source: Random): string[] {
  const draw = () => {
    const births = new Map<number, string>()
    for (const child of children) {
      const day = source.below(child.year === 1 ? 300 : 360)
      if (!births.has(child.year)) births.set(child.year, addDays(`${year - child.year - 4}-10-01`, day))
    }
    return births
  }
  const tooNear = (births: Map<number, string>) => {
    const times = [...births.values()].map((birth) => Date.parse(birth)).sort((one, other) => one - other)
    return times.some((time, index) => index > 0 && time - times[index - 1]! < 300 * 86_400_000)
  }
  let births = draw()
  while (tooNear(births)) births = draw()
  return children.map((child) => births.get(child.year)!)
}
