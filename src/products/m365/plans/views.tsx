import { capital, clock, dayLong, type Language, number } from '#shared/language/index.ts'
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
  Pager,
  Progress,
  Row,
  Section,
  Stack,
  SumLine,
  Tabs,
  Tag,
  type TagKind,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { type Choice, choicesFor } from './choosing.ts'
import { type Kind, PAGE, type Plan, type StepLine } from './queries.ts'
import { type Category, categories } from './steps.ts'
import type { PlanTexts } from './texts.ts'

type Shown = { readonly t: PlanTexts; readonly language: Language }

const TAGS: Readonly<Record<Plan['state'], TagKind>> = {
  waiting: 'late',
  applying: 'accent',
  stopped: 'alert',
  done: 'here',
  dropped: 'plain',
}

const sumsOf = (t: PlanTexts, { counts }: Plan) =>
  categories
    .filter((category) => counts[category] > 0)
    .map((category) => ({
      count: counts[category],
      word: t.categories[category].toLowerCase(),
      alert: category === 'conflict',
    }))

const planRow = ({ t, language }: Shown, plan: Plan) => (
  <Row
    key={plan.id}
    icon="grid-2x2"
    title={t.plan(dayLong(language, plan.madeAt), clock(language, plan.madeAt))}
    text={`${capital(t.causes[plan.cause])}. ${sumsOf(t, plan)
      .map(({ count, word }) => `${number(language, count)} ${word}`)
      .join(', ')}`}
    to={urls.m365Plan({ id: plan.id })}
    end={<Tag kind={TAGS[plan.state]}>{t.states[plan.state]}</Tag>}
  />
)

export type HomeProps = Shown & {
  readonly connected: boolean
  readonly plans: readonly Plan[]
  readonly counts: { readonly active: number; readonly blocked: number; readonly starters: number }
  readonly comparing: boolean
  /** What the last comparing ran into. */
  readonly trouble: string | null
}

/** The tenant at a glance: what waits, what is going on, the accounts, and what was done before. */
export const Home = ({ connected, plans, counts, comparing, trouble, ...shown }: HomeProps) => {
  const { t, language } = shown
  if (!connected)
    return (
      <>
        <PageHead title={t.title} text={t.text} />
        <Stack gap="loose">
          <Empty title={t.notConnected}>{t.notConnectedText}</Empty>
          <ButtonLink to={urls.m365Connection()}>{t.connect}</ButtonLink>
        </Stack>
      </>
    )
  const open = plans.filter(({ state }) => state === 'waiting' || state === 'applying' || state === 'stopped')
  const past = plans.filter((plan) => !open.includes(plan))
  return (
    <>
      <PageHead
        title={t.title}
        text={t.text}
        end={
          <Form action={urls.m365NewPlan()}>
            <Button look={open.length > 0 ? 'line' : 'solid'} icon="refresh-cw">
              {t.new}
            </Button>
          </Form>
        }
      />
      {comparing && <Notice kind="waiting">{t.comparing}</Notice>}
      {trouble && <Notice kind="alert">{trouble}</Notice>}
      {open.length > 0 && (
        <List roomy label={t.waiting}>
          {open.map((plan) => planRow(shown, plan))}
        </List>
      )}
      <Section heading={t.accounts}>
        <Stack gap="loose">
          <Text>{t.counts(number(language, counts.active), number(language, counts.blocked))}</Text>
          <Actions>
            <ButtonLink to={urls.m365Connection()} look="line" icon="settings">
              {t.settings}
            </ButtonLink>
          </Actions>
        </Stack>
      </Section>
      <Section heading={t.letters}>
        <Stack gap="loose">
          <Text>{t.lettersText}</Text>
          {counts.starters === 0 ? (
            <Empty title={t.lettersNone} />
          ) : (
            <Actions>
              <ButtonLink to={urls.m365Letters({ kind: 'letters' })} look="line" icon="printer" plain>
                {t.lettersDo(counts.starters)}
              </ButtonLink>
              <ButtonLink to={urls.m365Letters({ kind: 'cards' })} look="line" icon="printer" plain>
                {t.cardsDo}
              </ButtonLink>
            </Actions>
          )}
        </Stack>
      </Section>
      <Section heading={t.past}>
        {past.length === 0 ? (
          <Empty title={t.none}>{t.noneText}</Empty>
        ) : (
          <List roomy label={t.past}>
            {past.map((plan) => planRow(shown, plan))}
          </List>
        )}
      </Section>
    </>
  )
}

const words = (of: Readonly<Record<string, string>>, key: string | null) => (key ? of[key] : undefined)

/** What a step is about: a person, a group, or one in the other. */
const titleOf = ({ t }: Shown, { person, hidden, group, action, detail }: StepLine): string => {
  const who = person?.name ?? (hidden ? t.hidden : null)
  const account = detail?.written?.userPrincipalName
  if (who && group) return `${who}, ${action === 'remove-member' ? t.outGroup(group) : t.inGroup(group)}`
  if (who && account) return `${who}, ${account}`
  return who ?? group ?? t.somebody
}

/** What happens and why, what changes into what, and how it went. */
const textOf = ({ t, language }: Shown, step: StepLine): string => {
  const lines = [`${t.actions[step.action]}: ${t.reasons[step.reason]}.`]
  if (step.category === 'conflict' || step.state === 'conflict') lines[0] = `${capital(t.reasons[step.reason])}.`
  const changes = step.detail?.changes ?? []
  const own = changes.find(({ field }) => field === 'userPrincipalName')
  if (step.action === 'link-account' && own) lines.push(t.instead(own.to))
  else
    for (const { field, from, to } of changes)
      if (from !== to) lines.push(`${capital(t.change(words(t.fields, field) ?? field, from, to))}.`)
  const problem = words(t.failures, step.problem)
  if (problem) lines.push(`${capital(problem)}.`)
  if (step.state === 'done' && step.doneAt) lines.push(`${capital(t.outcomes.done)}, ${clock(language, step.doneAt)}.`)
  return lines.join(' ')
}

const Choices = ({ t, plan, step }: { t: PlanTexts; plan: Plan; step: StepLine }) => {
  const open = step.hidden ? [] : choicesFor(step, plan.state)
  if (open.length === 0) return null
  const about = step.person?.name ?? step.group ?? ''
  return (
    <Form action={urls.m365Step({ id: plan.id, step: String(step.id) })} label={about}>
      <Actions>
        {open.map((choice: Choice) => (
          <Button key={choice} name="choice" value={choice} look="line" label={`${t.choices[choice]}: ${about}`}>
            {t.choices[choice]}
          </Button>
        ))}
      </Actions>
    </Form>
  )
}

const STATES: Readonly<Record<string, TagKind>> = { done: 'here', failed: 'alert', skipped: 'plain' }

export type PlanProps = Shown & {
  readonly plan: Plan
  readonly kind: Kind
  readonly page: number
  readonly steps: readonly StepLine[]
  readonly approver: string | null
  readonly said: 'chosen' | 'stale' | null
}

const tabsOf = ({ t, language, plan, kind }: PlanProps) => {
  const of = (one: Kind, count: number, word: string) => ({
    to: urls.m365Plan({ id: plan.id }, { kind: one }),
    word: `${word} ${number(language, count)}`,
    current: kind === one,
  })
  const kinds = categories
    .filter((one) => plan.counts[one] > 0)
    .map((one: Category) => of(one, plan.counts[one], t.categories[one]))
  return [...kinds, ...(plan.failed > 0 ? [of('failed', plan.failed, t.results)] : []), of('all', plan.steps, t.all)]
}

const countOf = ({ plan, kind }: PlanProps) =>
  kind === 'failed' ? plan.failed : kind === 'all' ? plan.steps + plan.counts.conflict : plan.counts[kind]

/** A plan as a difference that can be read: what is new, changes, moves, leaves, and what somebody must decide; and why. */
export const PlanPage = (props: PlanProps) => {
  const { t, language, plan, steps, page, kind, said } = props
  const head = t.plan(dayLong(language, plan.madeAt), clock(language, plan.madeAt))
  const sums = sumsOf(t, plan)
  return (
    <>
      <BackLink to={urls.m365()}>{t.back}</BackLink>
      <PageHead title={head} text={<Tag kind={TAGS[plan.state]}>{t.states[plan.state]}</Tag>} />
      {said && <Notice kind={said === 'chosen' ? 'received' : 'alert'}>{t[said]}</Notice>}
      <Stack gap="loose">
        {sums.length > 0 ? <SumLine sums={sums} /> : <Empty title={t.nothing} />}
        <Standing {...props} />
      </Stack>
      {(plan.steps > 0 || plan.counts.conflict > 0) && (
        <Section>
          <Stack gap="loose">
            <Tabs label={t.tabs} tabs={tabsOf(props)} />
            <List roomy label={head}>
              {steps.map((step) => (
                <Row
                  key={String(step.id)}
                  title={titleOf(props, step)}
                  text={textOf(props, step)}
                  {...(step.person ? { person: step.person } : { icon: 'users' as const })}
                  end={
                    STATES[step.state] && <Tag kind={STATES[step.state]!}>{words(t.outcomes, step.state) ?? ''}</Tag>
                  }
                  more={<Choices t={t} plan={plan} step={step} />}
                />
              ))}
            </List>
            <Pager
              page={page}
              of={Math.ceil(countOf(props) / PAGE)}
              address={(to) => urls.m365Plan({ id: plan.id }, { kind, page: String(to) })}
            />
          </Stack>
        </Section>
      )}
    </>
  )
}

/** How the plan stands, and what can be done with it. */
const Standing = (props: PlanProps) => {
  const { t, language, plan, approver } = props
  const { id } = plan
  const day = plan.approvedAt && dayLong(language, plan.approvedAt)
  const problem = plan.problem?.split(' ')[0] ?? ''
  const waits = plan.resumeAt && (problem === 'away' || problem === 'throttled') ? t.waits[problem] : null
  return (
    <Stack gap="loose">
      {plan.state === 'waiting' && plan.held && <Text>{words(t.held, plan.held) ?? ''}</Text>}
      {plan.state === 'waiting' && plan.steps === 0 && <Text>{t.onlyConflicts}</Text>}
      {day && <Text quiet>{approver ? t.approvedBy(approver, day) : t.byItself(day)}</Text>}
      {plan.state === 'applying' && (
        <Progress
          label={t.busy(number(language, plan.done), number(language, plan.steps))}
          value={plan.done}
          of={plan.steps}
        />
      )}
      {plan.state === 'applying' && waits && <Notice kind="waiting">{waits(clock(language, plan.resumeAt!))}</Notice>}
      {plan.state === 'stopped' && <Notice kind="alert">{words(t.stopped, problem) ?? t.stopped.refused}</Notice>}
      {plan.state === 'waiting' && plan.steps > 0 && (
        <Form action={urls.m365Approve({ id })}>
          <Text>{t.approveText(number(language, plan.steps))}</Text>
          <Actions>
            <Button icon="check">{t.approve}</Button>
            <Button look="line" action={urls.m365Drop({ id })}>
              {t.drop}
            </Button>
          </Actions>
        </Form>
      )}
      <Actions>
        {(plan.state === 'stopped' || waits) && (
          <Form action={urls.m365Resume({ id })}>
            <Button>{t.resume}</Button>
          </Form>
        )}
        {(plan.state === 'stopped' || (plan.state === 'waiting' && plan.steps === 0)) && (
          <Form action={urls.m365Drop({ id })}>
            <Button look="line">{t.drop}</Button>
          </Form>
        )}
        {plan.state === 'done' && (plan.failed > 0 || plan.counts.conflict > 0) && (
          <Form action={urls.m365NewPlan()}>
            <Button look="line" icon="refresh-cw">
              {t.again}
            </Button>
          </Form>
        )}
        <ButtonLink to={urls.m365Log({ id })} look="line" icon="download" plain>
          {t.log}
        </ButtonLink>
      </Actions>
    </Stack>
  )
}

export const logRows = (shown: Shown, steps: readonly StepLine[]): string[][] => {
  const { t } = shown
  return [
    [...t.columns],
    ...steps.map((step) => [
      String(step.id),
      step.doneAt ? step.doneAt.toISOString() : '',
      t.actions[step.action],
      step.person?.name ?? (step.hidden ? t.hidden : ''),
      step.group ?? '',
      t.reasons[step.reason],
      words(t.outcomes, step.state) ?? step.state,
      words(t.failures, step.problem) ?? '',
    ]),
  ]
}
