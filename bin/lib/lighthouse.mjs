// Runs Lighthouse (told where) on addresses one after the other and prints its four scores; ends with 1 where one is below 100.
import { execFileSync } from 'node:child_process'

const [cli, ...addresses] = process.argv.slice(2)
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']
const FLAGS = '--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update'

let all = true
for (const address of addresses) {
  const given = [address, '--output=json', '--quiet', `--only-categories=${CATEGORIES}`, `--chrome-flags=${FLAGS}`]
  const env = { ...process.env, CHROME_PATH: process.env.CHROMIUM }
  const found = execFileSync(process.execPath, [cli, ...given], { env, maxBuffer: 64 * 1024 * 1024 })
  const { categories, audits } = JSON.parse(String(found))
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
