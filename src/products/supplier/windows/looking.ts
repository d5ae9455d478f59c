import { randomUUID } from 'node:crypto'
import { type Part, readAbout } from '#products/privacy/index.ts'
import type { OpenWindow } from '#shared/access/through-window.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import type { Reason } from './kinds.ts'
import { topicOf } from './opening.ts'
import { lookViewer, windowWords } from './personal-data.ts'

/** How many lines of a table are shown, the newest. */
const MOST = 20

/** A window as the supplier's list shows it: at whom and until when. */
export type Listed = {
  readonly id: string
  readonly customer: string
  readonly customerName: string
  readonly openedAt: Date
  readonly endsAt: Date
  readonly open: boolean
}

/** What the supplier calls a window: the beginning of its number. It says nothing about whom it is. */
export const pseudonymOf = (id: string): string => id.slice(0, 6).toUpperCase()

/** The windows for this supplier: those that are open, and some that are over. */
export const listedWindows = async (work: Work): Promise<Listed[]> => {
  const rows = await work.db
    .selectFrom('support_window_listed as listed')
    .innerJoin('organisation', 'organisation.id', 'listed.customer_id')
    .select([
      'listed.window_id as id',
      'listed.customer_id as customer',
      'organisation.name as customerName',
      'listed.opened_at as openedAt',
      'listed.ends_at as endsAt',
      'listed.closed_at as closedAt',
    ])
    .where('listed.supplier_id', '=', work.organisation)
    .orderBy('listed.opened_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(({ closedAt, ...row }) => ({ ...row, open: closedAt === null && row.endsAt > work.now }))
}

export type Seen = {
  readonly reason: Reason
  readonly text: string | null
  readonly endsAt: Date
  readonly parts: readonly Part[]
}

/** A look through an open window: it is written down and told at once, and only the window's kinds are opened. */
export const look = async (work: Work, me: Me, window: OpenWindow, thisPerson: string): Promise<Seen> => {
  const id = randomUUID()
  const { person, kinds } = window
  await work.db
    .insertInto('support_look')
    .values({
      id,
      window_id: window.id,
      person_id: person,
      viewer: await work.seal(lookViewer, { subject: person, row: id }, { name: me.name }),
      looked_at: work.now,
      kinds: [...kinds],
    })
    .execute()
  await work.notify(topicOf(window.id))
  const rows = await work.db
    .selectFrom('support_window')
    .select(['id', 'reason', 'words', 'ends_at'])
    .where('id', '=', window.id)
    .execute()
  const [asked] = await work.open(rows, { words: reading(windowWords, 'id', 'text') })
  const question = { subject: person, asker: me.id, account: null, known: new Map([[person, thisPerson]]) }
  const parts = await readAbout(work, question, { most: MOST, kinds: new Set(kinds) })
  return { reason: asked!.reason as Reason, text: asked!.words?.text ?? null, endsAt: asked!.ends_at, parts }
}
