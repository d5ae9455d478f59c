import type { Typed } from '#shared/access/form.ts'
import { type Language, languages } from '#shared/language/index.ts'
import {
  Actions,
  Button,
  type Child,
  Choice,
  ColourPreview,
  ColourRefusals,
  ContrastTable,
  contrastsOf,
  Field,
  FileField,
  Form,
  FormErrors,
  Heading,
  LogoGrounds,
  type LogoProps,
  Mark,
  Notice,
  Section,
  Stack,
  Strong,
  Swatches,
  Text,
  type Theme,
  themeName,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { oneOf, problemIn } from '../../typed.ts'
import { SettingPage } from '../page-view.tsx'
import { schoolMarks } from './look.ts'
import type { LookTexts } from './texts.ts'

const NAMES: readonly (readonly [hue: number, chroma: number])[] = [
  [80, 0.09],
  [105, 0.08],
  [125, 0.1],
  [145, 0.1],
  [170, 0.08],
  [200, 0.08],
  [238, 0.095],
  [262, 0.12],
  [295, 0.11],
  [325, 0.11],
  [0, 0.11],
  [65, 0.02],
]

/** Colours to take with one press, in the order of their words. None is refused. */
export const swatchThemes: readonly Theme[] = NAMES.map(([hue, chroma]) => ({ hue, chroma }))

export type LookProps = {
  t: LookTexts
  pageLanguage: Language
  typed: Typed
  problems: Readonly<Record<string, string>>
  /** The colour that is shown: what was typed when that may be, else what counts now. */
  shown: Theme
  /** Up to which change this form has seen. */
  seen: number
  /** A colour was only looked at. */
  looking: boolean
  logo: LogoProps | null
  logoProblem: string | undefined
  above: Child
  changes: Child
}

/** Name, mark and colours of a school, with what the colour looks like and how well it reads. */
export const Look = ({
  t,
  pageLanguage,
  typed,
  problems,
  shown,
  seen,
  looking,
  logo,
  logoProblem,
  above,
  changes,
}: LookProps) => {
  const problem = problemIn(t.problems, problems)
  return (
    <SettingPage language={pageLanguage} title={t.title} above={above}>
      {looking && <Notice kind="waiting">{t.seeing}</Notice>}
      <Form action={urls.look()} hidden={{ seen: String(seen) }} behaviour="colour">
        {Object.keys(problems).length > 0 && <FormErrors />}
        <Field name="name" label={t.name} value={oneOf(typed, 'name')} error={problem('name')} maxLength={120} />
        <Choice
          name="mark"
          legend={t.mark}
          columns={2}
          chosen={oneOf(typed, 'mark')}
          options={schoolMarks.map((value) => ({ value, label: t.marks[value] }))}
          error={problem('mark')}
        />
        <Stack>
          <Heading level={2}>{t.colour}</Heading>
          <Text quiet>{t.colourText}</Text>
          <Swatches
            label={t.swatches}
            swatches={swatchThemes.map((theme, index) => ({ theme, word: t.swatch[index]! }))}
            chosen={themeName(shown)}
          />
        </Stack>
        <Preview t={t} typed={typed} shown={shown} />
        <Field
          name="hue"
          inputMode="numeric"
          short
          label={t.hue}
          hint={t.hueHint}
          value={oneOf(typed, 'hue')}
          error={problem('hue')}
          autoComplete="off"
        />
        <Field
          name="chroma"
          inputMode="decimal"
          short
          label={t.chroma}
          hint={t.chromaHint}
          value={oneOf(typed, 'chroma')}
          error={problem('chroma')}
          autoComplete="off"
        />
        <Choice
          name="language"
          legend={t.language}
          columns={2}
          chosen={oneOf(typed, 'language')}
          options={languages.map((value) => ({ value, label: t.languages[value] }))}
          error={problem('language')}
        />
        <Actions>
          <Button>{t.save}</Button>
          <Button look="line" name="see" value="yes">
            {t.see}
          </Button>
        </Actions>
      </Form>
      <LogoPart t={t} logo={logo} problem={logoProblem} />
      {changes}
    </SettingPage>
  )
}

const Preview = ({ t, typed, shown }: { t: LookTexts; typed: Typed; shown: Theme }) => (
  <Stack>
    <Strong>{t.preview}</Strong>
    <ColourPreview theme={shown} words={{ button: t.previewButton, chosen: t.previewChosen, tag: t.previewTag }}>
      <Mark name={schoolMarks.find((mark) => mark === oneOf(typed, 'mark')) ?? 'square'} />
      <Strong>{oneOf(typed, 'name')}</Strong>
    </ColourPreview>
    <ColourRefusals
      reasons={{
        'looks-like-alert': t.problems['looks-like-alert'],
        'not-a-hue': t.problems['not-a-hue'],
        'not-a-chroma': t.problems['not-a-chroma'],
      }}
    />
    <ContrastTable caption={t.contrast} contrasts={contrastsOf(shown)} words={t.contrasts} number={t.number} />
  </Stack>
)

const LogoPart = ({ t, logo, problem }: { t: LookTexts; logo: LogoProps | null; problem: string | undefined }) => (
  <Section heading={t.logo}>
    <Stack gap="loose">
      <Text quiet>{t.logoText}</Text>
      {logo && <LogoGrounds logo={logo} words={t.grounds} />}
      {logo && (logo.light !== 'none' || logo.dark !== 'none') && <Text quiet>{t.plate}</Text>}
      <Form action={urls.newLogo()} multipart>
        <FileField
          name="logo"
          label={t.file}
          hint={t.fileHint}
          accept="image/png,image/jpeg,image/webp"
          error={problem}
        />
        <Button look="tinted" icon="upload">
          {t.upload}
        </Button>
      </Form>
      {logo && (
        <Form action={urls.removeLogo()}>
          <Button look="line" icon="trash-2">
            {t.removeLogo}
          </Button>
        </Form>
      )}
    </Stack>
  </Section>
)
