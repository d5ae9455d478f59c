import { fuzz } from './fuzz.ts'

const PARTS = 10
const IN_A_PART = 100_000
const SEED = 20_261_122

export type FuzzBenchResult = {
  readonly name: 'fuzz'
  readonly cases: number
  readonly accepted: number
  readonly refused: number
  /** Anything thrown, and a file that is half taken over. */
  readonly crashes: number
  readonly hangs: number
  readonly seconds: number
  readonly target: string
  readonly met: boolean
}

/** A million damaged files in ten parts; a bad one is printed with what it takes to make it again. */
export const fuzzBench = async (say: (line: string) => void): Promise<FuzzBenchResult> => {
  const sum = { cases: 0, accepted: 0, refused: 0, crashes: 0, hangs: 0 }
  const began = performance.now()
  for (let part = 0; part < PARTS; part++) {
    const result = await fuzz(IN_A_PART, SEED + part, (bytes, error) =>
      say(`seed ${SEED + part}: ${error}: ${bytes.toString('base64')}`),
    )
    for (const kind of Object.keys(sum) as (keyof typeof sum)[]) sum[kind] += result[kind]
    say(`${sum.cases} cases: ${sum.refused} refused, ${sum.crashes} crashes, ${sum.hangs} hangs`)
  }
  const seconds = Math.round((performance.now() - began) / 1000)
  const met = sum.crashes === 0 && sum.hangs === 0
  return { name: 'fuzz', ...sum, seconds, target: '0 crashes, hangs and partial imports', met }
}
