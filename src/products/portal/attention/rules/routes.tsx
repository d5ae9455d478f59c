import { typedTime } from '#products/school/index.ts'
import { Module } from '#shared/access/module.ts'
import { rule, withRole } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { clock, dayLong, pick } from '#shared/language/index.ts'
import { BackLink, Notice, Stack } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { homeTexts } from '../home/texts.ts'
import { Today } from '../home/views.tsx'
import { inventedFamily } from './invented-family.ts'
import { keepMessageRules, type MessageRules, messageRules, messagesThisWeek } from './message-rules.ts'
import { rulesTexts } from './texts.ts'
import { RulesView } from './views.tsx'

const settingUp = withRole(
  { nl: 'de administratie en de directie', en: 'the office and the principal' },
  'administrator',
  'principal',
)
const team = rule({ nl: 'wie op school werkt', en: 'who works at the school' }, (me) => me.staff)

type Typed = Readonly<Record<string, unknown>>
type Problems = { readonly times?: true; readonly answerWithin?: true }

const typedOf = ({ answerWithin, team: hours }: MessageRules): Typed => ({
  answerWithin: answerWithin === null ? '' : String(answerWithin),
  from: hours?.from ?? '',
  until: hours?.until ?? '',
})

const parse = (typed: Typed): { rules: MessageRules; problems: Problems } => {
  const within = typed.answerWithin === '' || typed.answerWithin === undefined ? null : Number(typed.answerWithin)
  const [from, until] = [typedTime.safeParse(typed.from), typedTime.safeParse(typed.until)]
  const empty = !typed.from && !typed.until
  const right = from.success && until.success && from.data < until.data
  const known = within === null || (Number.isInteger(within) && within >= 1 && within <= 10)
  return {
    rules: { answerWithin: within, team: right ? { from: from.data, until: until.data } : null },
    problems: { ...(empty || right ? {} : { times: true }), ...(known ? {} : { answerWithin: true }) },
  }
}

const show = async (visit: Visit<string, Me>, typed: Typed, problems: Problems = {}) => {
  const t = pick(visit.language, rulesTexts)
  const week = await messagesThisWeek(visit.work)
  const status = Object.keys(problems).length > 0 ? 422 : 200
  return visit.page(
    { title: t.title, status },
    <RulesView t={t} typed={typed} problems={problems} week={week} saved={visit.query.has('saved')} />,
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
  .get(urls.messageRules, settingUp, async (visit) => show(visit, typedOf(await messageRules(visit.work))))
  .post(urls.messageRules, settingUp, async (visit) => {
    const { rules, problems } = parse(visit.typed)
    if (Object.keys(problems).length > 0) return show(visit, visit.typed, problems)
    await keepMessageRules(visit.work, rules)
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
