import type { Typed } from '#shared/access/form.ts'
import { capital, listOf } from '#shared/language/index.ts'
import {
  BackLink,
  Button,
  type Child,
  Choice,
  DateField,
  Dependent,
  Empty,
  Foot,
  Form,
  FormErrors,
  Notice,
  Stack,
  TaskScreen,
  Text,
  TextArea,
  TimeField,
  When,
} from '#shared/ui/index.ts'
import type { Words } from '../in-words.ts'
import { WORD_MAX } from './form.ts'
import type { Pupil, Readers } from './queries.ts'

export type ReportPage = {
  readonly words: Words
  readonly title: string
  readonly action: string
  readonly back: { readonly to: string; readonly word: string }
  readonly requestKey: string
  readonly pupils: readonly Pupil[]
  /** Whom the report may be about is chosen; otherwise it is about the only pupil. */
  readonly choosing: boolean
  readonly readers: ReadonlyMap<string, Readers>
  /** The first day it can be about, in words ("vandaag"). */
  readonly firstDay: string
  readonly filled: Typed
  /** A sentence per field, where something is wrong. */
  readonly problems: Readonly<Record<string, string>>
  /** What stands under the button. */
  readonly foot: Child
  readonly save?: boolean
  /** The office's question who is calling. */
  readonly caller?: Child
  readonly after?: Child
}

/** The report of an absence: new, changed, or by telephone. */
export const ReportView = (page: ReportPage) => {
  const { words, filled, problems } = page
  const t = words.t.report
  const value = (name: string) => (typeof filled[name] === 'string' ? (filled[name] as string) : undefined)
  return (
    <TaskScreen back={page.back} title={page.title}>
      <Form action={page.action} requestKey={page.requestKey} resend behaviour="depend">
        {Object.keys(problems).length > 0 && <FormErrors />}
        {page.caller}
        {page.choosing && (
          <Choice
            name="pupil"
            legend={t.who}
            several
            columns={2}
            chosen={[filled.pupil ?? []].flat()}
            error={problems.pupil}
            options={page.pupils.map(({ id, givenName, name }) => ({
              value: id,
              label: givenName,
              person: { id, name },
            }))}
          />
        )}
        <Choice
          name="when"
          legend={t.when}
          columns={2}
          chosen={value('when')}
          error={problems.when}
          options={[
            { value: 'day', label: capital(page.firstDay) },
            { value: 'half', label: t.halfDay },
            { value: 'open', label: t.untilBetter },
            { value: 'days', label: t.moreDays },
          ]}
        />
        <Dependent when="when=half">
          <DateField name="on" label={t.onDay} value={value('on')} error={problems.on} />
          <Choice
            name="part"
            legend={t.part}
            columns={3}
            chosen={value('part')}
            error={problems.part}
            options={(['morning', 'afternoon', 'hours'] as const).map((part) => ({
              value: part,
              label: t.parts[part],
            }))}
          />
        </Dependent>
        <Dependent when="part=hours">
          <TimeField
            name="fromTime"
            label={t.fromTime}
            hint={t.fromTimeHint}
            optional
            value={value('fromTime')}
            error={problems.fromTime}
          />
          <TimeField
            name="untilTime"
            label={t.untilTime}
            hint={t.untilTimeHint}
            optional
            value={value('untilTime')}
            error={problems.untilTime}
          />
        </Dependent>
        <Dependent when="when=days">
          <DateField name="fromOn" label={t.fromOn} value={value('fromOn')} error={problems.fromOn} />
          <DateField name="toOn" label={t.toOn} value={value('toOn')} error={problems.toOn} />
        </Dependent>
        <Choice
          name="kind"
          legend={t.why}
          columns={3}
          chosen={value('kind')}
          error={problems.kind}
          options={[
            { value: 'ill', label: words.t.kinds.ill, icon: 'thermometer' },
            { value: 'doctor', label: words.t.kinds.doctor, icon: 'stethoscope' },
            { value: 'other', label: words.t.kinds.other, icon: 'ellipsis' },
          ]}
        />
        <TextArea
          name="word"
          label={page.caller ? t.phoneWord : t.word}
          optional
          readers={<ReadersLine page={page} />}
          value={value('word')}
          error={problems.word}
          maxLength={WORD_MAX}
        />
        <Foot text={page.foot}>
          {page.save ? (
            <Button>{t.save}</Button>
          ) : (
            <Button behaviour="sentence" data={{ 'data-sentence': sentenceOf(page) }}>
              {t.send}
            </Button>
          )}
        </Foot>
      </Form>
      {page.after}
    </TaskScreen>
  )
}

/** "juf Hatice, de administratie en Kofi": who reads a word about this pupil. */
const namesOf = (page: ReportPage, pupil: string): string => {
  const { teachers, guardians } = page.readers.get(pupil) ?? { teachers: [], guardians: [] }
  return listOf(page.words.language, [...teachers, page.words.t.report.office, ...guardians])
}

const ReadersLine = ({ page }: { page: ReportPage }) => {
  const t = page.words.t.report
  const [only] = page.pupils
  if (page.pupils.length === 1 && only) {
    const names = namesOf(page, only.id)
    return <>{page.caller ? t.phoneReaders(names) : t.readers(names)}</>
  }
  return (
    <>
      {page.pupils.map(({ id, givenName }) => (
        <When answer={`pupil=${id}`}>{t.readersOf(givenName, namesOf(page, id))}</When>
      ))}
      {t.noDetail}
    </>
  )
}

const sentenceOf = ({ words, pupils, firstDay, choosing }: ReportPage): string => {
  const t = words.t.report
  const pattern = choosing ? t.sentence : t.sentence.replace('{pupil}', pupils[0]?.givenName ?? '')
  return JSON.stringify({
    pattern,
    words: {
      pupil: Object.fromEntries(pupils.map(({ id, givenName }) => [id, givenName])),
      kind: t.kindWords,
      when: { ...t.whenWords, day: t.whenWords.day(firstDay) },
    },
  })
}

/** Nobody to report about: a guardian whose guardianships give no say today. */
export const NoChildren = ({ words, back }: { words: Words; back: string }) => (
  <TaskScreen back={{ to: back, word: words.t.report.back }} title={words.t.report.title}>
    <Empty title={words.t.report.noChildren}>{words.t.report.noChildrenText}</Empty>
  </TaskScreen>
)

/** A change that came too late: the school is called instead. */
export const HasBegun = ({ words, back, school }: { words: Words; back: string; school: string }) => (
  <Stack gap="loose">
    <BackLink to={back}>{words.t.mine.title}</BackLink>
    <Notice kind="alert">{words.t.mine.begunTitle}</Notice>
    <Text>{words.t.mine.begun(school)}</Text>
  </Stack>
)

/** Taking a report back, under the form that changes it. */
export const WithdrawForm = ({ words, action }: { words: Words; action: string }) => (
  <Form action={action}>
    <Text quiet>{words.t.mine.withdrawText}</Text>
    <Button look="line">{words.t.mine.withdraw}</Button>
  </Form>
)
