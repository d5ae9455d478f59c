import { Readable } from 'node:stream'
import { Module } from '#shared/access/module.ts'
import { withRole } from '#shared/access/rule.ts'
import { pick } from '#shared/language/index.ts'
import { plainLetters } from '#shared/paper/plain-letter.ts'
import { List, Row } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { onPaper } from './paper.ts'
import { countOnPaper, lastBatches, notPrinted, paperLetters, printed } from './queries.ts'
import { letterTexts } from './texts.ts'
import { Letters } from './views.tsx'

const office = withRole(
  { nl: 'de administratie en de directie', en: 'the office and the principal' },
  'administrator',
  'principal',
)

/** What waits for guardians whom no message can reach, as letters for the office to print. */
export const letters = new Module('paper-letters', {
  nl: 'Brieven voor ouders zonder account',
  en: 'Letters for guardians without an account',
})
  .setting({
    order: 46,
    section: 'school',
    address: urls.paperLetters(),
    word: { nl: letterTexts.nl.title, en: letterTexts.en.title },
    text: { nl: letterTexts.nl.text, en: letterTexts.en.text },
    icon: 'printer',
    rule: office,
    kinds: ['school'],
  })
  .today({
    order: 75,
    rule: office,
    show: async ({ work, language }) => {
      const count = await countOnPaper(work)
      if (count === 0) return null
      const t = pick(language, letterTexts)
      return (
        <List roomy>
          <Row title={t.waiting(count)} text={t.text} icon="printer" to={urls.paperLetters()} />
        </List>
      )
    },
  })
  .get(urls.paperLetters, office, async (visit) => {
    const { work, language } = visit
    const t = pick(language, letterTexts)
    return visit.page(
      { title: t.title },
      <Letters {...{ t, language }} letters={await paperLetters(work, visit)} batches={await lastBatches(work)} />,
    )
  })
  .post(urls.paperLetters, office, async (visit) => {
    const known = new Set((await paperLetters(visit.work, visit)).map(({ person }) => person))
    const asked = [visit.typed.person ?? []].flat().filter((person) => known.has(person))
    if (asked.length > 0) await printed(visit.work, asked)
    return visit.seeOther(urls.paperLetters())
  })
  .get(urls.printLetters, office, async (visit) => {
    const { work, site, language, query } = visit
    const t = pick(language, letterTexts)
    const found = await paperLetters(work, visit, query.get('batch'))
    if (found.length === 0) return visit.notFound()
    const pages = found.map(onPaper(t, language, work.today))
    const pdf = await plainLetters({ sender: site, language, title: t.title, letters: pages })
    return visit.send(Readable.toWeb(pdf) as ReadableStream, 'application/pdf', `${t.letter.file}.pdf`)
  })
  .post(urls.lettersBack, office, async (visit) =>
    (await notPrinted(visit.work, visit.params.batch)) ? visit.seeOther(urls.paperLetters()) : visit.notFound(),
  )
