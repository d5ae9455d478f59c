import { capital, clock, type Language } from '#shared/language/index.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  type Child,
  ChildLinks,
  Columns,
  DatedItem,
  Empty,
  Form,
  Later as LaterLine,
  Link,
  List,
  Mark,
  Meta,
  NowItem,
  OfflineNotice,
  PageHead,
  Row,
  Section,
  Stack,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { NextDigest } from '../telling/choice.ts'
import type { Listed, Merged } from './queries.ts'
import type { HomeTexts } from './texts.ts'

type School = { readonly site: Site; readonly here: boolean }

/** A page here, or, through the account, at another school. */
const addressOf = ({ site, here }: School, to: string): string =>
  here ? to : urls.goElsewhere({ to: site.id, next: to })

const themeOf = ({ hue, chroma }: Site) => ({ hue, chroma })

const From = ({ item: { site, shown } }: { item: Listed }) => (
  <Meta>
    <Mark name={site.mark as never} school={themeOf(site)} small />
    {shown.text}
  </Meta>
)

const Answers = ({ item, look }: { item: Listed; look?: 'alert' }) => {
  const { shown, here } = item
  if (here && shown.answers) return shown.answers
  return (
    <Actions>
      <ButtonLink to={addressOf(item, shown.to)} plain={!here} {...(look ? { look } : {})}>
        {shown.action}
      </ButtonLink>
    </Actions>
  )
}

const Urgent = ({ t, item }: { t: HomeTexts; item: Listed }) => (
  <NowItem word={t.now} title={item.shown.title} label={t.urgent}>
    {item.shown.body && <Text>{item.shown.body}</Text>}
    <From item={item} />
    <Answers item={item} look="alert" />
  </NowItem>
)

const NeedsAnswer = ({ language, item }: { language: Language; item: Listed }) => (
  <DatedItem language={language} date={item.answerBy} title={item.shown.title} school={themeOf(item.site)}>
    <From item={item} />
    <Answers item={item} />
  </DatedItem>
)

/** Another school first asks something: its terms, a second factor. Until then it gives nothing to this list. */
const Asks = ({ t, site }: { t: HomeTexts; site: Site }) => (
  <Stack>
    <Text>{t.asks(site.name)}</Text>
    <Text quiet small>
      {t.asksText}
    </Text>
    <Link to={addressOf({ site, here: false }, urls.home())} plain>
      {t.go(site.name)}
    </Link>
  </Stack>
)

/** What must I do now, what needs an answer, what the modules say of today, and the rest in one line. */
export const Today = ({
  t,
  language,
  day,
  at,
  list,
  asks,
  parts,
  action,
  digest = null,
}: {
  t: HomeTexts
  language: Language
  day: string
  /** When this page was made, for who reads it later without a connection. */
  at: string
  list: Merged
  asks: readonly Site[]
  parts: readonly Child[]
  action: Child
  /** When the rest comes by itself; nothing for whom it does not. */
  digest?: NextDigest | null
}) => {
  const { urgent, answers, toKnow, children } = list
  const nothing = urgent.length + answers.length + toKnow.length + asks.length + parts.length === 0
  const own = (
    <>
      {nothing && <Empty title={t.nothing}>{t.nothingText}</Empty>}
      {urgent.map((item) => (
        <Urgent key={item.subject} t={t} item={item} />
      ))}
      {answers.length > 0 && (
        <Section heading={t.answers}>
          {answers.map((item) => (
            <NeedsAnswer key={item.subject} language={language} item={item} />
          ))}
        </Section>
      )}
      {parts}
      {asks.map((site) => (
        <Asks key={site.id} t={t} site={site} />
      ))}
      {toKnow.length > 0 && (
        <LaterLine icon="package">
          {t.later(toKnow.length)} {digest && t.digest[digest.day](clock(language, digest.at))}{' '}
          <Link to={urls.later()}>{t.readNow}</Link>
        </LaterLine>
      )}
    </>
  )
  return (
    <>
      <PageHead title={t.today} text={capital(day)} end={action} />
      <OfflineNotice>{t.offline(at)}</OfflineNotice>
      {children.length === 0 ? (
        own
      ) : (
        <Columns side={<Children list={children} />} sideFirst>
          {own}
        </Columns>
      )}
    </>
  )
}

const Children = ({ list }: { list: Merged['children'] }) => (
  <ChildLinks
    links={list.map((child) => ({
      id: child.id,
      name: child.name,
      word: child.givenName,
      text: child.text,
      to: addressOf(child, child.to),
      school: themeOf(child.site),
      plain: !child.here,
    }))}
  />
)

/** What is good to know and was not read yet, of all schools. */
export const Later = ({ t, items }: { t: HomeTexts; items: readonly Listed[] }) => (
  <>
    <BackLink to={urls.home()}>{t.back}</BackLink>
    <PageHead title={t.laterTitle} text={items.length > 0 ? t.laterText : undefined} />
    {items.length === 0 ? (
      <Empty title={t.laterNone}>{t.laterNoneText}</Empty>
    ) : (
      <Stack gap="loose">
        <List label={t.laterTitle}>
          {items.map((item) => (
            <Row
              key={item.subject}
              title={item.shown.title}
              text={<From item={item} />}
              to={addressOf(item, item.shown.to)}
              plain={!item.here}
            />
          ))}
        </List>
        {items.some(({ here }) => here) && (
          <Form action={urls.later()}>
            <Button look="line">{t.allRead}</Button>
          </Form>
        )}
      </Stack>
    )}
  </>
)
