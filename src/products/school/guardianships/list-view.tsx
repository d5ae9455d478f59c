import { capital, dayLong, type Language } from '#shared/language/index.ts'
import { Actions, ButtonLink, Empty, Link, List, Meta, Row, Section, Stack, Tag, Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Child, Guardian, Guardianship, Restriction } from './queries.ts'
import type { GuardianshipTexts } from './texts.ts'

type Props = { t: GuardianshipTexts; language: Language }

const day = (language: Language, date: string) => dayLong(language, date, { year: true })

/** What a guardian is to a pupil and may do, in sentences. */
export const termsInWords = (
  t: GuardianshipTexts,
  language: Language,
  guardian: Guardianship,
  today: string,
): string[] => [
  t.authority[guardian.informationOnly ? 'information-only' : guardian.authority],
  t.livesWith[guardian.livesWith ? 'yes' : 'no'],
  t.contact[guardian.mayBeContacted ? 'yes' : 'no'],
  t.collect[guardian.mayCollect ? 'yes' : 'no'],
  ...(guardian.from > today ? [t.from(day(language, guardian.from))] : []),
  ...(guardian.to ? [t.until(day(language, guardian.to))] : []),
]

const RestrictionBlock = ({ t, language, one, mayChange }: Props & { one: Restriction; mayChange: boolean }) => (
  <Stack gap="tight">
    <p>
      <Tag kind="alert">{t.restriction[one.kind]}</Tag>
    </p>
    <Text small>
      {`${capital(t.period(day(language, one.from), one.to && day(language, one.to)))}. ${t.evidence(
        one.evidenceSeenBy ?? t.colleague,
        day(language, one.evidenceSeenOn),
      )}.`}
    </Text>
    {one.note && <Text small>{one.note}</Text>}
    {mayChange && (
      <Meta>
        <Link to={urls.endRestriction({ id: one.id })}>{t.endRestriction}</Link>
      </Meta>
    )}
  </Stack>
)

const GuardianRow = ({
  t,
  language,
  guardian,
  today,
  mayChange,
}: Props & { guardian: Guardian; today: string; mayChange: boolean }) => (
  <Row
    title={mayChange ? <Link to={urls.person({ id: guardian.person })}>{guardian.name}</Link> : guardian.name}
    person={{ id: guardian.person, name: guardian.name }}
    text={capital(guardian.relation)}
    more={
      <Stack>
        <Text small>{`${termsInWords(t, language, guardian, today).join('. ')}.`}</Text>
        {guardian.note && (
          <Text small quiet>
            {guardian.note}
          </Text>
        )}
        {guardian.restrictions.map((one) => (
          <RestrictionBlock key={one.id} t={t} language={language} one={one} mayChange={mayChange} />
        ))}
        {mayChange && <GuardianActions t={t} guardian={guardian} />}
      </Stack>
    }
  />
)

const GuardianActions = ({ t, guardian }: { t: GuardianshipTexts; guardian: Guardian }) => (
  <Meta>
    <Link to={urls.guardianship({ id: guardian.id })} label={`${t.change}: ${guardian.name}`}>
      {t.change}
    </Link>
    <Link to={urls.newRestriction({ id: guardian.id })} label={`${t.addRestriction}: ${guardian.name}`}>
      {t.addRestriction}
    </Link>
    <Link to={urls.endGuardianship({ id: guardian.id })} label={`${t.end}: ${guardian.name}`}>
      {t.end}
    </Link>
  </Meta>
)

/** A pupil's guardians with what each may, and for the office the ways to change that. */
export const GuardianList = ({
  t,
  language,
  pupil,
  guardians,
  today,
  mayChange,
}: Props & { pupil: string; guardians: readonly Guardian[]; today: string; mayChange: boolean }) => (
  <Section heading={t.guardians}>
    {guardians.length === 0 ? (
      <Empty title={t.noGuardians}>{t.noGuardiansText}</Empty>
    ) : (
      <List label={t.guardians}>
        {guardians.map((guardian) => (
          <GuardianRow
            key={guardian.id}
            t={t}
            language={language}
            guardian={guardian}
            today={today}
            mayChange={mayChange}
          />
        ))}
      </List>
    )}
    {mayChange && (
      <Actions>
        <ButtonLink to={urls.newGuardianship({ id: pupil })} look="line" icon="user-plus">
          {t.addGuardian}
        </ButtonLink>
      </Actions>
    )}
  </Section>
)

/** The pupils somebody is a guardian of. */
export const ChildrenOfGuardian = ({ t, pupils }: { t: GuardianshipTexts; pupils: readonly Child[] }) => (
  <Section heading={t.children}>
    <List label={t.children}>
      {pupils.map((pupil) => (
        <Row
          key={pupil.id}
          title={pupil.name}
          person={pupil}
          text={capital(pupil.relation)}
          to={urls.person({ id: pupil.id })}
        />
      ))}
    </List>
  </Section>
)
