import type pg from 'pg'
import type { Language } from '#shared/language/index.ts'

/** Which picture is the logo, its size, and what must stand behind it on light and dark pages. */
export type SiteLogo = {
  readonly id: string
  readonly width: number
  readonly height: number
  readonly light: 'none' | 'dark'
  readonly dark: 'none' | 'light'
}

/** An organisation as its host shows it: public facts only. */
export type Site = {
  readonly id: string
  readonly kind: 'board' | 'school' | 'partner' | 'supplier'
  readonly host: string
  /** The organisation's main host: links in mails name it, and a host that redirects sends on to it. */
  readonly main: string
  readonly redirects: boolean
  readonly name: string
  readonly mark: string
  readonly hue: number
  readonly chroma: number
  readonly language: Language
  readonly logo: SiteLogo | null
  /** Whether people may sign in with Microsoft, and whether the team has no other way. */
  readonly microsoft: 'off' | 'offered' | 'team'
  /** Modules that the organisation switched off, by their names. */
  readonly modulesOff: readonly string[]
}

const KEPT_MS = 60_000
const SITES = `select o.id, o.kind, h.name as host, h.redirects, o.name, o.mark, o.hue, o.chroma, o.language, o.microsoft, o.logo, o.modules_off as "modulesOff",
    first_value(h.name) over (partition by h.organisation_id order by h.main desc, h.name) as main
  from host h join organisation o on o.id = h.organisation_id`

/** Hosts and their organisations, kept for a minute and thrown away when somebody says that they changed. */
export class Sites {
  readonly #pool: pg.Pool
  readonly #now: () => Date
  #sites: Promise<ReadonlyMap<string, Site>> | undefined
  #readAt = 0

  constructor(pool: pg.Pool, now: () => Date) {
    this.#pool = pool
    this.#now = now
  }

  /** The organisation of a host name (without port), or nothing. While the database is away, what was known stays. */
  async find(host: string): Promise<Site | undefined> {
    return (await this.all()).get(host)
  }

  async all(): Promise<ReadonlyMap<string, Site>> {
    const now = this.#now().getTime()
    if (!this.#sites || now - this.#readAt > KEPT_MS) {
      const before = this.#sites
      this.#readAt = now
      this.#sites = this.#read().catch((error) => {
        this.#sites = before
        if (before) return before
        throw error
      })
    }
    return this.#sites
  }

  /** Reads anew at the next request; what was known stays until that succeeds. */
  forget(): void {
    this.#readAt = 0
  }

  async #read(): Promise<ReadonlyMap<string, Site>> {
    const { rows } = await this.#pool.query<Site>(SITES)
    return new Map(rows.map((site) => [site.host, site]))
  }
}
