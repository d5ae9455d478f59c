import { Module } from '#shared/access/module.ts'
import type { Me } from '#shared/identity/me.ts'
import { dayLong } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { watching } from '../rules.ts'
import { deskParts } from './parts.ts'
import { deskTexts } from './texts.ts'
import { Desk, EvidencePage, type Proved, type Standings } from './views.tsx'

const partsFor = (me: Me) =>
  deskParts.filter(({ rule }) => rule?.(me) ?? true).sort((one, other) => one.order - other.order)

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
    const { work, language, site } = visit
    const t = deskTexts[language]
    const parts: Proved[number][] = []
    for (const part of partsFor(visit.me)) parts.push({ ...part, ...(await part.evidence(work, language)) })
    const day = dayLong(language, work.today, { year: true })
    return visit.page(
      { title: t.evidence, wide: true },
      <EvidencePage t={t} language={language} name={site.name} day={day} parts={parts} />,
    )
  })
