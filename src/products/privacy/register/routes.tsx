import { Module } from '#shared/access/module.ts'
import { rule, withRole } from '#shared/access/rule.ts'
import { urls } from '#src/urls.ts'
import { watching } from '../rules.ts'
import { dataMapCsv, registerCsv } from './files.ts'
import { registerOf } from './register.ts'
import { registerTexts } from './texts.ts'
import { Register } from './views.tsx'

const reader = withRole(
  {
    nl: 'de privacyfunctionaris, de administratie, het bestuur en de leverancier',
    en: 'the privacy officer, the office, the board and the supplier',
  },
  'privacy-officer',
  'administrator',
  'board',
  'supplier',
)

/** Who has no desk that leads here. */
const apart = rule(reader.words, (me) => reader(me) && !watching(me))

const CSV = 'text/csv; charset=utf-8'

/** The register of processing and the data map: made of the declarations, to read and to take along (art. 30 GDPR). */
export const register = new Module('privacy-register', {
  nl: 'Het register van verwerkingen',
  en: 'The register of processing',
})
  .place({
    order: 83,
    address: urls.register(),
    word: { nl: registerTexts.nl.place, en: registerTexts.en.place },
    icon: 'book-open',
    rule: apart,
    railOnly: true,
  })
  .get(urls.register, reader, async (visit) => {
    const { work, language } = visit
    const t = registerTexts[language]
    return visit.page(
      { title: t.title },
      <Register desk={watching(visit.me)} t={t} language={language} lines={await registerOf(work)} />,
    )
  })
  .get(urls.registerFile, reader, async (visit) => {
    const { work, language } = visit
    switch (visit.params.file) {
      case 'csv':
        return visit.send(registerCsv(language, await registerOf(work)), CSV, 'register.csv')
      case 'json':
        return visit.send(`${JSON.stringify(await registerOf(work), null, 2)}\n`, 'application/json', 'register.json')
      case 'map':
        return visit.send(await dataMapCsv(work, language), CSV, 'data-map.csv')
      default:
        return visit.notFound()
    }
  })
