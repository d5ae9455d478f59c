import { randomUUID } from 'node:crypto'
import { namesOf } from '#products/school/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import type { Refusal } from './kinds.ts'
import { stepWords } from './personal-data.ts'

export type What =
  | 'received'
  | 'identity'
  | 'extended'
  | 'granted'
  | 'refused'
  | 'withdrawn'
  | 'undone'
  | 'carried-out'
  | 'lifted'
  | 'escalated'

/** What happened to a request, when, by whom (nobody when it happened by itself), and in which words. */
export type Step = {
  readonly id: string
  readonly what: What
  readonly at: Date
  readonly by: string | null
  readonly text: string | null
  readonly reason: Refusal | null
}

type Of = { readonly id: string; readonly asked_by: string }

/** Writes down a step; its words are sealed for who asked. `by` is nobody when it happens by itself. */
export const addStep = async (
  work: Work,
  request: Of,
  what: What,
  by: string | null,
  words?: { text: string; reason?: Refusal | null },
): Promise<void> => {
  const id = randomUUID()
  const last = await work.db
    .selectFrom('rights_step')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('request_id', '=', request.id)
    .executeTakeFirst()
  await work.db
    .insertInto('rights_step')
    .values({
      id,
      request_id: request.id,
      number: (last?.number ?? 0) + 1,
      what,
      at: work.now,
      by_id: by,
      words: words
        ? await work.seal(stepWords, { subject: request.asked_by, row: id }, { reason: null, ...words })
        : null,
    })
    .execute()
  await work.notify('rights-requests')
}

/** The steps of a request in order. */
export const stepsOf = async (work: Work, request: string): Promise<Step[]> => {
  const rows = await work.db
    .selectFrom('rights_step')
    .select(['id', 'what', 'words', 'at', 'by_id'])
    .where('request_id', '=', request)
    .orderBy('number')
    .execute()
  const opened = await work.open(rows, { words: reading(stepWords, 'id', 'text', 'reason') })
  const names = await namesOf(
    work,
    opened.flatMap(({ by_id }) => by_id ?? []),
  )
  return opened.map(({ id, what, at, by_id, words }) => ({
    id,
    what: what as What,
    at,
    by: (by_id && names.get(by_id)?.name) || null,
    text: words?.text || null,
    reason: words?.reason ?? null,
  }))
}
