import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { office } from '../people/rules.ts'
import { decisionsIn, fingerprintOf, reviewOf } from './deciding.ts'
import { exportEdexml, exportOneRoster } from './export.ts'
import { beginGuardianImport } from './guardians/queries.ts'
import { type Found, importRoster, planImport, type Refusal } from './importing.ts'
import { guardianSheet } from './oneroster/guardian-sheet.ts'
import { versions } from './oneroster/tables.ts'
import { optionsFor } from './options.ts'
import { proposedRoles } from './proposals.ts'
import {
  beginImport,
  changeBirthDates,
  dropImport,
  findImport,
  forgetUploadOf,
  hasGroups,
  lastImports,
} from './queries.ts'
import { readFile } from './read-file.ts'
import type { Reading } from './reading.ts'
import { ReviewView } from './review-view.tsx'
import { keepsBirthDates } from './state.ts'
import { importTexts } from './texts.ts'
import { openUpload } from './upload.ts'
import { EndedView, NoSchool, StartView, UploadView } from './views.tsx'
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

/** Reads a kept file again; nothing for what is no school. */
const readUpload = async (visit: OfficeVisit, file: string): Promise<Reading | null> => {
  const { work, files } = visit
  const options = await optionsFor(work, wholeSchool)
  return options && readFile(await openUpload(work, files, file), options)
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
  const reading = await readUpload(visit, found.file)
  if (!reading?.roster) return visit.notFound()
  const { roster, dropped, problems, format, guardians } = reading
  const decisions = visit.query.get('proposals') === 'all' ? 'all' : decisionsIn(visit.typed)
  const review = await reviewOf(work, { roster, dropped }, decisions)
  return visit.page(
    { title: t.reviewTitle, status: refusal ? 422 : 200 },
    <ReviewView
      {...{ t, language, found, ...review, dropped, problems, format, refusal, typed: visit.typed, today: work.today }}
      guardians={guardians.filter(({ children }) => children.length > 0).length}
    />,
  )
}

/** The school's file, in three steps: choose it, look at what it changes, take it over or throw it away. */
export const imports = new Module('imports', {
  nl: 'Het bestand van de leerlingadministratie',
  en: 'The file of the pupil administration',
})
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
  .today({
    order: 1,
    rule: office,
    show: async ({ work, site, language }) =>
      site.kind === 'school' && !(await hasGroups(work)) ? <StartView t={pick(language, importTexts)} /> : null,
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
      const options = await optionsFor(work, wholeSchool)
      if (options === null) return visit.notFound()
      if (!upload) return showUpload(visit, birthDates, { kind: 'none' })
      const reading = await readFile(upload.stream(), { ...options, birthDates }, upload.size)
      const { roster, dropped, problems } = reading
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
      const reading = await readUpload(visit, waiting.file)
      if (!reading?.roster) return visit.notFound()
      const { roster, dropped, guardians } = reading
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
      if (typed.guardians !== 'yes' || guardians.length === 0) return visit.seeOther(urls.import(params))
      const { csv, mapping } = guardianSheet(guardians, pick(visit.language, importTexts).relations)
      const id = await beginGuardianImport(work, visit.files, new Blob([csv]), mapping)
      return visit.seeOther(urls.guardianImport({ id }))
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
  .get(urls.exportEdexml, office, async (visit) => {
    const xml = await exportEdexml(visit.work)
    if (xml === null || xml === 'no-pupils') return visit.notFound()
    return visit.send(xml, 'application/xml; charset=utf-8', 'EDEX.xml')
  })
  .get(urls.exportOneRoster, office, async (visit) => {
    const version = versions.find((one) => one === visit.params.version)
    const zip = version && (await exportOneRoster(visit.work, version, visit.site.name))
    if (!zip || zip === 'no-pupils') return visit.notFound()
    return visit.send(new Blob([zip as BlobPart]).stream(), 'application/zip', `oneroster-${version}.zip`)
  })
