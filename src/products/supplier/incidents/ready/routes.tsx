import { Readable } from 'node:stream'
import { choiceOf, supplierOf } from '#products/privacy/index.ts'
import { isLetterLanguage } from '#products/school/index.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { type Language, pick } from '#shared/language/index.ts'
import { plainLetters } from '#shared/paper/plain-letter.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import { deedsOf, findIncident } from '../reading.ts'
import { titleOf } from '../register-view.tsx'
import { TOPIC } from '../reporting.ts'
import { keeper } from '../rules.ts'
import { type About, formSections, type Organisation } from './form-sections.ts'
import { peopleLetter, schoolLetter, sixItemsIn } from './letters.ts'
import { readyTexts } from './texts.ts'
import { Ready } from './views.tsx'

const organisationOf = async (work: Work): Promise<Organisation> => {
  const own = await work.db
    .selectFrom('organisation')
    .leftJoin('organisation as board', 'board.id', 'organisation.board_id')
    .select(['organisation.name', 'board.name as board'])
    .where('organisation.id', '=', work.organisation)
    .executeTakeFirstOrThrow()
  const supplier = await supplierOf(work)
  const contact = (await choiceOf(work, 'contact'))?.value
  const officer = contact && [contact.officer, contact.officerMail, contact.officerPhone].filter(Boolean).join(', ')
  return { ...own, supplier: supplier?.name ?? null, officer: officer || null }
}

type OfIncident = Visit<string, Me> & { readonly params: { readonly id: string } }

const aboutIt = async ({ work, params }: OfIncident, language: Language): Promise<About | null> => {
  const incident = await findIncident(work, params.id)
  if (!incident) return null
  return { language, incident, deeds: await deedsOf(work, incident.id), organisation: await organisationOf(work) }
}

/** Letters and the report to the authority, prepared from the incident (PROMISES P72, P73; art. 33 and 34 GDPR). */
export const incidentTextsReady = new Module('incident-texts', {
  nl: 'Brieven en de melding over een incident klaarzetten',
  en: 'Preparing letters and the report about an incident',
})
  .get(urls.incidentReady, keeper, async (visit) => {
    const { language, work } = visit
    const about = await aboutIt(visit, language)
    if (!about) return visit.notFound()
    const t = pick(language, readyTexts)
    const { id, rehearsal } = about.incident
    return visit.page(
      { title: t.title, live: TOPIC },
      <Ready
        {...{ t, language, id, rehearsal }}
        title={titleOf(about.incident)}
        items={sixItemsIn(about)}
        sections={formSections(about, work.now)}
      />,
    )
  })
  .get(urls.incidentLetter, keeper, async (visit) => {
    const { work, site, params, language } = visit
    const { letter: asked } = params
    if (asked !== 'school' && !isLetterLanguage(asked)) return visit.notFound()
    const about = await aboutIt(visit, asked === 'school' ? language : asked === 'en' ? 'en' : 'nl')
    if (!about) return visit.notFound()
    const letter = asked === 'school' ? schoolLetter(about, work.now) : peopleLetter(about, asked, work.now)
    const pdf = await plainLetters({ sender: site, language: about.language, title: letter.title, letters: [letter] })
    const { file } = pick(language, readyTexts).letter
    return visit.send(Readable.toWeb(pdf) as ReadableStream, 'application/pdf', `${file}-${asked}.pdf`)
  })
