import { type LetterLanguage, languageNames, letterLanguages } from '#products/school/index.ts'
import type { Language } from '#shared/language/index.ts'
import {
  BackLink,
  CopyText,
  Facts,
  Heading,
  List,
  Notice,
  PageHead,
  Row,
  Section,
  Stack,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { ReadyTexts } from './texts.ts'

type Props = {
  readonly t: ReadyTexts
  readonly language: Language
  readonly id: string
  readonly title: string
  readonly rehearsal: boolean
  readonly items: readonly { readonly heading: string; readonly text: string }[]
  readonly sections: readonly { readonly heading: string; readonly text: string }[]
}

/** What stands ready: the letter to the school, letters to people, and the parts of the authority's form. */
export const Ready = ({ t, language, id, title, rehearsal, items, sections }: Props) => {
  const letter = (name: 'school' | LetterLanguage, word: string) => (
    <Row key={name} title={word} icon="file-text" to={urls.incidentLetter({ id, letter: name })} plain />
  )
  return (
    <>
      <BackLink to={urls.incident({ id })}>{title}</BackLink>
      <PageHead title={t.title} text={t.text} />
      {rehearsal && (
        <Notice kind="waiting" icon="info" still>
          {t.rehearsal}
        </Notice>
      )}
      <Section heading={t.toSchool}>
        <Text>{t.toSchoolText}</Text>
        <Facts facts={items.map(({ heading, text }) => ({ term: heading, text }))} />
        <List label={t.toSchool}>{letter('school', t.pdf)}</List>
      </Section>
      <Section heading={t.toPeople}>
        <Text>{t.toPeopleText}</Text>
        <List label={t.toPeople} columns={2}>
          {letterLanguages.map((one) => letter(one, t.open(languageNames[one][language])))}
        </List>
      </Section>
      <Section heading={t.form}>
        <Stack gap="loose">
          <Text>{t.formText}</Text>
          {sections.map(({ heading, text }) => (
            <Stack key={heading}>
              <Heading level={3}>{heading}</Heading>
              <CopyText text={text} label={heading} />
            </Stack>
          ))}
        </Stack>
      </Section>
    </>
  )
}
