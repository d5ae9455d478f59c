import { dayLong, type Language } from '#shared/language/index.ts'
import { Button, Form, Notice, Stack } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Person } from '../people/person.ts'
import type { LeavingTexts } from './texts.ts'

type Props = { t: LeavingTexts; language: Language; person: Person; mayChange: boolean }

/** That somebody is leaving, with the way to undo it until that day; or that they left, with the way back. */
export const LeavingNotice = ({ t, language, person, mayChange }: Props) => {
  if (!person.lastDay) return null
  const day = dayLong(language, person.lastDay, { year: true })
  return (
    <Stack>
      <Notice kind="waiting" still>
        {person.left ? t.left(day) : t.leaving(day)}
      </Notice>
      {mayChange && !person.left && (
        <Form action={urls.stay({ id: person.id })}>
          <Button look="line" icon="undo-2" label={`${t.undo}: ${person.givenName}`}>
            {t.undo}
          </Button>
        </Form>
      )}
    </Stack>
  )
}
