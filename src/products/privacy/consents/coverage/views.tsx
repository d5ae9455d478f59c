import { dayLong, type Language, listOf } from '#shared/language/index.ts'
import {
  BackLink,
  BarChart,
  Button,
  ButtonLink,
  type Child,
  Empty,
  Form,
  List,
  Notice,
  PageHead,
  PrintButton,
  PrintFoot,
  Row,
  Section,
  Stack,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { wordsIn } from '../words.ts'
import type { Counts, Coverage } from './queries.ts'
import type { OnPaper } from './reminding.ts'
import type { CoverageTexts } from './texts.ts'

type Props = { readonly t: CoverageTexts; readonly language: Language }

const bars = (t: CoverageTexts, { yes, no, open }: Counts) => [
  { label: t.yes, value: yes, text: String(yes) },
  { label: t.no, value: no, text: String(no), look: 'outline' as const },
  { label: t.open, value: open, text: String(open), look: 'hatch' as const },
]

const Questions = ({ t, language, coverage }: Props & { coverage: Coverage }) => (
  <>
    {coverage.undecided > 0 && (
      <Notice kind="waiting" still>
        {t.undecided(coverage.undecided)}
      </Notice>
    )}
    {coverage.purposes.map(({ purpose, counts }) => {
      const { title } = wordsIn(purpose.words, language)
      return (
        <Section key={purpose.id} heading={title}>
          <BarChart bars={bars(t, counts)} full={coverage.pupils} label={t.chart(title)} />
        </Section>
      )
    })}
  </>
)

/** How the whole school stands, per question and per group; figures only. `reminding`: for the office. */
export const CoveragePage = ({
  t,
  language,
  coverage,
  office,
  reminding,
}: Props & { coverage: Coverage; office: boolean; reminding: Child }) => (
  <>
    <PageHead title={t.title} text={coverage.purposes.length > 0 ? t.text(t.pupils(coverage.pupils)) : undefined} />
    {coverage.purposes.length === 0 && (
      <Stack>
        <Empty title={t.none}>{office && t.noneText}</Empty>
        {office && <ButtonLink to={urls.consentPurposes()}>{t.ask}</ButtonLink>}
      </Stack>
    )}
    <Questions t={t} language={language} coverage={coverage} />
    {coverage.purposes.length > 0 && (
      <Section heading={t.groups}>
        <List label={t.groups} columns={2}>
          {coverage.groups.map(({ id, name, pupils, open }) => (
            <Row
              key={id}
              icon="users"
              title={name}
              text={t.groupOpen(open, pupils)}
              to={urls.consentCoverageOf({ group: id })}
            />
          ))}
        </List>
      </Section>
    )}
    {reminding}
  </>
)

export type RemindingProps = {
  readonly mails: number
  readonly letters: number
  readonly kept: number
  readonly last: { readonly sent_at: Date; readonly mails: number; readonly letters: number } | undefined
  readonly from: Date | null
  readonly problem: boolean
  readonly sent: boolean
}

/** The round: whom it reaches and how, one button, once a week. */
export const Reminding = ({ t, language, mails, letters, kept, last, from, problem, sent }: Props & RemindingProps) => (
  <Section heading={t.remind} id="remind">
    <Stack>
      {problem && <Notice kind="alert">{t.tooSoon}</Notice>}
      {sent && <Notice kind="received">{t.sent}</Notice>}
      {mails + letters === 0 ? (
        <Empty title={t.nobody} />
      ) : (
        <>
          <Text>{t.remindText(mails, letters)}</Text>
          <Form action={urls.consentReminders()}>
            <Button
              off={from ? t.notYet(dayLong(language, from)) : mails === 0 ? t.onlyLetters : undefined}
              icon="mail"
            >
              {t.send(mails)}
            </Button>
          </Form>
          {letters > 0 && (
            <List>
              <Row icon="printer" title={t.paper} text={t.paperText} to={urls.consentReminders()} />
            </List>
          )}
        </>
      )}
      {kept > 0 && (
        <Text small quiet>
          {t.kept(kept)}
        </Text>
      )}
      {last && (
        <Text small quiet>
          {t.last(dayLong(language, last.sent_at), last.mails, last.letters)}
        </Text>
      )}
    </Stack>
  </Section>
)

type Pupil = { readonly id: string; readonly name: string; readonly open: number }

/** One group: its figures, and for the office child by child what is open. */
export const GroupCoverage = ({
  t,
  language,
  name,
  coverage,
  pupils,
}: Props & { name: string; coverage: Coverage; pupils: readonly Pupil[] }) => (
  <>
    <BackLink to={urls.consentCoverage()}>{t.back}</BackLink>
    <PageHead title={name} text={t.text(t.pupils(coverage.pupils))} />
    <Questions t={t} language={language} coverage={coverage} />
    {pupils.length > 0 && (
      <Section>
        <List label={name} columns={2}>
          {pupils.map((pupil) => (
            <Row
              key={pupil.id}
              person={pupil}
              title={pupil.name}
              text={t.openFor(pupil.open)}
              to={urls.consentPupil({ pupil: pupil.id })}
            />
          ))}
        </List>
      </Section>
    )}
  </>
)

/** Whom to give a letter, to print. */
export const PaperList = ({ t, language, list, today }: Props & { list: readonly OnPaper[]; today: string }) => (
  <>
    <BackLink to={urls.consentCoverage()}>{t.back}</BackLink>
    <PageHead title={t.paper} text={t.paperText} end={<PrintButton />} />
    {list.length === 0 && <Empty title={t.paperNone} />}
    {[...Map.groupBy(list, ({ group }) => group)].map(([group, rows]) => (
      <Section key={group} heading={group} count={rows.length}>
        <List label={group} columns={2}>
          {rows.map(({ pupil, guardians }) => (
            <Row key={pupil} title={pupil} text={t.paperFor(listOf(language, guardians))} />
          ))}
        </List>
      </Section>
    ))}
    <PrintFoot>{t.foot(dayLong(language, today, { year: true }))}</PrintFoot>
  </>
)
