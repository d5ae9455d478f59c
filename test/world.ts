import { foundOrganisation } from '#products/school/organisations/founding.ts'
import {
  addGroups,
  assignTeachers,
  ensureSchoolYear,
  placePupils,
  schoolYearOf,
} from '#products/school/organisations/groups.ts'
import { plusDays } from '#products/school/organisations/school-days.ts'
import { addGuardianships, addPeople, addRoles } from '#products/school/people/adding.ts'
import { asOwner, type OwnerConnection } from '#shared/database/migrate.ts'
import { addAccount } from '#shared/identity/accounts.ts'
import { actAsAccount } from '#shared/identity/act-as-account.ts'
import type { Role } from '#shared/identity/me.ts'
import { setFirstPassword } from '#shared/identity/passwords.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import type { Ground, Work } from '#shared/tenancy/work.ts'
import { registerGeneration } from '#shared/vault/generation.ts'
import { KeyMemory } from '#shared/vault/keys.ts'

const id = (kind: number, number: number) =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`

/**
 * The world of the tests: two boards, three schools, families of every kind. Ids are fixed, so that a test can name
 * whom it means; every name contains a letter that no other text has, so that a leak can be searched for.
 */
export const world = {
  kompas: id(1, 1),
  wieken: id(1, 2),
  vuurtoren: id(1, 3),
  zeester: id(1, 4),
  molen: id(1, 5),
  supplier: id(1, 6),
  /** De Vuurtoren. */
  groups: { five: id(2, 5), six: id(2, 6), plus: id(2, 7), molenSeven: id(2, 17) },
  pupils: {
    zuri: id(3, 1),
    tobi: id(3, 2),
    mila: id(3, 3),
    hidden: id(3, 4),
    noor: id(3, 5),
    emre: id(3, 16),
    ravi: id(3, 6),
  },
  guardians: {
    ngozi: id(4, 1),
    kofi: id(4, 2),
    fenna: id(4, 3),
    deniz: id(4, 4),
    gerda: id(4, 5),
    hiddenMother: id(4, 6),
    restricted: id(4, 7),
    fennaAtMolen: id(4, 13),
  },
  staff: {
    hatice: id(5, 1),
    marit: id(5, 2),
    anouk: id(5, 3),
    wim: id(5, 4),
    roos: id(5, 5),
    tom: id(5, 6),
    sem: id(5, 11),
    gerrit: id(5, 12),
    idris: id(5, 21),
    lotte: id(5, 31),
  },
} as const

/** Addresses of the accounts: `hatice@test.example` and so on. The password is the same for all. */
export const addressOf = (key: string) => `${key}@test.example`
export const PASSWORD = 'vijf paarse gieters zingen'

type Entry = {
  key: string
  id: string
  givenName: string
  prefix?: string
  surname: string
  roles?: Role[]
  protected?: boolean
  phone?: string
}

const people = async (work: Work, entries: readonly Entry[]) => {
  await addPeople(
    work,
    entries.map(({ key, id, givenName, prefix, surname, protected: hidden, phone }) => ({
      id,
      protected: hidden ?? false,
      record: { givenName, prefix: prefix ?? '', surname, email: addressOf(key), phone: phone ?? null },
    })),
  )
  await addRoles(
    work,
    entries.flatMap(({ id: person, roles }) => (roles ?? []).map((role) => ({ person, role, from: '2020-01-01' }))),
  )
}

const { guardians: g, pupils: p, staff: s, groups } = world

const vuurtoren = async (work: Work) => {
  await people(work, [
    { key: 'hatice', id: s.hatice, givenName: 'Haticeq', surname: 'Aydınq', roles: ['teacher'] },
    { key: 'tom', id: s.tom, givenName: 'Tomq', surname: 'Bakkerq', roles: ['teacher'] },
    { key: 'marit', id: s.marit, givenName: 'Maritq', surname: 'Grootq', roles: ['substitute'] },
    { key: 'anouk', id: s.anouk, givenName: 'Anoukq', surname: 'Visserq', roles: ['principal'] },
    { key: 'wim', id: s.wim, givenName: 'Wimq', surname: 'Postmaq', roles: ['administrator'] },
    { key: 'roos', id: s.roos, givenName: 'Roosq', surname: 'Tuinstraq', roles: ['privacy-officer'] },
    { key: 'ngozi', id: g.ngozi, givenName: 'Ngoziq', surname: 'Okaforq', phone: '06-00000001' },
    { key: 'kofi', id: g.kofi, givenName: 'Kofiq', surname: 'Mensahq', phone: '06-00000002' },
    { key: 'fenna', id: g.fenna, givenName: 'Fennaq', surname: 'Yıldızq', phone: '06-00000003' },
    { key: 'deniz', id: g.deniz, givenName: 'Denizq', surname: 'Yıldızq', phone: '06-00000004' },
    { key: 'gerda', id: g.gerda, givenName: 'Gerdaq', surname: 'Smitq' },
    { key: 'hidden-mother', id: g.hiddenMother, givenName: 'Verborgenq', surname: 'Schuilenburgq', protected: true },
    { key: 'restricted', id: g.restricted, givenName: 'Rutgerq', surname: 'Noorlanderq' },
    { key: 'zuri', id: p.zuri, givenName: 'Zuriq', surname: 'Okaforq', roles: ['pupil'] },
    { key: 'tobi', id: p.tobi, givenName: 'Tobiq', surname: 'Okaforq', roles: ['pupil'] },
    { key: 'mila', id: p.mila, givenName: 'Milaq', surname: 'Yıldızq', roles: ['pupil'] },
    { key: 'noor', id: p.noor, givenName: 'Noorq', prefix: 'van der', surname: 'Meulenq', roles: ['pupil'] },
    { key: 'ravi', id: p.ravi, givenName: 'Raviq', surname: 'Ramdinq', roles: ['pupil'] },
    {
      key: 'hidden',
      id: p.hidden,
      givenName: 'Onvindbaarq',
      surname: 'Schuilenburgq',
      roles: ['pupil'],
      protected: true,
    },
  ])
  await work.db
    .insertInto('protected_reader')
    .values([
      { person_id: p.hidden, reader_id: s.anouk, decided_by: s.anouk },
      { person_id: p.hidden, reader_id: s.hatice, decided_by: s.anouk },
      { person_id: g.hiddenMother, reader_id: s.anouk, decided_by: s.anouk },
    ])
    .execute()
  await addGuardianships(work, [
    { pupil: p.zuri, guardian: g.ngozi, authority: 'yes', relation: 'moeder', from: '2020-01-01' },
    { pupil: p.zuri, guardian: g.kofi, authority: 'yes', relation: 'vader', callOrder: 2, from: '2020-01-01' },
    { pupil: p.tobi, guardian: g.ngozi, authority: 'yes', relation: 'moeder', from: '2020-01-01' },
    { pupil: p.tobi, guardian: g.kofi, authority: 'yes', relation: 'vader', callOrder: 2, from: '2020-01-01' },
    { pupil: p.mila, guardian: g.fenna, authority: 'yes', relation: 'moeder', from: '2020-01-01' },
    {
      pupil: p.mila,
      guardian: g.deniz,
      authority: 'yes',
      relation: 'vader',
      livesWith: false,
      callOrder: 2,
      from: '2020-01-01',
    },
    {
      pupil: p.noor,
      guardian: g.gerda,
      authority: 'no',
      informationOnly: true,
      livesWith: false,
      mayCollect: false,
      relation: 'vader',
      from: '2020-01-01',
    },
    { pupil: p.noor, guardian: g.restricted, authority: 'yes', relation: 'moeder', from: '2020-01-01' },
    { pupil: p.hidden, guardian: g.hiddenMother, authority: 'yes', relation: 'moeder', from: '2020-01-01' },
  ])
  const { startsOn, endsOn } = schoolYearOf(work.today)
  const year = await ensureSchoolYear(work, startsOn, endsOn)
  await addGroups(work, year, [
    { id: groups.five, name: 'Groep 5', kind: 'home', year: '5', sourceKey: 'g5' },
    { id: groups.six, name: 'Groep 6', kind: 'home', year: '6', sourceKey: 'g6' },
    { id: groups.plus, name: 'Plusgroep', kind: 'composed', year: null, sourceKey: 'plus' },
  ])
  await placePupils(work, [
    ...[p.zuri, p.mila, p.noor, p.hidden].map((pupil) => ({ group: groups.five, pupil, year: '5', from: startsOn })),
    ...[p.tobi, p.ravi].map((pupil) => ({ group: groups.six, pupil, year: '6', from: startsOn })),
    { group: groups.plus, pupil: p.zuri, year: '5', from: startsOn },
  ])
  await assignTeachers(work, [
    { group: groups.five, person: s.hatice, from: startsOn },
    { group: groups.six, person: s.tom, weekdays: [1, 2, 3], from: startsOn },
    // A run of the tests may go on past midnight.
    { group: groups.six, person: s.marit, from: work.today, to: plusDays(work.today, 1) },
  ])
}

const molen = async (work: Work) => {
  await people(work, [
    { key: 'sem', id: s.sem, givenName: 'Semq', surname: 'Hofmanq', roles: ['teacher'] },
    { key: 'gerrit', id: s.gerrit, givenName: 'Gerritq', surname: 'Molenaarq', roles: ['administrator'] },
    { key: 'emre', id: p.emre, givenName: 'Emreq', surname: 'Yıldızq', roles: ['pupil'] },
    { key: 'fenna', id: g.fennaAtMolen, givenName: 'Fennaq', surname: 'Yıldızq' },
  ])
  await addGuardianships(work, [
    { pupil: p.emre, guardian: g.fennaAtMolen, authority: 'yes', relation: 'moeder', from: '2020-01-01' },
  ])
  const { startsOn, endsOn } = schoolYearOf(work.today)
  const year = await ensureSchoolYear(work, startsOn, endsOn)
  await addGroups(work, year, [{ id: groups.molenSeven, name: 'Groep 7', kind: 'home', year: '7', sourceKey: 'g7' }])
  await placePupils(work, [{ group: groups.molenSeven, pupil: p.emre, year: '7', from: startsOn }])
  await assignTeachers(work, [{ group: groups.molenSeven, person: s.sem, from: startsOn }])
}

/** Whose account is whose: one account may be people of several organisations. */
const accounts: Record<string, readonly { organisation: string; person: string }[]> = {
  ...Object.fromEntries(
    Object.entries({ ...g, ...s })
      .filter(([key]) => !['fennaAtMolen', 'fenna', 'sem', 'gerrit', 'idris', 'lotte'].includes(key))
      .map(([key, person]) => [
        key === 'hiddenMother' ? 'hidden-mother' : key,
        [{ organisation: world.vuurtoren, person }],
      ]),
  ),
  fenna: [
    { organisation: world.vuurtoren, person: g.fenna },
    { organisation: world.molen, person: g.fennaAtMolen },
  ],
  sem: [{ organisation: world.molen, person: s.sem }],
  gerrit: [{ organisation: world.molen, person: s.gerrit }],
  idris: [{ organisation: world.kompas, person: s.idris }],
  lotte: [{ organisation: world.supplier, person: s.lotte }],
}

/** Builds the world in a migrated database; runs once, into the template that each test file copies. */
export const makeWorld = async (owner: OwnerConnection, without: Omit<Ground, 'memory'>): Promise<void> => {
  const ground: Ground = { ...without, memory: new KeyMemory() }
  await asOwner(owner, async (client) => {
    await registerGeneration(client, ground.ring)
    await foundOrganisation(client, { id: world.kompas, kind: 'board', name: 'Kompas', hosts: ['kompas.localhost'] })
    await foundOrganisation(client, { id: world.wieken, kind: 'board', name: 'Wieken', hosts: ['wieken.localhost'] })
    const school = (id: string, boardId: string, name: string, host: string, hue: number, mark: string) =>
      foundOrganisation(client, {
        id,
        kind: 'school',
        boardId,
        name,
        hosts: [`${host}.localhost`],
        hue,
        chroma: 0.1,
        mark,
      })
    await school(world.vuurtoren, world.kompas, 'De Vuurtoren', 'vuurtoren', 238, 'lighthouse')
    await school(world.zeester, world.kompas, 'De Zeester', 'zeester', 350, 'star')
    await school(world.molen, world.wieken, 'De Molen', 'molen', 145, 'mill')
    await foundOrganisation(client, {
      id: world.supplier,
      kind: 'supplier',
      name: 'Pleinbeheer',
      hosts: ['supplier.localhost'],
    })
  })
  // Also what a school begins without.
  for (const id of [world.vuurtoren, world.zeester, world.molen])
    await asSystem(ground, id, 'test world', ({ db }) =>
      db.updateTable('organisation').set({ modules_off: [] }).where('id', '=', id).execute(),
    )
  await asSystem(ground, world.vuurtoren, 'test world', vuurtoren)
  await asSystem(ground, world.molen, 'test world', molen)
  await asSystem(ground, world.kompas, 'test world', (work) =>
    people(work, [{ key: 'idris', id: s.idris, givenName: 'Idrisq', surname: 'Mensahq', roles: ['board'] }]),
  )
  await asSystem(ground, world.supplier, 'test world', (work) =>
    people(work, [{ key: 'lotte', id: s.lotte, givenName: 'Lotteq', surname: 'Kramerq', roles: ['supplier'] }]),
  )
  for (const [key, persons] of Object.entries(accounts)) {
    const account = await addAccount(ground, { address: addressOf(key), language: 'nl', persons })
    await asSystem(ground, persons[0]!.organisation, 'test world', async (work) => {
      await actAsAccount(work, account)
      await setFirstPassword(work, ground.ring, account, PASSWORD)
    })
  }
}
