import { Module } from '#shared/access/module.ts'
import { rule, withRole } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import { houseRules } from '#shared/attention/house-rules.ts'
import type { Me } from '#shared/identity/me.ts'
import { clock, dayLong, pick } from '#shared/language/index.ts'
import { BackLink, List, Notice, Row, Stack } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { homeTexts } from '../home/texts.ts'
import { Today } from '../home/views.tsx'
import { inventedFamily } from './invented-family.ts'
import { keepHouseRules, messagesThisWeek } from './message-rules.ts'
import { countLate, lateQuestions, promiseKept } from './promise.ts'
import { rulesTexts } from './texts.ts'
import { type Problems, parse, type Typed, typedOf } from './typed.ts'
import { RulesView } from './views.tsx'

const settingUp = withRole(
  { nl: 'de administratie en de directie', en: 'the office and the principal' },
  'administrator',
  'principal',
)
const team = rule({ nl: 'wie op school werkt', en: 'who works at the school' }, (me) => me.staff)

const show = async (visit: Visit<string, Me>, typed: Typed, problems: Problems = {}) => {
  const { work, language, query } = visit
  const t = pick(language, rulesTexts)
  const status = Object.keys(problems).length > 0 ? 422 : 200
  return visit.page(
    { title: t.title, status },
    <RulesView
      {...{ t, language, typed, problems }}
      week={await messagesThisWeek(work)}
      kept={await promiseKept(work)}
      late={await lateQuestions(work)}
      saved={query.has('saved')}
    />,
  )
}

/** What the school promises about messages and when they reach its team; and how it looks for a guardian. */
export const messageSettings = new Module('message-rules', {
  nl: 'Afspraken over berichten',
  en: 'Rules about messages',
})
  .setting({
    order: 45,
    section: 'school',
    address: urls.messageRules(),
    word: { nl: rulesTexts.nl.title, en: rulesTexts.en.title },
    text: { nl: rulesTexts.nl.text, en: rulesTexts.en.text },
    icon: 'bell',
    rule: settingUp,
    kinds: ['school'],
  })
  .today({
    order: 40,
    rule: settingUp,
    show: async ({ work, language }) => {
      const count = await countLate(work)
      if (count === 0) return null
      const t = pick(language, rulesTexts)
      return (
        <List roomy>
          <Row title={t.lateTitle(count)} text={t.lateText} icon="clock" to={urls.messageRules()} />
        </List>
      )
    },
  })
  .get(urls.messageRules, settingUp, async (visit) => show(visit, typedOf(await houseRules(visit.work))))
  .post(urls.messageRules, settingUp, async (visit) => {
    const { rules, problems } = parse(visit.typed)
    if (Object.keys(problems).length > 0) return show(visit, visit.typed, problems)
    await keepHouseRules(visit.work, rules)
    return visit.seeOther(urls.messageRules({ saved: 'yes' }))
  })
  .about({ nl: 'Kijken als ouder, zonder echte gegevens', en: 'Looking as a guardian, without real data' })
  .get(urls.lookAsGuardian, team, (visit) => {
    const { language, work, site } = visit
    const t = pick(language, homeTexts)
    const looking = (
      <Stack>
        <BackLink to={urls.home()}>{t.back}</BackLink>
        <Notice kind="waiting" icon="eye">
          {pick(language, rulesTexts).looking}
        </Notice>
      </Stack>
    )
    return visit.page(
      { title: pick(language, rulesTexts).look },
      <>
        {looking}
        <Today
          t={t}
          language={language}
          day={dayLong(language, work.today)}
          at={clock(language, work.now)}
          list={inventedFamily(site, language, work)}
          asks={[]}
          parts={[]}
          action={null}
        />
      </>,
    )
  })
