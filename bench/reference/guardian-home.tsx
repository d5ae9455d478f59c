import { timeOf } from '#products/portal/absences/now.ts'
import { absenceTexts } from '#products/portal/absences/texts.ts'
import { homeTexts } from '#products/portal/attention/home/texts.ts'
import { capital, clock, dayLong } from '#shared/language/index.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import { ButtonLink, OfflineNotice, PageHead, renderInside } from '#shared/ui/index.ts'
import { type FromSchool, icon, once } from './family-school.tsx'
import type { Made } from './page.ts'

const t = homeTexts.nl
const LATER = icon('package')

/** The first page of a guardian whose children go to these schools; the first of them is where the page is. */
export const guardianHome = (
  today: string,
  now: Date,
  schools: readonly { readonly site: Site; readonly found: FromSchool }[],
): Made & { readonly count: number } => {
  const at = timeOf(now)
  const head = once(`head ${today} ${at}`, () =>
    renderInside('nl', [
      <PageHead
        key="head"
        title={t.today}
        text={capital(dayLong('nl', today))}
        end={
          <ButtonLink look="line" to="/absences/new" icon="thermometer">
            {absenceTexts.nl.report.button}
          </ButtonLink>
        }
      />,
      <OfflineNotice key="offline">{t.offline(clock('nl', now))}</OfflineNotice>,
    ]),
  )
  const items = schools.flatMap(({ found }, place) => found.items.map((item) => ({ ...item, here: place === 0 })))
  const urgent = items
    .filter(({ kind }) => kind === 'urgent')
    .sort((one, other) => other.from.getTime() - one.from.getTime())
  const answers = items
    .filter(({ kind }) => kind === 'answer')
    .sort((one, other) => (one.until === other.until ? 0 : one.until < other.until ? -1 : 1))
  const toKnow = schools.reduce((sum, { found }) => sum + found.toKnow, 0)
  const all = (some: typeof items) => some.map(({ html, here }) => html(here)).join('')
  let content = `${head}<div class="columns side-first"><div class="column">${all(urgent)}`
  if (answers.length > 0) content += `<section class="section"><h2>${t.answers}</h2>${all(answers)}</section>`
  content += schools[0]!.found.latest
  if (toKnow > 0)
    content += `<p class="later">${LATER}<span>${t.later(toKnow)} ${t.digest.today(clock('nl', '17:00'))} <a href="/later">${t.readNow}</a></span></p>`
  content += `</div><div class="column side"><div class="children">${schools.map(({ found }) => found.children).join('')}</div></div></div>`
  return { title: t.today, content, count: urgent.length + answers.length }
}
