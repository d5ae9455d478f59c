import { clock, dayLong, type Language } from '#shared/language/index.ts'
import {
  BackLink,
  Button,
  CopyLink,
  Empty,
  Facts,
  Field,
  Form,
  List,
  PageHead,
  Row,
  Section,
  Stack,
  Tag,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Delivery, Supplier } from './suppliers.ts'
import type { UwlrTexts } from './texts.ts'

type Props = { readonly t: UwlrTexts; readonly language: Language }

const cameInWords = (t: UwlrTexts, { refusal, ...delivered }: Delivery): string => {
  if (refusal) return t.refused(refusal.line, t.why[refusal.why](refusal.detail))
  const came = t.came(delivered.added, delivered.changed, delivered.same)
  return delivered.unknown > 0 ? `${came}. ${t.unknown(delivered.unknown)}` : came
}

export const Suppliers = ({
  t,
  language,
  list,
  last,
  address,
  typed,
  problem,
}: Props & {
  list: readonly Supplier[]
  last: readonly Delivery[]
  address: string
  typed: string
  problem: boolean
}) => (
  <>
    <PageHead title={t.title} text={t.text} />
    <Facts facts={[{ term: t.address, text: address }]} />
    {list.length === 0 ? (
      <Empty title={t.none}>{t.noneText}</Empty>
    ) : (
      <List label={t.title} roomy>
        {list.map(({ id, name, madeAt, withdrawn }) => (
          <Row
            key={id}
            title={name}
            text={
              <>
                <Tag kind={withdrawn ? 'plain' : 'here'}>{withdrawn ? t.withdrawn : t.works}</Tag>{' '}
                {dayLong(language, madeAt)}
              </>
            }
            end={
              withdrawn ? undefined : (
                <Form action={urls.uwlrWithdraw({ id })}>
                  <Button look="line" label={t.withdrawKey(name)}>
                    {t.withdraw}
                  </Button>
                </Form>
              )
            }
          />
        ))}
      </List>
    )}
    <Section heading={t.add}>
      <Form action={urls.uwlrSupplier()}>
        <Field name="name" label={t.name} hint={t.nameHint} value={typed} error={problem ? t.nameProblem : undefined} />
        <Button>{t.add}</Button>
      </Form>
    </Section>
    <Section heading={t.deliveries}>
      {last.length === 0 ? (
        <Text quiet>{t.noDeliveries}</Text>
      ) : (
        <List label={t.deliveries} roomy>
          {last.map((one) => (
            <Row
              key={one.id}
              title={`${dayLong(language, one.at)}, ${clock(language, one.at)}`}
              text={`${one.supplier}: ${cameInWords(t, one)}`}
              tone={one.refusal || one.unknown > 0 ? 'late' : 'quiet'}
            />
          ))}
        </List>
      )}
    </Section>
  </>
)

export const MadeKey = ({ t, name, value, address }: Props & { name: string; value: string; address: string }) => (
  <>
    <BackLink to={urls.uwlr()}>{t.back}</BackLink>
    <PageHead title={t.made(name)} text={t.madeText} />
    <Stack>
      <CopyLink address={value} label={t.keyWord} />
      <Facts facts={[{ term: t.address, text: address }]} />
    </Stack>
  </>
)
