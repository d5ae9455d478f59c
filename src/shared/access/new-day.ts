import type { Logger } from 'pino'
import { asSystem } from '#shared/tenancy/transaction.ts'
import { dayOf, type Ground, type Work } from '#shared/tenancy/work.ts'

/**
 * Runs `begin` before the first request of an organisation on a day, in a transaction of its own; who comes meanwhile waits
 * for it. A job may have done the same at night, so `begin` has to find out itself what is left to do. When it fails the
 * request goes on with things as they were, and the next one tries again.
 */
export const everyNewDay = (ground: Ground, log: Logger, begin: (work: Work) => Promise<unknown>) => {
  const begun = new Map<string, { day: string; done: Promise<void> }>()
  return async (organisation: string): Promise<void> => {
    const day = dayOf(ground.now())
    const known = begun.get(organisation)
    if (known?.day === day) return known.done
    const done = asSystem(ground, organisation, 'new day', begin).then(
      () => {},
      (error: unknown) => {
        begun.delete(organisation)
        log.error({ organisation, error: error instanceof Error ? error.name : typeof error }, 'new day failed')
      },
    )
    begun.set(organisation, { day, done })
    return done
  }
}
