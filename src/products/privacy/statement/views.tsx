import { dayLong, type Language, number } from '#shared/language/index.ts'
import { type Block, blocksOf, differenceOf } from '#shared/language/prose.ts'
import {
  Actions,
  BackLink,
  ButtonLink,
  type Child,
  Details,
  Difference,
  List,
  Notice,
  PageHead,
  Prose,
  Row,
  Section,
  Stack,
  TaskScreen,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Version } from './queries.ts'
import type { StatementTexts } from './texts.ts'

type Props = { t: StatementTexts; language: Language }

/** What stands before the first heading, and each heading with what stands under it. */
const layersOf = (text: string): { first: Block[]; parts: { heading: string; blocks: Block[] }[] } => {
  const first: Block[] = []
  const parts: { heading: string; blocks: Block[] }[] = []
  for (const block of blocksOf(text)) {
    if (block.kind === 'heading') parts.push({ heading: block.text, blocks: [] })
    else (parts.at(-1)?.blocks ?? first).push(block)
  }
  return { first, parts }
}

const said = ({ t, language }: Props, { number: which, at }: Version) =>
  t.version(number(language, which), dayLong(language, at, { year: true }))

const Layers = ({ t, text }: { t: StatementTexts; text: string }) => {
  const { first, parts } = layersOf(text)
  return (
    <>
      <Prose blocks={first} />
      <Section heading={t.parts}>
        {parts.map(({ heading, blocks }) => (
          <Details key={heading} title={heading}>
            <Prose blocks={blocks} />
          </Details>
        ))}
      </Section>
    </>
  )
}

type FrameProps = {
  stranger: boolean
  title: string
  text: string | undefined
  back: { to: string; word: string } | null
  children: Child
}

/** In the rail for who is signed in; for others a page of its own. */
const Frame = ({ stranger, title, text, back, children }: FrameProps) =>
  stranger && back ? (
    <TaskScreen back={back} title={title}>
      <Stack>
        {text && <Text quiet>{text}</Text>}
        {children}
      </Stack>
    </TaskScreen>
  ) : (
    <>
      {back && <BackLink to={back.to}>{back.word}</BackLink>}
      <PageHead title={title} text={text} />
      {children}
    </>
  )

/** The statement that counts now: the short of it on one screen, each part a press away, and the versions before. */
export const Statement = ({
  words,
  versions,
  stranger,
  ...props
}: Props & { words: Version['words']; versions: readonly Version[]; stranger: boolean }) => {
  const { t, language } = props
  const [current, ...earlier] = versions
  return (
    <Frame
      stranger={stranger}
      title={t.title}
      text={current && said(props, current)}
      back={stranger ? { to: urls.signIn(), word: t.signIn } : null}
    >
      <Layers t={t} text={words[language]} />
      {earlier.length > 0 && (
        <Section heading={t.history}>
          <List label={t.history} roomy>
            {versions.map((version) => (
              <Row
                key={String(version.number)}
                title={said(props, version)}
                text={version.number === 1 ? t.first : version.material ? t.changed : t.notChanged}
                to={urls.privacyVersion({ number: String(version.number) })}
              />
            ))}
          </List>
        </Section>
      )}
    </Frame>
  )
}

/** One version: what changed in it, and its whole text. */
export const StatementVersion = ({
  version,
  before,
  stranger,
  ...props
}: Props & { version: Version; before: Version | null; stranger: boolean }) => {
  const { t, language } = props
  return (
    <Frame
      stranger={stranger}
      title={t.versionTitle(number(language, version.number))}
      text={said(props, version)}
      back={{ to: urls.privacy(), word: t.title }}
    >
      <Section heading={t.changed}>
        {before ? (
          <Stack>
            {!version.material && <Text>{t.notChanged}</Text>}
            <Difference changes={differenceOf(before.words[language], version.words[language])} words={t.difference} />
          </Stack>
        ) : (
          <Text>{t.noChange}</Text>
        )}
      </Section>
      <Section heading={t.whole}>
        <Layers t={t} text={version.words[language]} />
      </Section>
    </Frame>
  )
}

/** On somebody's first page: there is a change to read. */
export const Changed = ({ t, which }: { t: StatementTexts; which: number }) => (
  <Notice kind="waiting" icon="info">
    <Stack>
      <Text>
        {t.waits}. {t.waitsText}
      </Text>
      <Actions>
        <ButtonLink to={urls.privacyVersion({ number: String(which) })} look="tinted">
          {t.read}
        </ButtonLink>
      </Actions>
    </Stack>
  </Notice>
)
