import type { Typed } from '#shared/access/form.ts'
import { capital } from '#shared/language/index.ts'
import {
  BackLink,
  Button,
  Choice,
  Field,
  Form,
  FormErrors,
  List,
  PageHead,
  Row,
  Section,
  Text,
  TextArea,
} from '#shared/ui/index.ts'
import { momentWords } from '#shared/vault/declaration.ts'
import { urls } from '#src/urls.ts'
import type { PeriodLine } from './queries.ts'
import type { Said } from './views.tsx'
import { periodInWords } from './words.ts'

const typedText = (typed: Typed, name: string) => {
  const value = typed[name]
  return typeof value === 'string' ? value : undefined
}

const lineOf = ({ t, language }: Said, { rule, declared, deviation }: PeriodLine) => {
  const { after, finally: then, atLeast } = rule.retention
  // Where a period waits for a day of the year, the words of its moment say so.
  const long = rule.keep.until ? '' : `${periodInWords(t, language, rule.keep)} `
  const parts = [
    `${long}${momentWords(after)?.[language] ?? ''}, ${t.after[then]}.`,
    ...(deviation ? [t.own(deviation.reason), t.usual(periodInWords(t, language, declared))] : []),
    ...(atLeast && !deviation ? [t.law(periodInWords(t, language, atLeast.keep), atLeast.law[language])] : []),
  ]
  return capital(parts.join(' '))
}

/** Every period, for everybody; who watches over them can choose another one. */
export const Periods = (props: Said & { lines: readonly PeriodLine[]; mayChoose: boolean }) => {
  const { t, language, lines, mayChoose } = props
  const own = lines.filter(({ deviation }) => deviation)
  const row = (line: PeriodLine) => (
    <Row
      key={line.slug}
      title={capital(line.rule.declaration.what[language])}
      more={
        <Text quiet small>
          {lineOf(props, line)}
        </Text>
      }
      {...(mayChoose && line.open ? { to: urls.retentionPeriod({ rule: line.slug }) } : {})}
    />
  )
  return (
    <>
      {mayChoose && <BackLink to={urls.retention()}>{t.title}</BackLink>}
      <PageHead title={t.periodsTitle} text={t.periodsText} />
      {own.length > 0 && (
        <Section>
          <List label={t.told} roomy>
            {own.map(row)}
          </List>
        </Section>
      )}
      <Section>
        <List label={t.periodsTitle} roomy>
          {lines.filter(({ deviation }) => !deviation).map(row)}
        </List>
      </Section>
    </>
  )
}

/** Another period for one rule, with the reason that everybody reads. */
export const PeriodForm = (
  props: Said & { line: PeriodLine; typed: Typed; problems: { readonly amount?: string; readonly why?: string } },
) => {
  const { t, language, line, typed, problems } = props
  return (
    <>
      <BackLink to={urls.retentionPeriods()}>{t.allPeriods}</BackLink>
      <PageHead title={t.periodTitle} text={capital(line.rule.declaration.what[language])} />
      <Text>{lineOf(props, line)}</Text>
      <Form action={urls.retentionPeriod({ rule: line.slug })}>
        {(problems.amount || problems.why) && <FormErrors />}
        <Field
          name="amount"
          label={t.amount}
          inputMode="numeric"
          short
          maxLength={3}
          value={typedText(typed, 'amount')}
          error={problems.amount}
        />
        <Choice
          name="unit"
          legend={t.unit}
          columns={3}
          chosen={typedText(typed, 'unit') ?? 'years'}
          options={(['days', 'months', 'years'] as const).map((value) => ({ value, label: t.units[value] }))}
        />
        <TextArea
          name="why"
          label={t.why}
          hint={t.whyHint}
          readers={t.periodText}
          maxLength={500}
          value={typedText(typed, 'why')}
          error={problems.why}
        />
        <Button>{t.choose}</Button>
      </Form>
      {line.deviation && (
        <Section>
          <Form action={urls.endRetentionPeriod({ rule: line.slug })}>
            <Button look="line">{t.back}</Button>
          </Form>
        </Section>
      )}
    </>
  )
}
