import { z } from 'zod'
import { Module } from '#shared/access/module.ts'
import { rule } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { urls } from '#src/urls.ts'
import { allPurposes, purposeNamed } from './purpose.ts'
import { beginUpload, howFar, type Received, receivePart } from './receiving.ts'
import { problemSentence, type UploadProblem } from './texts.ts'

/** A part, with what a form puts around it. */
const PART_BYTES = 1024 * 1024
const ROOM = 16 * 1024

const uploader = rule({ nl: 'wie ergens een bestand bij mag doen', en: 'who may add a file to something' }, (me) =>
  allPurposes().some((purpose) => purpose.rule(me)),
)

const beginning = z.object({ purpose: z.string(), name: z.string().min(1).max(500), size: z.coerce.number().int() })
const place = z.object({ at: z.coerce.number().int().min(0) })

const refused = (visit: Visit<string, Me>, problem: UploadProblem, maxBytes: number) =>
  visit.json({ problem: problemSentence(visit.language, problem, maxBytes) }, 422)

const answer = (visit: Visit<string, Me>, { received, state, problem }: Received, maxBytes: number) =>
  problem ? refused(visit, problem, maxBytes) : visit.json({ received, state })

/**
 * Files in parts (docs/decisions/0042): begin, send part after part, ask how far it came after the line broke. What a module
 * allows says its purpose; the pages work with a plain form too.
 */
export const uploads = new Module('uploads', { nl: 'Bestanden opsturen', en: 'Uploading files' })
  .post(urls.uploads, uploader, async (visit) => {
    const form = visit.form(beginning)
    const purpose = form.ok ? purposeNamed(form.value.purpose) : undefined
    if (!form.ok || !purpose?.rule(visit.me)) return visit.notFound()
    const { name, size } = form.value
    const begun = await beginUpload(visit.work, purpose, { person: visit.me.id, name, bytes: size })
    return 'problem' in begun ? refused(visit, begun.problem, purpose.maxBytes) : visit.json({ ...begun, received: 0 })
  })
  .get(urls.upload, uploader, async (visit) => {
    const found = await howFar(visit.work, visit.me.id, visit.params.id)
    const purpose = found && purposeNamed(found.purpose)
    return purpose ? answer(visit, found, purpose.maxBytes) : visit.notFound()
  })
  .post(
    urls.upload,
    uploader,
    async (visit) => {
      const { work, me, files, params } = visit
      const found = await howFar(work, me.id, params.id)
      const purpose = found && purposeNamed(found.purpose)
      const form = visit.form(place)
      const part = visit.file('part')
      if (!purpose || !form.ok || !part) return visit.notFound()
      const bytes = Buffer.from(await part.arrayBuffer())
      const received = await receivePart(work, files, purpose, {
        upload: params.id,
        person: me.id,
        at: form.value.at,
        bytes,
      })
      return received ? answer(visit, received, purpose.maxBytes) : visit.notFound()
    },
    { maxBytes: PART_BYTES + ROOM },
  )
