import { type ImageKind, keepImage, type PreparedImage, removeImage } from '#shared/files/images/index.ts'
import { platesFor } from '#shared/files/images/plates.ts'
import type { FileStore } from '#shared/files/index.ts'
import type { SiteLogo } from '#shared/tenancy/sites.ts'
import type { Work } from '#shared/tenancy/work.ts'

/** All of a logo, large enough for a letter's head. */
export const logoKind: ImageKind<'whole'> = {
  name: 'school-logo',
  variants: { whole: { width: 480, height: 200, fit: 'inside' } },
}

type Made = Extract<PreparedImage, { ok: true }>

/** Keeps an uploaded logo under the organisation's own key, measured for what must stand behind it. */
export const keepLogo = async (work: Work, files: FileStore, made: Made): Promise<SiteLogo> => {
  const { bytes } = made.files.find(({ type }) => type === 'webp')!
  const measured = await platesFor(bytes)
  return { id: await keepImage(work, files, work.organisation, made), ...measured }
}

/** Removes the logos that are neither shown nor one press away. */
export const removeOtherLogos = async (work: Work, kept: readonly (SiteLogo | null)[]): Promise<void> => {
  const ids = new Set(kept.map((logo) => logo?.id))
  const rows = await work.db.selectFrom('image').select('id').where('kind', '=', logoKind.name).execute()
  for (const { id } of rows) if (!ids.has(id)) await removeImage(work, id)
}
