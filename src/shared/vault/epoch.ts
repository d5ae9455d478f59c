import type { Logger } from 'pino'
import type { OwnerConnection } from '#shared/database/migrate.ts'
import type { KeyRing } from './ring.ts'
import { rotate } from './rotation.ts'

/** Days after which the epoch key is renewed: a week before the 35 within which erased people are gone from backups. */
export const EPOCH_DAYS = 28

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Age of the current epoch key in whole days. */
export const epochDays = (ring: KeyRing, now: Date): number =>
  Math.floor((now.getTime() - ring.epochSince.getTime()) / DAY)

type Parts = {
  readonly owner: OwnerConnection
  readonly ring: KeyRing
  readonly now: () => Date
  readonly log: Logger
}

/**
 * Renews the epoch key once it is 28 days old: looks now and every hour. A rotation that fails is logged and tried again
 * an hour later. Answers how to stop; a rotation under way ends first.
 */
export const keepEpochYoung = ({ owner, ring, now, log }: Parts): (() => Promise<void>) => {
  const look = async () => {
    ring.reload()
    if (epochDays(ring, now()) < EPOCH_DAYS) return
    const generation = await rotate(owner, ring, { epoch: true })
    log.info({ generation }, 'epoch key renewed')
  }
  let looking = Promise.resolve()
  const next = () => {
    looking = looking.then(look).catch((error: Error) => log.error({ error: error.name }, 'epoch key not renewed'))
  }
  next()
  const timer = setInterval(next, HOUR)
  return async () => {
    clearInterval(timer)
    await looking
  }
}
