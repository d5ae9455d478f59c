import { roleName } from '#shared/identity/role-words.ts'
import { dayLong, type Language, listOf } from '#shared/language/index.ts'
import {
  Actions,
  BackLink,
  ButtonLink,
  type Child,
  Columns,
  Facts,
  Link,
  Meta,
  Notice,
  PageHead,
  Readers,
  Section,
  Text,
} from '#shared/ui/index.ts'
import { concernsIn } from '#shared/vault/concern.ts'
import { urls } from '#src/urls.ts'
import type { AccountState } from './account-state.ts'
import type { Contact, Person } from './person.ts'
import type { Reader } from './readers.ts'
import type { PeopleTexts } from './texts.ts'

type Props = { t: PeopleTexts; language: Language; person: Person }

/** What somebody is at school, in words: "Leerling", "Leerkracht en ICT, ouder of verzorger". */
const standing = ({ t, language, person }: Props): string => {
  const words = [
    ...(person.isPupil ? [t.person.pupil] : []),
    ...person.roles.map((role) => roleName(role, language)),
    ...(person.isGuardian ? [t.person.guardian] : []),
  ]
  return person.left ? `${listOf(language, words)}, ${t.person.left.toLowerCase()}` : listOf(language, words)
}

export type PersonPageProps = Props & {
  mayEdit: boolean
  /** What has to be known first: that the person is leaving, or known twice. */
  first?: Child
  /** What may be done with the person as a whole, at the foot of the page. */
  deeds: readonly { readonly to: string; readonly word: string }[]
  /** The parts that belong to what the person is, in order; those that are null are left out. */
  parts: readonly Child[]
  side: readonly Child[]
}

/** Somebody's page: who, then what belongs to what they are at school. */
export const PersonPage = ({ t, language, person, mayEdit, first, deeds, parts, side }: PersonPageProps) => (
  <>
    <BackLink to={urls.people({ kind: person.isPupil ? 'pupils' : person.isGuardian ? 'guardians' : 'team' })}>
      {t.person.back}
    </BackLink>
    <PageHead
      title={person.name}
      text={standing({ t, language, person })}
      {...(mayEdit
        ? {
            end: (
              <ButtonLink to={urls.editPerson({ id: person.id })} look="line" icon="pencil">
                {t.person.edit}
              </ButtonLink>
            ),
          }
        : {})}
    />
    {person.protected && (
      <Notice kind="alert" icon="eye-off" still>
        {`${t.person.protectedTitle}. ${t.person.protectedText}`}
      </Notice>
    )}
    {first}
    <Columns side={side}>{parts}</Columns>
    {deeds.length > 0 && (
      <Section>
        <Meta>
          {deeds.map(({ to, word }) => (
            <Link key={to} to={to}>
              {word}
            </Link>
          ))}
        </Meta>
      </Section>
    )}
  </>
)

/** That the data of this person are kept and not used for now (art. 18 GDPR): whoever opens the page has to know first. */
export const RestrictedNotice = (props: {
  t: PeopleTexts
  language: Language
  since: string
  concerns: readonly string[]
}) => {
  const { t, language, since, concerns } = props
  const what = concernsIn(language, concerns)
  return (
    <Notice kind="waiting" icon="lock" still>
      {[
        `${t.person.restricted(dayLong(language, since, { year: true }))}.`,
        ...(what ? [t.person.restrictedOnly(what)] : []),
        t.person.restrictedText,
      ].join(' ')}
    </Notice>
  )
}

/** Who may see a pupil's page, by name and why. */
export const WhoSees = ({
  t,
  language,
  readers,
}: {
  t: PeopleTexts
  language: Language
  readers: readonly Reader[]
}) => {
  const byGroup = Map.groupBy(readers, (reader) => reader.group)
  const named = [...byGroup].map(([group, people]) => {
    const names = listOf(
      language,
      people.map((one) => one.name),
    )
    return `${group ?? t.person.inOffice}: ${names}.`
  })
  return (
    <Section heading={t.person.readersTitle}>
      <Readers>{[t.person.readers, ...named, t.person.nobodyElse].join(' ')}</Readers>
    </Section>
  )
}

/** Birth date and groups of a pupil. */
export const PupilFacts = ({
  t,
  language,
  birthDate,
  groups,
}: {
  t: PeopleTexts
  language: Language
  birthDate: string | null
  groups: readonly { id: string; name: string; year: string | null }[]
}) => (
  <Section heading={t.person.about}>
    <Facts
      facts={[
        {
          term: t.person.groups,
          text:
            groups.length === 0
              ? t.person.noGroup
              : groups.map(({ id, name, year }, index) => (
                  <span key={id}>
                    {index > 0 ? ', ' : ''}
                    <Link to={urls.group({ id })}>{name}</Link>
                    {year ? ` (${t.person.year(year)})` : ''}
                  </span>
                )),
        },
        {
          term: t.person.birthDate,
          text: birthDate ? dayLong(language, birthDate, { year: true }) : t.person.unknown,
        },
      ]}
    />
  </Section>
)

/** How to reach an adult; made only for the office. */
export const ContactFacts = ({ t, contact }: { t: PeopleTexts; contact: Contact }) => (
  <Section heading={t.person.contact}>
    <Readers>{t.person.contactReaders}</Readers>
    <Facts
      facts={[
        {
          term: t.person.email,
          text: contact.email ? <Link to={`mailto:${contact.email}`}>{contact.email}</Link> : t.person.unknown,
        },
        {
          term: t.person.phone,
          text: contact.phone ? (
            <Link to={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>{contact.phone}</Link>
          ) : (
            t.person.unknown
          ),
        },
      ]}
    />
  </Section>
)

/** Roles of a colleague, and the groups and days they teach. */
export const TeamFacts = ({
  t,
  language,
  person,
  teaches,
  mayChange,
}: Props & { teaches: readonly { group: string; days: string }[]; mayChange: boolean }) => (
  <Section heading={t.person.atSchool}>
    <Facts
      facts={[
        {
          term: t.person.roles,
          text: (
            <>
              {person.roles.length === 0
                ? t.person.rolesNone
                : listOf(
                    language,
                    person.roles.map((role) => roleName(role, language)),
                  )}
              {mayChange && ' '}
              {mayChange && <Link to={urls.roles({ id: person.id })}>{t.person.changeRoles}</Link>}
            </>
          ),
        },
        {
          term: t.person.teaches,
          text:
            teaches.length === 0
              ? t.person.teachesNone
              : teaches.map(({ group, days }) => <span key={group}>{`${group}: ${days}. `}</span>),
        },
        ...(person.calledInClass ? [{ term: t.person.calledInClass, text: person.calledInClass }] : []),
      ]}
    />
  </Section>
)

/** Whether an adult can sign in, and the way to an invitation or to taking the account away. */
export const AccountPart = ({
  t,
  language,
  person,
  account,
  mayInvite,
  mayRecover,
}: Props & { account: AccountState; mayInvite: boolean; mayRecover: boolean }) => (
  <Section heading={t.person.account}>
    <Text>{accountInWords(t, language, account)}</Text>
    {mayRecover && account.is === 'account' && (
      <Text>
        <Link to={urls.startRecovery({ id: person.id })}>{t.person.recover}</Link>
      </Text>
    )}
    {mayInvite && !person.left && account.is !== 'account' && (
      <Actions>
        <ButtonLink
          to={urls.invite({ id: person.id })}
          look={account.is === 'none' ? 'solid' : 'line'}
          icon="key-round"
        >
          {account.is === 'none' ? t.person.invite(person.givenName) : t.person.inviteAgain}
        </ButtonLink>
      </Actions>
    )}
    {mayInvite && !person.left && account.is === 'account' && (
      <Link to={urls.partAccount({ id: person.id })}>{t.person.partAccount}</Link>
    )}
  </Section>
)

const accountInWords = (t: PeopleTexts, language: Language, account: AccountState): string => {
  if (account.is === 'invited') return t.person.invitedUntil(dayLong(language, account.until, { year: true }))
  if (account.is === 'expired') return t.person.expiredOn(dayLong(language, account.until, { year: true }))
  return t.person.accountText[account.is]
}
