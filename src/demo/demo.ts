import type { Configuration } from '#shared/configuration.ts'
import { asOwner, type OwnerConnection } from '#shared/database/migrate.ts'
import { OperatorError } from '#shared/operator-error.ts'
import type { Ground } from '#shared/tenancy/work.ts'
import type { Parts } from '#src/app.ts'
import { urls } from '#src/urls.ts'
import { dayOf, schoolYearOf } from './calendar.ts'
import { readMarker, writeMarker } from './marker.ts'
import { demoPeopleToBe } from './people.ts'
import { refreshDemoWorld } from './refresh.ts'
import { demoSignIn } from './sign-in.ts'
import { demoStart } from './start.tsx'
import { beSomeoneElse, itIsMe } from './texts.ts'

/** What the application gets in the demo: the start page, and signing in and showing that it is you with one click. */
export type DemoParts = Pick<Parts, 'extra' | 'elsewhere' | 'note' | 'practice'>

type Start = Pick<Configuration, 'databaseUrl' | 'empty'> & {
  dataDir: string
  owner: OwnerConnection
  ground: Ground
  print: (line: string) => void
  /** Writes the world of a day into the database. */
  write: (today: string) => Promise<void>
}

/**
 * Answers whether this start serves the demo world, after making it or bringing it to today. A data directory becomes
 * the demo's, for good, at a start that finds no organisation in the embedded database; with `--empty` it never will.
 * The marker is written first and completed last: what a crash left half done is written anew. A new school year is a
 * new world; on another day of the same year only what moves is renewed.
 */
export const prepareDemo = async ({
  dataDir,
  databaseUrl,
  empty,
  owner,
  ground,
  print,
  write,
}: Start): Promise<boolean> => {
  if (databaseUrl) return false
  const marker = readMarker(dataDir)
  if (empty) {
    if (marker?.demo) throw new OperatorError(`${dataDir} holds the demo world: choose another DATA_DIR for --empty.`)
    writeMarker(dataDir, { demo: false })
    return false
  }
  if (marker && !marker.demo) return false
  if (!marker && (await hasOrganisation(owner))) return false
  const today = dayOf(ground.now())
  if (marker?.day && isSameYear(marker.day, today)) {
    await moveToToday(dataDir, ground).catch(() => print(`The demo world still stands at ${marker.day}.`))
    return true
  }
  print('Making the demo world: three schools, 500 pupils, one school year. It takes some seconds …')
  writeMarker(dataDir, { demo: true, day: null })
  await write(today)
  writeMarker(dataDir, { demo: true, day: today })
  return true
}

/** The parts of the demo, if this start serves it to this machine alone; else nothing of it is there. */
export const demoParts = (demo: boolean, { loopback }: Pick<Configuration, 'loopback'>): DemoParts =>
  demo && loopback
    ? {
        extra: [demoSignIn()],
        elsewhere: demoStart,
        note: { address: urls.demo(), word: beSomeoneElse },
        practice: { address: urls.demoConfirm(), word: itIsMe },
      }
    : {}

/** Where to look, in one line for the terminal. */
export const demoGuide = ({ loopback }: Pick<Configuration, 'loopback'>, port: number): string =>
  loopback
    ? `Choose there who you want to be. The demo's hosts: ${hosts.map((host) => `http://${host}.localhost:${port}`).join(' ')}`
    : 'Others can reach this listener, so nobody can sign in to the demo with one click: leave HOST out for that.'

const hosts = [...new Set(demoPeopleToBe.map(({ host }) => host))]

const EVERY = 10 * 60_000

/** Keeps the demo world at today for as long as it is served; what fails is tried again. Answers how to stop. */
export const keepDemoAtToday = (dataDir: string, ground: Ground): (() => void) => {
  const timer = setInterval(() => moveToToday(dataDir, ground).catch(() => {}), EVERY).unref()
  return () => clearInterval(timer)
}

const moveToToday = async (dataDir: string, ground: Ground) => {
  const marker = readMarker(dataDir)
  const today = dayOf(ground.now())
  if (!marker?.demo || !marker.day || today <= marker.day || !isSameYear(marker.day, today)) return
  await refreshDemoWorld(ground, marker.day, today)
  writeMarker(dataDir, { demo: true, day: today })
}

const isSameYear = (one: string, other: string) => schoolYearOf(one).name === schoolYearOf(other).name

const hasOrganisation = (owner: OwnerConnection) =>
  asOwner(owner, async (client) => (await client.query('select from organisation limit 1')).rowCount === 1)
