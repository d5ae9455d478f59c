import { choiceOf } from '#products/privacy/index.ts'
import { dayOf, type Work } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'

/** Where a weakness is reported, and how the organisation deals with reports. */
export type SecurityContact = { readonly contact: string; readonly policy: string | null }

export const securityContact = async (work: Work): Promise<SecurityContact | null> =>
  (await work.db.selectFrom('site_security_contact').select(['contact', 'policy']).executeTakeFirst()) ?? null

/** Changes it, with who did. */
export const setSecurityContact = async (
  work: Work,
  by: string,
  { contact, policy }: SecurityContact,
): Promise<void> => {
  const values = { contact, policy, changed_by: by, changed_at: work.now }
  await work.db
    .insertInto('site_security_contact')
    .values(values)
    .onConflict((same) => same.column('organisation_id').doUpdateSet(values))
    .execute()
  await work.audit('changed-security-contact', 'site-security')
}

/** Half a year ahead, by the first of a month: renewed by itself, and never in the past (RFC 9116, 2.5.5 asks less than a year). */
const expires = (now: Date): string => {
  const [year, month] = dayOf(now).split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month - 1 + 7, 1)).toISOString()
}

/** What the organisation says itself; else its address for privacy; else its contact form. */
const contactOf = async (work: Work, origin: string): Promise<SecurityContact> => {
  const own = await securityContact(work)
  if (own) return own
  const known = (await choiceOf(work, 'contact'))?.value
  const mail = known?.officerMail || known?.mail
  if (mail) return { contact: `mailto:${mail}`, policy: null }
  const form = await work.db
    .selectFrom('site_form')
    .select('slug')
    .where('kind', '=', 'contact')
    .where('state', '=', 'open')
    .orderBy('slug')
    .executeTakeFirst()
  return { contact: form ? origin + urls.siteForm({ slug: form.slug }) : origin + urls.privacy(), policy: null }
}

/** The file itself (RFC 9116), for an organisation's own host: how to reach it, until when this holds, in which languages. */
export const securityTxt = async (work: Work, host: string): Promise<string> => {
  const origin = `https://${host}`
  const { contact, policy } = await contactOf(work, origin)
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${expires(work.now)}`,
    'Preferred-Languages: nl, en',
    `Canonical: ${origin}${urls.securityTxt()}`,
    ...(policy ? [`Policy: ${policy}`] : []),
  ]
  return `${lines.join('\n')}\n`
}
