import { dayLong, type Language } from '#shared/language/index.ts'
import { Empty, GrowthLines, List, PageHead, Row, Section, Text } from '#shared/ui/index.ts'
import { resultInWords } from '../in-words.ts'
import type { ResultTexts } from '../texts.ts'
import type { Child, HomeResults } from './queries.ts'
import type { HomeTexts } from './texts.ts'

type Props = {
  readonly t: HomeTexts
  readonly words: ResultTexts
  readonly language: Language
  readonly results: HomeResults
}

const OfChild = ({ child, heading, t, words, language, results }: Props & { child: Child; heading: string | null }) => {
  const { found, feedback } = results
  const subjects = found.subjects.filter((subject) => found.newest(subject, child.id))
  if (subjects.length === 0)
    return heading ? (
      <Section heading={heading}>
        <Empty title={t.none}>{t.noneText}</Empty>
      </Section>
    ) : (
      <Empty title={t.none}>{t.noneText}</Empty>
    )
  return subjects.map((subject) => {
    const way = found.way(subject, child.id)
    const label = way.map(({ percent }) => percent).join(', ')
    const made = found.of(subject).flatMap((test) => {
      const result = found.at(test.id, child.id)
      return result ? [{ test, result }] : []
    })
    return (
      <Section key={`${child.id} ${subject}`} heading={heading ? `${heading}, ${subject.toLowerCase()}` : subject}>
        {way.length > 1 && (
          <GrowthLines
            lines={[
              { key: subject, name: label, label: '', points: way.map(({ percent }, at) => ({ at, value: percent })) },
            ]}
            length={way.length}
            band={[]}
            label={t.way(subject)}
          />
        )}
        <List label={t.results(subject, made.length)} roomy>
          {[...made].reverse().map(({ test, result }) => (
            <Row
              key={result.id}
              title={test.name}
              text={dayLong(language, result.on)}
              end={<Text>{resultInWords(result, { t: words, language })}</Text>}
              more={
                feedback.has(result.id) && (
                  <Text quiet small>
                    {t.feedback(feedback.get(result.id)!)}
                  </Text>
                )
              }
            />
          ))}
        </List>
      </Section>
    )
  })
}

/** The released results of the own children, or of oneself: never beside those of others. */
export const MyResults = (props: Props) => {
  const { t, results } = props
  const { children } = results
  return (
    <>
      <PageHead title={t.title} text={t.text} />
      {children.map((child) => (
        <OfChild key={child.id} {...props} child={child} heading={children.length > 1 ? child.givenName : null} />
      ))}
    </>
  )
}
