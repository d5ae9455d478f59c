import { randomUUID } from 'node:crypto'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { gunzipSync } from 'node:zlib'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foundOrganisation } from '#products/school/organisations/founding.ts'
import { addGroups, assignTeachers, ensureSchoolYear, placePupils } from '#products/school/organisations/groups.ts'
import { addGuardianships, addPeople, addRoles } from '#products/school/people/adding.ts'
import { createBackup } from '#shared/backup/create.ts'
import { asOwner } from '#shared/database/migrate.ts'
import { localStore } from '#shared/files/local-store.ts'
import { addAccount } from '#shared/identity/accounts.ts'
import { actAsAccount } from '#shared/identity/act-as-account.ts'
import { setFirstPassword } from '#shared/identity/passwords.ts'
import { startWorker } from '#shared/jobs/worker.ts'
import { openMail, type ReceivedMail } from '#shared/mail/index.ts'
import { loadSecrets } from '#shared/secrets.ts'
import { urls } from '#src/urls.ts'
import { FrontDoor } from './front-door.ts'
import { type Installation, openInstallation } from './installation.ts'
import { storeSealed } from './sealed-files.ts'
import { asSuperuser } from './server.ts'

/** Stands in everything that anybody typed about a person. */
const MARK = 'qzjwkvxp'
const NOON = new Date('2026-11-24T11:00:00Z')
const HOST = 'planted.localhost'

const folder = mkdtempSync(join(tmpdir(), 'schoolplein-planted-'))
const path = (name: string) => join(folder, name)
const id = { school: randomUUID(), pupil: randomUUID(), one: randomUUID(), other: randomUUID(), teacher: randomUUID() }
const addressOf = (name: string) => `${name}.${MARK}@test.example`
const PASSWORD = `vijf paarse ${MARK} zingen`

/** The mark as text, in both orders of UTF-16, as PostgreSQL prints bytes, and within base64 at each of its offsets. */
const needles = [
  Buffer.from(MARK),
  Buffer.from(MARK, 'utf16le'),
  Buffer.from(MARK, 'utf16le').swap16(),
  Buffer.from(Buffer.from(MARK).toString('hex')),
  ...[0, 1, 2].map((offset) =>
    Buffer.from(
      Buffer.concat([Buffer.alloc(offset), Buffer.from(MARK)])
        .toString('base64')
        .slice(offset + 1, 10),
    ),
  ),
]

/** The files under a folder in which the mark stands; what is compressed is opened first. */
const found = (place: string): string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file)
      const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes
      return needles.some((needle) => plain.includes(needle))
    })
    .map((file) => relative(place, file))

const record = (name: string) => ({
  givenName: `${name} ${MARK}`,
  surname: `Van ${MARK}`,
  email: addressOf(name),
  phone: `06 ${MARK}`,
  birthDate: MARK,
})

const furnish = async (door: FrontDoor) => {
  await asOwner(door.server.owner, (client) =>
    foundOrganisation(client, { id: id.school, kind: 'school', name: 'De Plant', hosts: [HOST] }),
  )
  await door.within(id.school, async (work) => {
    await addPeople(work, [
      { id: id.pupil, record: record('pupil') },
      { id: id.one, record: record('one') },
      { id: id.other, record: record('other') },
      { id: id.teacher, record: record('teacher') },
    ])
    await addRoles(work, [
      { person: id.teacher, role: 'teacher' },
      { person: id.pupil, role: 'pupil' },
    ])
    const between = { pupil: id.pupil, authority: 'yes', relation: MARK, note: MARK, from: '2020-01-01' } as const
    await addGuardianships(work, [
      { ...between, guardian: id.one },
      { ...between, guardian: id.other },
    ])
    const year = await ensureSchoolYear(work, '2026-08-01', '2027-07-31')
    const [group] = await addGroups(work, year, [{ name: 'Groep 5', kind: 'home', year: '5' }])
    await placePupils(work, [{ group: group!, pupil: id.pupil, year: '5', from: '2026-08-01' }])
    await assignTeachers(work, [{ group: group!, person: id.teacher, from: '2026-08-01' }])
  })
  for (const name of ['one', 'other', 'teacher'] as const) {
    const account = await addAccount(door.parts, {
      address: addressOf(name),
      language: 'nl',
      persons: [{ organisation: id.school, person: id[name] }],
    })
    await door.within(id.school, async (work) => {
      await actAsAccount(work, account)
      await setFirstPassword(work, door.parts.ring, account, PASSWORD)
    })
  }
}

/** A wrong guess, signing in, a report that is refused, one that is stored, and what the teacher sees of it. */
const visit = async (door: FrontDoor) => {
  const guardian = door.stranger(HOST)
  const typed = { address: addressOf('one'), password: PASSWORD }
  expect((await guardian.post(urls.signIn(), { ...typed, password: `not ${MARK}` })).status).toBe(422)
  expect((await guardian.post(urls.signIn(), typed)).status).toBe(303)
  const report = { requestKey: randomUUID(), pupil: id.pupil, when: 'open', kind: 'ill', word: `Word ${MARK}` }
  expect((await guardian.post(urls.newAbsence(), { ...report, when: MARK })).status).toBe(422)
  expect((await guardian.post(urls.newAbsence(), report)).status).toBe(303)
  expect((await guardian.get(`/${MARK}?${MARK}=${MARK}`)).status).toBe(404)
  const teacher = await door.as(id.teacher, id.school, HOST)
  expect(await teacher.text(urls.home())).toContain(MARK)
}

let installation: Installation
let told: ReceivedMail

beforeAll(async () => {
  const dataDir = path('data')
  installation = await openInstallation(dataDir, (line) => appendFileSync(path('postgres.log'), `${line}\n`))
  const log = pino({ level: 'trace' }, pino.destination({ dest: path('app.log'), sync: true }))
  const door = await FrontDoor.open(installation, { log, files: await localStore(join(dataDir, 'files')) })
  door.clock.now = NOON
  await furnish(door)
  const file = { organisation: id.school, subject: id.pupil, file: randomUUID() }
  await storeSealed(door, door.parts.files, file, MARK)
  const mail = await openMail({}, true, loadSecrets(dataDir).keep)
  const stopWorker = await startWorker(
    {
      ...door.parts,
      jobs: installation.server.jobs,
      sites: door.application.serving.sites,
      mailer: mail.mailer,
      dns: { texts: async () => [], pointsAt: async () => [] },
      originOf: ({ host }) => `http://${host}`,
    },
    door.application.tasks,
  )
  await visit(door)
  told = await mail.development!.next(({ to }) => to.includes(addressOf('other')))
  await stopWorker()
  await mail.close()
  const source = { admin: installation.server.admin, dataDir, files: door.parts.files }
  await createBackup(source, path('backup'), path('keys'))
  await asSuperuser(installation.server.admin, (client) => client.query('checkpoint'))
  await door.close()
  await installation.stop()
}, 120_000)
afterAll(async () => {
  await installation?.stop()
  rmSync(folder, { recursive: true })
})

test('planted names in no byte of data directory, dump, log, mail spool', () => {
  expect(
    readFileSync(path('app.log'), 'utf8').length + readFileSync(path('postgres.log'), 'utf8').length,
  ).toBeGreaterThan(0)
  expect(found(folder)).toEqual([])
})

test('the mail says only that there is something to read', () => {
  expect(`${told.subject}${told.text}${told.html}`).not.toContain(MARK)
  expect(told.to.join()).toContain(MARK)
})

test('one name in one plain column would have been found: in the table, the log of writes and the dump', async () => {
  installation = await openInstallation(path('data'))
  await asSuperuser(installation.server.admin, async (client) => {
    await client.query('insert into host (name, organisation_id) values ($1, $2)', [MARK, id.school])
    await client.query('checkpoint')
  })
  const source = {
    admin: installation.server.admin,
    dataDir: path('data'),
    files: await localStore(path('data/files')),
  }
  await createBackup(source, path('second'), undefined)
  await installation.stop()
  const places = found(folder)
  expect(places).toContain('second/tables/host.copy.gz')
  expect(places.some((place) => place.startsWith('data/postgres/base/'))).toBe(true)
  expect(places.some((place) => place.startsWith('data/postgres/pg_wal/'))).toBe(true)
}, 60_000)
