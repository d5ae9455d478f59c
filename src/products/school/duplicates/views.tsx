import type { Typed } from '#shared/access/form.ts'
import { dayLong, type Language, listOf } from '#shared/language/index.ts'
import {
  BackLink,
  Button,
  Choice,
  Empty,
  Facts,
  Foot,
  Form,
  FormErrors,
  List,
  PageHead,
  Row,
  Section,
  TaskScreen,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { termsInWords } from '../guardianships/list-view.tsx'
import type { Guardianship } from '../guardianships/queries.ts'
import type { GuardianshipTexts } from '../guardianships/texts.ts'
import { oneOf } from '../typed.ts'
import { fields, type Pair, type Side } from './queries.ts'
import type { DuplicateTexts } from './texts.ts'

type Props = { t: DuplicateTexts; language: Language }

/** Pairs of adults who may be one. */
export const DuplicateList = ({ t, language, pairs }: Props & { pairs: readonly Pair[] }) => {
  const children = (names: readonly string[]) => (names.length > 0 ? t.parentOf(listOf(language, names)) : '')
  return (
    <>
      <BackLink to={urls.people({ kind: 'guardians' })}>{t.back}</BackLink>
      <PageHead title={t.title} text={t.text} />
      {pairs.length === 0 ? (
        <Empty title={t.none}>{t.noneText}</Empty>
      ) : (
        <List label={t.title}>
          {pairs.map(([one, other]) => (
            <Row
              key={`${one.id} ${other.id}`}
              title={t.pair(one.name, other.name)}
              text={[children(one.children), children(other.children)].filter(Boolean).join('; ')}
              person={one}
              to={urls.merging({ one: one.id, other: other.id })}
              end={<span>{t.compare}</span>}
            />
          ))}
        </List>
      )}
    </>
  )
}

/** Two guardianships of one pupil, in words, and the value that chooses the second. */
export type TieChoice = {
  readonly pupil: string
  readonly name: string
  readonly ties: readonly [Guardianship, Guardianship]
}

export type MergeProps = Props & {
  guardianship: GuardianshipTexts
  sides: readonly [Side, Side]
  ties: readonly TieChoice[]
  today: string
  typed: Typed
  /** Names of fields that still have to be chosen. */
  unchosen: readonly string[]
  failed: boolean
}

const sideInWords = ({ t, language }: Props, { person, children, account }: Side) => {
  const day = (at: Date) => dayLong(language, at, { year: true })
  const used = account?.seen ? `, ${t.merge.seen(day(account.seen))}` : ''
  return [
    ...(children.length > 0
      ? [
          t.parentOf(
            listOf(
              language,
              children.map(({ name }) => name),
            ),
          ),
        ]
      : []),
    ...(person.roles.length > 0 ? [t.merge.staff] : []),
    account ? `${t.merge.since(day(account.since))}${used}` : t.merge.noAccount,
  ].join('. ')
}

/** Two who may be one, side by side; of each thing that differs it is chosen which stays. */
export const MergeForm = (props: MergeProps) => {
  const { t, language, guardianship, sides, ties, today, typed, unchosen, failed } = props
  const [kept, gone] = sides
  const words = t.merge
  const both = ['kept', 'gone'] as const
  const where = (side: Side) =>
    side.children.length > 0
      ? words.from(
          listOf(
            language,
            side.children.map(({ name }) => name),
          ),
        )
      : side.person.name
  const error = (name: string) => (unchosen.includes(name) ? words.choose : undefined)
  const chosen = (name: string) => oneOf(typed, name) || undefined
  const differing = fields.filter((field) => kept.values[field] !== gone.values[field])
  return (
    <TaskScreen back={{ to: urls.duplicates(), word: t.back }} title={words.title(kept.person.name)}>
      <Text>{words.text}</Text>
      <Facts
        facts={sides.map((side) => ({ term: side.person.name, text: `${sideInWords({ t, language }, side)}.` }))}
      />
      <Section>
        <Form action={urls.merging({ one: kept.person.id, other: gone.person.id })}>
          {failed && <FormErrors>{words.gone}</FormErrors>}
          {unchosen.length > 0 && <FormErrors />}
          {differing.map((field) => (
            <Choice
              key={field}
              name={field}
              legend={words.fields[field]}
              chosen={
                chosen(field) ??
                (kept.values[field] && gone.values[field] ? undefined : kept.values[field] ? 'kept' : 'gone')
              }
              error={error(field)}
              options={both.map((value, index) => ({
                value,
                label: sides[index]!.values[field] || words.empty,
                hint: where(sides[index]!),
              }))}
            />
          ))}
          {ties.map(({ pupil, name, ties: two }) => (
            <Choice
              key={pupil}
              name={`tie.${pupil}`}
              legend={words.tie(name)}
              hint={words.tieText}
              chosen={chosen(`tie.${pupil}`)}
              error={error(`tie.${pupil}`)}
              options={both.map((value, index) => ({
                value,
                label: two[index]!.relation,
                hint: `${termsInWords(guardianship, language, two[index]!, today).join('. ')}.`,
              }))}
            />
          ))}
          {kept.account && gone.account && (
            <Choice
              name="account"
              legend={words.account}
              hint={words.accountText}
              chosen={chosen('account')}
              error={error('account')}
              options={both.map((value, index) => ({
                value,
                label: where(sides[index]!),
                hint: sideInWords({ t, language }, { ...sides[index]!, children: [] }),
              }))}
            />
          )}
          <Foot>
            <Button name="deed" value="merge">
              {words.button}
            </Button>
            <Button name="deed" value="apart" look="line" skipsChecks>
              {words.apart}
            </Button>
          </Foot>
        </Form>
      </Section>
    </TaskScreen>
  )
}
