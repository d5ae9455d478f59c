import { Avatar } from './avatar.tsx'
import { FieldError } from './field.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-names.ts'
import type { Child } from './jsx.ts'
import { useWords } from './language-context.ts'
import { Readers } from './notice.tsx'

type ChoiceOption = {
  readonly value: string
  readonly label: string
  /** A second line, when the words alone do not say what happens. */
  readonly hint?: string
  readonly icon?: IconName
  /** The face of the person this option is. */
  readonly person?: { readonly id: string; readonly name: string }
  readonly off?: boolean
}

export type ChoiceProps = {
  name: string
  legend: string
  options: readonly ChoiceOption[]
  /** The chosen value, or the chosen values when `several`. */
  chosen?: string | readonly string[] | undefined
  several?: boolean
  columns?: 1 | 2 | 3
  hint?: Child
  readers?: Child
  error?: string | undefined
  optional?: boolean
  /** The behaviour `depend`: parts of the form with `data-when="name=value"` follow this choice. */
  behaviour?: string
}

/** One of a few (radio), or some of a few (`several`, checkboxes), as bordered tiles of at least 48 px high. */
export function Choice(props: ChoiceProps) {
  const { name, legend, options, chosen, several, columns = 1, hint, readers, error, optional, behaviour } = props
  const words = useWords()
  const id = `choice-${name}`
  const parts = [hint && `${id}-hint`, readers && `${id}-readers`, error && `${id}-error`].filter(Boolean)
  const isChosen = (value: string) => (Array.isArray(chosen) ? chosen.includes(value) : value === chosen)
  return (
    <fieldset
      class="choice"
      aria-describedby={parts.length > 0 ? parts.join(' ') : undefined}
      aria-invalid={error ? 'true' : undefined}
      data-behaviour={behaviour}
    >
      <legend>
        {legend}
        {optional && <span class="quiet"> {words.optional}</span>}
      </legend>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {readers && <Readers id={`${id}-readers`}>{readers}</Readers>}
      <div class={`options columns-${columns}`}>
        {options.map((option, index) => (
          <label key={option.value} class="option">
            <input
              type={several ? 'checkbox' : 'radio'}
              name={name}
              value={option.value}
              checked={isChosen(option.value) || undefined}
              disabled={option.off || undefined}
              autofocus={(error !== undefined && index === 0) || undefined}
              required={(!several && !optional) || undefined}
            />
            {option.icon && <Icon name={option.icon} />}
            {option.person && <Avatar {...option.person} />}
            <span>
              {option.label}
              {option.hint && <span class="option-hint">{option.hint}</span>}
            </span>
            {columns < 3 && <Icon name="check" />}
          </label>
        ))}
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  )
}

/** A part of a form that only matters for some answers: `when="duration=days"`. Without script it is always there. */
export function Dependent({ when, children }: { when: string; children: Child }) {
  return (
    <div class="stack loose" data-when={when}>
      {children}
    </div>
  )
}

/** One thing to agree to or to tick off, with a box of its own. */
export function Check({
  name,
  label,
  checked,
  value = 'yes',
  hint,
}: {
  name: string
  label: Child
  checked?: boolean
  value?: string
  hint?: string
}) {
  return (
    <label class="check">
      <input type="checkbox" name={name} value={value} checked={checked || undefined} />
      <span>{label}</span>
      {hint && <span class="small quiet end">{hint}</span>}
    </label>
  )
}
