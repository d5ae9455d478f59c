import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { latestNumber } from '../changes.ts'
import { changesFor, keepSetting, type Newer, Outcome } from '../changes-view.tsx'
import { toldOfHours } from '../days.ts'
import { settingUp } from '../rules.ts'
import { fieldsOf, hoursForm, hoursStore, tellHours } from './hours.ts'
import { hoursTexts } from './texts.ts'
import { HoursView } from './views.tsx'

type Form = {
  readonly typed?: Typed
  readonly problems?: Readonly<Record<string, string>>
  readonly newer?: Newer
}

const show = async (visit: Visit<string, Me>, { typed, problems = {}, newer }: Form = {}) => {
  const { work, language, query, site } = visit
  if (site.kind !== 'school') return visit.notFound()
  const t = pick(language, hoursTexts)
  const said = await toldOfHours(visit)
  return visit.page(
    { title: t.title, status: newer || Object.keys(problems).length > 0 ? 422 : 200 },
    <HoursView
      t={t}
      pageLanguage={language}
      typed={newer?.typed ?? typed ?? fieldsOf(await hoursStore.read(work))}
      problems={problems}
      seen={await latestNumber(work, hoursStore)}
      above={
        newer?.notice ?? (
          <Outcome language={language} query={query}>
            {said.map((sentence) => (
              <Text>{sentence}</Text>
            ))}
          </Outcome>
        )
      }
      changes={await changesFor(visit, hoursStore, settingUp, tellHours(t))}
    />,
  )
}

/** The school's week: when lessons begin and end, the break, and when calling begins. */
export const hours = new Module('school-hours', { nl: 'Schooltijden', en: 'School hours' })
  .setting({
    order: 20,
    section: 'days',
    address: urls.hours(),
    word: { nl: hoursTexts.nl.title, en: hoursTexts.en.title },
    text: { nl: hoursTexts.nl.text, en: hoursTexts.en.text },
    icon: 'clock',
    rule: settingUp,
    kinds: ['school'],
  })
  .get(urls.hours, settingUp, (visit) => show(visit))
  .post(urls.hours, settingUp, async (visit) => {
    if (visit.site.kind !== 'school') return visit.notFound()
    const form = visit.form(hoursForm)
    if (!form.ok) return show(visit, form)
    const tell = tellHours(pick(visit.language, hoursTexts))
    const kept = await keepSetting(visit, hoursStore, () => form.value, { tell, fieldsOf })
    return typeof kept === 'string' ? visit.seeOther(urls.hours({ done: kept })) : show(visit, { newer: kept })
  })
