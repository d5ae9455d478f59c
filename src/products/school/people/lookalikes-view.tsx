import { dayLong, type Language, listOf } from '#shared/language/index.ts'
import { Button, Check, FormErrors, List, Row, Stack, Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { PupilTexts } from '../pupils/texts.ts'
import type { Lookalike } from './lookalikes.ts'

type Props = {
  t: PupilTexts['looks']
  language: Language
  found: readonly Lookalike[]
  /** What was typed as a given name. */
  name: string
  /** The field that takes the known person instead; without it a row leads to that person. */
  field?: string
}

const inWords = (t: PupilTexts['looks'], language: Language, field: string | undefined, one: Lookalike): string =>
  [
    ...(one.with.length > 0
      ? [field === undefined ? one.with.join(', ') : t.parentOf(listOf(language, one.with))]
      : []),
    ...(one.birthDate ? [t.born(dayLong(language, one.birthDate, { year: true }))] : []),
    ...(one.left ? [t.left] : []),
  ].join(', ')

/** Asks whether somebody new is one of these; stands inside the form, above its fields, and keeps what was typed. */
export const LooksLike = ({ t, language, found, name, field }: Props) => {
  if (found.length === 0) return null
  const certain = found.some((one) => one.certain)
  return (
    <Stack gap="loose">
      <FormErrors>{t.title}</FormErrors>
      <Text>{certain ? t.certain : field === undefined ? `${t.text} ${t.twins}` : t.text}</Text>
      <List label={t.title}>
        {found.map((one) => (
          <Row
            key={one.id}
            title={one.name}
            person={one}
            text={inWords(t, language, field, one)}
            {...(field === undefined
              ? { to: one.left ? urls.returning({ id: one.id }) : urls.person({ id: one.id }) }
              : {
                  end: (
                    <Button name={field} value={one.id} look="tinted">
                      {t.is(one.name)}
                    </Button>
                  ),
                })}
          />
        ))}
      </List>
      {!certain && <Check name="other" label={t.other(name || t.newOne)} />}
    </Stack>
  )
}
