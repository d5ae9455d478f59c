import { capital, dayLong, type Language, listOf } from '#shared/language/index.ts'
import { BackLink, Columns, Empty, Facts, List, PageHead, Readers, Row, Section, Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { ChildPage, myChildren } from './queries.ts'
import type { ChildrenTexts } from './texts.ts'

type Props = { t: ChildrenTexts; language: Language }

/** The children somebody has a say about. */
export const Children = ({ t, language, mine }: Props & { mine: Awaited<ReturnType<typeof myChildren>> }) => (
  <>
    <PageHead title={t.children} />
    {mine.length === 0 ? (
      <Empty title={t.none}>{t.noneText}</Empty>
    ) : (
      <List label={t.children}>
        {mine.map((child) => (
          <Row
            key={child.id}
            title={child.name}
            person={child}
            text={child.groups.length > 0 ? listOf(language, child.groups) : t.noGroup}
            to={urls.child({ id: child.id })}
          />
        ))}
      </List>
    )}
    {mine.length > 0 && <ToConsents t={t} />}
  </>
)

const ToConsents = ({ t }: Pick<Props, 't'>) => (
  <Section>
    <List>
      <Row icon="shield-check" title={t.consents} text={t.consentsText} to={urls.consents()} />
    </List>
  </Section>
)

const Mine = ({ t, me }: { t: ChildrenTexts; me: NonNullable<ChildPage['me']> }) => {
  const yes = (holds: boolean) => (holds ? 'yes' : 'no')
  return (
    <Section heading={t.you}>
      <Facts
        facts={[
          { term: t.relation, text: capital(me.relation) },
          { term: t.authority, text: t.authorities[me.authority] },
          { term: t.lives, text: t.livesHere[yes(me.livesWith)] },
          { term: t.contact, text: t.contacts[yes(me.mayBeContacted)] },
          { term: t.collect, text: t.collects[yes(me.mayCollect)] },
        ]}
      />
      <Text small quiet>
        {t.wrong}
      </Text>
    </Section>
  )
}

/** One child, with what the school knows. */
export const ChildView = ({ t, language, child }: Props & { child: ChildPage }) => (
  <>
    <BackLink to={urls.children()}>{t.back}</BackLink>
    <PageHead title={child.name} />
    <Columns
      side={
        <Section heading={t.others}>
          <Readers>{t.othersReaders}</Readers>
          {child.others.length === 0 ? (
            <Empty title={t.nobodyElse} />
          ) : (
            <List label={t.others}>
              {child.others.map((one) => (
                <Row key={one.id} title={one.name} person={one} text={capital(one.relation)} />
              ))}
            </List>
          )}
        </Section>
      }
    >
      <Section heading={t.about}>
        <Facts
          facts={[
            { term: t.group, text: child.groups.length > 0 ? listOf(language, child.groups) : t.noGroup },
            ...(child.teachers.length === 0 ? [{ term: t.teachers, text: t.unknown }] : []),
            {
              term: t.birthDate,
              text: child.birthDate ? dayLong(language, child.birthDate, { year: true }) : t.unknown,
            },
          ]}
        />
        {child.teachers.length > 0 && (
          <List label={t.teachers}>
            {child.teachers.map((teacher) => (
              <Row key={teacher.id} title={teacher.name} person={teacher} text={t.teacher} />
            ))}
          </List>
        )}
      </Section>
      {child.me && <Mine t={t} me={child.me} />}
      <ToConsents t={t} />
      {child.me && child.me.authority !== 'no' && (
        <Section heading={t.privacy}>
          <List>
            <Row icon="file-text" title={t.data} text={t.dataText} to={urls.childData({ id: child.id })} />
            <Row icon="eye" title={t.whoLooked} text={t.whoLookedText} to={urls.whoLookedAtChild({ id: child.id })} />
          </List>
        </Section>
      )}
    </Columns>
  </>
)
