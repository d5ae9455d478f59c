import { dayLong, type Language } from '#shared/language/index.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Empty,
  Form,
  PageHead,
  Section,
  Stack,
  Table,
  Tag,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { deeds, type Phase, phaseOf } from './phases.ts'
import type { Contract } from './queries.ts'
import type { ContractTexts } from './texts.ts'

type Props = { readonly t: ContractTexts; readonly language: Language; readonly today: string }

const look = (phase: Phase) => (phase === 'running' ? 'here' : phase === 'destroyed' ? 'plain' : 'late')

const sentence = (contract: Contract, phase: Phase, { t, language }: Props): string => {
  const day = (one: string) => dayLong(language, one, { year: true })
  const { endsOn, destroyedFrom, heldFor, certificate } = contract
  if (certificate) return t.destroyed(day(certificate.destroyedAt.slice(0, 10)), certificate.rows, certificate.keys)
  if (!endsOn || !destroyedFrom) return t.since(day(contract.beganOn))
  const what = phase === 'noticed' ? t.ends(day(endsOn), day(destroyedFrom)) : t.ended(day(endsOn), day(destroyedFrom))
  return heldFor ? `${what} ${t.held(t.reasons[heldFor])}` : what
}

/** What an organisation takes, product by product, with what can still be undone. */
export const Contracts = ({ contracts, ...props }: Props & { contracts: readonly Contract[] }) => {
  const { t, today } = props
  return (
    <>
      <PageHead title={t.title} text={t.text} />
      {contracts.length === 0 && <Empty title={t.none}>{t.noneText}</Empty>}
      {contracts.map((contract) => {
        const { product } = contract
        const phase = phaseOf(contract, today)
        const undoable = contract.endsOn !== null && (deeds.withdraw as readonly Phase[]).includes(phase)
        return (
          <Section key={product} heading={t.products[product]}>
            <Stack>
              <Text>
                <Tag kind={look(phase)}>{t.phases[phase]}</Tag> {sentence(contract, phase, props)}
              </Text>
              {undoable && (
                <Form action={urls.withdrawNotice({ product })}>
                  <Button look="line">{t.withdraw(t.products[product])}</Button>
                </Form>
              )}
              {contract.certificate && (
                <Actions>
                  <ButtonLink look="line" icon="download" to={urls.contractCertificate({ product })} plain>
                    {t.certificate}
                  </ButtonLink>
                </Actions>
              )}
            </Stack>
          </Section>
        )
      })}
    </>
  )
}

/** The contracts of every customer, for the supplier: organisations and dates, no people. */
export const AllContracts = ({
  contracts,
  names,
  t,
  language,
  today,
}: Props & { contracts: readonly Contract[]; names: ReadonlyMap<string, string> }) => (
  <>
    <PageHead title={t.all} text={t.allText} />
    <Table
      caption={t.all}
      columns={[t.columns.customer, t.columns.product, t.columns.phase, t.columns.ends, t.columns.gone].map(
        (heading) => ({ heading }),
      )}
      rows={contracts.map((contract) => ({
        key: `${contract.customer} ${contract.product}`,
        cells: [
          names.get(contract.customer) ?? '',
          t.products[contract.product],
          <Tag key="phase" kind={look(phaseOf(contract, today))}>
            {t.phases[phaseOf(contract, today)]}
          </Tag>,
          contract.endsOn ? dayLong(language, contract.endsOn, { year: true }) : '',
          contract.destroyedFrom ? dayLong(language, contract.destroyedFrom, { year: true }) : '',
        ],
      }))}
    />
  </>
)
