import { renderToString } from 'preact-render-to-string'
import type { Child } from './jsx.ts'
import { ownAddress } from './link.tsx'

export type SegmentOption = {
  readonly value: string
  readonly label: string
  /** The colour the chosen one takes: here green, late amber, away grey, accent the school's. */
  readonly kind: 'here' | 'late' | 'away' | 'accent'
}

export type SegmentProps = {
  action: string
  /** The name the pressed button's value is posted under. */
  name: string
  options: readonly SegmentOption[]
  chosen?: string | undefined
  /** Whom or what it is about, in full: screen readers hear it before the words. */
  label: string
  hidden?: Child
}

/**
 * er / laat / weg: one tap, no dialog, no "save". Three submit buttons in a small form, so that it works without script;
 * with script the press shows at once and is taken back if the server says no.
 */
export function Segment({ action, name, options, chosen, label, hidden }: SegmentProps) {
  return (
    <form method="post" action={ownAddress(action)} data-press data-turbo-action="replace">
      {hidden}
      <fieldset class="segment" aria-label={label} {...buttonsOf(name, options, chosen)} />
    </form>
  )
}

const rendered = new WeakMap<readonly SegmentOption[], Map<string, string>>()

/**
 * The buttons, which row after row are the same: rendered once per list of options and choice, since a class of them was a
 * third of the page. As markup that is there already they go past the types; their words are our own texts.
 */
const buttonsOf = (name: string, options: readonly SegmentOption[], chosen: string | undefined): object => {
  const known = rendered.get(options) ?? new Map<string, string>()
  rendered.set(options, known)
  const key = `${name} ${chosen}`
  const __html = known.get(key) ?? renderToString(<Buttons name={name} options={options} chosen={chosen} />)
  known.set(key, __html)
  return { dangerouslySetInnerHTML: { __html } }
}

const Buttons = ({ name, options, chosen }: Pick<SegmentProps, 'name' | 'options' | 'chosen'>) => (
  <>
    {options.map(({ value, label: word, kind }) => (
      <button
        key={value}
        type="submit"
        name={name}
        value={value}
        class={kind}
        aria-pressed={value === chosen ? 'true' : 'false'}
      >
        {word}
      </button>
    ))}
  </>
)
