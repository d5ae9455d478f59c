import { z } from 'zod'
import { many } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import { type Language, listOf, number, pick } from '#shared/language/index.ts'
import { Actions, BackLink, Button, Choice, Empty, Form, List, PageHead, Row, Section, Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { office } from '../people/rules.ts'
import { confirmRoles, type Proposal, proposedRoles } from './proposals.ts'
import { type RoleTexts, roleTexts } from './role-texts.ts'

type Props = { t: RoleTexts; language: Language }

const confirmed = z.object({ people: many(z.uuid()) })

/** What the file says of somebody of the team: roles, then groups. */
const saidOf = ({ t, language }: Props, { said, groups }: Proposal): string =>
  [...said.map((code) => t.saidRoles[code]), ...(groups.length > 0 ? [listOf(language, groups)] : [])].join(', ')

const Proposals = ({ t, language, people }: Props & { people: readonly Proposal[] }) => {
  const proposed = people.filter((one) => one.proposed !== null)
  const byHand = people.filter((one) => one.proposed === null)
  return (
    <>
      <BackLink to={urls.imports()}>{t.back}</BackLink>
      <PageHead title={t.title} text={t.text} />
      {people.length === 0 && <Empty title={t.none}>{t.noneText}</Empty>}
      {proposed.length > 0 && (
        <Form action={urls.proposedRoles()}>
          <Choice
            name="people"
            legend={t.legend}
            several
            columns={2}
            chosen={proposed.map(({ id }) => id)}
            options={proposed.map((one) => ({
              value: one.id,
              label: one.name,
              hint: [
                t.proposedRole[one.proposed!],
                ...(one.groups.length > 0 ? [listOf(language, one.groups)] : []),
              ].join(', '),
              person: one,
            }))}
          />
          <Actions>
            <Button icon="check">{t.save(number(language, proposed.length))}</Button>
          </Actions>
        </Form>
      )}
      {byHand.length > 0 && (
        <Section heading={t.byHand}>
          <Text>{t.byHandText}</Text>
          <List label={t.byHand}>
            {byHand.map((one) => (
              <Row
                key={one.id}
                person={one}
                title={one.name}
                text={saidOf({ t, language }, one)}
                to={urls.roles({ id: one.id })}
              />
            ))}
          </List>
        </Section>
      )}
    </>
  )
}

/** Roles that the file proposes for the team: nobody gets one before the office says so. */
export const roleProposals = new Module('role-proposals', {
  nl: 'Rollen die het bestand voorstelt',
  en: 'Roles that the file proposes',
})
  .get(urls.proposedRoles, office, async (visit) => {
    const { work, language } = visit
    const t = pick(language, roleTexts)
    const people = await proposedRoles(work)
    return visit.page({ title: t.title }, <Proposals t={t} language={language} people={people} />)
  })
  .post(urls.proposedRoles, office, async (visit) => {
    const form = visit.form(confirmed)
    if (!form.ok) return visit.notFound()
    await confirmRoles(visit.work, form.value.people)
    return visit.seeOther(urls.people({ kind: 'team' }))
  })
