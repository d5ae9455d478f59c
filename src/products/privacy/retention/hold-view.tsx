import type { Typed } from '#shared/access/form.ts'
import {
  BackLink,
  Button,
  DateField,
  Empty,
  Field,
  Form,
  FormErrors,
  List,
  PageHead,
  Row,
  Section,
  Strong,
  Text,
  TextArea,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Said } from './views.tsx'

type People = readonly { readonly id: string; readonly name: string }[]

/** Whom to hold: somebody found by name. */
export const ChooseHeld = ({ t, name, found }: Said & { name: string; found: People | null }) => (
  <>
    <BackLink to={urls.retention()}>{t.title}</BackLink>
    <PageHead title={t.holdTitle} text={t.holdText} />
    <Form action={urls.newRetentionHold()} method="get">
      <Field name="name" label={t.name} hint={t.nameHint} type="search" value={name} maxLength={80} />
      <Button look="line" icon="search">
        {t.search}
      </Button>
    </Form>
    {found && (
      <Section>
        {found.length === 0 ? (
          <Empty title={t.nobody} />
        ) : (
          <List label={t.name}>
            {found.map(({ id, name: whole }) => (
              <Row key={id} title={whole} person={{ id, name: whole }} to={urls.newRetentionHold({ person: id })} />
            ))}
          </List>
        )}
      </Section>
    )}
  </>
)

export type HoldFormProps = Said & {
  readonly sent: string
  readonly held: { readonly field: 'person' | 'rule'; readonly value: string; readonly says: string }
  readonly typed: Typed
  readonly problems: { readonly reason?: string; readonly until?: string }
  readonly today: string
}

/** Until when and why something stays. */
export const HoldForm = ({ t, held, typed, problems, today, sent }: HoldFormProps) => (
  <>
    <BackLink to={urls.retention()}>{t.title}</BackLink>
    <PageHead title={t.holdTitle} text={t.holdText} />
    <Text>
      <Strong>{held.says}</Strong>
    </Text>
    <Form action={urls.retentionHolds()} requestKey={sent} hidden={{ [held.field]: held.value }}>
      {(problems.reason || problems.until) && <FormErrors />}
      <TextArea
        name="reason"
        label={t.reason}
        readers={t.reasonReaders}
        maxLength={1000}
        value={typeof typed.reason === 'string' ? typed.reason : undefined}
        error={problems.reason}
      />
      <DateField
        name="until"
        label={t.untilDay}
        min={today}
        value={typeof typed.until === 'string' ? typed.until : undefined}
        error={problems.until}
      />
      <Button icon="lock">{t.holdIt}</Button>
    </Form>
  </>
)
