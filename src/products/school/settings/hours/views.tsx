import type { Typed } from '#shared/access/form.ts'
import { capital, type Language } from '#shared/language/index.ts'
import { Button, Check, type Child, FieldRow, Form, FormErrors, Notice, Text, TimeField } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { oneOf, problemIn } from '../../typed.ts'
import { SettingPage } from '../page-view.tsx'
import { weekdays } from './hours.ts'
import type { HoursTexts } from './texts.ts'

export type HoursProps = {
  t: HoursTexts
  pageLanguage: Language
  typed: Typed
  problems: Readonly<Record<string, string>>
  seen: number
  above: Child
  changes: Child
}

/** The school's week, a line per weekday, and when calling begins. */
export const HoursView = ({ t, pageLanguage, typed, problems, seen, above, changes }: HoursProps) => {
  const problem = problemIn(t.problems, problems)
  return (
    <SettingPage language={pageLanguage} title={t.title} text={t.intro} above={above}>
      <Form action={urls.hours()} hidden={{ seen: String(seen) }}>
        {Object.keys(problems).length > 0 && <FormErrors />}
        {problem('week') && <Notice kind="alert">{problem('week')!}</Notice>}
        <Text quiet>{t.hint}</Text>
        {weekdays.map((day) => (
          <FieldRow key={String(day)} id={`day${day}`} legend={capital(t.weekdays[day])} error={problem(`day${day}`)}>
            <Check name={`open${day}`} label={t.open} checked={oneOf(typed, `open${day}`) === 'yes'} />
            {(['starts', 'noon', 'resumes', 'ends'] as const).map((name) => (
              <TimeField key={name} name={name + day} label={t[name]} value={oneOf(typed, name + day)} mayBeEmpty />
            ))}
          </FieldRow>
        ))}
        <TimeField
          name="cutOff"
          label={t.cutOff}
          hint={t.cutOffHint}
          value={oneOf(typed, 'cutOff')}
          error={problem('cutOff')}
        />
        <Button>{t.save}</Button>
      </Form>
      {changes}
    </SettingPage>
  )
}
