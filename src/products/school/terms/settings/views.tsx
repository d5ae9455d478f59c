import type { Typed } from '#shared/access/form.ts'
import { dayLong, type Language, number } from '#shared/language/index.ts'
import { blocksOf, differenceOf } from '#shared/language/prose.ts'
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  DateField,
  Details,
  Difference,
  Empty,
  Form,
  FormErrors,
  List,
  Notice,
  PageHead,
  Prose,
  Row,
  Section,
  Stack,
  Tag,
  Text,
  TextArea,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { SettingPage } from '../../settings/page-view.tsx'
import { oneOf, problemIn } from '../../typed.ts'
import { type Audience, audiences } from '../audiences.ts'
import type { Words } from '../words.ts'
import type { findDraft, Version } from './queries.ts'
import type { TermsSettingsTexts } from './texts.ts'

type Props = { readonly t: TermsSettingsTexts; readonly language: Language }
type Problems = Readonly<Record<string, string>>
type Counts = { readonly of: number; readonly agreed: number }
type OfOne = Props & { readonly audience: Audience }

const day = (language: Language, when: string | Date) => dayLong(language, when, { year: true })

const stands = ({ t, language }: Props, { agreed, of }: Counts) =>
  t.stands(number(language, agreed), number(language, of))

/** Whose terms there are, and how each stands. */
export const TermsHome = ({
  t,
  language,
  now,
}: Props & { now: Readonly<Record<Audience, { version: Version; counts: Counts } | null>> }) => (
  <SettingPage language={language} title={t.title} text={t.text}>
    <List label={t.title} roomy>
      {audiences.map((audience) => {
        const one = now[audience]
        const text = one
          ? `${t.row(number(language, one.version.number), day(language, one.version.inForceOn))}. ${stands({ t, language }, one.counts)}`
          : t.rowNone
        return (
          <Row
            key={audience}
            icon="file-text"
            title={t.audience[audience]}
            text={text}
            to={urls.termsFor({ audience })}
          />
        )
      })}
    </List>
    <Section>
      <List>
        <Row icon="shield" title={t.breaches} text={t.breachesText} to={urls.breaches()} />
      </List>
    </Section>
  </SettingPage>
)

const stateOf = (t: TermsSettingsTexts, { state }: Version) => {
  if (state === 'in-force') return <Tag kind="here">{t.inForce}</Tag>
  if (state === 'planned') return <Tag kind="late">{t.notYet}</Tag>
  return state === 'withdrawn' ? <Tag>{t.withdrawn}</Tag> : null
}

/** One text: what is in force, what waits for its day, and every version there was. */
export const TermsPage = ({
  t,
  language,
  audience,
  versions,
  counts,
}: OfOne & { versions: readonly Version[]; counts: Counts | null }) => {
  const planned = versions.find(({ state }) => state === 'planned')
  const current = versions.find(({ state }) => state === 'in-force')
  return (
    <>
      <BackLink to={urls.termsSettings()}>{t.back}</BackLink>
      <PageHead title={t.audience[audience]} />
      {planned && (
        <Stack>
          <Notice kind="waiting" still>
            {t.planned(number(language, planned.number), day(language, planned.inForceOn))}
          </Notice>
          <Form action={urls.withdrawTerms({ audience, number: String(planned.number) })}>
            <Actions>
              <Button look="line">{t.withdraw}</Button>
            </Actions>
          </Form>
        </Stack>
      )}
      <Section heading={t.inForce}>
        {current && counts ? (
          <List>
            <Row
              icon="users"
              title={stands({ t, language }, counts)}
              text={t.people}
              to={urls.termsPeople({ audience })}
            />
          </List>
        ) : (
          <Empty title={t.noneTitle}>{t.noneText}</Empty>
        )}
      </Section>
      <Section>
        <ButtonLink to={urls.termsDraft({ audience })} look={current ? 'line' : 'solid'} icon="pencil">
          {t.edit}
        </ButtonLink>
      </Section>
      {versions.length > 0 && (
        <Section heading={t.versions}>
          <List label={t.versions} roomy>
            {versions.map((version) => (
              <Row
                key={version.number}
                title={`${t.versionTitle(number(language, version.number))}. ${t.inForceOn(day(language, version.inForceOn))}`}
                text={t.published(version.publishedBy ?? t.someone, day(language, version.publishedAt))}
                to={urls.termsVersion({ audience, number: String(version.number) })}
                end={stateOf(t, version)}
              />
            ))}
          </List>
        </Section>
      )}
    </>
  )
}

/** The text, to make it the school's own. */
export const DraftPage = ({
  t,
  language,
  audience,
  draft,
  typed,
  problems,
}: OfOne & { draft: Awaited<ReturnType<typeof findDraft>>; typed: Typed; problems: Problems }) => {
  const problem = problemIn(t.problems, problems)
  const refused = Object.keys(problems).length > 0
  return (
    <>
      <BackLink to={urls.termsFor({ audience })}>{t.audience[audience]}</BackLink>
      <PageHead title={t.draftTitle} text={t.draftText} />
      {draft.saved && !refused && (
        <Text small quiet>
          {t.draftBy(draft.saved.name ?? t.someone, day(language, draft.saved.at))}
        </Text>
      )}
      <Form action={urls.termsDraft({ audience })} hidden={{ revision: String(draft.revision) }}>
        {refused && <FormErrors>{problem('form')}</FormErrors>}
        <TextArea
          name="nl"
          label={t.nl}
          rows={18}
          value={refused ? oneOf(typed, 'nl') : draft.words.nl}
          error={problem('nl')}
        />
        <TextArea
          name="en"
          label={t.en}
          hint={t.enHint}
          rows={12}
          optional
          value={refused ? oneOf(typed, 'en') : (draft.words.en ?? '')}
          error={problem('en')}
        />
        <Actions>
          <Button>{t.saveDraft}</Button>
        </Actions>
      </Form>
    </>
  )
}

const Changes = ({ t, language, before, after }: Props & { before: Version; after: Words }) => {
  const changes = differenceOf(before.words.nl, after.nl)
  return (
    <Section heading={t.difference(number(language, before.number))}>
      {changes.length > 0 ? (
        <Difference changes={changes} words={t.differenceWords} />
      ) : (
        <Text>{before.words.en === after.en ? t.differenceNone : t.differenceEnglish}</Text>
      )}
    </Section>
  )
}

const EnglishText = ({ t, words }: { t: TermsSettingsTexts; words: Words }) =>
  words.en && (
    <Section>
      <Details title={t.english} icon="file-text">
        <Prose blocks={blocksOf(words.en)} language="en" />
      </Details>
    </Section>
  )

/** What a version will be, how it differs from what is in force, and from which day. */
export const PublishPage = ({
  t,
  language,
  audience,
  words,
  revision,
  before,
  next,
  today,
  typed,
  problems,
}: OfOne & {
  words: Words
  revision: number
  before: Version | undefined
  next: number
  today: string
  typed: Typed
  problems: Problems
}) => {
  const problem = problemIn(t.problems, problems)
  return (
    <>
      <BackLink to={urls.termsDraft({ audience })}>{t.toDraft}</BackLink>
      <PageHead title={t.publishTitle(number(language, next))} text={t.publishText} />
      <Form action={urls.publishTerms({ audience })} hidden={{ revision: String(revision) }}>
        {Object.keys(problems).length > 0 && <FormErrors>{problem('form')}</FormErrors>}
        <DateField
          name="from"
          label={t.day}
          hint={t.dayHint}
          min={today}
          value={oneOf(typed, 'from') || today}
          error={problem('from')}
        />
        <Actions>
          <Button>{t.publish(number(language, next))}</Button>
        </Actions>
      </Form>
      {before && <Changes {...{ t, language, before }} after={words} />}
      <Section>
        <Prose blocks={blocksOf(words.nl)} language="nl" />
      </Section>
      <EnglishText t={t} words={words} />
    </>
  )
}

/** One version as it stands for ever, with what changed since the one before. */
export const VersionPage = ({
  t,
  language,
  audience,
  version,
  before,
}: OfOne & { version: Version; before: Version | undefined }) => (
  <>
    <BackLink to={urls.termsFor({ audience })}>{t.audience[audience]}</BackLink>
    <PageHead
      title={t.versionTitle(number(language, version.number))}
      text={`${t.inForceOn(day(language, version.inForceOn))}. ${t.published(version.publishedBy ?? t.someone, day(language, version.publishedAt))}`}
      end={stateOf(t, version)}
    />
    {before && <Changes {...{ t, language, before }} after={version.words} />}
    <Section>
      <Prose blocks={blocksOf(version.words.nl)} language="nl" />
    </Section>
    <EnglishText t={t} words={version.words} />
  </>
)

/** Who still has to agree. */
export const PeoplePage = ({
  t,
  language,
  audience,
  people,
}: OfOne & { people: readonly { readonly id: string; readonly name: string }[] }) => (
  <>
    <BackLink to={urls.termsFor({ audience })}>{t.audience[audience]}</BackLink>
    <PageHead title={t.people} text={people.length > 0 ? t.peopleText(number(language, people.length)) : undefined} />
    {people.length === 0 ? (
      <Empty title={t.peopleNone} />
    ) : (
      <List label={t.people}>
        {people.map(({ id, name }) => (
          <Row key={id} title={name} person={{ id, name }} to={urls.person({ id })} />
        ))}
      </List>
    )}
    <Text small quiet>
      {t.peopleLive}
    </Text>
  </>
)
