import { correctAsAsked } from '#products/school/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { withdrawOnPaper, yesOf } from '../consents/withdrawing.ts'
import { askForCopy } from '../my-data/copy/queries.ts'
import type { held } from './handling.ts'
import { copies, restricts } from './kinds.ts'
import { requestWords } from './personal-data.ts'

type Held = NonNullable<Awaited<ReturnType<typeof held>>>

/**
 * What a yes brings about, in the same breath: a correction is applied, a restriction begins, consents are withdrawn as of the
 * day it came in, a copy is made for who asked on paper. Answers false, and changes nothing, when whom it is about is gone.
 */
export const bringAbout = async (work: Work, row: Held): Promise<boolean> => {
  const person = row.person_id
  if (!person) return false
  if (row.kind === 'correction') {
    const [opened] = await work.open([row], { words: reading(requestWords, 'id', 'field', 'value') })
    const { field, value } = opened?.words ?? { field: null, value: null }
    if (!field || field === 'other') return opened !== undefined
    const empty = field === 'prefix' ? '' : null
    return correctAsAsked(work, person, { [field]: value || empty })
  }
  if (restricts(row.kind)) {
    const [opened] = await work.open([row], { words: reading(requestWords, 'id', 'concerns') })
    const concerns = [...(opened?.words.concerns ?? [])]
    await work.db
      .insertInto('processing_restriction')
      .values({ id: row.id, person_id: person, ground: row.kind, began_on: work.today, concerns })
      .execute()
  }
  if (row.kind === 'withdrawal') await withdrawn(work, row, person)
  // Who asked here makes the copy themselves; on paper it is printed for them.
  if (copies(row.kind) && row.way !== 'here') await askForCopy(work, { subject: person, asker: row.asked_by })
  return true
}

const withdrawn = async (work: Work, row: Held, person: string): Promise<void> => {
  const [opened] = await work.open([row], { words: reading(requestWords, 'id', 'consents') })
  const chosen = opened?.words.consents ?? []
  const given = await yesOf(work, row.asked_by, person === row.asked_by ? undefined : person)
  const meant = given.filter(({ purpose, pupil }) => chosen.length === 0 || chosen.includes(`${purpose} ${pupil}`))
  const channel = row.way === 'phone' ? 'phone' : row.way === 'here' ? 'app' : 'paper'
  await withdrawOnPaper(work, row.asked_by, meant, { channel, on: row.received_on })
}
