import { listGroups } from '#products/school/index.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { csvFile } from '#shared/language/csv.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { pupil } from '../rules.ts'
import { attentionOf, percentOf } from './figures.ts'
import { resultInWords } from './in-words.ts'
import { PupilPage } from './pupil.tsx'
import { classOf, feedbackOf } from './queries.ts'
import { follows, RESULTS } from './rules.ts'
import { resultTexts } from './texts.ts'
import { toDo } from './to-do/queries.ts'
import { ToDoList } from './to-do/views.tsx'
import { ClassPicture, ClassTables, Groups } from './views.tsx'
import './personal-data.ts'

const wordsOf = ({ language }: Pick<Visit, 'language'>) => ({ t: pick(language, resultTexts), language })

const open = (visit: Visit<'/results/:group' | '/results/:group/file' | '/results/:group/pupils/:pupil', Me>) =>
  classOf(visit.work, visit.me, visit.params.group)

/** What a class made of its tests and assignments, for who teaches it (PROMISES P05). */
export const results = new Module(RESULTS, {
  nl: 'De resultaten van de eigen groep zien',
  en: 'See the results of the own group',
})
  .switchable({
    word: { nl: resultTexts.nl.title, en: resultTexts.en.title },
    text: {
      nl: 'De leerkracht ziet hoe de groep en elk kind het maken, uit toetsen en uit opdrachten van Microsoft Teams.',
      en: 'The teacher sees how the group and each child are doing, from tests and from assignments of Microsoft Teams.',
    },
    kinds: ['school'],
  })
  .place({
    order: 36,
    address: urls.results(),
    word: { nl: resultTexts.nl.title, en: resultTexts.en.title },
    icon: 'chart-no-axes-column',
    rule: follows,
    railOnly: true,
  })
  .today({
    order: 0,
    rule: pupil,
    show: async ({ work, me, language }) => {
      const list = await toDo(work, me)
      return list.length > 0 && <ToDoList {...wordsOf({ language })} today={work.today} list={list} />
    },
  })
  .get(urls.results, follows, async (visit) => {
    const groups = await listGroups(visit.work, visit.me)
    const [only, ...others] = groups
    if (only && others.length === 0) return visit.seeOther(urls.resultsOf({ group: only.id }))
    const words = wordsOf(visit)
    return visit.page({ title: words.t.title }, <Groups {...words} groups={groups} />)
  })
  .get(urls.resultsOf, follows, async (visit) => {
    const page = await open(visit)
    if (!page) return visit.notFound()
    const words = wordsOf(visit)
    const { today } = visit.work
    const shown = { ...words, page, today }
    const { query } = visit
    const subject = page.found.subjects.find((one) => one === query.get('subject')) ?? null
    const ids = page.pupils.map(({ id }) => id)
    return visit.page(
      { title: words.t.title, wide: true },
      query.get('as') === 'table' ? (
        <ClassTables {...shown} />
      ) : (
        <ClassPicture {...shown} subject={subject} attention={attentionOf(page.found, ids, today)} />
      ),
    )
  })
  .get(urls.resultsFile, follows, async (visit) => {
    const page = await open(visit)
    if (!page) return visit.notFound()
    const words = wordsOf(visit)
    const { t } = words
    const rows = page.pupils.flatMap(({ id, name }) =>
      page.found.tests.flatMap((test) => {
        const result = page.found.at(test.id, id)
        return result
          ? [[name, test.subject, test.name, result.on, resultInWords(result, words), percentOf(result), test.goal]]
          : []
      }),
    )
    const head = [t.pupil, t.subject, t.test, t.day, t.result, '%', t.goal]
    return visit.send(csvFile([head, ...rows]), 'text/csv; charset=utf-8', `${t.file}-${visit.work.today}.csv`)
  })
  .get(urls.resultsOfPupil, follows, async (visit) => {
    const page = await open(visit)
    const pupil = page?.pupils.find(({ id }) => id === visit.params.pupil)
    if (!page || !pupil) return visit.notFound()
    const words = wordsOf(visit)
    return visit.page(
      { title: pupil.name },
      <PupilPage
        {...words}
        {...{ page, pupil }}
        today={visit.work.today}
        feedback={await feedbackOf(visit.work, pupil.id, page.since)}
      />,
    )
  })
