import type { Site } from '#shared/tenancy/sites.ts'
import type { LogoProps } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'

/** The organisation's logo as pages show it, or nothing. */
export const logoOf = ({ logo }: Site): LogoProps | null => logo && { ...logo, address: urls.logo({ id: logo.id }) }
