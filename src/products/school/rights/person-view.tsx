import { roleName } from '#shared/identity/role-words.ts'
import { dayLong, type Language, number } from '#shared/language/index.ts'
import { BackLink, Empty, List, Notice, PageHead, Row, Section, Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { groundsOf } from './queries.ts'
import type { Part } from './rights.ts'
import type { RightsTexts } from './texts.ts'
import { PartRows } from './views.tsx'

type Grounds = Awaited<ReturnType<typeof groundsOf>>

const GroundRows = ({ t, language, grounds }: { t: RightsTexts; language: Language; grounds: Grounds }) => {
  const during = ({ from, to }: { from: string; to: string | null }) =>
    [
      t.person.since(dayLong(language, from, { year: true })),
      ...(to ? [t.person.until(dayLong(language, to, { year: true }))] : []),
    ].join(', ')
  return (
    <List label={t.person.through} roomy>
      {grounds.roles.map((one) => (
        <Row key={`${one.role}${one.from}`} icon="shield" title={roleName(one.role, language)} text={during(one)} />
      ))}
      {grounds.groups.map((one) => (
        <Row key={`${one.name}${one.from}`} icon="users" title={t.person.group(one.name)} text={during(one)} />
      ))}
      {grounds.children.map((one) => (
        <Row
          key={one.name}
          icon="user"
          title={`${roleName(one.role, language)}. ${t.person.child(one.name)}`}
          text={during({ from: one.from, to: null })}
        />
      ))}
      {grounds.protectedPeople > 0 && (
        <Row
          icon="eye-off"
          title={t.person.protected(number(language, grounds.protectedPeople), grounds.protectedPeople === 1)}
          text={t.person.protectedText}
        />
      )}
    </List>
  )
}

/** What somebody may see and do today, in the words of the rules, and through what. */
export const PersonRights = ({
  t,
  language,
  person,
  grounds,
  parts,
  account,
  today,
}: {
  t: RightsTexts
  language: Language
  person: { readonly id: string; readonly name: string; readonly givenName: string }
  grounds: Grounds
  parts: readonly Part[]
  account: boolean
  today: string
}) => (
  <>
    <BackLink to={urls.person({ id: person.id })}>{t.person.back(person.givenName)}</BackLink>
    <PageHead
      title={t.person.title(person.givenName)}
      text={`${person.name}. ${t.person.text(dayLong(language, today, { year: true }))}`}
    />
    <Section heading={t.person.through}>
      {grounds.held.length === 0 ? (
        <Empty title={t.person.noGrounds}>{t.person.noGroundsText}</Empty>
      ) : (
        <GroundRows t={t} language={language} grounds={grounds} />
      )}
    </Section>
    {grounds.held.length > 0 && (
      <Section heading={t.person.may}>
        {!account && (
          <Notice kind="waiting" icon="lock" still>
            {t.person.noAccount(person.givenName)}
          </Notice>
        )}
        {parts.length > 0 && <PartRows t={t} language={language} parts={parts} label={t.person.may} />}
        <Text quiet>{parts.length === 0 ? t.nothingMore : t.person.everyone}</Text>
      </Section>
    )}
  </>
)
