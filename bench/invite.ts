import { randomUUID } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { issueInvitations } from '#products/school/invitations/issuing.ts'
import { lettersPdf } from '#products/school/invitations/letter/document.ts'
import { letterLanguages } from '#products/school/invitations/letter/languages.ts'
import { openLetters } from '#products/school/invitations/letter/open-letters.ts'
import { languageChoice } from '#products/school/invitations/personal-data.ts'
import { foundOrganisation } from '#products/school/organisations/founding.ts'
import { addGroups, ensureSchoolYear, placePupils, schoolYearOf } from '#products/school/organisations/groups.ts'
import { addGuardianships, addPeople } from '#products/school/people/adding.ts'
import { asOwner } from '#shared/database/migrate.ts'
import { createPool } from '#shared/database/pool.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { KeyMemory } from '#shared/vault/keys.ts'
import { openInstallation } from './installation.ts'

export type InviteResult = {
  readonly name: 'invite'
  readonly letters: number
  /** From the question to the last byte: reading, opening, drawing. */
  readonly seconds: number
  /** The most memory this process ever held, the making of the school included. */
  readonly megabytes: number
  readonly pdf_megabytes: number
  /** The longest that another request had to wait for its turn. */
  readonly longest_wait_ms: number
  readonly target: string
  readonly met: boolean
}

const LETTERS = 1_000
const IN_A_GROUP = 25
const LIMIT = { seconds: 20, megabytes: 300 }
const head = {
  name: 'Grote School',
  mark: 'star',
  hue: 238,
  chroma: 0.1,
  origin: 'https://grote.example',
  title: 'Brieven',
}

/** A school of 500 pupils with two guardians each, in twenty groups, each guardian invited by letter in one of six languages. */
const fill = async (work: Work) => {
  const named = (givenName: string, at: number) => ({ record: { givenName, surname: `Achternaam-${at}` } })
  const all = Array.from({ length: LETTERS }, (_, at) => at)
  const children = all.filter((at) => at % 2 === 0)
  const pupils = await addPeople(
    work,
    children.map((at) => named('Kind', at)),
  )
  const guardians = await addPeople(
    work,
    all.map((at) => named('Ouder', at)),
  )
  await addGuardianships(
    work,
    guardians.map((guardian, at) => ({ pupil: pupils[at >> 1]!, guardian, authority: 'yes', relation: 'ouder' })),
  )
  const { startsOn, endsOn } = schoolYearOf(work.today)
  const year = await ensureSchoolYear(work, startsOn, endsOn)
  const groups = Array.from({ length: pupils.length / IN_A_GROUP }, () => randomUUID() as string)
  await addGroups(
    work,
    year,
    groups.map((id, at) => ({ id, name: `Groep ${at + 1}`, kind: 'home', year: '5', sourceKey: String(at) })),
  )
  await placePupils(
    work,
    pupils.map((pupil, at) => ({ pupil, group: groups[Math.floor(at / IN_A_GROUP)]!, year: '5', from: startsOn })),
  )
  const seal = await work.sealer(guardians)
  await work.db
    .insertInto('letter_language')
    .values(
      guardians.map((person, at) => ({
        person_id: person,
        choice: seal(languageChoice, { subject: person, row: person }, { language: letterLanguages[at % 6]! }),
      })),
    )
    .execute()
  const by = guardians[0]!
  await issueInvitations(
    work,
    guardians.map((person) => ({ person, channel: 'letter' })),
    by,
  )
}

/** Makes one PDF of a thousand open letters, as the office's page does. Throws when not every letter is in it. */
export const inviteBench = async (): Promise<InviteResult> => {
  const { connections, ring, close } = await openInstallation()
  const pool = createPool(connections.app)
  const ground = { pool, ring, memory: new KeyMemory(), now: () => new Date() }
  try {
    const id = await asOwner(connections.owner, (client) =>
      foundOrganisation(client, { kind: 'school', name: head.name, hosts: ['grote.localhost'] }),
    )
    await asSystem(ground, id, 'bench', fill)
    await asOwner(connections.owner, (client) => client.query('analyze'))
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const started = performance.now()
    const letters = await asSystem(ground, id, 'bench', (work) => openLetters(work, {}, 'nl'))
    if (letters.length !== LETTERS) throw new Error(`Only ${letters.length} of ${LETTERS} letters are there`)
    let bytes = 0
    const pdf = await lettersPdf(
      head,
      letters.map(({ letter }) => letter),
    )
    for await (const part of pdf) bytes += (part as Buffer).length
    const seconds = Number(((performance.now() - started) / 1000).toFixed(2))
    delay.disable()
    const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
    return {
      name: 'invite',
      letters: LETTERS,
      seconds,
      megabytes,
      pdf_megabytes: Number((bytes / 1e6).toFixed(1)),
      longest_wait_ms: Math.round(delay.max / 1e6),
      target: `≤ ${LIMIT.seconds} s, ≤ ${LIMIT.megabytes} MB`,
      met: seconds <= LIMIT.seconds && megabytes <= LIMIT.megabytes,
    }
  } finally {
    await pool.end()
    await close()
  }
}
