import { z } from 'zod'
import { requestKey } from '#shared/access/form.ts'
import type { Module } from '#shared/access/module.ts'
import { urls } from '#src/urls.ts'
import { office, team } from '../rules.ts'
import { noteCall, outcomes } from './queries.ts'

const call = z.object({
  requestKey,
  pupil: z.uuid(),
  guardian: z.uuid(),
  outcome: z.enum(outcomes),
  group: z.uuid().optional(),
})

/** What came of a call about a child who was neither seen nor reported. */
export const callingRoutes = (module: Module): Module =>
  module
    .about({ nl: 'Bellen over een kind dat er niet is', en: 'Calling about a pupil who is not there' })
    .post(urls.absenceCalls, team, async (visit) => {
      const form = visit.form(call)
      if (!form.ok || !(await noteCall(visit.work, visit.me, form.value))) return visit.notFound()
      const { group } = form.value
      if (group) return visit.seeOther(urls.dayList({ group }))
      return visit.seeOther(office(visit.me) ? urls.schoolAbsences() : urls.dayLists())
    })
