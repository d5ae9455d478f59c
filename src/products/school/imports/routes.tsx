import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { office } from '../people/rules.ts'
import { decisionsIn, fingerprintOf, reviewOf } from './deciding.ts'
import { readEdexml } from './edexml/read.ts'
import { type Found, importRoster, planImport, type Refusal } from './importing.ts'
import { proposedRoles } from './proposals.ts'
import { beginImport, changeBirthDates, dropImport, findImport, forgetUploadOf, lastImports } from './queries.ts'
import { ReviewView } from './review-view.tsx'
import { keepsBirthDates } from './state.ts'
import { importTexts } from './texts.ts'
import { openUpload } from './upload.ts'
import { EndedView, NoSchool, UploadView } from './views.tsx'
import { wholeSchool } from './whole-school.ts'

/** Larger than any file that is read, so that one that is too large is refused in our words. */
const MAX_UPLOAD = 32 * 1024 * 1024
/** A choice for each of some thousand people. */
const MAX_CHOICES = 1024 * 1024

type OfficeVisit = Visit<string, Me>
type UploadProblem = Parameters<typeof UploadView>[0]['problem']

const showUpload = async (visit: OfficeVisit, keeps: boolean, problem?: UploadProblem) => {
  const { work, language } = visit
  const t = pick(language, importTexts)
  const imports = await lastImports(work)
  const waiting = await proposedRoles(work)
  return visit.page(
    { title: t.title, status: problem ? 422 : 200 },
    <UploadView {...{ t, language, imports, birthDates: keeps, problem, withoutRole: waiting.length }} />,
  )
}

const readUpload = async (visit: OfficeVisit, file: string): Promise<Awaited<ReturnType<typeof readEdexml>>> => {
  const { work, files } = visit
  const birthDates = (await keepsBirthDates(work)) ?? false
  return readEdexml(await openUpload(work, files, file), { birthDates, today: work.today })
}

const showImport = async (visit: Visit<'/imports/:id', Me>, refusal: Refusal | null = null) => {
  const { work, language, params } = visit
  const t = pick(language, importTexts)
  const found = await findImport(work, params.id)
  if (!found) return visit.notFound()
  if (found.state !== 'waiting' || found.file === null) {
    const people = found.state === 'applied' ? await proposedRoles(work) : []
    return visit.page(
      { title: t.title },
      <EndedView {...{ t, language, found, withoutRole: people.length, today: work.today }} />,
    )
  }
  const { roster, dropped, problems } = await readUpload(visit, found.file)
  if (!roster) return visit.notFound()
  const decisions = visit.query.get('proposals') === 'all' ? 'all' : decisionsIn(visit.typed)
  const review = await reviewOf(work, { roster, dropped }, decisions)
  return visit.page(
    { title: t.reviewTitle, status: refusal ? 422 : 200 },
    <ReviewView
      {...{ t, language, found, ...review, dropped, problems, refusal, typed: visit.typed, today: work.today }}
    />,
  )
}

/** The school's file, in three steps: choose it, look at what it changes, take it over or throw it away. */
export const imports = new Module('imports')
  .place({
    order: 40,
    address: urls.imports(),
    word: { nl: importTexts.nl.place, en: importTexts.en.place },
    icon: 'file-up',
    rule: office,
    railOnly: true,
  })
  .setting({
    order: 40,
    section: 'roster',
    address: urls.imports(),
    word: { nl: importTexts.nl.setting, en: importTexts.en.setting },
    text: { nl: importTexts.nl.settingText, en: importTexts.en.settingText },
    icon: 'file-up',
    rule: office,
  })
  .get(urls.imports, office, async (visit) => {
    const keeps = await keepsBirthDates(visit.work)
    const t = pick(visit.language, importTexts)
    return keeps === null ? visit.page({ title: t.title }, <NoSchool t={t} />) : showUpload(visit, keeps)
  })
  .post(
    urls.imports,
    office,
    async (visit) => {
      const { work, files } = visit
      const upload = visit.file('file')
      const birthDates = visit.typed.birthDates === 'yes'
      if ((await keepsBirthDates(work)) === null) return visit.notFound()
      if (!upload) return showUpload(visit, birthDates, { kind: 'none' })
      const { roster, dropped, problems } = await readEdexml(upload.stream(), {
        birthDates,
        today: work.today,
        bytes: upload.size,
      })
      if (!roster) return showUpload(visit, birthDates, { kind: 'unreadable', problems })
      await changeBirthDates(work, birthDates)
      const { plan, report } = await wholeSchool(work, () => planImport(work, { roster, dropped }))
      if (plan.schoolYear === 'earlier')
        return showUpload(visit, birthDates, { kind: 'earlier', schoolYear: report.schoolYear })
      const id = await beginImport(work, files, upload, report)
      return visit.seeOther(urls.import({ id }))
    },
    { maxBytes: MAX_UPLOAD },
  )
  .get(urls.import, office, (visit) => showImport(visit))
  .post(
    urls.import,
    office,
    async (visit) => {
      const { work, params, typed } = visit
      const waiting = await findImport(work, params.id)
      if (!waiting) return visit.notFound()
      if (waiting.state !== 'waiting' || waiting.file === null) return visit.seeOther(urls.import(params))
      const { roster, dropped } = await readUpload(visit, waiting.file)
      if (!roster) return visit.notFound()
      const found: Found = { roster, dropped }
      const { refused } = await wholeSchool(work, () =>
        importRoster(work, found, {
          decisions: decisionsIn(typed),
          confirmed: (['leavers', 'brin'] as const).filter((one) => typed[one] === 'yes'),
          isAsShown: (plan) => fingerprintOf(work, plan) === typed.shown,
          import: params.id,
        }),
      )
      if (refused) return showImport(visit, refused)
      await forgetUploadOf(work, params.id)
      return visit.seeOther(urls.import(params))
    },
    { maxBytes: MAX_CHOICES },
  )
  .post(
    urls.dropImport,
    office,
    async (visit) => {
      const dropped = await dropImport(visit.work, visit.params.id)
      return dropped ? visit.seeOther(urls.imports()) : visit.notFound()
    },
    { maxBytes: MAX_CHOICES },
  )
