import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'
import { transaction } from './transaction.ts'
import type { Work } from './work.ts'

const door = frontDoor()
const { vuurtoren, molen } = world
const within = <T>(organisation: string, run: (work: Work) => Promise<T>) => door.front.within(organisation, run)

describe('the organisation reaches every query', () => {
  const count = (query: { compile(): { sql: string } }) =>
    [...query.compile().sql.matchAll(/"organisation_id" = \$/g)].length

  test('joins, subqueries, unions, updates, deletes and inserts', async () => {
    await within(vuurtoren, async (work) => {
      const { db } = work
      expect(count(db.selectFrom('person').select('id'))).toBe(1)
      expect(
        count(db.selectFrom('person as p').innerJoin('guardianship as g', 'g.pupil_id', 'p.id').select('p.id')),
      ).toBe(2)
      expect(count(db.selectFrom(['person', 'school_group']).select('person.id'))).toBe(2)
      expect(count(db.selectFrom('person').crossJoin('school_group').select('person.id'))).toBe(2)
      expect(
        count(db.selectFrom('person').select((eb) => eb.selectFrom('person_role').select('role').limit(1).as('role'))),
      ).toBe(2)
      expect(
        count(
          db
            .with('mine', (q) => q.selectFrom('person').select('id'))
            .selectFrom('mine')
            .select('id'),
        ),
      ).toBe(1)
      expect(
        count(db.selectFrom('person').select('id').union(db.selectFrom('school_group').select('id'))),
      ).toBeGreaterThan(1)
      expect(count(db.updateTable('person').set({ state: 'left' }).where('id', '=', world.pupils.zuri))).toBe(1)
      expect(count(db.deleteFrom('person').where('id', '=', world.pupils.zuri))).toBe(1)
      expect(count(db.selectFrom('organisation').select('id'))).toBe(0)
      const insert = db.insertInto('person_role').values({ person_id: world.staff.hatice, role: 'ict' }).compile()
      expect(insert.sql).toContain('"organisation_id"')
      expect(insert.parameters).toContain(vuurtoren)
    })
  })

  test('a left join keeps its own predicate, so that it stays a left join', async () => {
    const query = await within(
      vuurtoren,
      async ({ db }) =>
        db.selectFrom('person as p').leftJoin('invitation as i', 'i.person_id', 'p.id').select('p.id').compile().sql,
    )
    expect(query).toMatch(/left join .* on .*"i"\."organisation_id" = \$\d+.* where "p"\."organisation_id"/)
  })

  test('what could not be held to the organisation is refused', async () => {
    await within(vuurtoren, async ({ db }) => {
      expect(() =>
        db
          .selectFrom('person')
          .rightJoin('invitation', 'invitation.person_id', 'person.id')
          .select('person.id')
          .compile(),
      ).toThrow('RightJoin')
      expect(() =>
        db
          .selectFrom('person')
          .fullJoin('invitation', 'invitation.person_id', 'person.id')
          .select('person.id')
          .compile(),
      ).toThrow('FullJoin')
      expect(() => db.insertInto('person').defaultValues().compile()).toThrow('default values')
      expect(() =>
        db
          .with('person', (q) => q.selectFrom('school_year').select('id'))
          .selectFrom('person')
          .select('id')
          .compile(),
      ).toThrow('person')
    })
  })
})

describe('the row policy under it', () => {
  test('without the filter another school stays invisible, and nothing can be put there', async () => {
    await within(vuurtoren, async ({ db }) => {
      const rows = await sql<{ organisation_id: string }>`select distinct organisation_id from person`.execute(db)
      expect(rows.rows).toEqual([{ organisation_id: vuurtoren }])
    })
    const foreign = within(vuurtoren, ({ db }) =>
      sql`insert into person_role (organisation_id, person_id, role) values (${molen}, ${world.staff.sem}, 'ict')`.execute(
        db,
      ),
    )
    await expect(foreign).rejects.toThrow('row-level security')
  })

  test('no context shows no row', async () => {
    const { rows } = await door.front.parts.pool.query('select count(*)::int as n from person')
    expect(rows[0].n).toBe(0)
  })

  test('a protected person is there for the few who must know and for nobody else', async () => {
    const seenBy = (person: string) =>
      transaction(door.front.parts, { organisation: vuurtoren, person }, 'test', ({ db }) =>
        db.selectFrom('person').select('id').where('id', '=', world.pupils.hidden).executeTakeFirst(),
      )
    expect(await seenBy(world.staff.hatice)).toBeDefined()
    expect(await seenBy(world.guardians.hiddenMother)).toBeDefined()
    expect(await seenBy(world.pupils.hidden)).toBeDefined()
    expect(await seenBy(world.staff.tom)).toBeUndefined()
    expect(await seenBy(world.staff.wim)).toBeUndefined()
  })

  test('a request reaches only the account its session belongs to', async () => {
    await within(vuurtoren, async ({ db }) => {
      expect(await db.selectFrom('account').select('id').execute()).toEqual([])
      expect(await db.selectFrom('account_key').select('id').execute()).toEqual([])
    })
  })
})

describe('a transaction', () => {
  const roles = () =>
    within(vuurtoren, ({ db }) => db.selectFrom('person_role').select('role').where('role', '=', 'ict').execute())
  const addRole = (work: Work) =>
    work.db.insertInto('person_role').values({ person_id: world.staff.hatice, role: 'ict' }).execute()

  test('rolls back when the work throws', async () => {
    await expect(
      within(vuurtoren, async (work) => {
        await addRole(work)
        throw new Error('broken')
      }),
    ).rejects.toThrow('broken')
    expect(await roles()).toEqual([])
  })

  test('rolls back when its result is not kept', async () => {
    await transaction(door.front.parts, { organisation: vuurtoren }, 'test', addRole, () => false)
    expect(await roles()).toEqual([])
  })

  test('says so when COMMIT of a failed transaction stored nothing', async () => {
    await expect(
      within(vuurtoren, async (work) => {
        await addRole(work)
        await sql`select 1 / 0`.execute(work.db).catch(() => {})
      }),
    ).rejects.toThrow('Nothing was stored')
    expect(await roles()).toEqual([])
  })

  test('a broken one leaves the connection clean for the next', async () => {
    await Promise.allSettled(
      Array.from({ length: 20 }, () => within(molen, ({ db }) => sql`select nothing`.execute(db))),
    )
    await within(vuurtoren, async ({ db }) => {
      const rows = await sql<{ organisation_id: string }>`select distinct organisation_id from person`.execute(db)
      expect(rows.rows).toEqual([{ organisation_id: vuurtoren }])
    })
  })

  test('an organisation that is no id begins nothing', async () => {
    await expect(within(`${vuurtoren}'; drop table person; --`, async () => {})).rejects.toThrow('No organisation')
  })
})
