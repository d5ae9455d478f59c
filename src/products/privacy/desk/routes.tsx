import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { dayLong } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { watching } from '../rules.ts'
import { type EvidenceOf, evidenceArchive } from './evidence-file.tsx'
import { allDeskParts } from './parts.ts'
import { deskTexts } from './texts.ts'
import { Desk, EvidencePage, type Proved, type Standings } from './views.tsx'

const partsFor = (me: Me) =>
  allDeskParts()
    .filter(({ rule }) => rule?.(me) ?? true)
    .sort((one, other) => one.order - other.order)

const evidenceOf = async ({ work, language, site, me }: Visit<string, Me>): Promise<EvidenceOf> => {
  const parts: Proved[number][] = []
  for (const part of partsFor(me)) parts.push({ ...part, ...(await part.evidence(work, language)) })
  return { language, name: site.name, made: work.today, day: dayLong(language, work.today, { year: true }), parts }
}

const urgency = { act: 0, waits: 1, fine: 2 } as const

/** The first page of who watches over personal data here. */
export const desk = new Module('privacy-desk', { nl: 'Het overzicht van privacy', en: 'The privacy overview' })
  .place({
    order: 82,
    address: urls.privacyDesk(),
    word: { nl: deskTexts.nl.place, en: deskTexts.en.place },
    icon: 'shield-check',
    rule: watching,
    railOnly: true,
  })
  .get(urls.privacyDesk, watching, async (visit) => {
    const { language } = visit
    const parts: Standings[number][] = []
    for (const part of partsFor(visit.me)) parts.push({ ...part, stands: await part.stands(visit) })
    return visit.page(
      { title: deskTexts[language].title },
      <Desk
        t={deskTexts[language]}
        language={language}
        parts={parts.sort((one, other) => urgency[one.stands.state] - urgency[other.stands.state])}
      />,
    )
  })
  .about({ nl: 'Bewijs over privacy voor het bestuur', en: 'Evidence about privacy for the board' })
  .get(urls.privacyEvidence, watching, async (visit) => {
    const t = deskTexts[visit.language]
    return visit.page({ title: t.evidence, wide: true }, <EvidencePage t={t} {...(await evidenceOf(visit))} />)
  })
  .get(urls.privacyEvidenceFile, watching, async (visit) =>
    visit.send(new Blob([await evidenceArchive(await evidenceOf(visit))]).stream(), 'application/zip', 'evidence.zip'),
  )
