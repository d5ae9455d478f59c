import type { Language } from '#shared/language/index.ts'
import {
  Actions,
  BackLink,
  ButtonLink,
  Empty,
  List,
  PageHead,
  PrintButton,
  PrintFoot,
  Row,
  Section,
  Stack,
  Table,
  Tag,
  type TagKind,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { EvidenceOf } from './evidence-file.tsx'
import type { DeskPart, Evidence, Standing } from './part.ts'
import type { DeskTexts } from './texts.ts'

const tags: Readonly<Record<Standing['state'], TagKind>> = { act: 'alert', waits: 'late', fine: 'here' }

export type Standings = readonly (Pick<DeskPart, 'title' | 'address'> & { readonly stands: Standing })[]

/** The officer's first page: each part with how it stands, what needs doing first. */
export const Desk = ({ t, language, parts }: { t: DeskTexts; language: Language; parts: Standings }) => (
  <>
    <PageHead
      title={t.title}
      text={t.text}
      end={
        <ButtonLink to={urls.privacyEvidence()} look="line" icon="file-text">
          {t.evidence}
        </ButtonLink>
      }
    />
    {parts.map(({ title, address, stands: { state, says, lines = [] } }) => (
      <Section key={address} heading={title[language]}>
        <Stack>
          <Text>
            <Tag kind={tags[state]}>{t.states[state]}</Tag> {says}
          </Text>
          {lines.length > 0 && (
            <List label={title[language]}>
              {lines.map((line) => (
                <Row key={line.title} {...line} />
              ))}
            </List>
          )}
          <ButtonLink to={address} look="text" label={`${t.more}: ${title[language]}`}>
            {t.more}
          </ButtonLink>
        </Stack>
      </Section>
    ))}
  </>
)

export type Proved = readonly (Pick<DeskPart, 'title' | 'norms'> & Evidence)[]

/** What is proved by what, part by part, for a board's yearly review: to print or keep. */
export const EvidencePage = ({ t, language, name, day, parts }: EvidenceOf & { t: DeskTexts }) => (
  <>
    <BackLink to={urls.privacyDesk()}>{t.place}</BackLink>
    <PageHead title={t.evidence} text={t.evidenceText(name, day)} end={<PrintButton />} />
    <Actions>
      <ButtonLink to={urls.privacyEvidenceFile()} look="line" icon="download" plain>
        {t.evidenceFile}
      </ButtonLink>
    </Actions>
    {parts.map(({ title, norms, columns, rows }) => (
      <Section key={title.en} heading={title[language]}>
        <Stack>
          <Text quiet>{t.norms(norms)}</Text>
          {rows.length === 0 ? (
            <Empty title={t.noRows} />
          ) : (
            <Table
              caption={title[language]}
              columns={columns.map((heading) => ({ heading }))}
              rows={rows.map((cells, index) => ({ key: String(index), cells }))}
            />
          )}
        </Stack>
      </Section>
    ))}
    <PrintFoot>{t.foot(day)}</PrintFoot>
  </>
)
