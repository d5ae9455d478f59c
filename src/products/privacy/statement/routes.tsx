import { Module } from '#shared/access/module.ts'
import { anyone, signedIn } from '#shared/access/rule.ts'
import { urls } from '#src/urls.ts'
import { listVersions, markSeen, unseenChange, versionWithBefore, wordsNow } from './queries.ts'
import { statementTexts } from './texts.ts'
import { Changed, Statement, StatementVersion } from './views.tsx'
import './personal-data.ts'

/** The privacy statement on the organisation's own host, for everyone, with all its versions (art. 12–14 GDPR; PROMISES P43). */
export const statement = new Module(
  'privacy-statement',
  { nl: 'De privacyverklaring', en: 'The privacy statement' },
  { staysOpen: 'always' },
)
  .today({
    order: 6,
    rule: signedIn,
    show: async ({ work, me, language }) => {
      const which = await unseenChange(work, me)
      return which && <Changed t={statementTexts[language]} which={which} />
    },
  })
  .get(urls.privacy, anyone, async (visit) => {
    const { work, me, language } = visit
    const t = statementTexts[language]
    const versions = await listVersions(work)
    if (me && versions[0]) await markSeen(work, me, versions[0].number)
    return visit.page(
      { title: t.title },
      <Statement
        t={t}
        language={language}
        words={versions[0]?.words ?? (await wordsNow(work))}
        versions={versions}
        stranger={me === null}
      />,
    )
  })
  .get(urls.privacyVersion, anyone, async (visit) => {
    const { work, me, language, params } = visit
    if (!/^[1-9]\d{0,5}$/.test(params.number)) return visit.notFound()
    const number = Number(params.number)
    const found = await versionWithBefore(work, number)
    const version = found.find((one) => one.number === number)
    if (!version) return visit.notFound()
    if (me) await markSeen(work, me, number)
    const t = statementTexts[language]
    return visit.page(
      { title: t.versionTitle(params.number) },
      <StatementVersion
        t={t}
        language={language}
        version={version}
        before={found.find((one) => one.number === number - 1) ?? null}
        stranger={me === null}
      />,
    )
  })
