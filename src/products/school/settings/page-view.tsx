import { type Language, pick } from '#shared/language/index.ts'
import { BackLink, type Child, PageHead } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { settingsTexts } from './texts.ts'

/** The frame of a page of settings: the way back to the home, and what just happened above everything. */
export const SettingPage = ({
  language,
  title,
  text,
  above,
  children,
}: {
  language: Language
  title: string
  text?: string
  above?: Child
  children: Child
}) => (
  <>
    <BackLink to={urls.settings()}>{pick(language, settingsTexts).settings}</BackLink>
    <PageHead title={title} text={text} />
    {above}
    {children}
  </>
)
