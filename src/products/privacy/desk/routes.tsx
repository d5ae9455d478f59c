import { Module } from '#shared/access/module.ts'
import { urls } from '#src/urls.ts'
import { watching } from '../rules.ts'
import { deskParts } from './parts.ts'
import { deskTexts } from './texts.ts'
import { Desk, type Standings } from './views.tsx'

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
    const mine = deskParts.filter(({ rule }) => rule?.(visit.me) ?? true)
    for (const part of mine.toSorted((one, other) => one.order - other.order))
      parts.push({ ...part, stands: await part.stands(visit) })
    return visit.page(
      { title: deskTexts[language].title },
      <Desk
        t={deskTexts[language]}
        language={language}
        parts={parts.sort((one, other) => urgency[one.stands.state] - urgency[other.stands.state])}
      />,
    )
  })
