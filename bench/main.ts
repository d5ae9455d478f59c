import { reasonOf } from '#shared/operator-error.ts'
import { bookingBench } from './booking.ts'
import { disclosuresBench } from './disclosures.ts'
import { fuzzBench } from './fuzz-bench.ts'
import { guardianHomeBench } from './guardian-home.ts'
import { idleBench } from './idle.ts'
import { importBench } from './import.ts'
import { inviteBench } from './invite.ts'
import { M365_WORK, m365PlanBench, workAsTold } from './m365-plan.ts'
import { class300, dayList, pageBench } from './pages.ts'
import { resultsBench } from './results.ts'
import { retentionBench } from './retention.ts'
import { SERVE, serveAsTold } from './serve.ts'
import { signInBench } from './sign-in.ts'
import { siteBench, siteUncachedBench } from './site.ts'
import { truthBench } from './truth/truth.ts'

type Say = (line: string) => void
type Result = { readonly name: string; readonly target: string; readonly met: boolean }
type Bench = { readonly about: string; readonly run: (say: Say) => Promise<Result> }

const benches: Readonly<Record<string, Bench>> = {
  'day-list': { about: "a group's day, 27 pupils", run: (say) => pageBench('day-list', dayList, say) },
  'class-300': { about: '300 pupils on one page', run: (say) => pageBench('class-300', class300, say) },
  'guardian-home': { about: 'the first page of a family with children at two schools', run: guardianHomeBench },
  results: { about: 'the results of a class: 30 pupils, 40 each', run: resultsBench },
  booking: { about: 'a time for a conversation, durable and logged', run: bookingBench },
  'booking-truth': { about: '200 clients and kills, and whether what they saw can have been', run: truthBench },
  site: { about: 'the home page of a public site, as strangers get it', run: siteBench },
  'site-uncached': { about: 'searching a public site, made anew for everyone', run: siteUncachedBench },
  import: { about: '10,000 pupils from EDEXML', run: importBench },
  disclosures: { about: 'who looked, among 10 million lines', run: disclosuresBench },
  invite: { about: '1,000 letters as one PDF', run: inviteBench },
  'sign-in': { about: '500 sign-ins at one moment, while pages are opened', run: signInBench },
  retention: { about: 'a million rows that are due, while pages are opened', run: retentionBench },
  'm365-plan': { about: '10,000 pupils planned, and carried out at the rate Microsoft allows', run: m365PlanBench },
  fuzz: { about: 'a million damaged EDEXML files', run: fuzzBench },
  idle: { about: 'memory of bin/start with the demo world', run: idleBench },
}

const list = () =>
  Object.entries(benches)
    .map(([name, { about }]) => `  ${name.padEnd(14)} ${about}`)
    .join('\n')

const wrongUse = (reason: string): number => {
  console.error(`${reason}\nbin/bench NAME [--json]\n${list()}`)
  return 2
}

/** One line of figures for people. */
const inWords = ({ name, target, met, ...figures }: Result) =>
  `${name}: ${Object.entries(figures)
    .map(([word, figure]) => `${word} ${typeof figure === 'object' ? JSON.stringify(figure) : figure}`)
    .join(', ')}. Target: ${target}: ${met ? 'met' : 'not met'}.`

/** What was typed, measured. Answers the exit code: 0 measured (met or not), 1 failed, 2 wrong use. */
const bench = async (given: readonly string[]): Promise<number> => {
  const json = given.includes('--json')
  const [name, ...more] = given.filter((word) => word !== '--json')
  if (name === undefined) {
    console.log(`bin/bench NAME [--json]\n${list()}`)
    return 0
  }
  const found = Object.hasOwn(benches, name) ? benches[name] : undefined
  if (!found || more.length > 0) return wrongUse(`bin/bench does not know "${found ? more.join(' ') : name}".`)
  try {
    const result = await found.run((line) => console.log(line))
    console.log(inWords(result))
    if (json) console.log(JSON.stringify(result))
    return 0
  } catch (error) {
    console.error(reasonOf(error))
    return 1
  }
}

if (process.argv[2] === SERVE && process.send) serveAsTold()
else if (process.argv[2] === M365_WORK && process.send) workAsTold()
else process.exitCode = await bench(process.argv.slice(2))
