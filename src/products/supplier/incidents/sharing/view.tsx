import { typedOnce } from '#products/school/index.ts'
import type { Typed } from '#shared/access/form.ts'
import { dayLong, type Language } from '#shared/language/index.ts'
import {
  Button,
  Choice,
  DateField,
  Details,
  FieldRow,
  Form,
  List,
  Row,
  Section,
  Stack,
  Text,
  TimeField,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { affectedTexts } from '../affected/texts.ts'
import type { Link } from './passing.ts'
import { sharingTexts } from './texts.ts'

export type Shared = {
  readonly links: readonly Link[]
  /** Whom I may tell still; several for the supplier. */
  readonly others: readonly { readonly id: string; readonly name: string }[]
  readonly supplier: boolean
}

type Props = Shared & {
  readonly language: Language
  readonly id: string
  readonly typed: Typed
  /** What is wrong with the form, by field. */
  readonly problem: 'to' | 'period' | undefined
  readonly open: boolean
}

const Period = ({ language, typed, problem }: Props) => {
  const [t, words] = [sharingTexts[language], affectedTexts[language]]
  const value = (name: string) => typedOnce(typed, name)
  return (
    <Stack>
      <Text small quiet>
        {t.computeText}
      </Text>
      <FieldRow
        id="shared-from"
        legend={`${t.compute}: ${words.from.toLowerCase()}`}
        error={problem === 'period' ? t.problems.period : undefined}
      >
        <DateField id="shared-from-day" name="fromDay" label={words.from} value={value('fromDay')} mayBeEmpty />
        <TimeField id="shared-from-time" name="fromTime" label={words.time} value={value('fromTime')} mayBeEmpty />
      </FieldRow>
      <FieldRow id="shared-until" legend={`${t.compute}: ${words.until.toLowerCase()}`}>
        <DateField id="shared-until-day" name="untilDay" label={words.until} value={value('untilDay')} mayBeEmpty />
        <TimeField id="shared-until-time" name="untilTime" label={words.time} value={value('untilTime')} mayBeEmpty />
      </FieldRow>
    </Stack>
  )
}

const Telling = (props: Props) => {
  const { language, id, others, supplier, typed, problem, open } = props
  const t = sharingTexts[language]
  const [first] = others
  if (!first) return null
  if (!supplier)
    return (
      <Form action={urls.passIncident({ id })} hidden={{ to: first.id }}>
        <Text>{t.toSupplierText}</Text>
        <Button look="line" icon="send">
          {t.toSupplier(first.name)}
        </Button>
      </Form>
    )
  return (
    <Details title={t.tellSchools} icon="send" open={open}>
      <Form action={urls.passIncident({ id })}>
        <Text>{t.tellText}</Text>
        <Choice
          name="to"
          legend={t.whom}
          several
          columns={2}
          chosen={[typed.to ?? []].flat()}
          error={problem === 'to' ? t.problems.to : undefined}
          options={others.map((one) => ({ value: one.id, label: one.name }))}
        />
        <Period {...props} />
        <Button>{t.tell}</Button>
      </Form>
    </Details>
  )
}

/** With whom an incident is shared, what came of it there, and telling others. */
export const Sharing = (props: Props & { readonly running: boolean }) => {
  const { language, links, others, running } = props
  const t = sharingTexts[language]
  if (links.length === 0 && (others.length === 0 || !running)) return null
  return (
    <Section heading={t.title}>
      {links.length > 0 && (
        <List label={t.title} roomy>
          {links.map(({ id, name, came, at, found }) => {
            const when = dayLong(language, at)
            const how = came ? t.came(when) : t.told(when)
            return (
              <Row
                key={id}
                title={name}
                icon="building-2"
                text={`${how}, ${found === null ? t.notYet : t.found(found)}`}
              />
            )
          })}
        </List>
      )}
      {running && <Telling {...props} />}
    </Section>
  )
}
