import type { Route } from '#shared/access/module.ts'
import type { Look } from '#shared/audit/looks.ts'
import type { Role } from '#shared/identity/me.ts'
import { roleInside } from '#shared/identity/role-words.ts'
import { clockShort, dayShort, type Language, listOf, number } from '#shared/language/index.ts'
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  DateField,
  Empty,
  Field,
  Form,
  FormErrors,
  List,
  PageHead,
  Row,
  Section,
  Table,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Asked } from './asked.ts'
import { kindsIn, pageIn, roleIn } from './in-words.ts'
import { type Found, IN_A_FILE, NAMED_OF_EACH } from './search.ts'
import type { WhoLookedTexts } from './texts.ts'

type Words = { readonly t: WhoLookedTexts; readonly language: Language }

export type SearchProps = Words & {
  readonly routes: readonly Route[]
  readonly asked: Asked
  readonly problems: Readonly<Record<string, string>>
  readonly back: string
  /** Whom a typed name may mean, when it is not one person. */
  readonly choosing: {
    readonly field: 'person' | 'viewer'
    readonly typed: string
    readonly people: readonly { id: string; name: string }[]
  } | null
  readonly found: (Found & { readonly next: string | null }) | null
}

const nameOf = ({ t, found }: SearchProps, id: string) => found?.names.get(id)?.name ?? t.search.hidden

/** Who looked, for the officer: always with the name, where there is one to know. */
const whoInWords = ({ t, language }: Words, names: Found['names'], look: Look): string => {
  const role = roleIn(t, language, look)
  const name = look.viewer ? names.get(look.viewer)?.name : undefined
  return name && look.role ? `${name}, ${roleInside(look.role as Role, language)}` : (name ?? role)
}

/** Whose data: names of a few, the number of a list. */
export const whoseInWords = ({ t, language }: Words, names: Found['names'], { subjects }: Look): string =>
  subjects.length > NAMED_OF_EACH
    ? t.search.people(number(language, subjects.length))
    : listOf(
        language,
        subjects.map((one) => names.get(one)?.name ?? t.search.hidden),
      )

const Chosen = (props: SearchProps) => {
  const { t, asked } = props
  const { person, viewer, after: _, ...days } = asked
  if (!person && !viewer) return null
  return (
    <Actions>
      {person && (
        <ButtonLink
          to={urls.looks({ ...days, viewer })}
          look="tinted"
          icon="x"
          label={t.search.drop(t.search.about(nameOf(props, person)))}
        >
          {t.search.about(nameOf(props, person))}
        </ButtonLink>
      )}
      {viewer && (
        <ButtonLink
          to={urls.looks({ ...days, person })}
          look="tinted"
          icon="x"
          label={t.search.drop(t.search.by(nameOf(props, viewer)))}
        >
          {t.search.by(nameOf(props, viewer))}
        </ButtonLink>
      )}
    </Actions>
  )
}

const Asking = (props: SearchProps) => {
  const { t, asked, problems } = props
  const problem = (field: string) => problems[field] && (problems[field] === 'order' ? t.search.order : t.search.badDay)
  const chosen = Object.entries({ person: asked.person, viewer: asked.viewer }).flatMap(([name, value]) =>
    value ? [[name, value] as const] : [],
  )
  return (
    <Form action={urls.looks()} method="get" filter label={t.search.title} hidden={Object.fromEntries(chosen)}>
      {!asked.person && (
        <Field name="whose" type="search" label={t.search.person} value={asked.whose} maxLength={120} />
      )}
      {!asked.viewer && <Field name="who" type="search" label={t.search.viewer} value={asked.who} maxLength={120} />}
      <DateField name="from" label={t.search.from} value={asked.from} error={problem('from')} mayBeEmpty />
      <DateField name="to" label={t.search.to} value={asked.to} error={problem('to')} mayBeEmpty />
      <Button icon="search">{t.search.submit}</Button>
    </Form>
  )
}

const Choosing = ({ t, asked, choosing }: SearchProps & { choosing: NonNullable<SearchProps['choosing']> }) => {
  const { field, typed, people } = choosing
  const { whose, who, after: _, ...rest } = asked
  const others = field === 'person' ? { who } : { whose }
  if (people.length === 0) return <Empty title={t.search.nobody(typed)}>{t.search.nobodyText}</Empty>
  const title = field === 'person' ? t.search.choosePerson : t.search.chooseViewer
  return (
    <Section heading={title}>
      <List label={title} columns={2}>
        {people.map((person) => (
          <Row
            key={person.id}
            title={person.name}
            person={person}
            to={urls.looks({ ...rest, ...others, [field]: person.id })}
          />
        ))}
      </List>
    </Section>
  )
}

const Results = (props: SearchProps & { found: NonNullable<SearchProps['found']> }) => {
  const { t, language, routes, asked, found } = props
  const { columns } = t.search
  if (found.looks.length === 0) return <Empty title={t.search.none}>{t.search.noneText}</Empty>
  const { after: _, ...without } = asked
  return (
    <Section>
      <Table
        caption={t.search.caption}
        columns={[columns.when, columns.who, columns.whose, columns.what, columns.where].map((heading) => ({
          heading,
        }))}
        rows={found.looks.map((look) => ({
          key: look.id,
          cells: [
            `${dayShort(language, look.at)}, ${clockShort(language, look.at)}`,
            whoInWords(props, found.names, look),
            whoseInWords(props, found.names, look),
            kindsIn(language, look.kinds),
            pageIn(t, language, routes, look.place),
          ],
        }))}
      />
      <Actions>
        {found.next && (
          <ButtonLink to={urls.looks({ ...asked, after: found.next })} look="line">
            {t.search.more}
          </ButtonLink>
        )}
        <ButtonLink to={urls.looksFile(without)} look="line" icon="download">
          {t.search.file}
        </ButtonLink>
      </Actions>
      <Text small quiet>
        {t.search.fileText(number(language, IN_A_FILE))}
      </Text>
    </Section>
  )
}

/** The officer's search of the whole log of looks. */
export const Search = (props: SearchProps) => {
  const { t, choosing, found, problems } = props
  return (
    <>
      <BackLink to={urls.privacyDesk()}>{props.back}</BackLink>
      <PageHead title={t.search.title} text={t.search.text} />
      {Object.keys(problems).length > 0 && <FormErrors />}
      <Chosen {...props} />
      <Asking {...props} />
      {choosing && <Choosing {...props} choosing={choosing} />}
      {found && <Results {...props} found={found} />}
      {!choosing && !found && <Empty title={t.search.start}>{t.search.startText}</Empty>}
    </>
  )
}
