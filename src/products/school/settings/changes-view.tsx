import { isDeepStrictEqual } from 'node:util'
import type { Rule } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { type Language, pick } from '#shared/language/index.ts'
import { Button, type Child, Empty, Form, List, Notice, Row, Section, Stack, Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { type Change, changeSetting, changesOf, isUndoable, latestNumber, type SettingStore } from './changes.ts'
import { changesTexts } from './changes-texts.ts'

/** How a change of a document is told: a sentence for each difference. */
export type Tell<D> = (before: D, after: D) => readonly string[]

const SHOWN = 5

type Told = { readonly sentences: readonly string[] } & Pick<Change<unknown>, 'number' | 'at' | 'by'>

/** Who may change a setting, what was changed lately, and the way back from the newest change. */
const Changes = ({
  language,
  rule,
  setting,
  told,
  undo,
}: {
  language: Language
  rule: Rule
  setting: string
  told: readonly Told[]
  undo: boolean
}) => {
  const t = pick(language, changesTexts)
  return (
    <Section heading={t.heading}>
      <Text quiet>{t.may(rule.words[language])}</Text>
      {told.length === 0 ? (
        <Empty title={t.none} />
      ) : (
        <List label={t.heading} roomy>
          {told.map(({ number, sentences, at, by }, index) => (
            <Row
              key={String(number)}
              {...(by ? { person: by } : {})}
              title={sentences.join(' ')}
              text={`${by?.name ?? t.gone}, ${t.when(at)}`}
              end={
                index === 0 &&
                undo && (
                  <Form action={urls.undoSetting()} hidden={{ setting, number: String(number) }}>
                    <Button look="line" icon="undo-2" label={t.undoLabel(sentences.join(' '))}>
                      {t.undo}
                    </Button>
                  </Form>
                )
              }
            />
          ))}
        </List>
      )}
    </Section>
  )
}

/** The same, read for a visit. */
export const changesFor = async <D,>(
  visit: Visit<string, Me>,
  store: SettingStore<D>,
  rule: Rule,
  tell: Tell<D>,
): Promise<Child> => {
  const changes = await changesOf(visit.work, store, { limit: SHOWN })
  return (
    <Changes
      language={visit.language}
      rule={rule}
      setting={store.name}
      told={changes.map(({ before, after, ...change }) => ({ ...change, sentences: tell(before, after) }))}
      undo={changes[0] !== undefined && isUndoable(store, changes[0])}
    />
  )
}

const outcomes = { saved: 'received', undone: 'received', same: 'waiting', 'not-undone': 'alert' } as const

/** What just happened, as the address says it after a deed. */
export const Outcome = ({
  language,
  query,
  children,
}: {
  language: Language
  query: URLSearchParams
  children?: Child
}) => {
  const t = pick(language, changesTexts)
  const done = query.get('done') as keyof typeof outcomes | null
  if (!done || !Object.hasOwn(outcomes, done)) return null
  const words = { saved: t.saved, undone: t.undone, same: t.same, 'not-undone': t.notUndone }
  return (
    <Notice kind={outcomes[done]}>
      <Text>{words[done]}</Text>
      {children}
    </Notice>
  )
}

/** What somebody else changed since a form was made, in words; the form below holds both. */
const Meanwhile = ({ language, told }: { language: Language; told: readonly Told[] }) => {
  const t = pick(language, changesTexts)
  return (
    <Notice kind="alert">
      <Stack>
        {told.map(({ number, sentences, at, by }) => (
          <Text key={String(number)}>
            {t.meanwhile(by?.name ?? t.gone, t.when(at))} {sentences.join(' ')}
          </Text>
        ))}
        <Text>{t.meanwhileThen}</Text>
      </Stack>
    </Notice>
  )
}

/** What was typed, and what others changed: both where they differ from what the form began with. */
const merged = (
  typed: Readonly<Record<string, string>>,
  began: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
) => ({
  ...typed,
  ...Object.fromEntries(
    Object.entries(now).map(([name, stands]) => [name, (typed[name] ?? '') === began[name] ? stands : typed[name]!]),
  ),
})

type Shown<D> = {
  readonly tell: Tell<D>
  /** What stands in the fields of the form for a document. */
  readonly fieldsOf: (document: D) => Readonly<Record<string, string>>
}

export type Newer = { readonly notice: Child; readonly typed: Readonly<Record<string, string>> }

/**
 * Whether somebody else changed what these fields hold since the form that was posted was made (its hidden field `seen`). Then the
 * form is shown again: a notice tells what they changed, and its fields hold both changes.
 */
export const changedMeanwhile = async <D,>(
  visit: Visit<string, Me>,
  store: SettingStore<D>,
  { tell, fieldsOf }: Shown<D>,
): Promise<Newer | null> => {
  const seen = Number(visit.typed.seen ?? Number.NaN)
  if (!Number.isInteger(seen) || (await latestNumber(visit.work, store)) <= seen) return null
  const changes = await changesOf(visit.work, store, { limit: 20, after: seen })
  const [first, last] = [changes.at(-1), changes[0]]
  if (!first || !last || isDeepStrictEqual(fieldsOf(first.before), fieldsOf(last.after))) return null
  const typed = Object.fromEntries(Object.entries(visit.typed).map(([name, value]) => [name, [value].flat()[0] ?? '']))
  return {
    notice: (
      <Meanwhile
        language={visit.language}
        told={changes.map(({ before, after, ...change }) => ({ ...change, sentences: tell(before, after) }))}
      />
    ),
    typed: merged(typed, fieldsOf(first.before), fieldsOf(last.after)),
  }
}

/**
 * Keeps a whole setting as a form has it: `saved`, `same` when it stood there already, or what others changed since the
 * form was made; nothing is kept then.
 */
export const keepSetting = async <D,>(
  visit: Visit<string, Me>,
  store: SettingStore<D>,
  next: (now: D) => D,
  shown: Shown<D>,
): Promise<'saved' | 'same' | Newer> => {
  let newer: Newer | null = null
  const number = await changeSetting(visit.work, store, async (now) => {
    const wanted = next(now)
    if (!isDeepStrictEqual(now, wanted)) newer = await changedMeanwhile(visit, store, shown)
    return newer ? null : wanted
  })
  return newer ?? (number === null ? 'same' : 'saved')
}
