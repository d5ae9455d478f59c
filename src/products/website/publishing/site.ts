import type { Language } from '#shared/language/index.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import type { SiteLogo } from '#shared/tenancy/sites.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { SiteThemeName, Theme } from '#shared/ui/index.ts'

/** The site of an organisation: what it says about itself, and how it looks. */
export type SiteFacts = {
  readonly theme: SiteThemeName
  readonly tagline: string
  readonly address: string
  readonly phone: string
  readonly email: string
  readonly live: boolean
  readonly name: string
  readonly kind: string
  readonly colour: Theme
  readonly language: Language
  readonly logo: SiteLogo | null
  readonly origin: string
}

/** The address of an organisation's main host; on a machine of one's own with the port that is served there. */
const originOf = (host: string): string =>
  host.endsWith('localhost') ? `http://${host}:${process.env.PORT ?? 3000}` : `https://${host}`

const stored = prepared(({ db }) =>
  db
    .selectFrom('site')
    .innerJoin('organisation', 'organisation.id', 'site.organisation_id')
    .select(['theme', 'tagline', 'address', 'phone', 'email', 'live'])
    .select(['organisation.name', 'organisation.kind', 'hue', 'chroma', 'language', 'logo'])
    .select(({ selectFrom }) =>
      selectFrom('host')
        .select('host.name')
        .whereRef('host.organisation_id', '=', 'organisation.id')
        .orderBy('main', 'desc')
        .orderBy('host.name')
        .limit(1)
        .as('host'),
    ),
)

/** The site of this organisation, or nothing while it has none. */
export const siteOf = async (work: Work): Promise<SiteFacts | null> => {
  const [site] = await stored(work, {})
  if (!site) return null
  const { hue, chroma, host, ...facts } = site
  return {
    ...(facts as unknown as Omit<SiteFacts, 'colour' | 'origin'>),
    colour: { hue, chroma },
    origin: originOf(host!),
  }
}
