import { typedOnce } from '#products/school/index.ts'
import { capital, clockShort, clock as clockWord, dayLong, dayShort, listOf, number } from '#shared/language/index.ts'
import {
  BackLink,
  Button,
  ButtonLink,
  Check,
  Choice,
  Columns,
  Facts,
  Form,
  FormErrors,
  Notice,
  PageHead,
  Quote,
  Section,
  Stack,
  Steps,
  Text,
  TextArea,
  Timeline,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { affectedTexts } from './affected/texts.ts'
import type { Words } from './clocks-view.tsx'
import { LONGEST } from './form.ts'
import { type Item, items, type Step, steps, type Whom } from './kinds.ts'
import type { Deed } from './reading.ts'
import { readyTexts } from './ready/texts.ts'
import { type Listed, titleOf } from './register-view.tsx'
import { type Shared, Sharing } from './sharing/view.tsx'
import { Side, type Tried } from './side.tsx'

type Props = Words & {
  readonly incident: Listed
  readonly deeds: readonly Deed[]
  readonly open: readonly Item[]
  readonly tried: Tried | null
  /** How many were computed; nothing while nobody searched. */
  readonly affected: number | null
  /** Whether I may see who they are. */
  readonly seesNames: boolean
  readonly sharing: Shared
}

const sentence = (text: string) => capital(text).replace(/(?<![.!?])$/, '.')

const itemText = ({ t, language, incident }: Props, item: Item): string => {
  const { words, natures, cause, people, groupSize, kinds } = incident
  const told: Readonly<Record<Item, readonly string[]>> = {
    characteristics: [
      words.summary,
      listOf(
        language,
        natures.map((one) => t.facts.nature[one].toLowerCase()),
      ),
    ],
    cause: [cause ? t.facts.causes[cause] : '', words.cause],
    measures: [words.measures],
    affected: [
      listOf(
        language,
        people.map((one) => t.facts.groups[one].toLowerCase()),
      ),
      words.extent,
    ],
    size: [groupSize === null ? '' : number(language, groupSize)],
    kinds: [
      listOf(
        language,
        kinds.map((one) => t.facts.kind[one].toLowerCase()),
      ),
    ],
  }
  return told[item].filter(Boolean).map(sentence).join(' ')
}

const SixItems = (props: Props) => {
  const { t, incident, open } = props
  return (
    <Section heading={t.items.heading}>
      <Stack gap="loose">
        <Facts
          facts={[
            { term: t.items.saw, text: <Quote>{incident.words.saw}</Quote> },
            ...items.map((item) => ({
              term: t.items.names[item],
              text: [itemText(props, item), open.includes(item) ? t.items.unknown : ''].filter(Boolean).join(' · '),
            })),
          ]}
        />
        {!incident.closedAt && (
          <ButtonLink to={urls.incidentFacts({ id: incident.id })} look="tinted" icon="pencil">
            {t.items.write}
          </ButtonLink>
        )}
      </Stack>
    </Section>
  )
}

const NextStep = ({ t, incident, tried }: Props & { incident: { next: Step | null } }) => {
  const { id, next } = incident
  if (!next) return null
  const mine = tried?.what === next ? tried : null
  return (
    <Section heading={t.steps.names[next]}>
      <Form action={urls.incidentStep({ id, step: next })}>
        {next === 'restore' && (
          <Choice
            name="needed"
            legend={t.steps.restored}
            chosen={typedOnce(mine?.typed ?? {}, 'needed')}
            options={[
              { value: 'yes', label: t.steps.restoredYes },
              { value: 'no', label: t.steps.restoredNo },
            ]}
          />
        )}
        {next === 'restore' && (
          <Check name="checked" label={t.steps.checked} checked={mine?.typed.checked !== undefined} />
        )}
        <TextArea
          name="text"
          label={t.steps.asks[next]}
          value={typedOnce(mine?.typed ?? {}, 'text')}
          error={mine?.text}
          rows={4}
          maxLength={LONGEST}
        />
        <Button>{next === 'close' ? t.steps.closeNow : t.steps.done}</Button>
      </Form>
    </Section>
  )
}

const AffectedLink = ({ language, incident, affected, seesNames }: Props) => {
  const t = affectedTexts[language]
  if (affected === null && (!seesNames || incident.closedAt)) return null
  return (
    <Section heading={t.title}>
      {affected !== null && <Text>{`${t.computed}: ${t.count(affected)}.`}</Text>}
      {seesNames && (
        <ButtonLink to={urls.incidentAffected({ id: incident.id })} look="line" icon="users">
          {affected === null ? t.compute : t.here}
        </ButtonLink>
      )}
    </Section>
  )
}

const ReadyLink = ({ language, incident }: Props) => {
  const t = readyTexts[language]
  return (
    <Section heading={t.here}>
      <Text>{t.hereText}</Text>
      <ButtonLink to={urls.incidentReady({ id: incident.id })} look="line" icon="file-text">
        {t.title}
      </ButtonLink>
    </Section>
  )
}

const Deeds = ({ t, language, deeds }: Props) => (
  <Section heading={t.deeds}>
    <Timeline
      label={t.deeds}
      entries={deeds.map(({ id, what, at, by, text, not }) => {
        const name = what in t.steps.names ? t.steps.names[what as Step] : t.clocks.whom[what as Whom]
        return {
          key: id,
          time: clockShort(language, at),
          icon: 'check',
          title: not ? `${name}: ${t.steps.notNeeded}` : name,
          text: `${dayShort(language, at)}, ${by ?? t.somebody}`,
          more: <Text>{text}</Text>,
        }
      })}
    />
  </Section>
)

/** One incident: where it stands, the next step, what is known, the clocks, and what was done by whom. */
export const IncidentPage = (props: Props) => {
  const { t, language, incident, deeds, tried, sharing } = props
  const { rehearsal, reportedAt, closedAt, next } = incident
  const said = closedAt
    ? t.closedOn(dayLong(language, closedAt, { year: true }))
    : t.reportedOn(dayLong(language, reportedAt), clockWord(language, reportedAt))
  return (
    <>
      <BackLink to={urls.incidents()}>{t.back}</BackLink>
      <PageHead title={titleOf(incident)} text={said} />
      {rehearsal && (
        <Notice kind="waiting" icon="info" still>
          {t.rehearsalText}
        </Notice>
      )}
      {(tried?.refused || tried?.text || tried?.field) && <FormErrors>{tried.refused}</FormErrors>}
      <Steps
        steps={steps.map((step) => t.steps.names[step])}
        current={next ? steps.indexOf(next) + 1 : steps.length + 1}
      />
      <Columns sideFirst side={<Side {...props} />}>
        <NextStep {...props} />
        <SixItems {...props} />
        <AffectedLink {...props} />
        <ReadyLink {...props} />
        <Sharing
          {...sharing}
          language={language}
          id={incident.id}
          running={incident.closedAt === null}
          typed={tried?.typed ?? {}}
          problem={tried?.what === 'pass' ? tried.field : undefined}
          open={tried?.what === 'pass'}
        />
        {deeds.length > 0 && <Deeds {...props} />}
      </Columns>
    </>
  )
}
