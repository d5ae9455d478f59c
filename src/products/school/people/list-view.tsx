import type { Role } from '#shared/identity/me.ts'
import { roleName } from '#shared/identity/role-words.ts'
import { type Language, listOf, number } from '#shared/language/index.ts'
import {
  Button,
  ButtonLink,
  Empty,
  Field,
  Form,
  Link,
  List,
  Meta,
  PageHead,
  Pager,
  Row,
  Section,
  Select,
  Tabs,
  Tag,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { AccountState } from './account-state.ts'
import type { Kind, Listed, Wanted } from './list.ts'
import type { PeopleTexts } from './texts.ts'

export type ListViewProps = {
  t: PeopleTexts
  language: Language
  wanted: Wanted
  found: { people: readonly Listed[]; count: number; page: number; pages: number }
  kinds: readonly Kind[]
  /** How somebody is added by hand. */
  add: { readonly to: string; readonly word: string } | null
  /** Who sees everyone may also look at who left. */
  everyone: boolean
  /** What else there is to do with people of this kind. */
  more: readonly { readonly to: string; readonly word: string }[]
}

/** People of one kind, found by name. */
export const PeopleList = ({ t, language, wanted, found, kinds, add, everyone, more }: ListViewProps) => (
  <>
    <PageHead
      title={t.people}
      {...(add
        ? {
            end: (
              <ButtonLink to={add.to} look="line" icon="user-plus">
                {add.word}
              </ButtonLink>
            ),
          }
        : {})}
    />
    {kinds.length > 1 && (
      <Tabs
        label={t.kindsLabel}
        tabs={kinds.map((kind) => ({ to: urls.people({ kind }), word: t.kinds[kind], current: kind === wanted.kind }))}
      />
    )}
    <Filter t={t} wanted={wanted} everyone={everyone} />
    <Section heading={t.count[wanted.kind](number(language, found.count))}>
      {found.count === 0 ? (
        <Nobody t={t} wanted={wanted} everyone={everyone} />
      ) : (
        <List label={t.kinds[wanted.kind]} columns={2}>
          {found.people.map((person) => personRow({ t, language, kind: wanted.kind, person }))}
        </List>
      )}
    </Section>
    {wanted.name ? (
      found.count > found.people.length && <Text quiet>{t.tooMany(found.count - found.people.length)}</Text>
    ) : (
      <Pager
        page={found.page}
        of={found.pages}
        address={(page) => urls.people({ ...asked(wanted), page: String(page) })}
      />
    )}
    {more.length > 0 && (
      <Meta>
        {more.map(({ to, word }) => (
          <Link key={to} to={to}>
            {word}
          </Link>
        ))}
      </Meta>
    )}
  </>
)

const asked = ({ kind, state }: Wanted) => ({ kind, ...(state === 'left' ? { state } : {}) })

const Filter = ({ t, wanted, everyone }: Pick<ListViewProps, 't' | 'wanted' | 'everyone'>) => (
  <Form action={urls.people()} filter plain label={t.search} hidden={{ kind: wanted.kind }}>
    <Field name="name" type="search" label={t.name} value={wanted.name} autoComplete="off" />
    {everyone && (
      <Select
        name="state"
        label={t.state}
        value={wanted.state}
        options={[
          { value: 'active', label: t.states.active },
          { value: 'left', label: t.states.left },
        ]}
      />
    )}
    <Button look="tinted" icon="search">
      {t.search}
    </Button>
  </Form>
)

const Nobody = ({ t, wanted, everyone }: Pick<ListViewProps, 't' | 'wanted' | 'everyone'>) => {
  if (wanted.name)
    return (
      <>
        <Empty title={t.nobody}>{t.nobodyText}</Empty>
        <Link to={urls.people({ kind: wanted.kind })}>{t.all}</Link>
      </>
    )
  return <Empty title={t.nobodyYet}>{everyone ? t.nobodyYetText : t.nobodyTodayText}</Empty>
}

const withWords = (t: PeopleTexts, language: Language, kind: Kind, words: readonly string[]): string => {
  if (words.length === 0) return ''
  if (kind === 'guardians') return t.parentOf(listOf(language, words))
  return listOf(language, kind === 'team' ? words.map((role) => roleName(role as Role, language)) : words)
}

/** Whether somebody can sign in, in a word; nothing for who can. */
const AccountTag = ({ t, state }: { t: PeopleTexts; state: AccountState }) => {
  if (state.is === 'account') return null
  return <Tag kind={state.is === 'invited' ? 'accent' : 'plain'}>{t.account[state.is]}</Tag>
}

// Called for each of up to 300 people, not rendered: see `Row`.
const personRow = ({ t, language, kind, person }: { t: PeopleTexts; language: Language; kind: Kind; person: Listed }) =>
  Row({
    title: person.name,
    text: withWords(t, language, kind, person.with),
    person,
    to: urls.person({ id: person.id }),
    end: person.account && person.account.is !== 'account' && <AccountTag t={t} state={person.account} />,
  })
