import type { Typed } from '#shared/access/form.ts'
import {
  Button,
  Check,
  Choice,
  DateField,
  Field,
  FieldRow,
  Foot,
  Form,
  FormErrors,
  Select,
  TaskScreen,
  TimeField,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { DAYS, LENGTHS } from './form.ts'
import type { RoundTexts } from './texts.ts'

type Problems = Readonly<Record<string, string>>

export type NewRoundProps = {
  readonly t: RoundTexts
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  readonly requestKey: string
  readonly typed: Typed
  readonly problems: Problems
}

/** A new round: for whom, when, how long, and from when guardians choose. */
export const NewRound = ({ t, groups, requestKey, typed, problems }: NewRoundProps) => {
  const value = (name: string) => (typeof typed[name] === 'string' ? (typed[name] as string) : undefined)
  const wrong = (name: string) => {
    const code = problems[name]
    return code === undefined ? undefined : ((t.problems[code as keyof typeof t.problems] as string) ?? t.problems.day)
  }
  const times = (from: string, until: string) => (
    <>
      <TimeField name={from} label={t.from} value={value(from)} mayBeEmpty />
      <TimeField name={until} label={t.until} value={value(until)} mayBeEmpty />
    </>
  )
  return (
    <TaskScreen back={{ to: urls.conversationRounds(), word: t.back }} title={t.new}>
      <Form action={urls.newConversationRound()} requestKey={requestKey} resend>
        {Object.keys(problems).length > 0 && <FormErrors />}
        <Field
          name="title"
          label={t.name}
          hint={t.nameHint}
          value={value('title')}
          error={wrong('title')}
          maxLength={80}
        />
        <Choice
          name="groups"
          legend={t.groups}
          several
          columns={2}
          chosen={[typed.groups ?? []].flat()}
          error={wrong('groups')}
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Choice
          name="minutes"
          legend={t.minutes}
          columns={3}
          chosen={value('minutes') ?? '10'}
          error={wrong('minutes')}
          options={LENGTHS.map((minutes) => ({ value: String(minutes), label: t.minutesOf(minutes) }))}
        />
        {Array.from({ length: DAYS }, (_, at) => at + 1).map((at) => (
          <FieldRow
            key={at}
            id={`day${at}`}
            legend={t.day(at)}
            error={wrong(`on${at}`) ?? wrong(`from${at}`) ?? wrong(`until${at}`)}
          >
            <DateField name={`on${at}`} label={t.on} value={value(`on${at}`)} mayBeEmpty />
            {times(`from${at}`, `until${at}`)}
          </FieldRow>
        ))}
        <FieldRow id="pause" legend={t.pause} error={wrong('pause') ?? wrong('pauseFrom') ?? wrong('pauseUntil')}>
          {times('pauseFrom', 'pauseUntil')}
        </FieldRow>
        <FieldRow id="opens" legend={t.opens} error={wrong('opensOn') ?? wrong('opensTime')}>
          <DateField name="opensOn" label={t.on} value={value('opensOn')} />
          <TimeField name="opensTime" label={t.time} value={value('opensTime')} />
        </FieldRow>
        <Select
          name="siblings"
          label={t.siblings}
          value={value('siblings') ?? '1'}
          options={[0, 1, 2, 3].map((days) => ({ value: String(days), label: t.siblingsOf(days) }))}
        />
        <DateField name="closesOn" label={t.closes} value={value('closesOn')} error={wrong('closesOn')} />
        <Choice
          name="apart"
          legend={t.apart}
          chosen={value('apart')}
          error={wrong('apart')}
          options={(['apart', 'together'] as const).map((apart) => ({ value: apart, label: t.aparts[apart] }))}
        />
        <Check name="video" label={t.video} checked={typed.video === 'yes'} />
        <Check name="door" label={t.door} checked={typed.door === 'yes'} />
        <Foot>
          <Button>{t.make}</Button>
        </Foot>
      </Form>
    </TaskScreen>
  )
}
