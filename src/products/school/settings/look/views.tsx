import type { Typed } from '#shared/access/form.ts'
import { languages } from '#shared/language/index.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import {
  Button,
  Choice,
  Columns,
  Field,
  Form,
  FormErrors,
  Heading,
  Mark,
  type MarkName,
  Meta,
  Notice,
  PageHead,
  Section,
  Stack,
  Strong,
  Tag,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { oneOf, problemIn } from '../../typed.ts'
import type { LookTexts } from './texts.ts'

/** The marks a school may take; each has a scene. */
export const schoolMarks = ['lighthouse', 'mill', 'star', 'square'] as const satisfies readonly MarkName[]

export type LookProps = {
  t: LookTexts
  site: Site
  typed: Typed
  problems: Readonly<Record<string, string>>
  saved: boolean
}

/** Name, mark and colours of a school. */
export const Look = ({ t, site, typed, problems, saved }: LookProps) => {
  const problem = problemIn(t.problems, problems)
  return (
    <>
      <PageHead title={t.title} />
      {saved && <Notice kind="received">{t.saved}</Notice>}
      <Columns side={<Now t={t} site={site} />}>
        <Form action={urls.look()}>
          {Object.keys(problems).length > 0 && <FormErrors />}
          <Field name="name" label={t.name} value={oneOf(typed, 'name')} error={problem('name')} maxLength={120} />
          <Choice
            name="mark"
            legend={t.mark}
            columns={2}
            chosen={oneOf(typed, 'mark')}
            options={schoolMarks.map((value) => ({ value, label: t.marks[value] }))}
          />
          <Stack>
            <Heading level={2}>{t.colour}</Heading>
            <Text quiet>{t.colourText}</Text>
          </Stack>
          <Field
            name="hue"
            type="number"
            inputMode="numeric"
            short
            label={t.hue}
            hint={t.hueHint}
            value={oneOf(typed, 'hue')}
            error={problem('hue')}
          />
          <Field
            name="chroma"
            type="number"
            inputMode="decimal"
            short
            label={t.chroma}
            hint={t.chromaHint}
            value={oneOf(typed, 'chroma')}
            error={problem('chroma')}
          />
          <Choice
            name="language"
            legend={t.language}
            columns={2}
            chosen={oneOf(typed, 'language')}
            options={languages.map((value) => ({ value, label: t.languages[value] }))}
          />
          <Button>{t.save}</Button>
        </Form>
      </Columns>
    </>
  )
}

/** What everyone sees now. */
const Now = ({ t, site }: { t: LookTexts; site: Site }) => (
  <Section heading={t.now}>
    <Stack>
      <Meta>
        <Mark name={site.mark as MarkName} />
        <Strong>{site.name}</Strong>
      </Meta>
      <Meta>
        <Tag kind="accent">{t.colour}</Tag>
      </Meta>
    </Stack>
  </Section>
)
