import type { Typed } from '#shared/access/form.ts'
import {
  Choice,
  DateField,
  Dependent,
  Details,
  FileField,
  Notice,
  type ReaderNames,
  Stack,
  TextArea,
  TypedHint,
} from '#shared/ui/index.ts'
import type { MessageTexts } from './texts.ts'

export type BoxProps = {
  readonly t: MessageTexts
  readonly label: string
  readonly typed: Typed
  readonly problems: Readonly<Record<string, string>>
  readonly readers: { readonly readers: string; readonly readerNames: ReaderNames | undefined }
  /** What the sender has to know before sending: that it arrives later, by when school answers. */
  readonly notes: readonly string[]
}

const one = (value: Typed[string] | undefined) => (typeof value === 'string' ? value : undefined)

/** Where somebody writes: who will read it stands above it, and what is better not written is said while typing. */
export const Box = ({ t, label, typed, problems, readers, notes }: BoxProps) => (
  <Stack>
    <TextArea
      name="text"
      label={label}
      rows={4}
      value={one(typed.text)}
      error={problems.text}
      maxLength={5_000}
      hint={[t.box.calls, ...notes].join(' ')}
      {...readers}
    />
    {[t.hints.safety, t.hints.quarrel, t.hints.health].map(({ words, text }) => (
      <TypedHint key={text} field="field-text" words={words}>
        {text}
      </TypedHint>
    ))}
    {problems.requestKey && <Notice kind="alert">{problems.requestKey}</Notice>}
    <Details title={t.box.attach} icon="image" open={Boolean(problems.photo || problems.file)}>
      <Stack>
        <FileField
          name="photo"
          label={t.box.photo}
          hint={t.box.photoHint}
          error={problems.photo}
          optional
          accept="image/jpeg,image/png,image/webp,image/gif"
        />
        <FileField
          name="file"
          label={t.box.file}
          hint={t.box.fileHint}
          error={problems.file}
          optional
          accept="application/pdf"
        />
      </Stack>
    </Details>
  </Stack>
)

const classes = ['to-know', 'answer', 'urgent'] as const

/** How soon a message of the school has to be seen: the sender chooses. */
export const UrgencyChoice = ({ t, typed, problems, today }: UrgencyProps) => (
  <Stack gap="loose">
    <Choice
      name="urgency"
      legend={t.box.urgency}
      columns={1}
      chosen={one(typed.urgency) ?? 'to-know'}
      error={problems.urgency}
      options={classes.map((value) => ({ value, label: t.box.classes[value][0], hint: t.box.classes[value][1] }))}
    />
    <Dependent when="urgency=answer">
      <DateField
        name="answerBy"
        label={t.box.answerBy}
        value={one(typed.answerBy)}
        error={problems.answerBy}
        min={today}
        mayBeEmpty
      />
    </Dependent>
  </Stack>
)

type UrgencyProps = Pick<BoxProps, 't' | 'typed' | 'problems'> & { readonly today: string }
