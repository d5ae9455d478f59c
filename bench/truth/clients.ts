import { randomUUID } from 'node:crypto'
import { urls } from '#src/urls.ts'
import type { Family } from '../booking-school.ts'
import type { Chance } from '../random.ts'
import type { Deed, Look } from './history.ts'

/** Sends something as a browser would; throws when no answer came. */
export type Send = (cookie: string, path: string, form?: Readonly<Record<string, string>>) => Promise<Answer>
export type Answer = { readonly status: number; readonly body: string }

/** What all clients write to, and what they share: a clock and chance. */
export type Recorder = { readonly deeds: Deed[]; readonly looks: Look[]; retries: number; readonly now: () => number }

export type Client = {
  readonly round: string
  /** The children of one guardian. */
  readonly children: readonly Family[]
  readonly random: Chance
}

/** How often a form that was answered is sent once more, and one that was not is given up: of a hundred. */
const AGAIN = 25
const GIVES_UP = 30

type Seen = { readonly booking: string; readonly slot: string }

/** What a page says about a child: the appointment it would replace, and the time that is marked. */
const seenOn = (body: string, { pupil }: Family): Seen | null => {
  const booking = new RegExp(`name="was-${pupil}" value="([^"]*)"`).exec(body)?.[1]
  const slot = new RegExp(`name="slot-${pupil}" value="([0-9a-f-]+)" checked`).exec(body)?.[1]
  return booking && slot ? { booking, slot } : null
}

const look = async (
  send: Send,
  recorder: Recorder,
  client: Client,
): Promise<ReadonlyMap<string, Seen | null> | null> => {
  const began = recorder.now()
  const { cookie } = client.children[0]!
  const answer = await send(cookie, urls.bookConversations({ round: client.round })).catch(() => null)
  if (answer?.status !== 200) return null
  const ended = recorder.now()
  const seen = new Map(client.children.map((child) => [child.pupil, seenOn(answer.body, child)]))
  // A child for which nothing can be chosen is not on the page.
  for (const [pupil, has] of seen)
    if (answer.body.includes(`slot-${pupil}`)) recorder.looks.push({ pupil, saw: has?.slot ?? null, began, ended })
  return seen
}

type Form = { readonly path: string; readonly fields: Readonly<Record<string, string>> }

/** Sends a form until it is answered or the client gives up; then perhaps once more with the same key. */
const doIt = async (
  send: Send,
  recorder: Recorder,
  client: Client,
  form: Form,
  deed: Pick<Deed, 'kind' | 'pupil' | 'was' | 'to'>,
) => {
  const key = randomUUID()
  const { cookie } = client.children[0]!
  const began = recorder.now()
  const once = () => send(cookie, form.path, { ...form.fields, requestKey: key }).catch(() => null)
  let answer = await once()
  while (answer === null || answer.status >= 500) {
    if (client.random.below(100) < GIVES_UP) break
    recorder.retries++
    answer = await once()
  }
  const ended = recorder.now()
  const status = answer?.status ?? 500
  const outcome = status >= 500 ? 'unknown' : status === 303 ? 'done' : 'refused'
  recorder.deeds.push({ ...deed, key, began, ended: outcome === 'unknown' ? Number.MAX_VALUE : ended, outcome })
  if (outcome === 'done' && client.random.below(100) < AGAIN) {
    recorder.retries++
    await once()
  }
}

/** One thing a family does: looks, then books, moves or cancels for one of its children, often the very time others want. */
export const act = async (send: Send, recorder: Recorder, client: Client): Promise<void> => {
  const { random, children, round } = client
  const seen = await look(send, recorder, client)
  if (!seen) return
  const child = random.pick(children)
  const has = seen.get(child.pupil) ?? null
  const was = has?.slot ?? null
  if (has && random.below(3) === 0) {
    const path = urls.cancelConversation({ id: has.booking })
    return doIt(send, recorder, client, { path, fields: {} }, { kind: 'clear', pupil: child.pupil, was, to: null })
  }
  const others = child.slots.filter((slot) => slot !== was)
  const to = random.below(2) === 0 ? others[random.below(3)]! : random.pick(others)
  const fields = { [`was-${child.pupil}`]: has?.booking ?? '', [`slot-${child.pupil}`]: to }
  const path = urls.bookConversations({ round })
  return doIt(send, recorder, client, { path, fields }, { kind: 'set', pupil: child.pupil, was, to })
}
