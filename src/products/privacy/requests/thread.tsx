import { clock, dayLong, type Language } from '#shared/language/index.ts'
import { Link, List, Quote, Row, Section, Stack } from '#shared/ui/index.ts'
import type { Step } from './steps.ts'
import type { RequestWords } from './texts.ts'

const icons = {
  received: 'mail',
  identity: 'shield-check',
  extended: 'clock',
  granted: 'check',
  refused: 'x',
  withdrawn: 'undo-2',
  undone: 'undo-2',
  'carried-out': 'trash-2',
  lifted: 'refresh-cw',
  escalated: 'bell',
} as const

/** Steps of which there is a letter. */
const lettered = ['received', 'extended', 'granted', 'refused', 'lifted'] as const

type Props = {
  words: RequestWords
  language: Language
  heading: string
  steps: readonly Step[]
  /** The word for the letter, and where that of a step is. */
  letter: { readonly word: string; readonly of: (step: string) => string }
}

/** What happened to a request, in order: what, when, by whom, in which words; with the letters. */
export const Thread = ({ words, language, heading, steps, letter }: Props) => (
  <Section heading={heading}>
    <List label={heading} roomy>
      {steps.map(({ id, what, at, by, text, reason }) => (
        <Row
          key={id}
          icon={icons[what]}
          title={words.steps[what]}
          text={`${dayLong(language, at)}, ${clock(language, at)}${by ? `, ${words.by(by)}` : ''}`}
          more={
            <Stack gap="tight">
              {reason && <span>{words.refusals[reason]}</span>}
              {text && <Quote>{text}</Quote>}
              {(lettered as readonly string[]).includes(what) && (
                <Link to={letter.of(id)} plain label={`${letter.word}: ${words.steps[what]}`}>
                  {letter.word}
                </Link>
              )}
            </Stack>
          }
        />
      ))}
    </List>
  </Section>
)
