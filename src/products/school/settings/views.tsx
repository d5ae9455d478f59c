import { type Setting, type SettingSection, settingSections } from '#shared/access/setting.ts'
import type { Language } from '#shared/language/index.ts'
import { List, PageHead, Row, Section } from '#shared/ui/index.ts'
import type { SettingsTexts } from './texts.ts'

type Line = Setting & { readonly stands: string | null }

/** Everything this person may set up, under its headings: what it is, and how it stands now. */
export const SettingsHome = ({
  t,
  language,
  settings,
}: {
  t: SettingsTexts
  language: Language
  settings: readonly Line[]
}) => {
  const lines = (section: SettingSection) => settings.filter((one) => one.section === section)
  return (
    <>
      <PageHead title={t.settings} text={t.text} />
      {settingSections
        .filter((section) => lines(section).length > 0)
        .map((section) => (
          <Section key={section} heading={t.sections[section]}>
            <List label={t.sections[section]} roomy>
              {lines(section).map(({ address, word, text, icon, stands }) => (
                <Row key={address} icon={icon} title={word[language]} text={stands ?? text[language]} to={address} />
              ))}
            </List>
          </Section>
        ))}
    </>
  )
}
