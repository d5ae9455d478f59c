import { foundOrganisation } from '#products/school/organisations/founding.ts'
import { asOwner } from '#shared/database/migrate.ts'
import { createPool } from '#shared/database/pool.ts'
import { createAccount, joinPerson } from '#shared/identity/accounts.ts'
import { hashPassword } from '#shared/identity/hashing.ts'
import { beginSession } from '#shared/identity/session.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import type { Ground, Work } from '#shared/tenancy/work.ts'
import { KeyMemory } from '#shared/vault/keys.ts'
import type { KeyRing } from '#shared/vault/ring.ts'
import { type Installation, openInstallation } from './installation.ts'
import { type BenchSchool, fillSchool, MORNING } from './school.ts'

const SCHOOLS = 20
export const PASSWORD = 'vijf paarse gieters zingen'

/** A school with the cookies of two who are signed in. */
export type School = BenchSchool & { readonly id: string; readonly host: string } & Readonly<
    Record<'teacherCookie' | 'administratorCookie', string>
  >

/** Twenty schools of 500 people each; the clock of everything in it stands still at {@link MORNING}. */
export type World = Installation & { readonly schools: readonly School[]; readonly ground: Ground }

const accountOf = async (work: Work, ring: KeyRing, person: string, address: string): Promise<string> => {
  const account = await createAccount(work, ring, address, 'nl')
  await joinPerson(work, account, person)
  return account
}

/** Gives somebody an account and signs them in with a second factor; answers the cookie. */
export const signedIn = async (work: Work, ring: KeyRing, person: string): Promise<string> => {
  const account = await accountOf(work, ring, person, `${person}@school.example`)
  return `session=${await beginSession(work, { account, person, strong: true, language: 'nl', device: 'bench' })}`
}

/** Signs a guardian in, who needs no second factor; with the account, to join to who they are at another school. */
export const guardianSignedIn = async (work: Work, ring: KeyRing, person: string) => {
  const account = await accountOf(work, ring, person, `${person}@family.example`)
  const token = await beginSession(work, { account, person, strong: false, language: 'nl', device: 'bench' })
  return { account, cookie: `session=${token}` }
}

const makeSchool = async (installation: Installation, ground: Ground, number: number): Promise<School> => {
  const host = `school${number}.localhost`
  const id = await asOwner(installation.connections.owner, (client) =>
    foundOrganisation(client, { kind: 'school', name: `School ${number}`, hosts: [host], hue: 238, chroma: 0.095 }),
  )
  return asSystem(ground, id, 'bench', async (work) => {
    const school = await fillSchool(work)
    const teacherCookie = await signedIn(work, ground.ring, school.teacher)
    const administratorCookie = await signedIn(work, ground.ring, school.administrator)
    return { ...school, id, host, teacherCookie, administratorCookie }
  })
}

/** Makes the world, hands it over and throws it away afterwards, also when what was done with it fails. */
export const inWorld = async <T>(run: (world: World) => Promise<T>): Promise<T> => {
  const installation = await openInstallation()
  const pool = createPool(installation.connections.app)
  const ground = { pool, ring: installation.ring, memory: new KeyMemory(), now: () => MORNING }
  try {
    const schools: School[] = []
    for (let number = 1; number <= SCHOOLS; number++) schools.push(await makeSchool(installation, ground, number))
    await asOwner(installation.connections.owner, (client) => client.query('analyze'))
    return await run({ ...installation, schools, ground })
  } finally {
    await pool.end()
    await installation.close()
  }
}

/** Who signs in with a password. */
export type SignIn = { readonly host: string; readonly address: string }

/** Gives guardians of all schools an account with {@link PASSWORD}: as many of each, `count` in all. */
export const addSignIns = async ({ ground, schools }: World, count: number): Promise<SignIn[]> => {
  const hash = await hashPassword(ground.ring, PASSWORD)
  const each = Math.ceil(count / schools.length)
  const made: SignIn[] = []
  for (const { id, host, guardians } of schools) {
    await asSystem(ground, id, 'bench', async (work) => {
      for (const person of guardians.slice(0, Math.min(each, count - made.length))) {
        const address = `${person}@home.example`
        const account = await accountOf(work, ground.ring, person, address)
        await work.db.insertInto('password').values({ account_id: account, hash, changed_at: work.now }).execute()
        made.push({ host, address })
      }
    })
  }
  return made
}
