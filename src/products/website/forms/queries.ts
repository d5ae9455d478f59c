import { withRoleToday } from '#products/school/index.ts'
import type { Json } from '#shared/database/schema.generated.ts'
import type { Role } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { FormField } from './fields.ts'
import type { FormKind, FormState } from './kinds.ts'

/** A form as the school made it. */
export type SiteForm = {
  readonly id: string
  readonly slug: string
  readonly kind: FormKind
  readonly state: FormState
  readonly sender: 'required' | 'optional'
  readonly title: string
  readonly intro: string
  readonly thanks: string
  readonly fields: readonly FormField[]
  /** In months after the last contact; nothing is the general term. */
  readonly keepMonths: number | null
  readonly version: number
}

const forms = (work: Work) =>
  work.db
    .selectFrom('site_form')
    .select(['id', 'slug', 'kind', 'state', 'sender', 'title', 'intro', 'thanks', 'fields', 'version'])
    .select('keep_months as keepMonths')

/** All forms of the organisation, by their title. */
export const listForms = async (work: Work): Promise<SiteForm[]> =>
  (await forms(work).orderBy('title').execute()) as unknown as SiteForm[]

export const findForm = async (work: Work, id: string): Promise<SiteForm | null> =>
  ((await forms(work).where('id', '=', id).executeTakeFirst()) as unknown as SiteForm | undefined) ?? null

/** A form that visitors can send now. */
export const openForm = async (work: Work, slug: string): Promise<SiteForm | null> =>
  ((await forms(work).where('slug', '=', slug).where('state', '=', 'open').executeTakeFirst()) as unknown as
    | SiteForm
    | undefined) ?? null

/** Who reads along by their role: the office, and of what is about rights the officer too. */
const rolesFor = (kind: FormKind): readonly Role[] =>
  kind === 'complaint' || kind === 'privacy'
    ? ['administrator', 'principal', 'privacy-officer', 'supplier']
    : ['administrator', 'principal', 'supplier']

/** The ids of who reads what is sent with a form: whom the form names, else the office; about rights always the office and the officer. */
export const readersOfForm = async (work: Work, { id, kind }: Pick<SiteForm, 'id' | 'kind'>): Promise<string[]> => {
  const named = await work.db.selectFrom('site_form_reader').select('person_id').where('form_id', '=', id).execute()
  const byRole = named.length === 0 || kind === 'complaint' || kind === 'privacy'
  const office = byRole ? await withRoleToday(work, rolesFor(kind)) : []
  return [...new Set([...named.map((row) => row.person_id), ...office.map((row) => row.id)])]
}

/** What somebody fills in about a form. */
export type FormDraft = Omit<SiteForm, 'id' | 'version' | 'state'>

/** Makes a form. Answers false where its address is taken. */
export const addForm = async (work: Work, by: string | null, id: string, draft: FormDraft): Promise<boolean> => {
  const { keepMonths, fields, ...rest } = draft
  const made = await work.db
    .insertInto('site_form')
    .values({
      id,
      ...rest,
      fields: JSON.stringify(fields) as unknown as Json,
      keep_months: keepMonths,
      changed_by: by,
      changed_at: work.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** Changes a form; `meanwhile` when somebody else did since it was opened, `taken` when another form has this address. */
export const changeForm = async (
  work: Work,
  by: string,
  { id, version }: Pick<SiteForm, 'id' | 'version'>,
  draft: FormDraft,
): Promise<'changed' | 'meanwhile' | 'taken'> => {
  const { keepMonths, fields, ...rest } = draft
  const other = await work.db
    .selectFrom('site_form')
    .select('id')
    .where('slug', '=', draft.slug)
    .where('id', '!=', id)
    .executeTakeFirst()
  if (other) return 'taken'
  const { numUpdatedRows } = await work.db
    .updateTable('site_form')
    .set({
      ...rest,
      fields: JSON.stringify(fields) as unknown as Json,
      keep_months: keepMonths,
      version: version + 1,
      changed_by: by,
      changed_at: work.now,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return 'meanwhile'
  await renewTerms(work, id, keepMonths)
  await work.audit('changed-form', 'site-forms')
  return 'changed'
}

/** What was sent before keeps to the new term too: nobody was promised a longer one. */
const renewTerms = async (work: Work, form: string, keepMonths: number | null): Promise<void> => {
  const rows = await work.db
    .selectFrom('site_submission')
    .select(['id', 'active_at', 'ends_on'])
    .where('form_id', '=', form)
    .execute()
  for (const { id, active_at, ends_on } of rows) {
    const ends = endOf(active_at, keepMonths)
    if (ends !== ends_on)
      await work.db.updateTable('site_submission').set({ ends_on: ends }).where('id', '=', id).execute()
  }
}

/** The day on which a message goes that had its last contact at a moment. */
export const endOf = (active: Date, keepMonths: number | null): string | null => {
  if (keepMonths === null) return null
  const end = new Date(active)
  end.setUTCMonth(end.getUTCMonth() + keepMonths)
  return end.toISOString().slice(0, 10)
}

/** Opens or closes a form for visitors. What was sent stays. */
export const setFormState = async (work: Work, by: string | null, id: string, state: FormState): Promise<boolean> => {
  const { numUpdatedRows } = await work.db
    .updateTable('site_form')
    .set({ state, changed_by: by, changed_at: work.now })
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) await work.audit(`${state}-form`, 'site-forms')
  return numUpdatedRows > 0n
}

/** Takes a form away, when nothing that somebody sent would go with it. */
export const dropForm = async (work: Work, id: string): Promise<boolean> => {
  const { numDeletedRows } = await work.db
    .deleteFrom('site_form')
    .where('id', '=', id)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('site_submission').select('site_submission.id').where('form_id', '=', id))),
    )
    .executeTakeFirst()
  if (numDeletedRows > 0n) await work.audit('dropped-form', 'site-forms')
  return numDeletedRows > 0n
}

/** Who reads a form besides who does by their role. */
export const setReaders = async (work: Work, form: string, people: readonly string[]): Promise<void> => {
  await work.db.deleteFrom('site_form_reader').where('form_id', '=', form).execute()
  if (people.length > 0)
    await work.db
      .insertInto('site_form_reader')
      .values(people.map((person_id) => ({ form_id: form, person_id })))
      .execute()
}

export const namedReaders = async (work: Work, form: string): Promise<string[]> => {
  const rows = await work.db.selectFrom('site_form_reader').select('person_id').where('form_id', '=', form).execute()
  return rows.map((row) => row.person_id)
}
