import { randomUUID } from 'node:crypto'
import type { Typed } from '#shared/access/form.ts'
import { type FieldType, type FormField, fieldTypes, inputName } from '../fields.ts'
import { type FormKind, formKinds } from '../kinds.ts'
import type { FormDraft } from '../queries.ts'

const MOST_FIELDS = 20
const MOST_OPTIONS = 30
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/

export type BuildingProblems = Readonly<Record<string, string>>

const text = (typed: Typed, name: string): string => {
  const value = typed[name]
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim()
}
const all = (typed: Typed, name: string): readonly string[] => [typed[name] ?? []].flat()

/** The names under which one field of a form is posted. */
export const named = (id: string) => ({
  label: `${inputName({ id })}-label`,
  type: `${inputName({ id })}-type`,
  help: `${inputName({ id })}-help`,
  options: `${inputName({ id })}-options`,
  required: `${inputName({ id })}-required`,
})

const fieldOf = (typed: Typed, id: string): FormField => {
  const names = named(id)
  const type = text(typed, names.type)
  return {
    id,
    type: fieldTypes.includes(type as FieldType) ? (type as FieldType) : 'text',
    label: text(typed, names.label),
    help: text(typed, names.help),
    required: text(typed, names.required) === 'yes',
    options: [
      ...new Set(
        text(typed, names.options)
          .split('\n')
          .map((one) => one.trim())
          .filter(Boolean),
      ),
    ],
  }
}

/** The form as it stands in the boxes, whatever is wrong with it. */
export const typedForm = (typed: Typed): FormDraft & { readonly readers: readonly string[] } => {
  const months = Number(text(typed, 'keep'))
  const kind = text(typed, 'kind')
  return {
    slug: text(typed, 'slug').toLowerCase(),
    kind: formKinds.includes(kind as FormKind) ? (kind as FormKind) : 'other',
    sender: text(typed, 'sender') === 'optional' ? 'optional' : 'required',
    title: text(typed, 'title'),
    intro: text(typed, 'intro'),
    thanks: text(typed, 'thanks'),
    keepMonths: Number.isInteger(months) && months >= 1 && months <= 36 ? months : null,
    fields: all(typed, 'field')
      .filter((id) => /^[a-z0-9-]{1,40}$/.test(id))
      .map((id) => fieldOf(typed, id)),
    readers: all(typed, 'reader'),
  }
}

/** One step in building: another field, or one that moves or goes. Nothing is stored by it. */
export const afterDeed = (fields: readonly FormField[], deed: string): readonly FormField[] => {
  const [what, id] = deed.split(':')
  if (what === 'add') {
    const added: FormField = {
      id: randomUUID().slice(0, 8),
      type: 'text',
      label: '',
      help: '',
      required: false,
      options: [],
    }
    return fields.length < MOST_FIELDS ? [...fields, added] : fields
  }
  const at = fields.findIndex((field) => field.id === id)
  if (at < 0) return fields
  if (what === 'remove') return fields.toSpliced(at, 1)
  const to = what === 'up' ? at - 1 : at + 1
  return to < 0 || to >= fields.length ? fields : fields.toSpliced(at, 1).toSpliced(to, 0, fields[at]!)
}

/** What is wrong with a form, by the name of its box; nothing when it can be stored. */
export const problemsOf = (form: FormDraft): BuildingProblems => {
  const problems: Record<string, string> = {}
  if (form.title.length < 1 || form.title.length > 120) problems.title = 'title'
  if (!SLUG.test(form.slug) || form.slug.length > 60) problems.slug = 'slug'
  if (form.intro.length > 2000) problems.intro = 'long'
  if (form.thanks.length > 1000) problems.thanks = 'long'
  if (form.fields.length > MOST_FIELDS) problems.form = 'many'
  for (const { id, label, type, help, options } of form.fields) {
    const names = named(id)
    if (label.length < 1 || label.length > 200) problems[names.label] = 'label'
    if (help.length > 300) problems[names.help] = 'long'
    const chooses = type === 'choice' || type === 'several'
    if (chooses && (options.length < 2 || options.length > MOST_OPTIONS || options.some((one) => one.length > 120)))
      problems[names.options] = 'options'
  }
  return problems
}
