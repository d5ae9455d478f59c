import { capital, clockShort, dayLong, type Language, listOf, plural } from '#shared/language/index.ts'
import {
  BackLink,
  Button,
  ButtonLink,
  Empty,
  Facts,
  Field,
  Form,
  List,
  Notice,
  PageHead,
  Row,
  Section,
  Strong,
  Timeline,
} from '#shared/ui/index.ts'
import type { Kind } from '#shared/vault/declaration.ts'
import { kindWords } from '#shared/vault/kind-words.ts'
import { urls } from '#src/urls.ts'
import type { LookedAt, Window } from './queries.ts'
import { reasonWords, type WindowTexts } from './texts.ts'

type Say = { readonly t: WindowTexts; readonly language: Language }

/** Kinds in a sentence. */
export const kindsIn = (language: Language, kinds: readonly Kind[]): string =>
  listOf(
    language,
    kinds.map((kind) => kindWords[kind][language]),
  )

const lineOf = ({ t, language }: Say, { open, endsAt, closedAt, looks }: Window): string => {
  const end = closedAt ?? endsAt
  const stands = open ? t.until(clockShort(language, end)) : t.ended(dayLong(language, end), clockShort(language, end))
  return `${stands}, ${looks === 0 ? t.never : plural(language, looks, t.looks.one, t.looks.other)}`
}

const Rows = ({ windows, ...say }: Say & { windows: readonly Window[] }) => (
  <List>
    {windows.map((one) => (
      <Row
        key={one.id}
        title={one.name}
        person={{ id: one.person, name: one.name }}
        text={lineOf(say, one)}
        to={urls.supportWindow({ id: one.id })}
      />
    ))}
  </List>
)

type ListProps = Say & {
  readonly windows: readonly Window[]
  readonly text: string
  readonly back: { readonly to: string; readonly word: string }
  readonly open: { readonly to: string; readonly word: string }
}

/** Which windows there are: the open ones first. */
export const Windows = ({ windows, text, back, open, ...say }: ListProps) => {
  const { t } = say
  const running = windows.filter((one) => one.open)
  const over = windows.filter((one) => !one.open)
  return (
    <>
      <BackLink to={back.to}>{back.word}</BackLink>
      <PageHead title={t.title} text={text} end={<ButtonLink to={open.to}>{open.word}</ButtonLink>} />
      {windows.length === 0 && <Empty title={t.none}>{t.noneText}</Empty>}
      {running.length > 0 && (
        <Section heading={t.nowOpen} count={running.length}>
          <Rows {...say} windows={running} />
        </Section>
      )}
      {over.length > 0 && (
        <Section heading={t.over}>
          <Rows {...say} windows={over} />
        </Section>
      )}
    </>
  )
}

const standsAs = ({ t, language }: Say, { open, endsAt, closedAt }: Window): string => {
  if (open) return t.page.open(clockShort(language, endsAt))
  return closedAt ? t.page.closed(clockShort(language, closedAt)) : t.page.ended(clockShort(language, endsAt))
}

/** One window: whether it is open, what the supplier sees, and every look as it happens. */
export const WindowPage = ({
  window,
  looks,
  back,
  ...say
}: Say & { window: Window; looks: readonly LookedAt[]; back: string }) => {
  const { t, language } = say
  const { id, name, open, kinds, reason, text, openedAs } = window
  return (
    <>
      <BackLink to={back}>{t.title}</BackLink>
      <PageHead title={t.page.title(name)} />
      <Notice kind={open ? 'waiting' : 'received'}>{standsAs(say, window)}</Notice>
      {open && (
        <Form action={urls.closeSupportWindow({ id })}>
          <Button icon="lock">{t.page.close}</Button>
        </Form>
      )}
      <Section heading={t.page.looks}>
        {looks.length === 0 && <Empty title={t.page.noLooks}>{open ? t.page.noLooksText : undefined}</Empty>}
        {looks.length > 0 && (
          <Timeline
            label={t.page.looks}
            entries={looks.map((one) => ({
              key: one.id,
              time: clockShort(language, one.at),
              icon: 'building-2',
              title: (
                <>
                  <Strong>{one.name}</Strong>
                  {`, ${t.page.viewer}`}
                </>
              ),
              text: t.page.saw(kindsIn(language, one.kinds)),
            }))}
          />
        )}
      </Section>
      <Section>
        <Facts
          facts={[
            { term: t.page.kinds, text: capital(kindsIn(language, kinds)) },
            { term: t.page.reason, text: reasonWords[reason][language] },
            ...(text ? [{ term: t.page.words, text }] : []),
            { term: t.page.by, text: capital(t.page.as[openedAs]) },
          ]}
        />
      </Section>
    </>
  )
}

type People = readonly { readonly id: string; readonly name: string }[]

/** For whom the school opens one: somebody found by name. */
export const ChoosePerson = ({ t, name, found }: Say & { name: string; found: People | null }) => (
  <>
    <BackLink to={urls.schoolSupportWindows()}>{t.title}</BackLink>
    <PageHead title={t.choose.title} text={t.choose.text} />
    <Form action={urls.chooseSupported()} plain>
      <Field name="name" label={t.choose.name} hint={t.choose.hint} type="search" value={name} maxLength={80} />
      <Button look="line" icon="search">
        {t.choose.search}
      </Button>
    </Form>
    {found && (
      <Section>
        {found.length === 0 ? (
          <Empty title={t.choose.nobody} />
        ) : (
          <List label={t.choose.name}>
            {found.map(({ id, name: whole }) => (
              <Row key={id} title={whole} person={{ id, name: whole }} to={urls.newSupportWindow({ about: id })} />
            ))}
          </List>
        )}
      </Section>
    )}
  </>
)
