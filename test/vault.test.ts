import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { addPeople } from '#products/school/people/adding.ts'
import { personRecord } from '#products/school/people/personal-data.ts'
import { transaction } from '#shared/tenancy/transaction.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { openRecord, openText, sealText } from '#shared/vault/crypto.ts'
import { reading } from '#shared/vault/opening.ts'
import { SealedValue } from '#shared/vault/sealed.ts'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { vuurtoren, pupils, staff } = world
const within = <T>(run: (work: Work) => Promise<T>) => door.front.within(vuurtoren, run)
const key = { id: randomUUID(), subject: randomUUID(), raw: Buffer.alloc(32, 7) }

const rowOf = (work: Work, id: string) =>
  work.db.selectFrom('person').select(['id', 'record']).where('id', '=', id).execute()

describe('a sealed value', () => {
  test('opens only in its own organisation, field and row', () => {
    const sealed = sealText(key, 'school', 'person.record', 'row', 'Mila')
    expect(openText(key.raw, 'school', 'person.record', 'row', sealed)).toBe('Mila')
    expect(() => openText(key.raw, 'other', 'person.record', 'row', sealed)).toThrow()
    expect(() => openText(key.raw, 'school', 'other.field', 'row', sealed)).toThrow()
    expect(() => openText(key.raw, 'school', 'person.record', 'another', sealed)).toThrow()
  })

  test('a changed byte anywhere does not open', () => {
    const sealed = sealText(key, 'school', 'person.record', 'row', 'Mila')
    for (let at = 17; at < sealed.bytes.length; at++) {
      const bytes = Buffer.from(sealed.bytes)
      bytes[at]! ^= 1
      const changed = SealedValue.fromHex(`\\x${bytes.toString('hex')}`)
      expect(() => openText(key.raw, 'school', 'person.record', 'row', changed)).toThrow()
    }
  })

  test('opened before, it still opens only as it was sealed, and a newer one counts at once', () => {
    const fresh = { ...key }
    const asStored = (value: SealedValue, change = 0) => {
      const bytes = Buffer.from(value.bytes)
      bytes[40]! ^= change
      return SealedValue.fromHex(`\\x${bytes.toString('hex')}`)
    }
    const open = (value: SealedValue, field = 'person.record', row = key.subject) =>
      openRecord(fresh, 'school', field, row, value)
    const sealed = sealText(key, 'school', 'person.record', key.subject, '{"givenName":"Mila","more":{"a":1}}')
    const first = open(asStored(sealed))
    expect(open(asStored(sealed))).toBe(first)
    expect(() => ((first.more as { a: number }).a = 2)).toThrow()
    expect(() => open(asStored(sealed, 1))).toThrow()
    expect(() => open(asStored(sealed), 'other.field')).toThrow()
    expect(() => open(asStored(sealed), 'person.record', randomUUID())).toThrow()
    const newer = sealText(key, 'school', 'person.record', key.subject, '{"givenName":"Milan"}')
    expect(open(asStored(newer))).toEqual({ givenName: 'Milan' })
  })

  test('two sealings of the same text share no bytes after the key id', () => {
    const tails = Array.from({ length: 500 }, () => sealText(key, 'o', 'f', 'r', 'same').bytes.toString('hex', 17))
    expect(new Set(tails).size).toBe(500)
  })

  test('refuses to become text, also where the compiler does not look', async () => {
    const [row] = await within((work) => rowOf(work, pupils.mila))
    const value = row!.record as unknown as SealedValue
    expect(() => String(value)).toThrow('sealed')
    expect(() => `${value}`).toThrow('sealed')
    expect(() => JSON.stringify(row)).toThrow('sealed')
    expect(() => `${value as unknown as number}` + 1).toThrow('sealed')
  })
})

describe('opening', () => {
  test('gives only the named fields', async () => {
    const [person] = await within(async (work) =>
      work.open(await rowOf(work, pupils.mila), { record: reading(personRecord, 'id', 'givenName') }),
    )
    expect(person!.record).toEqual({ givenName: 'Milaq' })
  })

  test('writes one line with subjects and kinds, also when the work is rolled back', async () => {
    const lines = () =>
      within(({ db }) =>
        db
          .selectFrom('audit_line')
          .select(['person_id', 'subjects', 'kinds'])
          .where('place', '=', 'rolled back')
          .execute(),
      )
    await transaction(
      door.front.parts,
      { organisation: vuurtoren, person: staff.hatice },
      'rolled back',
      async (work) =>
        work.open(await rowOf(work, pupils.mila), { record: reading(personRecord, 'id', 'givenName', 'email') }),
      () => false,
    )
    expect(await lines()).toEqual([
      { person_id: staff.hatice, subjects: [pupils.mila], kinds: ['contact', 'ordinary'] },
    ])
  })

  test('of oneself is not logged', async () => {
    await transaction(door.front.parts, { organisation: vuurtoren, person: staff.hatice }, 'of oneself', async (work) =>
      work.open(await rowOf(work, staff.hatice), { record: reading(personRecord, 'id', 'givenName') }),
    )
    const line = await within(({ db }) =>
      db.selectFrom('audit_line').select('id').where('place', '=', 'of oneself').executeTakeFirst(),
    )
    expect(line).toBeUndefined()
  })

  test('leaves out a row whose subject key was destroyed, at once', async () => {
    const [gone] = await within((work) => addPeople(work, [{ record: { givenName: 'Weg', surname: 'Gewist' } }]))
    const read = () =>
      within(async (work) => work.open(await rowOf(work, gone!), { record: reading(personRecord, 'id', 'givenName') }))
    expect(await read()).toHaveLength(1)
    await within((work) => work.destroyKey(gone!))
    expect(await read()).toEqual([])
  })

  test('a key made in a transaction that rolled back is not used afterwards', async () => {
    const subject = randomUUID()
    const sealOnce = async (work: Work) => work.seal(personRecord, { subject, row: subject }, {} as never)
    await transaction(door.front.parts, { organisation: vuurtoren }, 'test', sealOnce, () => false)
    await within(sealOnce)
    const keys = await within(({ db }) =>
      db.selectFrom('vault_key').select('id').where('subject_id', '=', subject).execute(),
    )
    expect(keys).toHaveLength(1)
  })
})
