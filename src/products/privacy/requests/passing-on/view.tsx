import { problemIn, typedOnce } from '#products/school/index.ts'
import type { Typed } from '#shared/access/form.ts'
import {
  Actions,
  Button,
  DateField,
  Field,
  Form,
  FormErrors,
  PageHead,
  Readers,
  Select,
  TextArea,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { PassingTexts } from './texts.ts'

type Props = {
  t: PassingTexts
  schools: readonly { readonly id: string; readonly name: string }[]
  today: string
  typed: Typed
  problems: Readonly<Record<string, string>>
}

/** What came in, to make the two letters of. */
export const PassOn = ({ t, schools, today, typed, problems }: Props) => {
  const problem = problemIn(t.problems, problems)
  const field = (name: string) => ({ name, value: typedOnce(typed, name) || undefined, error: problem(name) })
  return (
    <>
      <PageHead title={t.title} text={t.text} />
      <Form action={urls.passOn()} plain>
        {Object.keys(problems).length > 0 && <FormErrors>{problem('letter')}</FormErrors>}
        <Readers>{t.kept}</Readers>
        <Select
          {...field('school')}
          label={t.school}
          options={schools.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Field {...field('name')} label={t.name} maxLength={200} />
        <Field {...field('reach')} label={t.reach} hint={t.reachHint} maxLength={200} />
        <DateField {...field('day')} label={t.day} max={today} />
        <TextArea {...field('text')} label={t.words} rows={5} maxLength={2000} />
        <Actions even>
          <Button look="tinted" name="letter" value="school">
            {t.toSchool}
          </Button>
          <Button look="tinted" name="letter" value="person">
            {t.toPerson}
          </Button>
        </Actions>
      </Form>
    </>
  )
}
