import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { capital, type Language, listOf } from '#shared/language/index.ts'
import { BackLink, Button, Choice, Field, Form, List, PageHead, Row } from '#shared/ui/index.ts'
import { type Ground, grounds, groundsFor, type PurposeName } from '#shared/vault/purpose.ts'
import { urls } from '#src/urls.ts'
import { type Entry, ownEntries } from '../register/entries.ts'
import { ownOrganisation } from '../register/organisation.ts'
import { watching } from '../rules.ts'
import { renewStatement } from '../statement/queries.ts'
import { groundWords } from '../words.ts'
import { type Choices, choiceOf, choose } from './choices.ts'
import { historyOf } from './history.ts'
import { placesIn } from './places.ts'
import { publicLine, reason, seen } from './schemas.ts'
import { type ChoiceTexts, choiceTexts, inWords } from './texts.ts'
import { ChoicePage, type Frame, Problems, Reason, textIn } from './views.tsx'

/** Empty, or with a country outside the EEA in it. */
const outside = publicLine.refine((text) => text === '' || placesIn(text).outside.length > 0, 'outside')
const decision = z.object({ ground: z.enum(grounds, 'ground'), recipients: publicLine, outside, reason, seen })

type Pattern = (typeof urls.privacyPurpose)['pattern']

const told = (t: ChoiceTexts, language: Language, value: Choices[PurposeName]): string =>
  [
    t.purposes.told(groundWords[value.ground][language]),
    ...(value.recipients ? [t.purposes.toldRecipients(value.recipients)] : []),
    ...(value.outside ? [t.purposes.toldOutside(value.outside)] : []),
  ].join(' ')

const Purposes = ({ t, language, entries }: { t: ChoiceTexts; language: Language; entries: readonly Entry[] }) => (
  <>
    <BackLink to={urls.privacyDesk()}>{t.back}</BackLink>
    <PageHead title={t.purposes.title} text={t.purposes.text} />
    <List label={t.purposes.title} roomy>
      {entries.map(({ purpose, name, ground, since }) => (
        <Row
          key={purpose}
          title={name[language]}
          text={`${t.purposes.told(groundWords[ground][language])} ${since ? t.when(since) : t.purposes.byDefault}`}
          to={urls.privacyPurpose({ purpose })}
        />
      ))}
    </List>
  </>
)

const PurposeForm = ({
  entry,
  fits,
  seen: number,
  ...frame
}: Frame & { entry: Entry; fits: readonly Ground[]; seen: number }) => {
  const { t, language, typed, problems } = frame
  const { purpose, name, why, law } = entry
  return (
    <ChoicePage
      {...frame}
      title={name[language]}
      text={capital(why[language])}
      back={{ to: urls.privacyPurposes(), word: t.purposes.title }}
    >
      <Form action={urls.privacyPurpose({ purpose })} hidden={{ seen: String(number) }}>
        <Problems problems={problems} />
        <Choice
          name="ground"
          legend={t.purposes.ground}
          options={grounds.map((value) => ({
            value,
            label: capital(groundWords[value][language]),
            ...(fits.includes(value) ? {} : { off: true, hint: t.purposes.off(law[language]) }),
          }))}
          chosen={textIn(typed, 'ground')}
          error={problems.ground}
        />
        <Field
          name="recipients"
          label={t.purposes.recipients}
          hint={t.purposes.recipientsHint}
          value={textIn(typed, 'recipients')}
          error={problems.recipients}
          maxLength={200}
          optional
        />
        <Field
          name="outside"
          label={t.purposes.outside}
          hint={t.purposes.outsideHint}
          value={textIn(typed, 'outside')}
          error={problems.outside}
          maxLength={200}
          optional
        />
        <Reason t={t} typed={typed} problems={problems} />
        <Button>{t.save}</Button>
      </Form>
    </ChoicePage>
  )
}

const show = async (
  visit: Visit<Pattern, Me>,
  typed?: Typed,
  problems: Readonly<Record<string, string>> = {},
): Promise<Response> => {
  const { work, language, site, query } = visit
  const entry = (await ownEntries(work, await ownOrganisation(work))).find(
    ({ purpose }) => purpose === visit.params.purpose,
  )
  if (!entry) return visit.notFound()
  const t = choiceTexts[language]
  const history = await historyOf(work, entry.purpose)
  return visit.page(
    { title: entry.name[language], status: Object.keys(problems).length > 0 ? 422 : 200 },
    <PurposeForm
      t={t}
      language={language}
      entry={entry}
      fits={groundsFor(entry.purpose, site.kind)}
      seen={history[0]?.number ?? 0}
      typed={
        typed ?? { ground: entry.ground, recipients: history[0]?.value.recipients ?? '', outside: entry.outside ?? '' }
      }
      problems={problems}
      done={query.get('done')}
      told={history.map((one) => ({ ...one, says: told(t, language, one.value) }))}
    />,
  )
}

/** Says in one sentence why a purpose cannot rest on a ground; nothing when it can. */
const unfit = (
  t: ChoiceTexts,
  language: Language,
  entry: Pick<Entry, 'name' | 'law'>,
  fits: readonly Ground[],
  ground: Ground,
) =>
  fits.includes(ground)
    ? null
    : t.problems.unfit(
        entry.name[language],
        groundWords[ground][language],
        entry.law[language],
        listOf(
          language,
          fits.map((one) => groundWords[one][language]),
        ),
      )

/** What data are used for and on what ground: read and decided, with everything that was decided before (P10). */
export const purposeChoices = new Module('privacy-purposes', {
  nl: 'Doelen en grondslagen vastleggen',
  en: 'Recording purposes and grounds',
})
  .get(urls.privacyPurposes, watching, async (visit) => {
    const { work, language } = visit
    const t = choiceTexts[language]
    return visit.page(
      { title: t.purposes.title },
      <Purposes t={t} language={language} entries={await ownEntries(work, await ownOrganisation(work))} />,
    )
  })
  .get(urls.privacyPurpose, watching, (visit) => show(visit))
  .post(urls.privacyPurpose, watching, async (visit) => {
    const { work, language, site } = visit
    const t = choiceTexts[language]
    const entry = (await ownEntries(work, await ownOrganisation(work))).find(
      ({ purpose }) => purpose === visit.params.purpose,
    )
    if (!entry) return visit.notFound()
    const form = visit.form(decision)
    if (!form.ok) return show(visit, form.typed, inWords(t, form.problems))
    const { ground, recipients, outside, ...why } = form.value
    const wrong = unfit(t, language, entry, groundsFor(entry.purpose, site.kind), ground)
    if (wrong) return show(visit, visit.typed, { ground: wrong })
    const about: PurposeName = entry.purpose
    const same =
      (await choiceOf(work, about)) === null && ground === entry.ground && recipients === '' && outside === ''
    const done = same
      ? 'same'
      : await choose(work, about, { ...why, value: { ground, recipients, ...(outside ? { outside } : {}) } })
    if (done === 'meanwhile') return show(visit, visit.typed, { form: t.problems.meanwhile })
    if (done === 'kept') await renewStatement(work)
    return visit.seeOther(urls.privacyPurpose({ purpose: about }, { done }))
  })
