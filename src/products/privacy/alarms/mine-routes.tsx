import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { List, Row } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { countUnanswered, explain, myQuestions } from './queries.ts'
import { reason } from './routes.tsx'
import { team } from './rules.ts'
import { alarmTexts } from './texts.ts'
import { MyQuestions } from './views.tsx'

const show = async (visit: Visit<string, Me>, refused: { id: string; text: string; problem: string } | null = null) => {
  const { work, me, language } = visit
  const t = pick(language, alarmTexts)
  return visit.page(
    { title: t.mine.title, status: refused ? 422 : 200 },
    <MyQuestions
      {...{ t, language, refused }}
      questions={await myQuestions(work, me)}
      sent={visit.query.has('sent')}
    />,
  )
}

/** Questions about one's own looks: open to whoever was asked, whatever was kept from them. */
export const myLooks = new Module(
  'my-looks',
  { nl: 'Uitleggen waarom je iets bekeek', en: 'Explaining why you looked at something' },
  { staysOpen: 'always' },
)
  .today({
    order: 4,
    rule: team,
    show: async ({ work, me, language }) => {
      if ((await countUnanswered(work, me)) === 0) return null
      const { mine } = pick(language, alarmTexts)
      return (
        <List>
          <Row title={mine.today} text={mine.todayText} icon="eye" to={urls.myLooks()} />
        </List>
      )
    },
  })
  .get(urls.myLooks, team, (visit) => show(visit))
  .get(urls.explainLooks, team, async (visit) => {
    const mine = (await myQuestions(visit.work, visit.me)).some(({ id }) => id === visit.params.id)
    return mine ? visit.seeOther(urls.myLooks()) : visit.notFound()
  })
  .post(urls.explainLooks, team, async (visit) => {
    const { work, me, language } = visit
    const { id } = visit.params
    const asked = (await myQuestions(work, me)).find((one) => one.id === id)
    if (!asked) return visit.notFound()
    const form = visit.form(reason)
    if (!form.ok) {
      const { problems } = pick(language, alarmTexts).mine
      const text = typeof form.typed.text === 'string' ? form.typed.text : ''
      return show(visit, { id, text, problem: form.problems.text === 'long' ? problems.long : problems.text })
    }
    await explain(work, me, id, form.value.text)
    return visit.seeOther(urls.myLooks({ sent: 'yes' }))
  })
