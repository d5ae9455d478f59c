import { setTimeout as wait } from 'node:timers/promises'
import { permissions } from '#products/m365/connection/permissions.ts'
import { Graph } from '#products/m365/graph/client.ts'
import { written } from '#products/m365/personal-data.ts'
import { differenceOf } from '#products/m365/plans/difference.ts'
import type { Known, Tenant } from '#products/m365/plans/known.ts'
import { makePlan } from '#products/m365/plans/making.ts'
import { schoolSide } from '#products/m365/plans/school.ts'
import { type NewWishes, noteConsent, saveChecked, saveWishes } from '#products/m365/setup/setup.ts'
import { connectionOf } from '#shared/identity/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { KeyRing } from '#shared/vault/ring.ts'
import { otherPeople, practiceObject, practiceTenant } from './microsoft/demo-tenant.ts'
import { DOMAINS, practiceDirectory, SKUS, servePracticeGraph } from './microsoft/practice-graph.ts'
import type { Part } from './part.ts'
import { demoId } from './random.ts'

const wishes: NewWishes = {
  domain: DOMAINS[0],
  pupilPattern: '{roepnaam}.{tussenvoegsel}{achternaam}',
  staffPattern: '{voorletter}.{achternaam}',
  pupilSku: SKUS.pupil.skuId,
  staffSku: SKUS.staff.skuId,
  makesStaff: true,
  makesTeams: true,
  groupPrefix: 'VT',
  byItself: false,
  maxRemovals: 5,
  maxShare: 5,
  keepBlockedDays: 90,
  teachersKeepDays: 60,
}

const NOBODY: Tenant = {
  users: new Map(),
  gone: new Set(),
  goneNames: [],
  groups: new Map(),
  members: new Map(),
  owners: new Map(),
  freeLicences: new Map([
    [SKUS.pupil.skuId, 400],
    [SKUS.staff.skuId, 60],
  ]),
}

/** Who has no account yet: the last two pupils who came, and a colleague who is at Microsoft under his own name. */
const NEW_PUPILS = 2
const NOT_YET_OURS = 'Pelle Dam'

/** How the tenant was brought in step some weeks ago: everybody but the newest, in the groups of then. */
const writeBefore = async (work: Work, known: Known, { today }: Part): Promise<void> => {
  const { steps, newGroups } = differenceOf(known)
  const names = new Map(known.people.map((person) => [person.id, `${person.givenName} ${person.surname}`]))
  const made = steps.filter(({ action, category }) => action === 'make-account' && category === 'new')
  const pupils = new Set(known.people.filter(({ kind }) => kind === 'pupil').map(({ id }) => id))
  const newest = made.filter(({ person }) => pupils.has(person!)).slice(-NEW_PUPILS)
  const accounts = made.filter((step) => !newest.includes(step) && names.get(step.person!) !== NOT_YET_OURS)
  const seal = await work.sealer(accounts.map(({ person }) => person!))
  const now = work.now
  const moved = accounts.findLast(({ person }) => pupils.has(person!))?.person
  await work.db
    .insertInto('m365_account')
    .values(
      accounts.map(({ person, written: wanted }) => ({
        person_id: person!,
        object_id: practiceObject(names.get(person!)!, person!),
        state: 'active',
        origin: 'made',
        written: seal(
          written,
          { subject: person!, row: person! },
          person === moved ? { ...wanted!, department: 'Groep 1/2 A' } : wanted!,
        ),
        licence: pupils.has(person!) ? SKUS.pupil.skuId : SKUS.staff.skuId,
        made_at: now,
      })),
    )
    .execute()
  const nameOf = new Map(
    steps.flatMap(({ action, group, groupName }) => (action === 'make-group' ? [[group!, groupName!]] : [])),
  )
  await work.db
    .insertInto('m365_group')
    .values(
      newGroups.map(({ id, kind, schoolGroup, alias }) => ({
        id,
        kind,
        school_group_id: schoolGroup,
        alias,
        object_id: demoId(`m365 group ${schoolGroup ?? kind}`),
        written_name: nameOf.get(id)!,
        team: kind === 'class' ? 'there' : 'none',
        made_at: now,
      })),
    )
    .execute()
  const there = new Set(accounts.map(({ person }) => person!))
  const members = steps.filter(({ action, person }) => action === 'add-member' && there.has(person!))
  await work.db
    .insertInto('m365_member')
    .values(
      members.map(({ group, person, reason }) => ({
        group_id: group!,
        person_id: person!,
        owner: reason === 'teaches-group',
        written_at: now,
      })),
    )
    .execute()
  await work.db
    .insertInto('m365_plan')
    .values({
      id: demoId(`m365 plan ${today}`),
      state: 'done',
      cause: 'asked',
      held: 'first',
      made_at: new Date(now.getTime() - 20 * 86_400_000),
      approved_at: new Date(now.getTime() - 20 * 86_400_000 + 600_000),
      approved_by:
        known.people.find(({ givenName, surname }) => `${givenName} ${surname}` === 'Wim Postma')?.id ?? null,
      ended_at: new Date(now.getTime() - 20 * 86_400_000 + 900_000),
    })
    .execute()
}

/**
 * De Vuurtoren has its Microsoft 365 run: some weeks ago everybody got an account, and last night's plan waits. It finds two
 * new pupils, one who moved, a colleague who seems to be there already, and a group that somebody renamed by hand.
 */
export const writeM365 = async (work: Work, ring: KeyRing, part: Part): Promise<void> => {
  if (part.organisation.host !== 'vuurtoren') return
  await noteConsent(work)
  const skus = Object.values(SKUS).map(({ skuId, skuPartNumber, units }) => ({
    id: skuId,
    name: skuPartNumber,
    units,
    used: 0,
  }))
  await saveChecked(work, { problem: null, given: permissions.map(({ name }) => name), domains: DOMAINS, skus })
  await saveWishes(work, wishes)
  await writeBefore(work, { ...(await schoolSide(work)), wishes, linked: new Map(), tenant: NOBODY }, part)
  const tenant = practiceTenant(await practiceDirectory(work, otherPeople))
  const { graph, close } = await servePracticeGraph([tenant])
  const reached = new Graph({
    origin: graph.origin,
    token: async () => graph.issue(tenant.id),
    wait,
    now: Date.now,
    until: Date.now() + 60_000,
  })
  const connection = (await connectionOf(work))!
  try {
    await makePlan({ within: (run) => run(work), graph: reached, ring, connection }, { cause: 'night', person: null })
  } finally {
    await close()
  }
}
