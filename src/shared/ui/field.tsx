import { Icon } from './icon.tsx'
import type { Child } from './jsx.ts'
import { useWords } from './language-context.ts'
import { type ReaderNames, Readers } from './notice.tsx'

export type FieldCommon = {
  name: string
  label: string
  value?: string | undefined
  /** Shown before the box: what to fill in, in one sentence. */
  hint?: Child
  /** What is wrong and what would be right. Draws the border, is read with the field. The first one on a page gets focus. */
  error?: string | undefined
  /** Says "Hoeft niet" behind the label. Everything else is required. */
  optional?: boolean
  /** May stay empty without saying so: the row it stands in says when. */
  mayBeEmpty?: boolean
  /** Who will read this, above the box. */
  readers?: Child
  /** All of them by name, behind a word that opens the list. */
  readerNames?: ReaderNames | undefined
  /** When two forms on a page have a field of the same name. */
  id?: string
  autoFocus?: boolean
}

/** How a box is bound to its label, hint and error. */
export type Bound = {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
  required: boolean | undefined
  autofocus: boolean | undefined
}

/** Label, hint, readers and error around a box. */
export function Labelled({ field, children }: { field: FieldCommon; children: (bound: Bound) => Child }) {
  const id = field.id ?? `field-${field.name}`
  const parts = [field.hint && `${id}-hint`, field.readers && `${id}-readers`, field.error && `${id}-error`].filter(
    Boolean,
  )
  const words = useWords()
  return (
    <div class="field">
      <label for={id}>
        {field.label}
        {field.optional && <span class="quiet"> {words.optional}</span>}
      </label>
      {field.hint && (
        <p class="hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      {field.readers && (
        <Readers id={`${id}-readers`} names={field.readerNames}>
          {field.readers}
        </Readers>
      )}
      {children({
        id,
        name: field.name,
        'aria-describedby': parts.length > 0 ? parts.join(' ') : undefined,
        'aria-invalid': field.error ? 'true' : undefined,
        required: field.optional || field.mayBeEmpty ? undefined : true,
        // Of several, the first on the page gets it.
        autofocus: field.autoFocus || field.error !== undefined || undefined,
      })}
      {field.error && <FieldError id={`${id}-error`}>{field.error}</FieldError>}
    </div>
  )
}

/** What is wrong, under the box it is about. */
export function FieldError({ id, children }: { id: string; children: string }) {
  return (
    <p class="error" id={id}>
      <Icon name="circle-alert" />
      <span>{children}</span>
    </p>
  )
}

export type FieldProps = FieldCommon & {
  type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'search' | 'number'
  /** Lets a browser fill it in (WCAG 1.3.5): `email`, `current-password`, `one-time-code`, … */
  autoComplete?: string
  inputMode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'text'
  maxLength?: number
  /** Short answers get a short box: a code, a number. */
  short?: boolean
}

/** One line of text. */
export function Field({ type = 'text', autoComplete, inputMode, maxLength, short, ...field }: FieldProps) {
  return (
    <Labelled field={field}>
      {(bound) => (
        <input
          {...bound}
          required={type === 'search' ? undefined : bound.required}
          class={short ? 'box short' : 'box'}
          type={type}
          value={field.value}
          autocomplete={autoComplete}
          inputMode={inputMode}
          maxLength={maxLength}
        />
      )}
    </Labelled>
  )
}

// A browser drops the first line break of a text area.
export const firstLineKept = (value: string | undefined) => (value?.startsWith('\n') ? `\n${value}` : value)

/** Several lines of text. `rows` is where it starts; it grows with what is typed where the browser can. */
export function TextArea({ rows = 3, maxLength, ...field }: FieldCommon & { rows?: number; maxLength?: number }) {
  return (
    <Labelled field={field}>
      {(bound) => (
        <textarea {...bound} class="box" rows={rows} maxLength={maxLength}>
          {firstLineKept(field.value)}
        </textarea>
      )}
    </Labelled>
  )
}

export type Option = { readonly value: string; readonly label: string }

/** One of many (more than seven; fewer are a `Choice`). Starts with "Kies" unless a value is given. */
export function Select({ options, ...field }: FieldCommon & { options: readonly Option[] }) {
  const words = useWords()
  return (
    <Labelled field={field}>
      {(bound) => (
        <select {...bound} class="box">
          {(field.optional || !field.value) && <option value="">{words.choose}</option>}
          {options.map(({ value, label }) => (
            <option key={value} value={value} selected={value === field.value || undefined}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

/** A choice list at the end of a `Row`: `label` says whose it is, `unset` what no choice means. */
export function RowSelect(props: {
  name: string
  label: string
  options: readonly Option[]
  value: string
  unset: string
  /** Somebody else chose something meanwhile: draws the border. */
  wrong?: boolean
}) {
  return (
    <select
      class="box in-row"
      name={props.name}
      aria-label={props.label}
      aria-invalid={props.wrong ? 'true' : undefined}
    >
      <option value="">{props.unset}</option>
      {props.options.map(({ value, label }) => (
        <option key={value} value={value} selected={value === props.value || undefined}>
          {label}
        </option>
      ))}
    </select>
  )
}

/** A calendar day as `2026-11-24`; `min` and `max` are days too. */
export function DateField({
  min,
  max,
  ...field
}: FieldCommon & { min?: string | undefined; max?: string | undefined }) {
  return (
    <Labelled field={field}>
      {(bound) => <input {...bound} class="box short" type="date" value={field.value} min={min} max={max} />}
    </Labelled>
  )
}

/** A time of day as `08:30`. */
export function TimeField({
  min,
  max,
  ...field
}: FieldCommon & { min?: string | undefined; max?: string | undefined }) {
  return (
    <Labelled field={field}>
      {(bound) => <input {...bound} class="box short" type="time" value={field.value} min={min} max={max} />}
    </Labelled>
  )
}

export type FieldRowProps = { id: string; legend: string; error?: string | undefined; children: Child }

/** Fields that belong together on one line: the times of a day. The error is about all of them. */
export function FieldRow({ id, legend, error, children }: FieldRowProps) {
  return (
    <fieldset
      id={id}
      class="field-row"
      aria-invalid={error ? 'true' : undefined}
      aria-describedby={error && `${id}-error`}
    >
      <legend>{legend}</legend>
      <div>{children}</div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  )
}

/** A file from this device. Its form needs `multipart`. */
export function FileField({ accept, ...field }: FieldCommon & { accept?: string }) {
  return <Labelled field={field}>{(bound) => <input {...bound} class="box" type="file" accept={accept} />}</Labelled>
}
