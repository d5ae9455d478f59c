import { clock, dayLong, type Language } from '#shared/language/index.ts'
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  Code,
  DateField,
  Empty,
  Facts,
  Form,
  PageHead,
  PrintButton,
  Section,
  Select,
  Table,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Reader } from './proof.ts'
import type { Found, Version } from './reading.ts'
import type { MustReadTexts } from './texts.ts'

type ProofProps = {
  readonly t: MustReadTexts
  readonly language: Language
  readonly found: Found
  readonly version: Version
  readonly day: string
  readonly readers: readonly Reader[]
}

/** Who had read a version at the end of a day: to be shown, kept and printed. */
export const MustReadProof = ({ t, language, found, version, day, readers }: ProofProps) => {
  const moment = (at: Date) => `${dayLong(language, at)}, ${clock(language, at)}`
  const read = readers.filter(({ confirmedAt }) => confirmedAt).length
  const columns = [
    { heading: t.proofColumns.name },
    { heading: t.proofColumns.asked },
    { heading: t.proofColumns.read },
  ]
  const chosen = { version: String(version.number), day }
  return (
    <>
      <BackLink to={urls.mustRead({ id: found.id })}>{found.versions[0]!.title}</BackLink>
      <PageHead title={t.proof} text={t.proofText} />
      <Form action={urls.mustReadProof({ id: found.id })} method="get" filter>
        <Select
          name="version"
          label={t.proofVersion}
          value={chosen.version}
          options={found.versions.map(({ number, publishedAt }) => ({
            value: String(number),
            label: `${t.version(number)}, ${dayLong(language, publishedAt)}`,
          }))}
        />
        <DateField name="day" label={t.proofDay} value={day} />
        <Button look="tinted">{t.proofShow}</Button>
      </Form>
      <Section heading={`${t.version(version.number)}, ${dayLong(language, day)}`}>
        {readers.length === 0 ? (
          <Empty title={t.proofNobody} />
        ) : (
          <>
            <Text>{t.sum(read, readers.length)}</Text>
            <Table
              caption={t.progress}
              columns={columns}
              rows={readers.map((one) => ({
                key: one.id,
                cells: [
                  one.left ? t.proofLeft(one.name) : one.name,
                  moment(one.askedAt),
                  one.confirmedAt ? moment(one.confirmedAt) : t.proofNot,
                ],
              }))}
            />
          </>
        )}
        <Actions>
          <ButtonLink to={urls.mustReadProofFile({ id: found.id }, chosen)} look="line" icon="download" plain>
            {t.proofCsv}
          </ButtonLink>
          <PrintButton />
        </Actions>
        <Facts facts={[{ term: t.proofHash, text: <Code>{version.hash}</Code> }]} />
        <Text small quiet>
          {t.proofLog}
        </Text>
      </Section>
    </>
  )
}
