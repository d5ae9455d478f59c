import type { Typed } from '#shared/access/form.ts'
import type { Language } from '#shared/language/index.ts'
import {
  BackLink,
  type Child,
  Empty,
  FormErrors,
  List,
  Notice,
  PageHead,
  Row,
  Section,
  TextArea,
} from '#shared/ui/index.ts'
import type { ChoiceTexts } from './texts.ts'

type Told = {
  readonly number: number
  /** What was decided, in a sentence. */
  readonly says: string
  readonly reason: string
  readonly by: { readonly id: string; readonly name: string } | null
  readonly at: Date
}

/** What counts for every page of choices. */
export type Frame = {
  t: ChoiceTexts
  language: Language
  typed: Typed
  problems: Readonly<Record<string, string>>
  done: string | null
  told: readonly Told[]
}

export const textIn = (typed: Typed, name: string): string | undefined => {
  const value = typed[name]
  return typeof value === 'string' ? value : undefined
}

const Outcome = ({ t, done }: { t: ChoiceTexts; done: string | null }) => {
  if (done === 'kept') return <Notice kind="received">{t.kept}</Notice>
  return done === 'same' ? <Notice kind="waiting">{t.same}</Notice> : null
}

/** Why something is changed: every choice asks it. */
export const Reason = ({
  t,
  typed,
  problems,
  id = 'reason',
  readers = t.readers,
}: Pick<Frame, 't' | 'typed' | 'problems'> & { id?: string; readers?: string }) => (
  <TextArea
    id={id}
    name="reason"
    label={t.reason}
    hint={t.reasonHint}
    readers={readers}
    value={textIn(typed, 'reason')}
    error={problems.reason}
    rows={2}
    maxLength={500}
  />
)

/** What is wrong with the whole form. */
export const Problems = ({ problems }: Pick<Frame, 'problems'>) =>
  Object.keys(problems).length > 0 && <FormErrors>{problems.form}</FormErrors>

/** A page on which something is decided: what just happened, the choice, and what was decided before, by whom and why. */
export const ChoicePage = ({
  t,
  done,
  told,
  title,
  text,
  back,
  children,
}: Pick<Frame, 't' | 'done' | 'told'> & {
  title: string
  text: string
  back: { to: string; word: string }
  children: Child
}) => (
  <>
    <BackLink to={back.to}>{back.word}</BackLink>
    <PageHead title={title} text={text} />
    <Outcome t={t} done={done} />
    {children}
    <Section heading={t.history}>
      {told.length === 0 ? (
        <Empty title={t.none} />
      ) : (
        <List label={t.history} roomy>
          {told.map(({ number, says, reason, by, at }) => (
            <Row
              key={String(number)}
              {...(by ? { person: by } : {})}
              title={`${says} ${reason}`}
              text={t.line(by?.name ?? t.gone, t.when(at))}
            />
          ))}
        </List>
      )}
    </Section>
  </>
)
