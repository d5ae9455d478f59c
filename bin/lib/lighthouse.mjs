// Runs Lighthouse (told where) on addresses one after the other and prints its four scores; ends with 1 where one is below 100.
import { spawnSync } from 'node:child_process'

const [cli, ...addresses] = process.argv.slice(2)
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']
const FLAGS = '--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update'

// A browser that was slow to start gives a report without scores (NO_NAVSTART): it is asked once more, and then it is said.
const ATTEMPTS = 3

const reportOf = (address) => {
  const given = [address, '--output=json', '--quiet', `--only-categories=${CATEGORIES}`, `--chrome-flags=${FLAGS}`]
  const env = { ...process.env, CHROME_PATH: process.env.CHROMIUM }
  let why = ''
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { stdout, status, stderr } = spawnSync(process.execPath, [cli, ...given], {
      env,
      maxBuffer: 64 * 1024 * 1024,
    })
    if (status === 0) return JSON.parse(String(stdout))
    why = String(stderr).trim().split('\n')[0]
  }
  console.error(`Lighthouse could not measure ${address}: ${why}`)
  process.exit(1)
}

let all = true
for (const address of addresses) {
  const { categories, audits } = reportOf(address)
  const scores = CATEGORIES.map((name) => [name, Math.round(categories[name].score * 100)])
  console.log(`${address}  ${scores.map(([name, score]) => `${name} ${score}`).join('  ')}`)
  for (const [name, score] of scores) {
    if (score === 100) continue
    all = false
    for (const { id } of categories[name].auditRefs) {
      const { score: one, title, displayValue = '' } = audits[id]
      if (one !== null && one < 0.9) console.log(`  ${name}: ${title} ${displayValue}`)
    }
  }
}
process.exitCode = all ? 0 : 1
