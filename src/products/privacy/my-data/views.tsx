import { capital, dayLong, type Language, listOf, number, plural } from '#shared/language/index.ts'
import type { Until } from '#shared/retention/until.ts'
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  type Child,
  Details,
  Empty,
  Facts,
  Form,
  Heading,
  HiddenFields,
  List,
  Notice,
  PageHead,
  Progress,
  Readers,
  Row,
  Section,
  Stack,
  Tabs,
  Text,
} from '#shared/ui/index.ts'
import type { PurposeName } from '#shared/vault/purpose.ts'
import { urls } from '#src/urls.ts'
import type { Asking } from './asking.ts'
import type { Copy } from './copy/queries.ts'
import type { ForPurpose } from './overview.ts'
import type { Line } from './reading.ts'
import { type Told, waitsWords } from './telling.ts'
import type { MyDataTexts } from './texts.ts'
import { UntilWhen } from './until-view.tsx'

type Props = { readonly t: MyDataTexts; readonly language: Language }

const icons = {
  'school-administration': 'user',
  'contact-with-guardians': 'users',
  attendance: 'thermometer',
  safety: 'shield',
  'working-together': 'bookmark',
  access: 'key-round',
  security: 'lock',
  'digital-learning': 'grid-2x2',
  'learning-results': 'chart-no-axes-column',
  accountability: 'file-text',
  'website-contact': 'mail',
  'site-statistics': 'chart-no-axes-column',
} as const satisfies Record<PurposeName, string>

const said = ({ words, waits }: Told, language: Language) => (waits ? waitsWords : words)[language]

/** One line of a table in full, as terms; several as a list, of which each begins with its first fact. */
export const Lines = ({ lines, language, label }: { lines: readonly Line[]; language: Language; label: string }) => {
  const [only, ...others] = lines
  if (only && others.length === 0)
    return <Facts facts={only.told.map((one) => ({ term: capital(one.label[language]), text: said(one, language) }))} />
  return (
    <List label={label} roomy>
      {lines.map(({ key, told: [first, ...rest] }) => (
        <Row
          key={key}
          title={capital(said(first!, language))}
          text={rest.map((one) => `${capital(one.label[language])}: ${said(one, language)}`).join('. ')}
        />
      ))}
    </List>
  )
}

const PartView = ({ t, language, part }: Props & { part: ForPurpose['parts'][number] }) => {
  const { declaration, lines, count } = part
  const what = capital(declaration.what[language])
  const sources = [...new Set(lines.map(({ source }) => t.sources[source]))]
  const until = part.until.map((period) => capital(period[language]))
  return (
    <Stack>
      <Heading level={3}>{what}</Heading>
      <Lines lines={lines} language={language} label={what} />
      {count > lines.length && (
        <Text small quiet>
          {t.more(number(language, count - lines.length))}
        </Text>
      )}
      <Facts
        facts={[
          { term: t.seenBy, text: capital(declaration.seenBy[language]) },
          { term: t.until, text: until.length > 0 ? until.join('. ') : t.keep },
          { term: t.from, text: capital(listOf(language, sources)) },
        ]}
      />
    </Stack>
  )
}

const PurposeView = ({ t, language, held }: Props & { held: ForPurpose }) => {
  const { name, title, why, ground, law, parts, count } = held
  return (
    <Details icon={icons[name]} title={title[language]} end={plural(language, count, t.count.one, t.count.other)}>
      <Stack gap="loose">
        <Facts
          facts={[
            { term: t.why, text: capital(why[language]) },
            { term: t.ground, text: `${capital(ground[language])}: ${law[language]}` },
          ]}
        />
        {parts.map((part) => (
          <PartView key={part.declaration.table} t={t} language={language} part={part} />
        ))}
        <Actions>
          <ButtonLink to={urls.askRight({ kind: 'correction' })} look="tinted" icon="pencil">
            {t.wrong}
          </ButtonLink>
          <ButtonLink to="#take-along" look="tinted" icon="download">
            {t.take}
          </ButtonLink>
        </Actions>
      </Stack>
    </Details>
  )
}

/** What becomes of a download that was asked for. */
const CopyState = ({ t, language, copy }: Props & { copy: Copy }): Child => {
  if (copy.state === 'making')
    return (
      <Stack>
        <Progress label={t.making} value={copy.step} of={4} />
        <Text small quiet>
          {t.makingText}
        </Text>
      </Stack>
    )
  if (copy.state === 'review')
    return (
      <Notice kind="waiting">
        <Text>{t.review(dayLong(language, copy.answerBy))}</Text>
        <Text small>{t.reviewText}</Text>
      </Notice>
    )
  return (
    <Stack>
      <Notice kind="received">{t.ready(dayLong(language, copy.lastDay))}</Notice>
      <Readers>{t.readers}</Readers>
      <Actions>
        <ButtonLink to={urls.copyFile({ id: copy.id })} icon="download">
          {t.get}
        </ButtonLink>
        <Form action={urls.dropCopy({ id: copy.id })} plain>
          <Button look="text">{t.drop}</Button>
        </Form>
      </Actions>
    </Stack>
  )
}

const TakeAlong = ({ t, language, asking, copy }: Props & { asking: Asking; copy: Copy | null }) => (
  <Section heading={t.copy} id="take-along">
    {copy ? (
      <CopyState t={t} language={language} copy={copy} />
    ) : (
      <Form action={urls.newCopy()}>
        <HiddenFields fields={{ about: asking.question.subject }} />
        <Stack gap="loose">
          <Text>{t.copyText}</Text>
          <Button look="tinted" icon="download">
            {asking.own ? t.ask : t.askOf(asking.givenName)}
          </Button>
        </Stack>
      </Form>
    )}
  </Section>
)

export type MyDataProps = Props & {
  readonly school: string
  readonly asking: Asking
  readonly held: readonly ForPurpose[]
  readonly today: string
  /** Until when the tables stay of which there is something. */
  readonly until: readonly Until[]
  readonly copy: Copy | null
  /** Whether this person may let the supplier look along. */
  readonly windows: boolean
  readonly children: readonly { readonly id: string; readonly name: string }[]
}

/** Everything the school knows of somebody: an overview per purpose in one screen, and what is in it when one opens it. */
export const MyData = ({ t, language, school, today, asking, held, until, copy, windows, children }: MyDataProps) => {
  const { own, givenName, question } = asking
  return (
    <>
      <BackLink to={own ? urls.me() : urls.child({ id: question.subject })}>{own ? t.back : t.backOf}</BackLink>
      <PageHead
        title={own ? t.title : t.titleOf(givenName)}
        text={own ? t.intro(school) : t.introOf(school, givenName)}
      />
      <Tabs
        label={t.tabs}
        tabs={[
          { to: own ? urls.myData() : urls.childData({ id: question.subject }), word: t.what, current: true },
          { to: own ? urls.whoLookedAtMe() : urls.whoLookedAtChild({ id: question.subject }), word: t.looked },
        ]}
      />
      <Section heading={t.parts}>
        {held.length === 0 && <Empty title={t.none} />}
        {held.map((one) => (
          <PurposeView key={one.name} t={t} language={language} held={one} />
        ))}
      </Section>
      <UntilWhen {...{ t, language, today, held, until }} />
      <TakeAlong t={t} language={language} asking={asking} copy={copy} />
      {windows && (
        <Section heading={t.windows}>
          <Stack>
            <Text>{t.windowsText}</Text>
            <ButtonLink to={urls.mySupportWindows()} look="tinted" icon="eye">
              {t.seeWindows}
            </ButtonLink>
          </Stack>
        </Section>
      )}
      {children.length > 0 && (
        <Section heading={t.children}>
          <List label={t.children}>
            {children.map((child) => (
              <Row key={child.id} title={child.name} person={child} to={urls.childData({ id: child.id })} />
            ))}
          </List>
        </Section>
      )}
    </>
  )
}
