import type { Words } from '#shared/language/index.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import type { Work } from '#shared/tenancy/work.ts'

/** A module that an organisation can switch off: it keeps its data, and is not there until it is switched on again. */
export type Switch = {
  readonly name: string
  readonly word: Words
  /** What it is for, in one sentence. */
  readonly text: Words
  /** Which organisations have it at all. */
  readonly kinds: readonly Site['kind'][]
}

const switches = new Map<string, Switch>()

export const addSwitch = (one: Switch): void => void switches.set(one.name, one)

/** Every module that can be switched off. */
export const allSwitches = (): readonly Switch[] => [...switches.values()]

type At = Pick<Site, 'kind' | 'modulesOff'>

/** Whether a module is there for an organisation; one without a switch always is. */
export const isOn = (module: string, { kind, modulesOff }: At): boolean => {
  const found = switches.get(module)
  return !found || (found.kinds.includes(kind) && !modulesOff.includes(module))
}

/** The same for the organisation at work: jobs ask it, as no route keeps them out. */
export const isOnHere = async (work: Work, module: string): Promise<boolean> => {
  const row = await work.db
    .selectFrom('organisation')
    .select(['kind', 'modules_off'])
    .where('id', '=', work.organisation)
    .executeTakeFirstOrThrow()
  return isOn(module, { kind: row.kind as Site['kind'], modulesOff: row.modules_off })
}
