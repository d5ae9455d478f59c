import { type Language, number } from '#shared/language/index.ts'
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  Check,
  Choice,
  Dependent,
  Details,
  Empty,
  Field,
  Form,
  FormErrors,
  Heading,
  List,
  Notice,
  PageHead,
  Row,
  Section,
  Select,
  Stack,
  Tag,
  Text,
  TextArea,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { type FormField, fieldTypes } from '../fields.ts'
import { formKinds } from '../kinds.ts'
import type { FormDraft, SiteForm } from '../queries.ts'
import { templates } from './templates.ts'
import type { BuildingTexts } from './texts.ts'
import { type BuildingProblems, named } from './typed.ts'

type Props = { t: BuildingTexts; language: Language }

/** All forms of the site with whether visitors can use them. */
export const FormList = ({ t, forms }: Pick<Props, 't'> & { forms: readonly SiteForm[] }) => (
  <>
    <PageHead
      title={t.title}
      text={t.text}
      end={
        <ButtonLink to={urls.newSiteForm()} icon="plus">
          {t.new}
        </ButtonLink>
      }
    />
    {forms.length === 0 ? (
      <Empty title={t.none}>{t.newText}</Empty>
    ) : (
      <List label={t.title}>
        {forms.map(({ id, title, slug, state }) => (
          <Row
            key={id}
            title={title}
            text={urls.siteForm({ slug })}
            icon="file-text"
            to={urls.editSiteForm({ id })}
            end={<Tag kind={state === 'open' ? 'here' : 'plain'}>{t.states[state]}</Tag>}
          />
        ))}
      </List>
    )}
  </>
)

/** What a new form begins as: one press each. */
export const ChooseTemplate = ({ t }: Pick<Props, 't'>) => (
  <>
    <Text>{t.newText}</Text>
    <Form action={urls.newSiteForm()}>
      <List label={t.new}>
        {templates.map((name) => (
          <Row
            key={name}
            title={t.templates[name][0]!}
            text={t.templates[name][1]!}
            icon="file-text"
            end={
              <Button name="template" value={name} look="tinted" label={`${t.new}: ${t.templates[name][0]}`}>
                {t.new}
              </Button>
            }
          />
        ))}
      </List>
    </Form>
  </>
)

type FieldProps = Props & { field: FormField; at: number; of: number; problems: BuildingProblems }

const problemIn = (t: BuildingTexts, problems: BuildingProblems, name: string) =>
  problems[name] && t.problems[problems[name] as keyof BuildingTexts['problems']]

const OneField = ({ t, language, field, at, of, problems }: FieldProps) => {
  const { id, label, type, help, options, required } = field
  const names = named(id)
  const asked = label || t.field(number(language, at + 1))
  return (
    <Stack gap="loose">
      <input type="hidden" name="field" value={id} />
      <Heading level={3}>{t.field(number(language, at + 1))}</Heading>
      <Field
        name={names.label}
        label={t.label}
        value={label}
        maxLength={200}
        error={problemIn(t, problems, names.label)}
      />
      <Select
        name={names.type}
        label={t.type}
        options={fieldTypes.map((value) => ({ value, label: t.types[value] }))}
        value={type}
      />
      <Dependent when={`${names.type}=choice|several`}>
        <TextArea
          name={names.options}
          label={t.options}
          hint={t.optionsHint}
          rows={2}
          optional
          value={options.join('\n')}
          error={problemIn(t, problems, names.options)}
        />
      </Dependent>
      <Field
        name={names.help}
        label={t.help}
        optional
        value={help}
        maxLength={300}
        error={problemIn(t, problems, names.help)}
      />
      <Check name={names.required} label={t.required} checked={required} />
      <Actions>
        {at > 0 && (
          <Button name="deed" value={`up:${id}`} look="line" label={t.moveUp(asked)}>
            {t.up}
          </Button>
        )}
        {at < of - 1 && (
          <Button name="deed" value={`down:${id}`} look="line" label={t.moveDown(asked)}>
            {t.down}
          </Button>
        )}
        <Button name="deed" value={`remove:${id}`} look="line" icon="trash-2" label={t.takeOut(asked)}>
          {t.removeField}
        </Button>
      </Actions>
    </Stack>
  )
}

const MONTHS = [1, 3, 6, 12, 24] as const

type EditProps = Props & {
  id: string
  version: number
  state: SiteForm['state']
  form: FormDraft & { readonly readers: readonly string[] }
  team: readonly { readonly id: string; readonly name: string }[]
  problems: BuildingProblems
  said: 'saved' | 'opened' | null
}

const Settings = ({ t, language, form, team, problems }: EditProps) => (
  <>
    <Field name="title" label={t.name} value={form.title} maxLength={120} error={problemIn(t, problems, 'title')} />
    <Field
      name="slug"
      label={t.slug}
      hint={t.slugHint}
      value={form.slug}
      maxLength={60}
      error={problemIn(t, problems, 'slug')}
    />
    <Choice
      name="kind"
      legend={t.kind}
      hint={t.kindHint}
      columns={2}
      options={formKinds.map((value) => ({ value, label: t.kinds[value] }))}
      chosen={form.kind}
    />
    <Choice
      name="sender"
      legend={t.sender}
      columns={2}
      options={(['required', 'optional'] as const).map((value) => ({ value, label: t.senders[value] }))}
      chosen={form.sender}
    />
    <TextArea
      name="intro"
      label={t.intro}
      optional
      value={form.intro}
      maxLength={2000}
      error={problemIn(t, problems, 'intro')}
    />
    <TextArea
      name="thanks"
      label={t.thanks}
      optional
      value={form.thanks}
      maxLength={1000}
      error={problemIn(t, problems, 'thanks')}
    />
    <Select
      name="keep"
      label={t.keep}
      hint={t.keepHint}
      value={String(form.keepMonths ?? 'general')}
      options={[
        ...MONTHS.map((months) => ({
          value: String(months),
          label: months === 1 ? t.keeps.one : t.keeps.months(number(language, months)),
        })),
        { value: 'general', label: t.keeps.general },
      ]}
    />
    <Details title={t.readers} icon="eye" open={form.readers.length > 0}>
      <Choice
        name="reader"
        legend={t.readers}
        hint={`${t.readersHint} ${t.readersAlso}`}
        several
        columns={2}
        optional
        options={team.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={form.readers}
      />
    </Details>
  </>
)

/** A form as it is built: its settings, its questions, and whether visitors can use it. */
export const EditForm = (props: EditProps) => {
  const { t, id, version, state, form, problems, said } = props
  return (
    <>
      <BackLink to={urls.siteForms()}>{t.back}</BackLink>
      <PageHead title={form.title || t.new} text={t.states[state]} />
      {said && <Notice kind="received">{t[said]}</Notice>}
      <Form action={urls.siteFormState({ id })}>
        <Actions>
          {state === 'open' ? (
            <Button name="state" value="closed" look="line">
              {t.closeIt}
            </Button>
          ) : (
            <Button name="state" value="open" look="tinted">
              {t.openIt}
            </Button>
          )}
          {state === 'open' && (
            <ButtonLink to={urls.siteForm({ slug: form.slug })} look="line" icon="eye">
              {t.see}
            </ButtonLink>
          )}
        </Actions>
      </Form>
      {/* Building a form answers with the form, which Turbo would not show. */}
      <Form action={urls.editSiteForm({ id })} hidden={{ version: String(version) }} behaviour="depend" plain>
        {Object.keys(problems).length > 0 && <FormErrors>{problemIn(t, problems, 'form')}</FormErrors>}
        <Settings {...props} />
        <Section heading={t.fields}>
          <Text quiet>{t.fieldsText}</Text>
          <Stack gap="loose">
            {form.fields.map((field, at) => (
              <OneField key={field.id} {...props} field={field} at={at} of={form.fields.length} />
            ))}
          </Stack>
          <Actions>
            <Button name="deed" value="add" look="line" icon="plus">
              {t.add}
            </Button>
          </Actions>
        </Section>
        <Button name="deed" value="save">
          {t.save}
        </Button>
      </Form>
      <Form action={urls.dropSiteForm({ id })}>
        <Button look="alert-line" icon="trash-2">
          {t.remove}
        </Button>
      </Form>
    </>
  )
}
