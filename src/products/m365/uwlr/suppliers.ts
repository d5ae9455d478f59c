import { randomBytes, randomUUID } from 'node:crypto'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { type Delivered, hashOfKey } from './delivering.ts'
import type { Why } from './refused.ts'

export type Supplier = {
  readonly id: string
  readonly name: string
  readonly madeAt: Date
  readonly withdrawn: boolean
}

/** The suppliers with a key, the newest first; those whose key was withdrawn come last. */
export const suppliers = async (work: Work): Promise<Supplier[]> => {
  const rows = await work.db
    .selectFrom('uwlr_supplier')
    .select(['id', 'name', 'made_at', 'withdrawn_at'])
    .orderBy('withdrawn_at', (order) => order.nullsFirst())
    .orderBy('made_at', 'desc')
    .execute()
  return rows.map(({ id, name, made_at, withdrawn_at }) => ({
    id,
    name,
    madeAt: made_at,
    withdrawn: withdrawn_at !== null,
  }))
}

/** Makes a key for a supplier and answers it: the only time that anybody sees it. */
export const addSupplier = async (work: Work, me: Me, name: string): Promise<string> => {
  const key = randomBytes(30).toString('base64url')
  const id = randomUUID()
  await work.db
    .insertInto('uwlr_supplier')
    .values({ id, name, key_hash: hashOfKey(work, key), made_by: me.id, made_at: work.now })
    .execute()
  await work.audit('made-supplier-key', id)
  return key
}

/** From this commit on the key opens nothing; what was delivered with it stays. False when there is no such key. */
export const withdraw = async (work: Work, id: string): Promise<boolean> => {
  const done = await work.db
    .updateTable('uwlr_supplier')
    .set({ withdrawn_at: work.now })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (done) await work.audit('withdrew-supplier-key', id)
  return done !== undefined
}

type Refusal = { readonly why: Why; readonly line: number; readonly detail: string }
export type Delivery = Delivered & {
  readonly id: string
  readonly supplier: string
  readonly at: Date
  readonly refusal: Refusal | null
}

const SHOWN = 30

/** What was delivered last. */
export const deliveries = async (work: Work): Promise<Delivery[]> => {
  const rows = await work.db
    .selectFrom('uwlr_delivery as delivery')
    .innerJoin('uwlr_supplier as supplier', 'supplier.id', 'delivery.supplier_id')
    .select(['delivery.id', 'supplier.name', 'delivery.received_at', 'delivery.refusal'])
    .select(['delivery.added', 'delivery.changed', 'delivery.same', 'delivery.unknown'])
    .orderBy('delivery.received_at', 'desc')
    .orderBy('delivery.id')
    .limit(SHOWN)
    .execute()
  return rows.map(({ name, received_at, refusal, ...row }) => {
    const [why, line, detail] = refusal ? (JSON.parse(refusal) as [Why, number, string]) : []
    return { ...row, supplier: name, at: received_at, refusal: why ? { why, line: line!, detail: detail! } : null }
  })
}
