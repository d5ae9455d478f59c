import { schoolDays } from '#products/school/index.ts'
import type { Module } from '#shared/access/module.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import { office } from '../rules.ts'
import { teamTexts } from '../team-texts.ts'
import { absenceTexts } from '../texts.ts'
import { handOverFile } from './file.ts'
import { handOver, handOvers, waiting } from './queries.ts'
import { HandOverView } from './views.tsx'

/** Handing over to the pupil administration. Making a hand-over and fetching its file are two steps, so that a broken line loses nothing. */
export const handOverRoutes = (module: Module): Module =>
  module
    .about({
      nl: 'Afwezigheid overdragen aan de leerlingadministratie',
      en: 'Handing absences over to the pupil administration',
    })
    .get(urls.handOvers, office, async (visit) => {
      const [count, earlier] = await Promise.all([waiting(visit.work), handOvers(visit.work)])
      const t = teamTexts[visit.language]
      return visit.page(
        { title: t.handOver.title },
        <HandOverView
          language={visit.language}
          t={t.handOver}
          back={t.office.title}
          waiting={count}
          earlier={earlier}
        />,
      )
    })
    .post(urls.handOvers, office, async (visit) => {
      await handOver(visit.work)
      return visit.seeOther(urls.handOvers())
    })
    .get(urls.handOver, office, async (visit) => {
      const at = /^\d{13}$/.test(visit.params.at) ? new Date(Number(visit.params.at)) : null
      const words = { t: teamTexts[visit.language].handOver, grounds: absenceTexts[visit.language].grounds }
      const file = at && (await handOverFile(visit.work, at, await schoolDays(visit.work), words))
      return file ? visit.send(file, 'text/csv; charset=utf-8', `absences-${dayOf(at!)}.csv`) : visit.notFound()
    })
