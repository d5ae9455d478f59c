import { clock, dayLong, type Language, listOf } from '#shared/language/index.ts'
import { differenceOf } from '#shared/language/prose.ts'
import {
  Actions,
  BackLink,
  Button,
  type Child,
  Conversation as Conversed,
  Details,
  Difference,
  Form,
  FormErrors,
  Happened,
  Link,
  Message,
  Notice,
  PageHead,
  Picture,
  Section,
  Select,
  Stack,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { Box, type BoxProps, UrgencyChoice } from '../box-view.tsx'
import { Together, type TogetherProps } from '../family/together-view.tsx'
import type { MessageTexts } from '../texts.ts'
import type { Conversation, Said } from './queries.ts'

/** "dinsdag 24 november, 9.12 uur". */
const moment = (language: Language, at: Date): string => `${dayLong(language, at)}, ${clock(language, at)}`

export type ThreadProps = {
  readonly t: MessageTexts
  readonly language: Language
  readonly today: string
  readonly conversation: Conversation
  readonly me: string
  readonly title: string
  /** Where one writes; nothing where one only reads. */
  readonly box: (Omit<BoxProps, 't'> & { readonly requestKey: string; readonly whom: string | null }) | null
  readonly colleagues: readonly { readonly id: string; readonly name: string; readonly principal: boolean }[]
  readonly handProblem: string | null
  readonly together: Omit<TogetherProps, 't'> | null
  readonly said: string | null
  readonly alert: string | null
}

type One = { props: ThreadProps; said: Said }

const icons = { handed: 'arrow-right', returned: 'undo-2', closed: 'check', shared: 'users', parted: 'users' } as const

const Event = ({ props: { t, language }, said }: One) => {
  const kind = said.kind as keyof typeof icons
  const words = t.thread.happened
  const text =
    kind === 'handed' ? words.handed(said.author.name, said.to ?? t.thread.somebody) : words[kind](said.author.name)
  return (
    <Happened icon={icons[kind]} at={moment(language, said.at)}>
      {text}
    </Happened>
  )
}

/** Who on the other side has read it. */
const readersOf = ({ read }: Conversation, said: Said) =>
  read.filter(({ side, readTo }) => (side === 'home') === said.fromSchool && readTo >= said.at)

/** Who on the other side read it; only under the last thing that this side said. */
const seenWords = ({ props, said }: One): string | null => {
  const { t, language, conversation } = props
  const ofSide = conversation.said.filter((one) => one.kind === 'text' && one.fromSchool === said.fromSchool)
  const mine = said.fromSchool === (conversation.side === 'school')
  if (!mine || ofSide.at(-1) !== said || conversation.thread.kind === 'letter') return null
  const read = readersOf(conversation, said)
  if (read.length === 0) return t.thread.unseen
  const names = listOf(
    language,
    read.map(({ person }) => person.name),
  )
  return t.thread.seenBy(names, moment(language, read[0]!.at))
}

const Foot = ({ props, said }: One) => {
  const { t, language } = props
  const seen = seenWords({ props, said })
  return (
    <>
      {said.correctedAt && <span>{t.thread.corrected(moment(language, said.correctedAt))}</span>}
      {seen && <span>{seen}</span>}
      {said.reported && <span>{t.thread.reported}</span>}
    </>
  )
}

const More = ({ props, said }: One) => {
  const { t, me, conversation } = props
  const at = { thread: said.thread, message: said.id }
  const earlier = said.record?.earlier ?? []
  return (
    <Stack>
      {earlier.map((before, version) => (
        <Stack key={before.until}>
          <Text small>{t.thread.before}</Text>
          <Difference
            changes={differenceOf(before.text, earlier[version + 1]?.text ?? said.record!.text)}
            words={{ gone: t.thread.gone, new: t.thread.new }}
          />
        </Stack>
      ))}
      {said.author.id === me ? (
        <Actions>
          <Link to={urls.correctMessage(at)}>{t.thread.correct}</Link>
          {readersOf(conversation, said).length === 0 && (
            <Form action={urls.takeMessageBack(at)}>
              <Button look="text">{t.thread.takeBack}</Button>
            </Form>
          )}
        </Actions>
      ) : (
        !said.reported && <Link to={urls.reportMessage(at)}>{t.thread.report}</Link>
      )}
    </Stack>
  )
}

const Files = ({ t, said }: { t: MessageTexts; said: Said }) => (
  <>
    {said.files.map(({ id, kind, name }) =>
      kind === 'picture' ? (
        <Picture key={id} src={urls.messageFile({ file: id })} alt={t.thread.photo(name)} />
      ) : (
        <Link key={id} to={urls.messageFile({ file: id })} plain>
          {t.thread.pdf(name)}
        </Link>
      ),
    )}
  </>
)

const Spoken = ({ props, said }: One) => {
  const { t, language, me } = props
  const changed = (said.record?.earlier.length ?? 0) > 0
  const own = said.author.id === me
  const more = own || changed || !said.reported
  return (
    <Message
      id={said.id}
      person={said.author}
      at={moment(language, said.at)}
      heading={said.record?.heading ?? null}
      text={said.record?.text ?? ''}
      files={said.files.length > 0 && <Files t={t} said={said} />}
      foot={<Foot props={props} said={said} />}
      more={
        more
          ? {
              word: t.thread.more,
              label: `${t.thread.more}: ${said.author.name}, ${clock(language, said.at)}`,
              children: <More props={props} said={said} />,
            }
          : null
      }
    />
  )
}

const HandOver = ({ t, conversation, colleagues, handProblem }: ThreadProps) => {
  const { thread } = conversation
  const team = thread.kind === 'team' && thread.owner_id !== null
  return (
    <Details title={t.thread.hand} icon="arrow-right" open={handProblem !== null}>
      <Form action={urls.handOverMessages({ thread: thread.id })}>
        <Text>{t.thread.handText}</Text>
        <Select
          name="to"
          label={t.thread.handTo}
          error={handProblem ?? undefined}
          options={[
            ...(team ? [{ value: 'team', label: t.thread.handTeam }] : []),
            ...colleagues.map(({ id, name, principal }) => ({
              value: id,
              label: principal ? t.thread.principal(name) : name,
            })),
          ]}
        />
        <Button look="line">{t.thread.handButton}</Button>
      </Form>
    </Details>
  )
}

const Deeds = (props: ThreadProps) => {
  const { t, conversation } = props
  const { thread, side } = conversation
  if (side !== 'school') return null
  return (
    <Section>
      <HandOver {...props} />
      {!thread.closed_at && thread.kind !== 'letter' && (
        <Form action={urls.closeMessages({ thread: thread.id })}>
          <Button look="line" icon="check">
            {thread.waits_since ? t.thread.noAnswer : t.thread.close}
          </Button>
        </Form>
      )}
    </Section>
  )
}

const Writing = (props: ThreadProps) => {
  const { t, box, conversation, today } = props
  const { thread, side } = conversation
  if (!box) return null
  const wrong = Object.keys(box.problems).length > 0
  return (
    <Section>
      {thread.closed_at && <Text quiet>{t.thread.closedHere}</Text>}
      <Form
        action={urls.messageThread({ thread: thread.id })}
        requestKey={box.requestKey}
        resend
        multipart
        behaviour="depend"
      >
        {wrong && <FormErrors />}
        <Box t={t} {...box} />
        {side === 'school' && (
          <Details title={t.box.urgency} icon="bell" open={box.problems.answerBy !== undefined}>
            <UrgencyChoice t={t} typed={box.typed} problems={box.problems} today={today} />
          </Details>
        )}
        <Button>{box.whom ? t.box.sendTo(box.whom) : t.box.send}</Button>
      </Form>
    </Section>
  )
}

const subtitle = ({ t, language, conversation }: ThreadProps): string => {
  const { pupils, thread, side, guardians, secret, group, owner } = conversation
  const children =
    pupils.length > 0 && pupils.length < 6
      ? t.thread.about(
          listOf(
            language,
            pupils.map(({ givenName }) => givenName),
          ),
        )
      : ''
  const names = [...guardians.map(({ name }) => name), ...(secret > 0 ? [t.list.secret(secret)] : [])]
  const parts = [
    side === 'home' && thread.shared && t.thread.with(listOf(language, names)),
    thread.kind !== 'letter' || side === 'home' ? children : '',
    side === 'school' && group,
    thread.kind === 'team' && owner && t.thread.owner(owner),
  ]
  return parts.filter(Boolean).join(' · ')
}

/** One conversation: what was said, where one writes, and what the team can do with it. */
export const Thread = (props: ThreadProps & { readonly letter: Child }) => {
  const { t, conversation, title, said, alert, box, together, letter } = props
  const { thread, side } = conversation
  return (
    <>
      <BackLink to={urls.messages()}>{t.thread.back}</BackLink>
      <PageHead title={title} text={subtitle(props)} />
      {said && <Notice kind="received">{said}</Notice>}
      {alert && <Notice kind="alert">{alert}</Notice>}
      {thread.answers_id && side === 'school' && (
        <Link to={urls.messageThread({ thread: thread.answers_id })}>{t.thread.toLetter}</Link>
      )}
      <Conversed label={title}>
        {conversation.said.map((one) =>
          one.kind === 'text' ? (
            <Spoken key={one.id} props={props} said={one} />
          ) : (
            <Event key={one.id} props={props} said={one} />
          ),
        )}
      </Conversed>
      {letter}
      <Writing {...props} />
      {!box && side === 'home' && (
        <Section heading={t.thread.ended}>
          <Text>{t.thread.endedText}</Text>
        </Section>
      )}
      {box && (
        <Text small quiet>
          {thread.kind === 'letter' ? t.letter.you : t.thread.honest}
        </Text>
      )}
      <Deeds {...props} />
      {together && <Together t={t} {...together} />}
    </>
  )
}
