import { randomUUID } from 'node:crypto'
import type { Language } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { SiteThemeName } from '#shared/ui/index.ts'
import { templateOf } from '../forms/building/templates.ts'
import { addForm, openForm, setFormState } from '../forms/queries.ts'
import { makePage } from '../pages/making.ts'
import { putOnSite } from '../pages/publication.ts'
import { publishSite } from '../publishing/publish.ts'
import type { Answers } from './questions.ts'
import { templatePages } from './template.ts'

/** What a site says about its school, at its foot and to search engines. */
export type SiteDetails = {
  readonly theme: SiteThemeName
  readonly tagline: string
  readonly address: string
  readonly phone: string
  readonly email: string
}

/** Begins the site of this organisation, which nobody but its editors sees yet. */
export const startSite = async (work: Work, details: SiteDetails): Promise<void> => {
  await work.db
    .insertInto('site')
    .values({ ...details, made_at: work.now })
    .execute()
}

/** The form on the page of contact: the one that stands open already, or a new one. Nothing where its address is taken. */
const contactForm = async (work: Work, language: Language): Promise<string | null> => {
  const draft = templateOf(language, 'contact')
  const known = await openForm(work, draft.slug)
  if (known) return known.id
  const id = randomUUID()
  if (!(await addForm(work, work.person, id, draft))) return null
  await setFormState(work, work.person, id, 'open')
  return id
}

/** Makes a whole site of the answers to ten questions, ready to be switched on. Answers false when there is a site already. */
export const siteFromAnswers = async (work: Work, language: Language, answers: Answers): Promise<boolean> => {
  if (await work.db.selectFrom('site').select('theme').executeTakeFirst()) return false
  const { theme, address, phone, email, about } = answers
  await startSite(work, { theme, address, phone, email, tagline: about.slice(0, 200) })
  // The button of the home page leads to where one enrols: its id is known before it is made.
  const [home, enrol] = [randomUUID(), randomUUID()]
  const [first, ...others] = templatePages(language, answers, enrol, await contactForm(work, language))
  await makePage(work, { ...first!, id: home, parent: null })
  const made: string[] = [home]
  for (const { enrols, ...page } of others)
    made.push(await makePage(work, { ...page, parent: home, ...(enrols ? { id: enrol } : {}) }))
  for (const id of made) await putOnSite(work, id)
  await publishSite(work)
  return true
}
