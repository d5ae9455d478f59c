import { problemIn, typedOnce } from '#products/school/index.ts'
import type { Typed } from '#shared/access/form.ts'
import { dayLong, type Language } from '#shared/language/index.ts'
import { Button, Choice, Dependent, Details, Form, Section, Select, Stack, Text, TextArea } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { clockOf } from '../clock.ts'
import type { Request } from '../handling.ts'
import { identityProofs, refusals } from '../kinds.ts'
import type { RequestWords } from '../texts.ts'
import type { DeskTexts } from './texts.ts'

type Props = {
  t: DeskTexts
  words: RequestWords
  language: Language
  request: Request
  typed: Typed
  problems: Readonly<Record<string, string>>
}

/** By what the office saw who asks; nothing is copied. */
export const Identity = ({ t, words, request, typed, problems }: Props) => (
  <Section heading={t.identity}>
    <Stack>
      <Text>{t.identityText}</Text>
      <Form action={urls.checkIdentity({ id: request.id })}>
        <Choice
          name="seen"
          legend={t.seen}
          columns={2}
          options={identityProofs.map((proof) => ({ value: proof, label: words.proofs[proof] }))}
          chosen={typedOnce(typed, 'seen') || undefined}
          error={problemIn(t.problems, problems)('seen')}
        />
        <Button look="tinted">{t.noteIdentity}</Button>
      </Form>
    </Stack>
  </Section>
)

/** Yes or no, with the words that go into the letter. */
export const Decide = ({ t, words, request, typed, problems }: Props) => {
  const problem = problemIn(t.problems, problems)
  const { kind, field, asker } = request
  const weighs = kind === 'objection'
  return (
    <Section heading={t.decide}>
      <Form action={urls.decideRequest({ id: request.id })} behaviour="depend">
        {field === 'other' && <Text>{t.byHand}</Text>}
        <Choice
          name="granted"
          legend={t.which}
          options={[
            {
              value: 'yes',
              label: t.yes[kind],
              off: !request.identified,
              ...(request.identified ? {} : { hint: t.needsIdentity }),
            },
            { value: 'no', label: kind === 'complaint' ? t.no.complaint : t.no.other },
          ]}
          chosen={typedOnce(typed, 'granted') || undefined}
          error={problem('granted')}
        />
        <Dependent when="granted=no">
          <Select
            name="reason"
            label={t.reason}
            hint={t.reasonHint}
            options={refusals.map((reason) => ({ value: reason, label: words.refusals[reason] }))}
            value={typedOnce(typed, 'reason')}
            error={problem('reason')}
            mayBeEmpty
          />
        </Dependent>
        <TextArea
          name="text"
          label={weighs ? t.weighing : t.answer}
          hint={weighs ? t.weighingHint : t.answerHint}
          readers={t.answerReaders(asker.name)}
          value={typedOnce(typed, 'text')}
          error={problem('text')}
          rows={5}
          maxLength={2000}
        />
        <Button>{t.send(asker.name)}</Button>
      </Form>
    </Section>
  )
}

const Why = ({ t, label, typed, problems }: Pick<Props, 't' | 'typed' | 'problems'> & { label: string }) => (
  <TextArea
    name="why"
    label={label}
    value={typedOnce(typed, 'why')}
    error={problemIn(t.problems, problems)('why')}
    rows={3}
    maxLength={2000}
  />
)

/** Two months more, with the reason that the person must hear within the first. */
export const Extend = (props: Props) => {
  const { t, language, request, problems } = props
  const until = dayLong(language, clockOf(request.receivedOn, true).limit)
  return (
    <Section>
      <Details title={t.extend} icon="clock" open={problems.why !== undefined}>
        <Form action={urls.extendRequest({ id: request.id })}>
          <Text>{t.extendText(until)}</Text>
          <Why {...props} label={t.why} />
          <Button look="tinted">{t.takeTime}</Button>
        </Form>
      </Details>
    </Section>
  )
}

export const Undo = ({ t, language, request }: Props) => (
  <Section>
    <Form action={urls.undoDecision({ id: request.id })}>
      <Text>{t.undoText(dayLong(language, request.carryOutOn!))}</Text>
      <Button look="line" icon="undo-2">
        {t.undo}
      </Button>
    </Form>
  </Section>
)

export const Lift = (props: Props) => {
  const { t, request } = props
  return (
    <Section>
      <Details title={t.lift} icon="refresh-cw" open={props.problems.why !== undefined}>
        <Form action={urls.liftRestriction({ id: request.id })}>
          <Text>{t.liftText}</Text>
          <Why {...props} label={t.liftWhy} />
          <Button look="tinted">{t.lift}</Button>
        </Form>
      </Details>
    </Section>
  )
}
