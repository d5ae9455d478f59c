import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { csvFile } from '#shared/language/csv.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { deskTexts } from '../desk/texts.ts'
import { type Asked, askedIn, wantedBy } from './asked.ts'
import { kindsIn, pageIn, roleIn } from './in-words.ts'
import { privacyOfficer } from './rules.ts'
import { allLooks, searchLooks, whomMeant } from './search.ts'
import { Search, whoseInWords } from './search-view.tsx'
import { whoLookedTexts } from './texts.ts'

type Choosing = { field: 'person' | 'viewer'; typed: string; people: { id: string; name: string }[] } | null

/** Takes the one person whom a typed name can only mean; else asks. */
const settled = async ({ work }: Visit, asked: Asked): Promise<{ asked: Asked; choosing: Choosing }> => {
  let now = asked
  for (const [field, word] of [
    ['person', 'whose'],
    ['viewer', 'who'],
  ] as const) {
    const typed = now[word]
    if (!typed || now[field]) continue
    const people = await whomMeant(work, typed)
    if (people.length !== 1) return { asked: now, choosing: { field, typed, people } }
    now = { ...now, [field]: people[0]!.id, [word]: undefined }
  }
  return { asked: now, choosing: null }
}

/** The whole log of looks, for the privacy officer: by person, by viewer, by days (PROMISES P60). */
export const lookSearch = new Module('who-looked', {
  nl: 'Opzoeken wie in wiens gegevens keek',
  en: 'Searching who looked at whose data',
})
  .get(urls.looks, privacyOfficer, async (visit: Visit<string, Me>) => {
    const { work, language, routes } = visit
    const t = pick(language, whoLookedTexts)
    const read = askedIn(visit.query)
    const wrong = Object.keys(read.problems).length > 0
    const { asked, choosing } = wrong ? { asked: read.asked, choosing: null } : await settled(visit, read.asked)
    const wanted = wrong || choosing ? null : wantedBy(asked)
    const found = wanted && (await searchLooks(work, wanted))
    return visit.page(
      { title: t.search.title, wide: true, status: wrong ? 422 : 200 },
      <Search
        {...{ t, language, routes, asked, choosing, found }}
        problems={read.problems}
        back={pick(language, deskTexts).place}
      />,
    )
  })
  .get(urls.looksFile, privacyOfficer, async (visit: Visit<string, Me>) => {
    const { work, language, routes } = visit
    const { asked, problems } = askedIn(visit.query)
    const wanted = Object.keys(problems).length > 0 ? null : wantedBy(asked)
    if (!wanted) return visit.seeOther(urls.looks())
    const t = pick(language, whoLookedTexts)
    const { looks, names } = await allLooks(work, wanted)
    const rows = looks.map((look) => [
      look.at.toISOString(),
      (look.viewer && names.get(look.viewer)?.name) ?? '',
      roleIn(t, language, look),
      whoseInWords({ t, language }, names, look),
      kindsIn(language, look.kinds),
      pageIn(t, language, routes, look.place),
    ])
    return visit.send(
      csvFile([[...t.search.csv], ...rows]),
      'text/csv; charset=utf-8',
      `${language === 'nl' ? 'wie-keek' : 'who-looked'}-${work.today}.csv`,
    )
  })
