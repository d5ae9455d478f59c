import { clock, dayLong, type Language } from '#shared/language/index.ts'
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  Empty,
  Form,
  List,
  Notice,
  PageHead,
  Row,
  Section,
  Stack,
  Strong,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { GroupPasswords, PupilLine } from './queries.ts'
import type { PasswordTexts } from './texts.ts'

type Shown = { readonly t: PasswordTexts; readonly language: Language }

/** The groups of a teacher, to choose from. */
export const Groups = ({
  t,
  groups,
}: {
  t: PasswordTexts
  groups: readonly { id: string; name: string; pupils: number }[]
}) => (
  <>
    <PageHead title={t.title} text={t.text} />
    {groups.length === 0 ? (
      <Empty title={t.none} />
    ) : (
      <List label={t.groups}>
        {groups.map(({ id, name, pupils }) => (
          <Row key={id} icon="users" title={name} text={t.pupils(pupils)} to={urls.m365PasswordsOf({ group: id })} />
        ))}
      </List>
    )}
  </>
)

const lineOf = ({ t, language }: Shown, { state, account, reset }: PupilLine): string => {
  if (state === 'none') return t.noAccount
  if (state === 'blocked') return t.blocked
  const when = reset && t.madeOn(dayLong(language, reset.askedAt), clock(language, reset.askedAt))
  return [account, reset?.state === 'done' && when].filter(Boolean).join(', ')
}

const after = ({ t }: Shown, { reset }: PupilLine) => {
  if (reset?.state === 'waiting')
    return <Notice kind="waiting">{reset.problem === 'away' ? t.waitingAway : t.waiting}</Notice>
  if (reset?.state === 'failed')
    return (
      <Notice kind="alert">
        {(t.failures as Readonly<Record<string, string>>)[reset.problem ?? ''] ?? t.failures.refused}
      </Notice>
    )
  return reset?.password ? <Strong>{t.password(reset.password)}</Strong> : undefined
}

export type GroupProps = Shown & {
  readonly group: GroupPasswords
  /** For whom a new password is about to be made: the second tap. */
  readonly asked: PupilLine | 'all' | null
}

/** A class with its accounts: one tap on a pupil or on the whole class, and one to say yes. */
export const Group = ({ group, asked, ...shown }: GroupProps) => {
  const { t } = shown
  const active = group.pupils.filter(({ state }) => state === 'active')
  return (
    <>
      <BackLink to={urls.m365Passwords()}>{t.back}</BackLink>
      <PageHead title={group.name} text={t.text} />
      {asked && <Sure t={t} group={group} asked={asked} count={active.length} />}
      <Section>
        <Stack gap="loose">
          {active.length > 0 && (
            <Actions>
              <ButtonLink to={urls.m365PasswordsOf({ group: group.id }, { reset: 'all' })} look="line" icon="key-round">
                {t.all}
              </ButtonLink>
              <ButtonLink to={urls.m365Cards({ group: group.id })} look="line" icon="printer" plain>
                {t.cards}
              </ButtonLink>
            </Actions>
          )}
          <Text quiet small>
            {t.cardsText}
          </Text>
          <List roomy label={group.name}>
            {group.pupils.map((pupil) => (
              <Row
                key={pupil.id}
                person={pupil}
                title={pupil.name}
                text={lineOf(shown, pupil)}
                more={after(shown, pupil)}
                end={
                  pupil.state === 'active' && (
                    <ButtonLink
                      to={urls.m365PasswordsOf({ group: group.id }, { reset: pupil.id })}
                      look="text"
                      label={t.oneFor(pupil.name)}
                    >
                      {t.one}
                    </ButtonLink>
                  )
                }
              />
            ))}
          </List>
        </Stack>
      </Section>
    </>
  )
}

const Sure = ({
  t,
  group,
  asked,
  count,
}: {
  t: PasswordTexts
  group: GroupPasswords
  asked: PupilLine | 'all'
  count: number
}) => (
  <Section heading={asked === 'all' ? t.sureAll(count) : t.sureOne(asked.name)}>
    <Form action={urls.m365Reset({ group: group.id })} hidden={{ pupil: asked === 'all' ? 'all' : asked.id }}>
      <Text>{t.sureText}</Text>
      <Actions>
        <Button icon="key-round">{t.sureDo}</Button>
        <ButtonLink to={urls.m365PasswordsOf({ group: group.id })} look="line">
          {t.cancel}
        </ButtonLink>
      </Actions>
    </Form>
  </Section>
)
