import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { childrenToAskAbout } from '#products/privacy/index.ts'
import { peopleNamed } from '#products/school/index.ts'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import { answerItem } from '#shared/attention/item.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { windowAttention } from './attention.ts'
import { type Problems, WindowForm, windowForm } from './form.tsx'
import { close, MODULE, open, topicOf, whomFor } from './opening.ts'
import { allWindows, findWindow, looksThrough, myWindows } from './queries.ts'
import { forTheSchool, opening } from './rules.ts'
import { windowTexts } from './texts.ts'
import { ChoosePerson, WindowPage, Windows } from './views.tsx'
import './personal-data.ts'

const wordsOf = ({ language }: Pick<Visit, 'language'>) => ({ t: pick(language, windowTexts), language })

/** Whose data the form offers: who was named, else oneself and the children one speaks for. */
const peopleIn = async ({ work, me }: Visit<string, Me>, about: string | null) => {
  if (about === null) return [{ id: me.id, name: me.name }, ...(await childrenToAskAbout(work, me.id))]
  const whom = z.uuid().safeParse(about).success ? await whomFor(work, me, about) : null
  return whom ? [whom] : []
}

const showForm = async (visit: Visit<string, Me>, about: string | null, typed: Typed = {}, problems: Problems = {}) => {
  const people = await peopleIn(visit, about)
  if (people.length === 0) return visit.notFound()
  const words = wordsOf(visit)
  const key = z.uuid().safeParse(typed.requestKey)
  return visit.page(
    { title: words.t.form.title, status: Object.keys(problems).length > 0 ? 422 : 200, bare: true },
    <WindowForm
      {...{ ...words, people, typed, problems }}
      sent={key.success ? key.data : randomUUID()}
      back={about !== null && forTheSchool(visit.me) ? urls.schoolSupportWindows() : urls.mySupportWindows()}
    />,
  )
}

const choosePerson = async (visit: Visit<string, Me>) => {
  const words = wordsOf(visit)
  const name = String(visit.typed.name ?? '')
    .trim()
    .slice(0, 80)
  const found = name ? await peopleNamed(visit.work, name, 20) : null
  return visit.page({ title: words.t.choose.title }, <ChoosePerson {...{ ...words, name, found }} />)
}

/** Letting the supplier look along: at oneself, at one's child, and, for the school, at anybody there. */
export const supportWindows = new Module(MODULE, {
  nl: 'De leverancier laten meekijken, en zien wat hij zag',
  en: 'Let the supplier look along, and see what they saw',
})
  .attention(windowAttention)
  .get(urls.mySupportWindows, opening, async (visit) => {
    const words = wordsOf(visit)
    return visit.page(
      { title: words.t.title },
      <Windows
        {...words}
        windows={await myWindows(visit.work, visit.me)}
        text={words.t.intro}
        back={{ to: urls.myData(), word: words.t.mine }}
        open={{ to: urls.newSupportWindow(), word: words.t.open }}
      />,
    )
  })
  .get(urls.newSupportWindow, opening, (visit) => showForm(visit, visit.query.get('about')))
  .post(urls.newSupportWindow, opening, async (visit) => {
    const { work, me, typed } = visit
    const about = typeof typed.about === 'string' ? typed.about : ''
    const whom = z.uuid().safeParse(about).success ? await whomFor(work, me, about) : null
    if (!whom) return visit.notFound()
    const named = whom.as === 'school' ? about : null
    const form = visit.form(windowForm)
    if (!form.ok) return showForm(visit, named, form.typed, form.problems)
    const { requestKey: id, ...asked } = form.value
    const opened = await open(work, me, whom, { id, ...asked })
    if (opened !== 'done') return showForm(visit, named, typed, { form: opened })
    return visit.seeOther(urls.supportWindow({ id }))
  })
  .get(urls.supportWindow, opening, async (visit) => {
    const { work, me, params } = visit
    const window = await findWindow(work, me, params.id)
    if (!window) return visit.notFound()
    await answerItem(work, { module: MODULE, subject: window.id, by: me.id })
    const words = wordsOf(visit)
    return visit.page(
      { title: words.t.page.title(window.name), live: topicOf(window.id) },
      <WindowPage
        {...{ ...words, window }}
        looks={await looksThrough(work, window.id)}
        back={window.openedAs === 'school' && forTheSchool(me) ? urls.schoolSupportWindows() : urls.mySupportWindows()}
      />,
    )
  })
  .post(urls.closeSupportWindow, opening, async (visit) => {
    const { work, me, params } = visit
    const window = await findWindow(work, me, params.id)
    if (!window) return visit.notFound()
    await close(work, me, window)
    return visit.seeOther(urls.supportWindow({ id: window.id }))
  })
  .about({ nl: 'De leverancier bij iemand laten meekijken', en: 'Let the supplier look along at somebody' })
  .get(urls.schoolSupportWindows, forTheSchool, async (visit) => {
    const words = wordsOf(visit)
    return visit.page(
      { title: words.t.title },
      <Windows
        {...words}
        windows={await allWindows(visit.work, visit.me)}
        text={words.t.school}
        back={
          visit.me.is('privacy-officer', 'administrator')
            ? { to: urls.privacyDesk(), word: words.t.desk }
            : { to: urls.mySupportWindows(), word: words.t.mine }
        }
        open={{ to: urls.chooseSupported(), word: words.t.openFor }}
      />,
    )
  })
  .get(urls.chooseSupported, forTheSchool, choosePerson)
  // A name that was typed stands in no address.
  .post(urls.chooseSupported, forTheSchool, choosePerson, { staysOpen: 'to-readers' })
