import { buffer } from 'node:stream/consumers'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { office } from '../../people/rules.ts'
import { oneOf } from '../../typed.ts'
import { CsvRefused } from '../csv-text.ts'
import { keepsBirthDates, oneImportAtATime } from '../state.ts'
import { openUpload } from '../upload.ts'
import { wholeSchool } from '../whole-school.ts'
import { guessMapping, mappingProblem } from './columns.ts'
import { decisionsIn } from './deciding.ts'
import { fingerprintOf, importGuardians, planImport } from './importing.ts'
import {
  beginGuardianImport,
  endGuardianImport,
  findGuardianImport,
  type GuardianImport,
  keepMapping,
  lastGuardianImports,
  mappingIn,
} from './queries.ts'
import { readGuardians, readSheet, type Sheet } from './read.ts'
import { ReviewView } from './review-view.tsx'
import { showPlan } from './shown.ts'
import { guardianTemplate } from './template.ts'
import { guardianTexts } from './texts.ts'
import { ColumnsView, columnField, EndedView, NoSchool, type UploadProblem, UploadView } from './views.tsx'

/** Larger than any file that is read, so that one that is too large is refused in our words. */
const MAX_UPLOAD = 32 * 1024 * 1024
/** A choice for each of some thousand people. */
const MAX_CHOICES = 1024 * 1024

type OneImport = Visit<'/guardian-imports/:id', Me> | Visit<'/guardian-imports/:id/columns', Me>

const isSchool = async (visit: Visit<string, Me>) => (await keepsBirthDates(visit.work)) !== null

const showUpload = async (visit: Visit<string, Me>, problem?: UploadProblem) => {
  const { work, language } = visit
  const t = pick(language, guardianTexts)
  const imports = await lastGuardianImports(work)
  return visit.page(
    { title: t.title, status: problem ? 422 : 200 },
    <UploadView {...{ t, language, imports, problem }} />,
  )
}

const readUploaded = (bytes: Uint8Array, language: 'nl' | 'en'): Sheet | UploadProblem => {
  try {
    const sheet = readSheet(bytes)
    return 'problem' in sheet ? { kind: 'sheet', ...sheet } : sheet
  } catch (error) {
    if (!(error instanceof CsvRefused)) throw error
    return { kind: 'refused', line: error.line, text: error.in(language) }
  }
}

/** The lines of a file that waits; nothing once it was taken over, thrown away or a day old. */
const sheetOf = async (visit: OneImport, found: GuardianImport & { file: string | null }): Promise<Sheet | null> => {
  if (found.state !== 'waiting' || found.file === null) return null
  const sheet = readUploaded(await buffer(await openUpload(visit.work, visit.files, found.file)), visit.language)
  return 'header' in sheet ? sheet : null
}

const waitingOf = async (visit: OneImport) => {
  const found = await findGuardianImport(visit.work, visit.params.id)
  return found && { found, sheet: await sheetOf(visit, found) }
}

const showColumns = (
  visit: OneImport,
  id: string,
  sheet: Sheet,
  mapping: GuardianImport['mapping'],
  refused = false,
) => {
  const t = pick(visit.language, guardianTexts)
  const problem = refused ? mappingProblem(mapping) : null
  return visit.page(
    { title: t.columnsTitle, status: refused ? 422 : 200 },
    <ColumnsView {...{ t, language: visit.language, id, sheet, mapping, problem }} />,
  )
}

const showReview = async (visit: OneImport, found: GuardianImport, sheet: Sheet, changed = false) => {
  const { work, language } = visit
  const t = pick(language, guardianTexts)
  if (mappingProblem(found.mapping)) return visit.seeOther(urls.guardianColumns({ id: found.id }))
  const file = readGuardians(sheet, found.mapping)
  const { state, plan, report } = await wholeSchool(work, () => planImport(work, file))
  return visit.page(
    { title: t.reviewTitle, status: changed ? 422 : 200 },
    <ReviewView
      {...{ t, language, found, file, report, changed }}
      shown={showPlan(state, file, plan)}
      decisions={decisionsIn(visit.typed)}
      fingerprint={fingerprintOf(work, plan)}
    />,
  )
}

/** Guardians from a CSV file, in four steps: choose it, say what is in which column, look, take it over or throw it away. */
export const guardianImports = new Module('guardian-imports', {
  nl: 'Ouders uit een bestand',
  en: 'Guardians from a file',
})
  .setting({
    order: 20,
    section: 'roster',
    address: urls.guardianImports(),
    word: { nl: guardianTexts.nl.setting, en: guardianTexts.en.setting },
    text: { nl: guardianTexts.nl.settingText, en: guardianTexts.en.settingText },
    icon: 'users',
    rule: office,
    kinds: ['school'],
  })
  .get(urls.guardianImports, office, async (visit) => {
    const t = pick(visit.language, guardianTexts)
    return (await isSchool(visit)) ? showUpload(visit) : visit.page({ title: t.title }, <NoSchool t={t} />)
  })
  .get(urls.guardianTemplate, office, (visit) => visit.send(guardianTemplate, 'text/csv; charset=utf-8', 'ouders.csv'))
  .post(
    urls.guardianImports,
    office,
    async (visit) => {
      if (!(await isSchool(visit))) return visit.notFound()
      const upload = visit.file('file')
      if (!upload) return showUpload(visit, { kind: 'none' })
      const sheet = readUploaded(new Uint8Array(await upload.arrayBuffer()), visit.language)
      if (!('header' in sheet)) return showUpload(visit, sheet)
      const id = await beginGuardianImport(visit.work, visit.files, upload, guessMapping(sheet.header))
      return visit.seeOther(urls.guardianColumns({ id }))
    },
    { maxBytes: MAX_UPLOAD },
  )
  .get(urls.guardianColumns, office, async (visit) => {
    const waiting = await waitingOf(visit)
    if (!waiting) return visit.notFound()
    const { found, sheet } = waiting
    return sheet
      ? showColumns(visit, found.id, sheet, found.mapping)
      : visit.seeOther(urls.guardianImport({ id: found.id }))
  })
  .post(urls.guardianColumns, office, async (visit) => {
    const waiting = await waitingOf(visit)
    if (!waiting) return visit.notFound()
    const { found, sheet } = waiting
    if (!sheet) return visit.seeOther(urls.guardianImport({ id: found.id }))
    const mapping = mappingIn(sheet.header.length, (column) => oneOf(visit.typed, columnField(column)))
    if (mappingProblem(mapping)) return showColumns(visit, found.id, sheet, mapping, true)
    await keepMapping(visit.work, found.id, mapping)
    return visit.seeOther(urls.guardianImport({ id: found.id }))
  })
  .get(urls.guardianImport, office, async (visit) => {
    const waiting = await waitingOf(visit)
    if (!waiting) return visit.notFound()
    const { found, sheet } = waiting
    const t = pick(visit.language, guardianTexts)
    if (sheet) return showReview(visit, found, sheet)
    return visit.page({ title: t.title }, <EndedView {...{ t, language: visit.language, found }} />)
  })
  .post(
    urls.guardianImport,
    office,
    async (visit) => {
      const { work, typed, language } = visit
      // The same form sent twice at once: the second one finds it done.
      await oneImportAtATime(work)
      const waiting = await waitingOf(visit)
      if (!waiting) return visit.notFound()
      const { found, sheet } = waiting
      if (!sheet) return visit.seeOther(urls.guardianImport({ id: found.id }))
      if (mappingProblem(found.mapping)) return visit.seeOther(urls.guardianColumns({ id: found.id }))
      const file = readGuardians(sheet, found.mapping)
      const { refused, report } = await wholeSchool(work, () =>
        importGuardians(work, file, {
          decisions: decisionsIn(typed),
          shown: oneOf(typed, 'shown'),
          relation: pick(language, guardianTexts).relation,
        }),
      )
      if (refused) return showReview(visit, found, sheet, true)
      await endGuardianImport(work, found.id, report)
      return visit.seeOther(urls.guardianImport({ id: found.id }))
    },
    { maxBytes: MAX_CHOICES },
  )
  .post(
    urls.dropGuardianImport,
    office,
    async (visit) => {
      const found = await findGuardianImport(visit.work, visit.params.id)
      if (!found) return visit.notFound()
      await endGuardianImport(visit.work, found.id, null)
      return visit.seeOther(urls.guardianImports())
    },
    { maxBytes: MAX_CHOICES },
  )
