import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { useWords } from './language-context.ts'

/** An address to pass on: readable and selectable, with a button that copies it where scripts run. */
export function CopyLink({ address, label }: { address: string; label: string }) {
  const words = useWords()
  return (
    <div class="copy">
      <input class="box" readOnly value={address} aria-label={label} />
      <button type="button" class="button button-tinted" data-behaviour="copy" data-copy={address} data-needs-script>
        <Icon name="copy" />
        <span data-copied={words.copied} aria-live="polite">
          {words.copy}
        </span>
      </button>
    </div>
  )
}

/** A text to take over elsewhere, with its line ends: readable and selectable, with a button that copies it where scripts run. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const words = useWords()
  return (
    <div class="stack">
      <textarea class="box" readOnly rows={Math.min(text.split('\n').length + 1, 12)} aria-label={label}>
        {text}
      </textarea>
      <div>
        <button type="button" class="button button-tinted" data-behaviour="copy" data-copy={text} data-needs-script>
          <Icon name="copy" />
          <span data-copied={words.copied} aria-live="polite">
            {words.copy}
          </span>
          <span class="visually-hidden">: {label}</span>
        </button>
      </div>
    </div>
  )
}

/** Opens the browser's print window; not there without scripts, where the browser's own menu does it. */
export function PrintButton() {
  const words = useWords()
  return (
    <Button type="button" look="line" icon="printer" behaviour="print" needsScript>
      {words.print}
    </Button>
  )
}

/** The foot of a printed page: the date and who may read it. Not on screens. */
export function PrintFoot({ children }: { children: string }) {
  return <p class="print-foot">{children}</p>
}
