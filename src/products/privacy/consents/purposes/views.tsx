import { dayLong, type Language, number } from '#shared/language/index.ts'
import {
  Actions,
  BackLink,
  Button,
  Check,
  Choice,
  Details,
  Empty,
  Facts,
  Form,
  FormErrors,
  List,
  Notice,
  PageHead,
  Prose,
  Row,
  Section,
  Stack,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { audiences, templateKinds, templates, type Use } from '../kinds.ts'
import { consentRules } from '../outcome.ts'
import { templateWords } from '../template-words.ts'
import type { ConsentTexts } from '../texts.ts'
import { typedIn } from '../typed.ts'
import { wordsIn } from '../words.ts'
import { type Filled, problemOf, WordsFields } from './form.tsx'
import type { Purpose, Version } from './queries.ts'
import type { PurposeTexts } from './texts.ts'

type Props = { readonly t: PurposeTexts; readonly c: ConsentTexts; readonly language: Language }

const refused = ({ problems }: Filled) => Object.keys(problems).length > 0

/** What the school asks, what it can ask, and what it asked before. */
export const Purposes = ({
  t,
  c,
  language,
  asked,
  ended,
}: Props & { asked: readonly Purpose[]; ended: readonly Purpose[] }) => {
  const used = new Set(asked.map(({ use }) => use))
  return (
    <>
      <BackLink to={urls.settings()}>{t.settings}</BackLink>
      <PageHead title={t.title} text={t.text} />
      {asked.length === 0 ? (
        <Empty title={t.nothing}>{t.nothingText}</Empty>
      ) : (
        <Section heading={t.asked}>
          <List label={t.asked}>
            {asked.map((one) => (
              <Row
                key={one.id}
                title={wordsIn(one.words, language).title}
                text={`${c.audience[one.audience]}. ${c.rule[one.rule]}.`}
                to={urls.consentPurpose({ id: one.id })}
              />
            ))}
          </List>
        </Section>
      )}
      {asked.length > 0 && (
        <List>
          <Row icon="chart-no-axes-column" title={t.coverage} text={t.coverageText} to={urls.consentCoverage()} />
        </List>
      )}
      <Section heading={t.more}>
        <List label={t.more}>
          {templates
            .filter((use) => !used.has(use))
            .map((use) => (
              <Row
                key={use}
                title={t.use[use]}
                text={c.audience[templateKinds[use].audience]}
                to={urls.newConsentPurpose({ template: use })}
              />
            ))}
          <Row title={t.use.own} text={t.ownText} to={urls.newConsentPurpose({ template: 'own' })} />
        </List>
      </Section>
      {ended.length > 0 && (
        <Section heading={t.ended}>
          <List label={t.ended}>
            {ended.map((one) => (
              <Row
                key={one.id}
                title={wordsIn(one.words, language).title}
                text={t.endedOn(dayLong(language, one.endedAt!, { year: true }))}
                to={urls.consentPurpose({ id: one.id })}
              />
            ))}
          </List>
        </Section>
      )}
    </>
  )
}

/** A question before it is asked: words, and what can never change afterwards. */
export const NewPurpose = ({ t, c, use, ...filled }: Props & Filled & { use: Use }) => {
  const template = use === 'own' ? undefined : use
  const chosen = template && templateKinds[template]
  return (
    <>
      <BackLink to={urls.consentPurposes()}>{t.back}</BackLink>
      <PageHead title={template ? t.use[template] : t.newTitle} text={t.newText} />
      <Form action={urls.newConsentPurpose()} hidden={{ template: use }}>
        {refused(filled) && <FormErrors>{problemOf(t, filled.problems, 'form')}</FormErrors>}
        <WordsFields t={t} words={template && templateWords[template]} {...filled} />
        {!template && (
          <Choice
            name="audience"
            legend={t.audience}
            options={audiences.map((value) => ({ value, label: c.audience[value] }))}
            chosen={typedIn(filled.typed, 'audience')}
            error={problemOf(t, filled.problems, 'audience')}
          />
        )}
        {!template && (
          <Check name="pictures" label={t.pictures} checked={typedIn(filled.typed, 'pictures') === 'yes'} />
        )}
        <Choice
          name="rule"
          legend={t.rule}
          hint={t.ruleHint}
          options={consentRules.map((value) => ({ value, label: c.rule[value] }))}
          chosen={typedIn(filled.typed, 'rule') ?? chosen?.rule}
          error={problemOf(t, filled.problems, 'rule')}
        />
        <Actions>
          <Button>{t.begin}</Button>
        </Actions>
      </Form>
    </>
  )
}

const versionText = (t: PurposeTexts, { number: nth, asksAgain }: Version) =>
  nth === 1 ? t.first : asksAgain ? t.askedAgain : t.answersKept

const Words = ({ t, words }: { t: PurposeTexts; words: Version['words'] }) => (
  <Stack>
    <Prose blocks={[{ kind: 'paragraph', text: words.nl.text }]} language="nl" />
    {words.en && (
      <Details title={t.english} icon="file-text">
        <Prose
          blocks={[
            { kind: 'heading', text: words.en.title },
            { kind: 'paragraph', text: words.en.text },
          ]}
          language="en"
        />
      </Details>
    )}
  </Stack>
)

const Reword = ({ t, purpose, ...filled }: Filled & { t: PurposeTexts; purpose: Purpose }) => (
  <Section>
    <Details title={t.reword} icon="pencil" open={refused(filled)}>
      <Form action={urls.consentPurpose({ id: purpose.id })} hidden={{ number: String(purpose.number) }}>
        {refused(filled) && <FormErrors>{problemOf(t, filled.problems, 'form')}</FormErrors>}
        <Text small quiet>
          {t.rewordText}
        </Text>
        <WordsFields t={t} words={purpose.words} {...filled} />
        <Choice
          name="meaning"
          legend={t.meaning}
          options={[
            { value: 'same', label: t.same, hint: t.sameHint },
            { value: 'changed', label: t.changed, hint: t.changedHint },
          ]}
          chosen={typedIn(filled.typed, 'meaning')}
          error={problemOf(t, filled.problems, 'meaning')}
        />
        <Actions>
          <Button>{t.save}</Button>
        </Actions>
      </Form>
    </Details>
    <Details title={t.end} icon="x">
      <Form action={urls.endConsentPurpose({ id: purpose.id })}>
        <Text>{t.endText}</Text>
        <Actions>
          <Button look="alert-line">{t.end}</Button>
        </Actions>
      </Form>
    </Details>
  </Section>
)

/** One question: its words now and before, other words, and its end. */
export const PurposePage = ({
  t,
  c,
  language,
  purpose,
  versions,
  saved,
  ...filled
}: Props & Filled & { purpose: Purpose; versions: readonly Version[]; saved: boolean }) => {
  const [newest, ...earlier] = versions as [Version, ...Version[]]
  const when = (version: Version) =>
    t.version(number(language, version.number), dayLong(language, version.at, { year: true }))
  return (
    <>
      <BackLink to={urls.consentPurposes()}>{t.back}</BackLink>
      <PageHead
        title={purpose.words.nl.title}
        text={purpose.endedAt ? t.endedOn(dayLong(language, purpose.endedAt, { year: true })) : undefined}
      />
      {saved && <Notice kind="received">{t.saved}</Notice>}
      <Words t={t} words={newest.words} />
      <Facts
        facts={[
          { term: t.facts.audience, text: c.audience[purpose.audience] },
          { term: t.facts.rule, text: c.rule[purpose.rule] },
          { term: t.facts.version, text: `${when(newest)}. ${versionText(t, newest)}.` },
        ]}
      />
      {!purpose.endedAt && <Reword t={t} purpose={purpose} {...filled} />}
      {earlier.length > 0 && (
        <Section heading={t.versions}>
          {earlier.map((version) => (
            <Details key={version.number} title={when(version)} end={versionText(t, version)} icon="file-text">
              <Words t={t} words={version.words} />
            </Details>
          ))}
        </Section>
      )}
    </>
  )
}
