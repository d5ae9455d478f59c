/** What is left of a period: a sentence, with a calm bar above it that says the same. */
export const TimeLeft = ({
  text,
  left,
  of,
  tone,
}: {
  text: string
  left: number
  of: number
  tone: 'quiet' | 'late' | 'alert'
}) => (
  <div class="time-left">
    <progress value={left} max={of} aria-hidden="true" />
    <span class={`small ${tone}`}>{text}</span>
  </div>
)
