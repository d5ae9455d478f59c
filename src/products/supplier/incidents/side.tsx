import { typedOnce } from '#products/school/index.ts'
import type { Typed } from '#shared/access/form.ts'
import { clock as clockWord, dayLong } from '#shared/language/index.ts'
import { Button, Choice, Details, Form, Section, Stack, Text, TextArea } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Clock } from './clocks.ts'
import { ClockLine, type Words } from './clocks-view.tsx'
import { LONGEST } from './form.ts'
import type { Step, Whom } from './kinds.ts'
import type { Listed } from './register-view.tsx'

/** A form that was refused, with what was typed. */
export type Tried = {
  readonly what: Step | Whom | 'pass'
  readonly typed: Typed
  /** Why it was refused, as a sentence, or what is wrong with the text. */
  readonly refused?: string | undefined
  readonly text?: string | undefined
  /** What is wrong in the form that tells others. */
  readonly field?: 'to' | 'period' | undefined
}

type Props = Words & { readonly incident: Listed; readonly tried: Tried | null }

const Decide = ({ t, language, incident, tried, clock }: Props & { clock: Clock }) => {
  const mine = tried?.what === clock.whom ? tried : null
  return (
    <Stack>
      <ClockLine {...{ t, language, clock }} named />
      {!incident.closedAt && (
        <Details title={t.clocks.decide} open={mine !== null}>
          <Form action={urls.incidentTold({ id: incident.id, whom: clock.whom })}>
            <Choice
              name="told"
              legend={t.clocks.decidedLegend}
              chosen={typedOnce(mine?.typed ?? {}, 'told')}
              options={[
                { value: 'yes', label: t.clocks.decided.yes },
                { value: 'no', label: t.clocks.decided.no },
              ]}
            />
            <TextArea
              id={`text-${clock.whom}`}
              name="text"
              label={t.clocks.how}
              hint={t.clocks.howHint}
              value={typedOnce(mine?.typed ?? {}, 'text')}
              error={mine?.text}
              rows={3}
              maxLength={LONGEST}
            />
            <Button look="tinted">{t.clocks.save}</Button>
          </Form>
        </Details>
      )}
    </Stack>
  )
}

/** The clocks, what was decided of each, and who reports. */
export const Side = (props: Props) => {
  const { t, language, incident } = props
  const { clocks, foundAt, cause } = incident
  return (
    <Stack gap="loose">
      <Section heading={t.clocks.heading}>
        <Stack gap="loose">
          {clocks.length === 0 && <Text>{t.clocks.none}</Text>}
          {clocks.map((clock) => (
            <Decide key={clock.whom} {...props} clock={clock} />
          ))}
          {clocks.length > 0 && (
            <Text small quiet>
              {t.clocks.since(dayLong(language, foundAt), clockWord(language, foundAt))}
            </Text>
          )}
        </Stack>
      </Section>
      <Section heading={t.route.heading}>
        <Text>{t.route[cause ?? 'unknown']}</Text>
      </Section>
    </Stack>
  )
}
