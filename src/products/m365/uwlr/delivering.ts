import { randomUUID } from 'node:crypto'
import { pupilsByFileKeys, wholeSchool } from '#products/school/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { type GivenResult, takeInResults } from '../results/taking-in.ts'
import { keyIn, type Message, messageIn } from './message.ts'
import { Refused } from './refused.ts'
import { readHead, readXml } from './xml.ts'

/** What became of a message. `unknown`: of how many results no pupil was found; these were not kept. */
export type Delivered = {
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly unknown: number
}

export const hashOfKey = (work: Work, key: string): string => work.hash('uwlr key', key)

const supplierOf = async (work: Work, key: string): Promise<string | null> => {
  const row = await work.db
    .selectFrom('uwlr_supplier')
    .select('id')
    .where('key_hash', '=', hashOfKey(work, key))
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}

const refuseOfAnotherSchool = async ({ db }: Work, { brin }: Message): Promise<void> => {
  const school = await db.selectFrom('school').select('brin').executeTakeFirst()
  if (school?.brin && brin && school.brin.slice(0, 4) !== brin) throw new Refused('school', 1, 'brincode')
}

/**
 * The key in a message says nothing in the next one: many programs number from 1 again. A result is therefore known by whose it
 * is, its day, and which of that test on that day it is.
 */
const withKeys = <One extends Omit<GivenResult, 'key'>>(results: readonly One[]) => {
  const times = new Map<string, number>()
  return results.map((result) => {
    const one = JSON.stringify([result.pupil, result.on, result.test.key])
    const time = (times.get(one) ?? 0) + 1
    times.set(one, time)
    return { ...result, key: JSON.stringify([result.pupil, result.on, time]) }
  })
}

const takeIn = async (work: Work, supplier: string, message: Message): Promise<Delivered> => {
  const known = await pupilsByFileKeys(work)
  // The chain id first, where the supplier has it: it is the same in every administration (UWLR 2.3).
  const pupilOf = ({ id, eckId }: Message['results'][number]['of']) =>
    (eckId && known.get(eckId)) || (id && known.get(id)) || null
  const found = message.results.flatMap(({ of, ...result }) => {
    const pupil = pupilOf(of)
    return pupil ? [{ ...result, pupil }] : []
  })
  const came = await takeInResults(work, { source: `uwlr:${supplier}`, results: withKeys(found) })
  const count = (what: (typeof came)[number]) => came.filter((one) => one === what).length
  return {
    added: count('new'),
    changed: count('changed'),
    same: count('same'),
    unknown: message.results.length - found.length + count('unknown-pupil'),
  }
}

const NOTHING: Delivered = { added: 0, changed: 0, same: 0, unknown: 0 }

/**
 * Takes in a message of a supplier of tests, whole or not at all, and notes that it came. The same message again changes
 * nothing. Throws {@link Refused} before anything was noted when its key is not one of the school's; afterwards answers why.
 */
export const deliver = async (work: Work, xml: string): Promise<Delivered | Refused> => {
  // Reading all of it costs much, so it is read only for whose key the school knows.
  const head = readHead(xml)
  const supplier = await supplierOf(work, keyIn(head))
  if (!supplier) throw new Refused('key', head.line)
  const note = (delivered: Delivered, refusal: string | null) =>
    work.db
      .insertInto('uwlr_delivery')
      .values({ id: randomUUID(), supplier_id: supplier, received_at: work.now, ...delivered, refusal })
      .execute()
  try {
    const message = messageIn(readXml(xml))
    await refuseOfAnotherSchool(work, message)
    // A protected pupil's results are taken in like anybody's; who may see them is decided where they are read.
    const delivered = await wholeSchool(work, () => takeIn(work, supplier, message))
    await note(delivered, null)
    return delivered
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused
    await note(NOTHING, JSON.stringify([refused.why, refused.line, refused.detail]))
    return refused
  }
}
