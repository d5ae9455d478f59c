import type { Role } from '#shared/identity/me.ts'
import { roleName } from '#shared/identity/role-words.ts'
import { capital, type Language, listOf, number } from '#shared/language/index.ts'
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  Details,
  Empty,
  Form,
  Link,
  List,
  PageHead,
  Row,
  Section,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { groupTexts } from '../groups/texts.ts'
import { daysInWords, stretchInWords } from '../groups/views.tsx'
import type { listSubstitutions, teamByRole } from './queries.ts'
import { keptAbout, openTo, openToAll, type Part } from './rights.ts'
import type { RightsTexts } from './texts.ts'

type Props = { t: RightsTexts; language: Language }

const collator = new Intl.Collator('nl')

/** "Bekijken en doen: de directeur." */
const grantInWords = ({ t, language }: Props, { looks, does, words }: Part['grants'][number]) =>
  t.by(looks && does ? t.both : looks ? t.looks : t.does, words[language])

/** Parts with who may do what in them, in the words of the rules. */
export const PartRows = ({ parts, label, ...words }: Props & { parts: readonly Part[]; label: string }) => (
  <List label={label} roomy>
    {parts
      .toSorted((one, other) => collator.compare(one.about[words.language], other.about[words.language]))
      .map(({ about, grants }) => (
        <Row
          key={about.nl}
          title={about[words.language]}
          text={`${grants.map((grant) => grantInWords(words, grant)).join('. ')}.`}
        />
      ))}
  </List>
)

export type RightsPageProps = Props & {
  parts: readonly Part[]
  roles: readonly Role[]
  counts: ReadonlyMap<Role, number>
  /** Names by role, when I may see them. */
  team: Awaited<ReturnType<typeof teamByRole>>
  substitutions: Awaited<ReturnType<typeof listSubstitutions>>
  today: string
  /** Whether I keep the rights: who substitutes, the yearly review. */
  keeps: boolean
  /** Whether I came from the settings. */
  back: { readonly to: string; readonly word: string } | null
}

const RoleDetails = ({ t, language, role, parts, counts, team, keeps }: RightsPageProps & { role: Role }) => {
  const people = counts.get(role) ?? 0
  const mine = openTo(parts, [role])
  const named = team.get(role) ?? []
  return (
    <Details
      title={roleName(role, language)}
      end={people === 0 ? t.nobody : t.people(number(language, people), people === 1)}
    >
      {named.length > 0 && (
        <Text>
          {`${t.who}: `}
          {named.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 ? ', ' : ''}
              <Link to={urls.personRights({ id })}>{name}</Link>
            </span>
          ))}
        </Text>
      )}
      {keeps && role === 'guardian' && (
        <ButtonLink to={urls.people({ kind: 'guardians' })} look="text">
          {t.lookUp}
        </ButtonLink>
      )}
      {mine.length === 0 ? (
        <Text quiet>{t.nothingMore}</Text>
      ) : (
        <PartRows t={t} language={language} parts={mine} label={roleName(role, language)} />
      )}
    </Details>
  )
}

const Substitutions = ({ t, language, substitutions, today }: RightsPageProps) => {
  const words = { t: groupTexts[language], language }
  return (
    <Section heading={t.substitutions}>
      {substitutions.length === 0 ? (
        <Empty title={t.noSubstitutions} />
      ) : (
        <List label={t.substitutions} roomy>
          {substitutions.map(({ person, group, name, from, to, weekdays }) => (
            <Row
              key={`${person.id} ${group} ${from}`}
              title={person.name}
              person={person}
              text={`${name}, ${
                to && weekdays.length === 0
                  ? stretchInWords({ ...words, today }, from, to)
                  : [
                      daysInWords(words, weekdays),
                      ...(to ? [words.t.until(stretchInWords({ ...words, today }, to, to))] : []),
                    ].join(', ')
              }`}
              more={
                <Form action={urls.endGroupTeacher({ id: group, person: person.id })} hidden={{ from, back: 'rights' }}>
                  <Button look="text" label={t.takeBackLabel(person.name, name)}>
                    {t.takeBack}
                  </Button>
                </Form>
              }
            />
          ))}
        </List>
      )}
    </Section>
  )
}

/** Roles and rights: by role, by part, and what is kept about people. */
export const RightsPage = (props: RightsPageProps) => {
  const { t, language, parts, roles, keeps, back } = props
  return (
    <>
      {back && <BackLink to={back.to}>{back.word}</BackLink>}
      <PageHead title={t.title} text={t.text} />
      {keeps && (
        <Actions>
          <ButtonLink to={urls.accessReviews()} look="line" icon="shield-check">
            {t.review}
          </ButtonLink>
        </Actions>
      )}
      <Section heading={t.roles}>
        {!keeps && <Text quiet>{t.officeOnly}</Text>}
        {roles.map((role) => (
          <RoleDetails key={role} {...props} role={role} />
        ))}
        <Details title={t.everyone}>
          <Text quiet>{t.everyoneText}</Text>
          <PartRows t={t} language={language} parts={openToAll(parts)} label={t.everyone} />
        </Details>
      </Section>
      {keeps && <Substitutions {...props} />}
      <Section heading={t.parts}>
        <Details title={t.partsText}>
          <PartRows t={t} language={language} parts={parts} label={t.parts} />
        </Details>
      </Section>
      <Section heading={t.data}>
        <Details title={t.dataText}>
          <List label={t.data} roomy>
            {keptAbout().map(({ seenBy, what }) => (
              <Row
                key={seenBy.nl}
                title={capital(seenBy[language])}
                text={`${capital(
                  listOf(
                    language,
                    what.map((one) => one[language]),
                  ),
                )}.`}
              />
            ))}
          </List>
        </Details>
      </Section>
    </>
  )
}
