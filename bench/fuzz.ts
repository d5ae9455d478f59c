import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readEdexml } from '#products/school/imports/edexml/read.ts'
import { problemMessage } from '#products/school/imports/problems.ts'
import { compare } from '#products/school/imports/roster/difference.ts'
import { root } from '#shared/root.ts'
import { mutate } from './mutate.ts'
import { chance } from './random.ts'

export type FuzzResult = { cases: number; crashes: number; hangs: number; accepted: number; refused: number }

const samples = ['1.03', '2.0', '2.1'].map((version) =>
  readFileSync(join(root, `test/samples/edexml-${version}.xml`), 'latin1'),
)
const hangMilliseconds = 1000
const nothing = { brin: null, schoolYear: null, pupils: [], teachers: [], groups: [] }

/**
 * Reads `cases` changed EDEXML files and compares what is accepted with an empty school. A crash is anything thrown, a
 * roster beside an error, no roster without one, or a value of the file in a problem. A hang is a case of over a second.
 * Case n of a seed is always the same file; `onBad` gets the bytes of each case that crashed or hung.
 */
export async function fuzz(
  cases: number,
  seed: number,
  onBad?: (bytes: Buffer, error: unknown) => void,
): Promise<FuzzResult> {
  const result = { cases, crashes: 0, hangs: 0, accepted: 0, refused: 0 }
  for (let n = 0; n < cases; n++) {
    const random = chance(seed * 1_000_003 + n)
    const bytes = mutate(random.pick(samples), random)
    const started = performance.now()
    try {
      if (await accepts(bytes, random.below(bytes.byteLength + 1))) result.accepted++
      else result.refused++
    } catch (error) {
      result.crashes++
      onBad?.(bytes, error)
    }
    if (performance.now() - started > hangMilliseconds) {
      result.hangs++
      onBad?.(bytes, new Error('took too long'))
    }
  }
  return result
}

async function accepts(bytes: Buffer, cut: number): Promise<boolean> {
  const { roster, problems } = await readEdexml(inTwo(bytes, cut), { birthDates: true, today: '2026-10-01' })
  const error = problems.find(({ severity }) => severity === 'error')
  if ((roster === null) !== (error !== undefined)) throw new Error('a roster beside an error, or neither')
  for (const problem of problems) {
    const said = problem.path + problemMessage('nl', problem)
    if (/999999990|Groot|Bree|Zwart|Okafor/.test(said)) throw new Error('a problem says what the file says')
  }
  if (roster === null) return false
  const { added, changed, left, ambiguous } = compare(nothing, roster)
  const others = [changed, left, ambiguous].flatMap(({ pupils, teachers, groups }) => [
    ...pupils,
    ...teachers,
    ...groups,
  ])
  if (others.length > 0 || added.groups.length !== roster.groups.length) throw new Error('not everyone was new')
  return true
}

async function* inTwo(bytes: Buffer, cut: number): AsyncGenerator<Buffer> {
  yield bytes.subarray(0, cut)
  yield bytes.subarray(cut)
}
