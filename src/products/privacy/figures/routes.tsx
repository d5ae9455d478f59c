import { z } from 'zod'
import { Module } from '#shared/access/module.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { deskTexts } from '../desk/texts.ts'
import { watching } from '../rules.ts'
import { decide, figuresFile, figuresOf, switchOf } from './queries.ts'
import { figuresTexts } from './texts.ts'
import { FiguresPage } from './views.tsx'

const decision = z.object({ allowed: z.enum(['yes', 'no']) })

/** Anonymous figures that may leave to make the product better: off until the school says otherwise (PROMISES P13). */
export const figures = new Module('figures', {
  nl: 'Anonieme cijfers: zien wat er weggaat, en of dat mag',
  en: 'Anonymous figures: seeing what leaves, and whether it may',
})
  .setting({
    order: 80,
    section: 'school',
    address: urls.figures(),
    word: { nl: figuresTexts.nl.title, en: figuresTexts.en.title },
    text: { nl: figuresTexts.nl.switch, en: figuresTexts.en.switch },
    icon: 'chart-no-axes-column',
    rule: watching,
  })
  .get(urls.figures, watching, async (visit) => {
    const { work, language, routes } = visit
    const t = pick(language, figuresTexts)
    return visit.page(
      { title: t.title },
      <FiguresPage
        {...{ t, language, routes }}
        found={await figuresOf(work)}
        stands={await switchOf(work)}
        back={pick(language, deskTexts).place}
      />,
    )
  })
  .post(urls.figures, watching, async (visit) => {
    const form = visit.form(decision)
    if (form.ok) await decide(visit.work, visit.me, form.value.allowed === 'yes')
    return visit.seeOther(urls.figures())
  })
  .get(urls.figuresFile, watching, async (visit) => {
    const found = await figuresOf(visit.work)
    return visit.send(figuresFile(found), 'application/json', `schoolplein-${found.month}.json`)
  })
