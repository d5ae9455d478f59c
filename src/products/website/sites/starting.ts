import type { Work } from '#shared/tenancy/work.ts'
import type { SiteThemeName } from '#shared/ui/index.ts'

/** What a site says about its school, at its foot and to search engines. */
export type SiteDetails = {
  readonly theme: SiteThemeName
  readonly tagline: string
  readonly address: string
  readonly phone: string
  readonly email: string
}

/** Begins the site of this organisation, which nobody but its editors sees yet. */
export const startSite = async (work: Work, details: SiteDetails): Promise<void> => {
  await work.db
    .insertInto('site')
    .values({ ...details, made_at: work.now })
    .execute()
}
