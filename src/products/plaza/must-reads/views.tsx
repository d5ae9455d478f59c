import { capital, clock, dayLong, type Language } from '#shared/language/index.ts'
import { differenceOf } from '#shared/language/prose.ts'
import { comparable } from '#shared/rich-text/index.ts'
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  Details,
  Difference,
  Empty,
  Form,
  HiddenFields,
  Link,
  List,
  Meta,
  Notice,
  PageHead,
  RichProse,
  Row,
  Section,
  Stack,
  Text,
  Tiles,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Reader } from './proof.ts'
import type { Found, Listed, Version } from './reading.ts'
import type { MustReadTexts } from './texts.ts'

type Say = { readonly t: MustReadTexts; readonly language: Language }

const lineOf = ({ t, language }: Say, one: Listed, today: string, gives: boolean): string =>
  [
    one.closed ? t.closed : (one.dueOn < today ? t.late : t.readBy)(dayLong(language, one.dueOn)),
    ...(one.confirmedAt ? [t.youRead(dayLong(language, one.confirmedAt))] : []),
    ...(gives ? [t.countRead(one.read, one.of)] : []),
  ].join(', ')

/** What I have to read first, then what runs, then what is over. */
export const MustReads = ({
  list,
  today,
  gives,
  ...say
}: Say & { list: readonly Listed[]; today: string; gives: boolean }) => {
  const { t } = say
  const toRead = list.filter(({ closed, asked, confirmedAt }) => !closed && asked && !confirmedAt)
  const running = list.filter((one) => !one.closed && !toRead.includes(one))
  const rows = (some: readonly Listed[], late: boolean) => (
    <List>
      {some.map((one) => (
        <Row
          key={one.id}
          icon={one.confirmedAt ? 'check' : 'bookmark'}
          title={one.title}
          text={lineOf(say, one, today, gives)}
          tone={late && one.dueOn < today ? 'late' : 'quiet'}
          to={urls.mustRead({ id: one.id })}
        />
      ))}
    </List>
  )
  const parts = [
    [t.toRead, toRead, true],
    [t.running, running, false],
    [t.done, list.filter(({ closed }) => closed), false],
  ] as const
  return (
    <>
      <PageHead
        title={t.title}
        text={t.text}
        end={gives && <ButtonLink to={urls.newMustRead()}>{t.give}</ButtonLink>}
      />
      {list.length === 0 && <Empty title={t.none}>{t.noneText}</Empty>}
      {parts.map(
        ([heading, some, late]) =>
          some.length > 0 && (
            <Section key={heading} heading={heading} count={some.length}>
              {rows(some, late)}
            </Section>
          ),
      )}
    </>
  )
}

const Change = ({ t, newer, older }: { t: MustReadTexts; newer: Version; older: Version }) => (
  <Details title={t.difference}>
    <Difference
      changes={differenceOf(`${older.title}\n${comparable(older.text)}`, `${newer.title}\n${comparable(newer.text)}`)}
      words={t.words}
    />
  </Details>
)

const Mine = ({ t, language, found }: Say & { found: Found }) => {
  const { id, confirmedAt, closed, versions } = found
  if (confirmedAt)
    return (
      <Notice kind="received">
        <Stack>
          {t.confirmed(`${dayLong(language, confirmedAt)}, ${clock(language, confirmedAt)}`)}
          {!closed && (
            <Form action={urls.unconfirmMustRead({ id })}>
              <Button look="text">{t.undo}</Button>
            </Form>
          )}
        </Stack>
      </Notice>
    )
  if (closed) return <Text quiet>{t.isClosed}</Text>
  if (confirmedAt === undefined) return null
  return (
    <Form action={urls.confirmMustRead({ id })}>
      <HiddenFields fields={{ version: String(versions[0]!.number) }} />
      <Actions>
        <Button icon="check">{t.confirm}</Button>
      </Actions>
    </Form>
  )
}

type PageProps = Say & {
  readonly found: Found
  readonly author: string
  /** Who has and has not read it, for who gave it. */
  readonly readers: readonly Reader[] | null
  readonly said: 'reminded' | 'remindedToday' | 'closedNow' | null
}

/** One of them: the newest version, my confirmation, what changed; for who gave it, who read it. */
export const MustReadPage = ({ t, language, found, author, readers, said }: PageProps) => {
  const [newest, ...older] = found.versions
  return (
    <>
      <BackLink to={urls.mustReads()}>{t.back}</BackLink>
      <PageHead
        title={newest!.title}
        text={`${capital(t.readBy(dayLong(language, found.dueOn)))}. ${t.readMinutes(found.minutes)}`}
      />
      <Meta>
        {`${t.by(author, dayLong(language, newest!.publishedAt))}${older.length > 0 ? `, ${t.version(newest!.number)}` : ''}`}
      </Meta>
      {said && <Notice kind="received">{t[said]}</Notice>}
      {newest!.why && (
        <Notice kind="waiting" icon="refresh-cw" still>
          <Stack>
            {`${t.why}: ${newest!.why}`}
            {older[0] && <Change t={t} newer={newest!} older={older[0]} />}
          </Stack>
        </Notice>
      )}
      <RichProse document={newest!.text} />
      <Mine t={t} language={language} found={found} />
      {readers && <Progress {...{ t, language, found, readers }} />}
      {older.length > 0 && (
        <Section heading={t.older}>
          {older.map((version) => (
            <Details
              key={version.number}
              title={`${t.version(version.number)}, ${dayLong(language, version.publishedAt)}`}
            >
              <RichProse document={version.text} down={1} />
            </Details>
          ))}
        </Section>
      )}
    </>
  )
}

const Progress = ({ t, found, readers }: Say & { found: Found; readers: readonly Reader[] }) => {
  const { id, closed } = found
  const here = readers.filter(({ left }) => !left)
  const waiting = here.filter(({ confirmedAt }) => !confirmedAt)
  const read = here.length - waiting.length
  const kinds = [...here].reverse().map(({ confirmedAt }) => (confirmedAt ? ('read' as const) : ('unread' as const)))
  return (
    <Section heading={t.progress}>
      <Stack gap="loose">
        <Stack>
          <Tiles kinds={kinds} label={t.sum(read, here.length)} />
          <Text>{waiting.length === 0 ? t.everybody : t.sum(read, here.length)}</Text>
        </Stack>
        {waiting.length > 0 && (
          <Details title={`${t.waitingFor} (${waiting.length})`}>
            <List label={t.waitingFor}>
              {waiting.map(({ id: person, name }) => (
                <Row key={person} title={name} person={{ id: person, name }} />
              ))}
            </List>
          </Details>
        )}
        <Form action={closed ? urls.reopenMustRead({ id }) : urls.closeMustRead({ id })}>
          <Actions>
            {!closed && waiting.length > 0 && (
              <Button look="tinted" icon="bell" action={urls.remindMustRead({ id })}>
                {t.remind(waiting.length)}
              </Button>
            )}
            {!closed && (
              <ButtonLink to={urls.newMustReadVersion({ id })} look="line">
                {t.newVersion}
              </ButtonLink>
            )}
            <Button look="line">{closed ? t.reopen : t.close}</Button>
          </Actions>
        </Form>
        <Link to={urls.mustReadProof({ id })}>{t.proof}</Link>
      </Stack>
    </Section>
  )
}
