import { dayLong } from '#shared/language/index.ts'
import {
  BackLink,
  Button,
  ButtonLink,
  Details,
  Empty,
  Form,
  Notice,
  PageHead,
  Section,
  Select,
  Stack,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { covers } from '../absences.ts'
import { absenceInWords, type Words } from '../in-words.ts'
import { hoursInWords } from '../office/views.tsx'
import type { Ground } from '../personal-data.ts'
import { isAuthorised } from '../rules.ts'
import type { TeamTexts } from '../team-texts.ts'
import { type PupilYear, YearList, YearPicture } from '../year.tsx'
import type { PupilOverview } from './queries.ts'

const GROUNDS: readonly Ground[] = [
  'ill',
  'doctor',
  'religion',
  'profession',
  'circumstances',
  'excused',
  'luxury',
  'unexplained',
]

type PupilPage = {
  readonly words: Words
  readonly t: TeamTexts['office']
  readonly overview: PupilOverview
  /** The decision form that was sent without a decision. */
  readonly refused: string | null
}

/** One pupil's year for the office: picture, list, decisions, and how near sixteen hours it came. */
export const PupilView = ({ words, t, overview, refused }: PupilPage) => {
  const { pupil, sixteen, absences, marks } = overview
  const year: PupilYear = { ...overview, words }
  const empty = absences.length === 0 && marks.every(({ state }) => state === 'present')
  return (
    <>
      <BackLink to={urls.schoolAbsences()}>{t.title}</BackLink>
      <PageHead
        title={pupil.name}
        end={
          <ButtonLink to={urls.newPupilAbsence({ pupil: pupil.id })} look="line" icon="phone">
            {t.report}
          </ButtonLink>
        }
      />
      <Stack gap="loose">
        {refused && <Notice kind="alert">{t.whom}</Notice>}
        {sixteen.warnings.map(({ from, reached, minutes }) => (
          <Notice key={reached} kind="alert" still>
            {t.warning(hoursInWords(minutes, t), dayLong(words.language, from), dayLong(words.language, reached))}
          </Notice>
        ))}
        {sixteen.minutes > 0 && <Text>{t.counting(hoursInWords(sixteen.minutes, t))}</Text>}
      </Stack>
      {empty ? <Empty title={t.nothing} /> : null}
      <Section heading={t.year}>
        <YearPicture {...year} />
        <YearList
          pupil={year}
          more={(absence) => (
            <DecisionForm
              pupil={pupil.id}
              about={{ absence: absence.id }}
              title={absenceInWords(absence, words)}
              ground={absence.ground}
              words={words}
              t={t}
            />
          )}
          moreOfMark={(day) =>
            absences.some((one) => covers(one, day)) ? null : (
              <DecisionForm
                pupil={pupil.id}
                about={{ day }}
                title={dayLong(words.language, day)}
                ground={null}
                words={words}
                t={t}
              />
            )
          }
        />
      </Section>
    </>
  )
}

type DecisionFormProps = {
  pupil: string
  about: Readonly<Record<string, string>>
  title: string
  ground: Ground | null
  words: Words
  t: TeamTexts['office']
}

const DecisionForm = ({ pupil, about, title, ground, words, t }: DecisionFormProps) => (
  <Details title={t.decide}>
    <Form action={urls.absenceDecisions({ pupil })} hidden={about} label={`${t.decide}: ${title}`}>
      <Select
        id={`ground-${Object.values(about)[0]}`}
        name="ground"
        label={t.ground}
        value={ground ?? ''}
        options={GROUNDS.map((one) => ({
          value: one,
          label: `${isAuthorised(one) ? t.allowed : t.notAllowed}: ${words.t.grounds[one]}`,
        }))}
      />
      <Button look="tinted">{t.decideSave}</Button>
    </Form>
  </Details>
)
