import type { Typed } from '#shared/access/form.ts'
import { clock, dayLong, type Language } from '#shared/language/index.ts'
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  Conversation,
  Details,
  Empty,
  Form,
  FormErrors,
  List,
  Message,
  Meta,
  PageHead,
  type ReaderNames,
  RichProse,
  Row,
  Section,
  Stack,
  Text,
  TextArea,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { type Problems, wrongOf } from './form.tsx'
import type { Author, Found, Kind, Listed, Reply } from './reading.ts'
import type { TeamNewsTexts } from './texts.ts'

type Say = { readonly t: TeamNewsTexts; readonly language: Language }

const nameOf = (t: TeamNewsTexts, author: Author) => author?.name ?? t.somebody

const lineOf = ({ t, language }: Say, { author, publishedAt, replies }: Listed) =>
  [t.by(nameOf(t, author), dayLong(language, publishedAt)), ...(replies > 0 ? [t.replies(replies)] : [])].join(', ')

/** The news of the team: what one needs to know apart from what is nice to know. */
export const TeamNews = ({ list, writes, ...say }: Say & { list: readonly Listed[]; writes: boolean }) => {
  const { t } = say
  const kinds: readonly Kind[] = ['need', 'nice']
  return (
    <>
      <PageHead
        title={t.title}
        text={t.text}
        end={writes && <ButtonLink to={urls.newTeamNews()}>{t.write}</ButtonLink>}
      />
      {list.length === 0 && <Empty title={t.none}>{t.noneText}</Empty>}
      {kinds.map((kind) => {
        const some = list.filter((one) => one.kind === kind)
        return (
          some.length > 0 && (
            <Section key={kind} heading={t.kinds[kind]}>
              <List>
                {some.map((one) => (
                  <Row
                    key={one.id}
                    icon="newspaper"
                    title={one.title}
                    text={lineOf(say, one)}
                    to={urls.teamNewsItem({ id: one.id })}
                  />
                ))}
              </List>
            </Section>
          )
        )
      })}
    </>
  )
}

type PageProps = Say & {
  readonly found: Found
  readonly me: string
  readonly writes: boolean
  readonly typed: Typed
  readonly problems: Problems
  readonly requestKey: string
  readonly readers: { readonly readers: string; readonly readerNames: ReaderNames | undefined }
}

/** One piece of news, what colleagues said about it, and a box to say something. */
export const TeamNewsPage = (props: PageProps) => {
  const { t, language, found, writes } = props
  return (
    <>
      <BackLink to={urls.teamNews()}>{t.title}</BackLink>
      <PageHead title={found.title} />
      <Meta>{`${t.kinds[found.kind]}. ${t.by(nameOf(t, found.author), dayLong(language, found.publishedAt))}`}</Meta>
      <RichProse document={found.text} />
      <Section heading={t.discussion}>
        <Stack gap="loose">
          {found.replies.length === 0 ? (
            <Text quiet>{t.noReplies}</Text>
          ) : (
            <Conversation label={t.discussion}>
              {found.replies.map((said) => (
                <Said key={said.id} {...props} said={said} />
              ))}
            </Conversation>
          )}
          <ReplyForm {...props} />
        </Stack>
      </Section>
      {writes && (
        <Details title={t.withdrawTitle}>
          <Form action={urls.withdrawTeamNews({ id: found.id })}>
            <Text>{t.withdrawText}</Text>
            <Actions>
              <Button look="line">{t.withdraw}</Button>
            </Actions>
          </Form>
        </Details>
      )}
    </>
  )
}

const Said = ({ t, language, found, me, said }: PageProps & { said: Reply }) => (
  <Message
    id={said.id}
    person={said.author ?? { id: said.id, name: t.somebody }}
    at={`${dayLong(language, said.at)}, ${clock(language, said.at)}`}
    text={said.text}
    more={
      said.author?.id === me
        ? {
            word: t.more,
            label: t.moreOf(said.author.name),
            children: (
              <Form action={urls.takeReplyBack({ id: found.id, reply: said.id })}>
                <Button look="text">{t.takeBack}</Button>
              </Form>
            ),
          }
        : null
    }
  />
)

const ReplyForm = ({ t, found, typed, problems, requestKey, readers }: PageProps) => (
  <Form action={urls.replyToTeamNews({ id: found.id })} requestKey={requestKey} resend>
    {Object.keys(problems).length > 0 && <FormErrors />}
    <TextArea
      name="reply"
      label={t.reply}
      value={typeof typed.reply === 'string' ? typed.reply : undefined}
      error={wrongOf(t, problems)('reply')}
      maxLength={2_000}
      {...readers}
    />
    <Actions>
      <Button look="tinted">{t.sendReply}</Button>
    </Actions>
  </Form>
)
