import { randomUUID } from 'node:crypto'
import type { Language } from '#shared/language/index.ts'
import { documentOfTyped } from '#shared/rich-text/index.ts'
import type { Block, Content } from '../blocks/content.ts'
import type { PageKind } from '../pages/tree.ts'
import type { Answers } from './questions.ts'
import { templateTexts } from './template-texts.ts'

type TemplatePage = {
  readonly kind: PageKind
  readonly content: Content
  readonly inMenu: boolean
  /** Where one enrols: the home page leads there. */
  readonly enrols?: true
}

const block = (type: string, data: Block['data']): Block => ({ id: randomUUID(), type, data })
const text = (typed: string): Block => block('text', { text: documentOfTyped(typed) })

const page = (
  kind: PageKind,
  title: string,
  summary: string,
  blocks: readonly Block[],
  inMenu = true,
): TemplatePage => ({
  kind,
  inMenu,
  content: { title, summary, action: null, picture: null, blocks },
})

/** "Juf Naima: groep 5" on a line of its own becomes a name with what that person does. */
const peopleIn = (typed: string) =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [name = '', ...role] = line.split(':')
      return { name: name.trim().slice(0, 300), role: role.join(':').trim().slice(0, 300), picture: '' }
    })

/** The pages of a whole site, filled in with what was answered; the home page first. `form`: with which one writes to school. */
export const templatePages = (
  language: Language,
  answers: Answers,
  enrol: string,
  form: string | null,
): TemplatePage[] => {
  const t = templateTexts[language]
  const team = peopleIn(answers.team)
  return [
    page('home', answers.headline, answers.about, [
      block('agenda', { title: t.agenda.title, count: 3 }),
      block('news', { title: t.news.title, count: 3 }),
      block('call', { title: t.enrol.call, text: answers.visit, words: t.enrol.title, to: `page:${enrol}` }),
    ]),
    page('page', t.school.title, answers.about, [text(t.school.text(answers.size))]),
    page('page', t.groups.title, t.groups.summary, [text(t.groups.text(answers.size))]),
    page('page', t.practical.title, t.practical.summary, [
      text(t.practical.text(answers.hours)),
      block('accordion', { items: t.practical.questions }),
    ]),
    page('page', t.agenda.title, t.agenda.summary, [block('agenda', { title: t.agenda.coming, count: 50 })]),
    page('newsroom', t.news.title, t.news.summary, []),
    { ...page('page', t.enrol.title, t.enrol.summary, [text(t.enrol.text(answers.visit))]), enrols: true },
    page(
      'page',
      t.team.title,
      t.team.summary,
      team.length > 0 ? [block('people', { people: team })] : [text(t.team.empty)],
      false,
    ),
    page('page', t.working.title, t.working.summary, [text(t.working.text)], false),
    page(
      'page',
      t.contact.title,
      t.contact.summary,
      [text(t.contact.text(answers.address, answers.phone, answers.email)), ...(form ? [block('form', { form })] : [])],
      false,
    ),
  ]
}
