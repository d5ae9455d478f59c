import type { Route } from '#shared/access/module.ts'
import { Me } from '#shared/identity/me.ts'
import { dayLong, type Language, monthLong, number } from '#shared/language/index.ts'
import {
  BackLink,
  Button,
  ButtonLink,
  Details,
  Empty,
  Form,
  List,
  PageHead,
  Row,
  Section,
  Stack,
  Table,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Figures, switchOf } from './queries.ts'
import type { FiguresTexts } from './texts.ts'

type Props = {
  readonly t: FiguresTexts
  readonly language: Language
  readonly routes: readonly Route[]
  readonly found: Figures
  readonly stands: Awaited<ReturnType<typeof switchOf>>
  readonly back: string
}

const NOBODY = { id: '', account: '', givenName: '', name: '', language: 'nl', strong: true, accessVersion: 0 } as const

/** What a part is about for those who use it, in the words of the overview of rights; its own word where no page is left. */
const partIn = ({ language, routes }: Props, { part, who }: Props['found']['figures'][number]) => {
  const somebody = new Me({ ...NOBODY, roles: who === 'families' ? ['guardian'] : ['teacher', 'administrator'] })
  const within = part === 'home' ? /^\/$/ : new RegExp(`^/${part}(/|$)`)
  const theirs = routes.filter(({ pattern, rule }) => within.test(pattern) && rule(somebody))
  return theirs[0]?.about[language] ?? part
}

/** The figures as they would leave, and whether they may. */
export const FiguresPage = (props: Props) => {
  const { t, language, found, stands } = props
  const month = `${monthLong(language, `${found.month}-01`)} ${found.month.slice(0, 4)}`
  return (
    <>
      <BackLink to={urls.privacyDesk()}>{props.back}</BackLink>
      <PageHead title={t.title} text={t.text} />
      <List label={t.title} roomy>
        {t.rules.map((rule) => (
          <Row key={rule} title={rule} icon="check" more={<span />} />
        ))}
      </List>
      <Section>
        {found.figures.length === 0 ? (
          <Empty title={t.none}>{t.noneText}</Empty>
        ) : (
          <Table
            caption={t.month(month)}
            columns={[
              { heading: t.columns.part },
              { heading: t.columns.who },
              { heading: t.columns.people, number: true },
            ]}
            rows={found.figures.map((figure) => ({
              key: `${figure.part} ${figure.who}`,
              cells: [partIn(props, figure), t.whos[figure.who], number(language, figure.people)],
            }))}
          />
        )}
        <ButtonLink to={urls.figuresFile()} look="line" icon="download">
          {t.file}
        </ButtonLink>
      </Section>
      <Section heading={t.switch}>
        <Stack>
          <Text>{stands.allowed ? t.on : t.off}</Text>
          <Form action={urls.figures()} hidden={{ allowed: stands.allowed ? 'no' : 'yes' }}>
            <Button look={stands.allowed ? 'line' : 'tinted'}>{stands.allowed ? t.stop : t.allow}</Button>
          </Form>
        </Stack>
      </Section>
      {stands.history.length > 0 && (
        <Section>
          <Details title={t.history} icon="history">
            <List label={t.history}>
              {stands.history.map(({ id, allowed, at, by }) => (
                <Row
                  key={id}
                  title={allowed ? t.allowed : t.stopped}
                  text={t.by(by ?? t.nobody, dayLong(language, at, { year: true }))}
                />
              ))}
            </List>
          </Details>
        </Section>
      )}
    </>
  )
}
