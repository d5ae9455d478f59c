import type { Language } from '#shared/language/index.ts'
import { ButtonLink, List, PageHead, Row, Section, Stack, Tag, type TagKind, Text } from '#shared/ui/index.ts'
import type { DeskPart, Standing } from './part.ts'
import type { DeskTexts } from './texts.ts'

const tags: Readonly<Record<Standing['state'], TagKind>> = { act: 'alert', waits: 'late', fine: 'here' }

export type Standings = readonly (Pick<DeskPart, 'title' | 'address'> & { readonly stands: Standing })[]

/** The officer's first page: each part with how it stands, what needs doing first. */
export const Desk = ({ t, language, parts }: { t: DeskTexts; language: Language; parts: Standings }) => (
  <>
    <PageHead title={t.title} text={t.text} />
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
          <ButtonLink to={address} look="text">
            {t.more}
          </ButtonLink>
        </Stack>
      </Section>
    ))}
  </>
)
