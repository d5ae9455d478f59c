import { dayLong } from '#shared/language/index.ts'
import { BackLink, Empty, GrowthLines, PageHead, PrintButton, PrintFoot, Section, Table } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { growthOf } from './growth.ts'
import { type InWords, resultInWords } from './in-words.ts'
import type { ClassPage } from './queries.ts'

/** One child: its way through each subject, and every result. */
export const PupilPage = ({
  pupil,
  feedback,
  today,
  ...shown
}: InWords & {
  page: ClassPage
  pupil: ClassPage['pupils'][number]
  feedback: ReadonlyMap<string, string>
  today: string
}) => {
  const { t, language, page } = shown
  const { found, pupils } = page
  return (
    <>
      <BackLink to={urls.resultsOf({ group: page.id })}>{t.back(page.name)}</BackLink>
      <PageHead title={pupil.name} text={t.growthText} end={<PrintButton />} />
      {found.subjects.every((subject) => found.newest(subject, pupil.id) === null) && (
        <Empty title={t.none}>{t.noneText}</Empty>
      )}
      {found.subjects
        .filter((subject) => found.newest(subject, pupil.id))
        .map((subject) => {
          const { length, band, pointsOf } = growthOf(found, pupils, subject)
          const points = pointsOf(pupil.id)
          const label = points.map(({ value }) => value).join(', ') || t.noFigures
          const made = found.of(subject).flatMap((test) => {
            const result = found.at(test.id, pupil.id)
            return result ? [{ test, result }] : []
          })
          return (
            <Section key={subject} heading={subject}>
              <GrowthLines
                lines={[{ key: subject, name: label, points, label: '' }]}
                length={length}
                band={band}
                label={t.growth(subject)}
              />
              <Table
                caption={t.growth(subject)}
                columns={[{ heading: t.test }, { heading: t.day }, { heading: t.result }, { heading: t.feedback }]}
                rows={made.map(({ test, result }) => ({
                  key: result.id,
                  cells: [
                    test.name,
                    dayLong(language, result.on),
                    resultInWords(result, shown),
                    feedback.get(result.id) ?? '',
                  ],
                }))}
              />
            </Section>
          )
        })}
      <PrintFoot>{t.foot(dayLong(language, today))}</PrintFoot>
    </>
  )
}
