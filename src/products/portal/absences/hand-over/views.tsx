import { clock, dayLong, type Language } from '#shared/language/index.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import { BackLink, Button, Empty, Form, Link, List, PageHead, Row, Section, Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { TeamTexts } from '../team-texts.ts'
import type { HandOver } from './queries.ts'

type HandOverPage = {
  readonly language: Language
  readonly t: TeamTexts['handOver']
  readonly back: string
  readonly waiting: number
  readonly earlier: readonly HandOver[]
}

/** Handing over to the pupil administration, and the files of before. */
export const HandOverView = ({ language, t, back, waiting, earlier }: HandOverPage) => (
  <>
    <BackLink to={urls.schoolAbsences()}>{back}</BackLink>
    <PageHead title={t.title} />
    <Text>{t.text}</Text>
    {waiting === 0 ? (
      <Empty title={t.nothing}>{t.nothingText}</Empty>
    ) : (
      <Form action={urls.handOvers()}>
        <Button icon="download">{t.make(waiting)}</Button>
      </Form>
    )}
    {earlier.length > 0 && (
      <Section heading={t.earlier}>
        <List>
          {earlier.map(({ at, rows }) => (
            <Row
              key={at.getTime()}
              title={`${dayLong(language, dayOf(at))}, ${clock(language, at)}`}
              text={t.rows(rows)}
              end={
                <Link to={urls.handOver({ at: String(at.getTime()) })} download>
                  {t.download}
                </Link>
              }
            />
          ))}
        </List>
      </Section>
    )}
  </>
)
