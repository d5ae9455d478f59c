import type { Typed } from '#shared/access/form.ts'
import { dayLong, type Language } from '#shared/language/index.ts'
import {
  Actions,
  Button,
  type Child,
  Code,
  Details,
  Facts,
  Field,
  Form,
  FormErrors,
  List,
  Notice,
  Row,
  Section,
  Stack,
  Tag,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { oneOf } from '../../typed.ts'
import { SettingPage } from '../page-view.tsx'
import { CLAIM_DAYS, type Claim, type Host } from './hosts.ts'
import { proofName } from './jobs.ts'
import { isPunycode } from './names.ts'
import type { HostsTexts } from './texts.ts'

export type HostsProps = {
  t: HostsTexts
  language: Language
  hosts: readonly Host[]
  claims: readonly Claim[]
  typed: Typed
  /** Why a name was refused; why a deed was. */
  problem: string | undefined
  refused: string | undefined
  above: Child
  changes: Child
}

/** The hosts in use, what is asked for, and a form to ask for one. */
export const HostsView = ({ t, language, hosts, claims, typed, problem, refused, above, changes }: HostsProps) => (
  <SettingPage language={language} title={t.title} above={above}>
    {refused && <Notice kind="alert">{refused}</Notice>}
    <Section heading={t.inUse}>
      <List label={t.inUse} roomy>
        {hosts.map((host) => (
          <HostRow key={host.name} t={t} host={host} only={hosts.length === 1} />
        ))}
      </List>
      <Text quiet>{t.passkeys}</Text>
    </Section>
    {claims.map((claim) => (
      <ClaimView key={claim.name} t={t} language={language} claim={claim} hosts={hosts} />
    ))}
    <Section heading={t.own}>
      <Text quiet>{t.ownText}</Text>
      <Form action={urls.hosts()}>
        {problem && <FormErrors />}
        <Field
          name="name"
          label={t.name}
          hint={t.nameHint}
          value={oneOf(typed, 'name')}
          error={problem}
          maxLength={300}
          autoComplete="off"
        />
        <Button>{t.claim}</Button>
      </Form>
    </Section>
    {changes}
  </SettingPage>
)

const Deed = ({ host, deed, label, children }: { host: string; deed: string; label: string; children: string }) => (
  <Form action={urls.host({ host })} hidden={{ deed }}>
    <Button look="line" label={label}>
      {children}
    </Button>
  </Form>
)

const HostRow = ({ t, host, only }: { t: HostsTexts; host: Host; only: boolean }) => {
  const { name, main, redirects } = host
  const deed = (what: string, word: string) => (
    <Deed host={name} deed={what} label={t.about(word, name)}>
      {word}
    </Deed>
  )
  return (
    <Row
      title={name}
      text={main ? t.mainText : redirects ? t.redirects : t.serves}
      end={main && <Tag kind="accent">{t.main}</Tag>}
      more={
        !main &&
        !only && (
          <Actions>
            {deed('main', t.makeMain)}
            {redirects ? deed('serve', t.serve) : deed('redirect', t.redirect)}
            {deed('remove', t.remove)}
          </Actions>
        )
      }
    />
  )
}

/** Where a new name must lead: the organisation's first host that the internet knows. */
const targetOf = (t: HostsTexts, hosts: readonly Host[]) =>
  hosts.find(({ name }) => !name.endsWith('localhost'))?.name ?? t.target

type ClaimProps = { t: HostsTexts; language: Language; claim: Claim; hosts: readonly Host[] }

const ClaimView = ({ t, language, claim, hosts }: ClaimProps) => {
  const { name, token, provenAt, answer, checkedAt, pointsAt, claimedAt } = claim
  const steps = t.steps({ proof: proofName(name), token, name, target: targetOf(t, hosts) })
  return (
    <Section heading={name}>
      <Stack gap="loose">
        <Text>
          <Tag kind={provenAt ? 'here' : 'late'}>{provenAt ? t.states.proven : t.states.waiting}</Tag>
        </Text>
        {isPunycode(name) && <Notice kind="waiting">{t.punycode(name)}</Notice>}
        <Text>
          {answer ? t.answers[answer] : t.notChecked} {answer && answer !== 'no-answer' && t.points(pointsAt)}
        </Text>
        {checkedAt && (
          <Text quiet small>
            {t.checked(t.when(checkedAt))}
          </Text>
        )}
        <Details title={t.forIct} icon="info" open={!provenAt}>
          <Facts
            facts={steps.map(({ term, text, code }) => ({
              term,
              text: (
                <Stack>
                  <Text>{text}</Text>
                  {code && <Code>{code}</Code>}
                </Stack>
              ),
            }))}
          />
        </Details>
        {provenAt ? (
          <Text quiet>{t.useText}</Text>
        ) : (
          <Text quiet>{t.expires(dayLong(language, new Date(claimedAt.getTime() + CLAIM_DAYS * 86_400_000)))}</Text>
        )}
        <Actions>
          {provenAt && (
            <Form action={urls.useHost({ host: name })}>
              <Button label={t.about(t.use, name)}>{t.use}</Button>
            </Form>
          )}
          <Form action={urls.lookForHosts()}>
            <Button look="line" icon="refresh-cw" label={t.about(t.look, name)}>
              {t.look}
            </Button>
          </Form>
          <Form action={urls.dropHost({ host: name })}>
            <Button look="line" label={t.about(t.drop, name)}>
              {t.drop}
            </Button>
          </Form>
        </Actions>
      </Stack>
    </Section>
  )
}
