import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import { withRole } from '#shared/access/rule.ts'
import { allSwitches, isOn, type Switch } from '#shared/access/switch.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { type Language, listOf } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { Button, Empty, Form, Section, Stack, Tag, Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { ownOrganisation } from '../register/organisation.ts'
import { renewStatement } from '../statement/queries.ts'
import { choose } from './choices.ts'
import { historyOf } from './history.ts'
import { reason, seen } from './schemas.ts'
import { type ChoiceTexts, choiceTexts, inWords } from './texts.ts'
import { ChoicePage, type Frame, Problems, Reason } from './views.tsx'

const switching = withRole(
  { nl: 'de administratie en de directeur', en: 'the office and the principal' },
  'administrator',
  'principal',
)

const decision = z.object({ module: z.string('form'), to: z.enum(['on', 'off'], 'form'), reason, seen })

/** Which modules there are here, and which of them are off. */
const standing = async (work: Work) => {
  const { kind, modulesOff } = await ownOrganisation(work)
  return allSwitches()
    .filter(({ kinds }) => kinds.includes(kind))
    .map((one) => ({ ...one, on: isOn(one.name, { kind, modulesOff }) }))
}

type Standing = Switch & { readonly on: boolean }

const told = (t: ChoiceTexts, language: Language, all: readonly Standing[], off: readonly string[]): string => {
  const names = all.filter(({ name }) => off.includes(name)).map(({ word }) => word[language])
  return names.length > 0 ? t.modules.toldOff(listOf(language, names)) : t.modules.toldOn
}

const Modules = ({ all, seen: number, ...frame }: Frame & { all: readonly Standing[]; seen: number }) => {
  const { t, language, typed, problems } = frame
  return (
    <ChoicePage
      {...frame}
      title={t.modules.title}
      text={t.modules.text}
      back={{ to: urls.settings(), word: t.settings }}
    >
      {all.length === 0 && <Empty title={t.modules.none} />}
      {all.map(({ name, word, text, on }) => {
        const mine = typed.module === name
        return (
          <Section key={name} heading={word[language]}>
            <Stack>
              <Text>
                <Tag kind={on ? 'here' : 'plain'}>{on ? t.modules.on : t.modules.off}</Tag> {text[language]}
              </Text>
              <Form action={urls.modules()} hidden={{ module: name, to: on ? 'off' : 'on', seen: String(number) }}>
                <Problems problems={mine ? problems : {}} />
                <Reason
                  id={`reason-${name}`}
                  readers={t.modules.readers}
                  t={t}
                  typed={mine ? typed : {}}
                  problems={mine ? problems : {}}
                />
                <Button look={on ? 'alert-line' : 'solid'}>
                  {on ? t.modules.turnOff(word[language]) : t.modules.turnOn(word[language])}
                </Button>
              </Form>
            </Stack>
          </Section>
        )
      })}
    </ChoicePage>
  )
}

const show = async (visit: Visit<string, Me>, typed: Typed = {}, problems: Readonly<Record<string, string>> = {}) => {
  const { work, language, query } = visit
  const t = choiceTexts[language]
  const all = await standing(work)
  const history = await historyOf(work, 'modules')
  return visit.page(
    { title: t.modules.title, status: Object.keys(problems).length > 0 ? 422 : 200 },
    <Modules
      t={t}
      language={language}
      all={all}
      seen={history[0]?.number ?? 0}
      typed={typed}
      problems={problems}
      done={query.get('done')}
      told={history.map((one) => ({ ...one, says: told(t, language, all, one.value.off) }))}
    />,
  )
}

/**
 * What a school uses. A module that is off keeps its data until their period is over; its pages are not there, for anybody, and the
 * statement no longer tells of it.
 */
export const moduleChoices = new Module('modules', {
  nl: 'Onderdelen aan- en uitzetten',
  en: 'Switching modules on and off',
})
  .setting({
    order: 55,
    section: 'school',
    address: urls.modules(),
    word: { nl: choiceTexts.nl.modules.title, en: choiceTexts.en.modules.title },
    text: { nl: choiceTexts.nl.modules.setting, en: choiceTexts.en.modules.setting },
    icon: 'grid-2x2',
    rule: switching,
    kinds: ['school'],
  })
  .get(urls.modules, switching, (visit) => show(visit))
  .post(urls.modules, switching, async (visit) => {
    const { work } = visit
    const t = choiceTexts[visit.language]
    const form = visit.form(decision)
    if (!form.ok) return show(visit, form.typed, inWords(t, form.problems))
    const { module, to, ...why } = form.value
    const all = await standing(work)
    const found = all.find(({ name }) => name === module)
    if (!found) return visit.notFound()
    if (found.on === (to === 'on')) return visit.seeOther(urls.modules({ done: 'same' }))
    const off = all.filter(({ name, on }) => (name === module ? to === 'off' : !on)).map(({ name }) => name)
    const done = await choose(work, 'modules', { ...why, value: { off } })
    if (done === 'meanwhile') return show(visit, visit.typed, { form: t.problems.meanwhile })
    await work.db.updateTable('organisation').set({ modules_off: off }).where('id', '=', work.organisation).execute()
    await work.notify('sites')
    await renewStatement(work)
    return visit.seeOther(urls.modules({ done: 'kept' }))
  })
