import type { z } from 'zod'
import { allOf } from '#shared/database/all-of.ts'
import type { PreparedImage } from '#shared/files/images/index.ts'
import type { FileStore } from '#shared/files/index.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Language } from '#shared/language/index.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Child } from '#shared/ui/jsx.ts'
import { securityHeaders } from '#shared/ui/security-headers.ts'
import type { Theme } from '#shared/ui/theme.ts'
import type { Across } from './across.ts'
import { type Parsed, parseForm, type Typed } from './form.ts'
import { liveAddress } from './live-address.ts'
import type { Route } from './module.ts'
import type { Offer } from './offer.ts'
import { pageOf } from './page.tsx'
import type { Params } from './path.ts'
import type { Note } from './place.ts'
import type { ChangedDays, Setting } from './setting.ts'
import type { ThroughWindow } from './through-window.ts'

export type PageOptions = {
  readonly title: string
  readonly status?: 200 | 404 | 410 | 422 | 429 | 503
  /** The topic under which this page's data change; the page renews itself when somebody says so. */
  readonly live?: string
  /** A screen of its own, without rail and bar: one task, signing in. */
  readonly bare?: boolean
  readonly wide?: boolean
  readonly passkeys?: boolean
  /** How many things on this page need an answer: it stands with its place in the menu. */
  readonly count?: number
  /** For a page with a `RichTextField`: loads the editor. */
  readonly editor?: boolean
  /** Origins besides our own to which a form of this page may lead: a browser stops it at any other. */
  readonly formsTo?: readonly string[]
  /** The origin whose frame this page holds; a browser stops it at any other. */
  readonly frames?: string
  /** Colours on this page that are not the organisation's own. */
  readonly otherThemes?: readonly Theme[]
  /** Stores what was done although the answer refuses: a wrong password counts. */
  readonly keeps?: boolean
}

/** One request, as a handler sees it. Made after the rule said yes; its work ends with the answer. */
export class Visit<Pattern extends string = string, Who extends Me | null = Me | null> {
  readonly work: Work
  readonly me: Who
  readonly site: Site
  readonly params: Params<Pattern>
  readonly query: URLSearchParams
  readonly language: Language
  readonly request: Request
  /** Behind TLS (or a proxy that says so). */
  readonly secure: boolean
  /** The address the request came from, for throttling only. */
  readonly from: string
  readonly typed: Typed
  /** The body, of a route that takes text. */
  readonly text: string
  /** What the route's work outside came to. */
  readonly outside: unknown
  /** Keeps sealed files; what is put there stays when the transaction rolls back, so a job clears what no row names. */
  readonly files: FileStore
  /** What the same account finds at other organisations; for the rest of an answer ({@link Rest}) only. */
  readonly elsewhere: Across
  /** What the supplier sees through an open support window; for the rest of an answer ({@link Rest}) only. */
  readonly throughWindow: ThroughWindow
  readonly #posted: ReadonlyMap<string, readonly File[]>
  readonly #images: ReadonlyMap<string, PreparedImage>
  readonly #offer: Offer
  readonly #note: Note | undefined
  readonly #personal: boolean
  readonly #headers: Record<string, string> = {}
  readonly #cookies: string[] = []
  /** The answer that has every header already. */
  answered: Response | undefined
  /** Whether an answer of 400 and above is kept all the same. */
  keeps = false

  constructor(with_: {
    work: Work
    me: Who
    site: Site
    params: Params<Pattern>
    query: URLSearchParams
    language: Language
    request: Request
    secure: boolean
    /** Somebody is signed in, or the page is about one person. */
    personal: boolean
    from: string
    typed: Typed
    text: string
    posted: ReadonlyMap<string, readonly File[]>
    images: ReadonlyMap<string, PreparedImage>
    outside: unknown
    files: FileStore
    offer: Offer
    elsewhere: Across
    throughWindow: ThroughWindow
    note: Note | undefined
  }) {
    this.work = with_.work
    this.me = with_.me
    this.site = with_.site
    this.params = with_.params
    this.query = with_.query
    this.language = with_.language
    this.request = with_.request
    this.secure = with_.secure
    this.#personal = with_.personal
    this.from = with_.from
    this.typed = with_.typed
    this.text = with_.text
    this.#posted = with_.posted
    this.#images = with_.images
    this.outside = with_.outside
    this.files = with_.files
    this.#offer = with_.offer
    this.elsewhere = with_.elsewhere
    this.throughWindow = with_.throughWindow
    this.#note = with_.note
  }

  /** Every route there is here, with its rule and words: the overview of rights is made of them. */
  get routes(): readonly Route[] {
    return this.#offer.routes
  }

  /** How each module shows what waits for a reader. */
  get attentions(): Offer['attentions'] {
    return this.#offer.attentions
  }

  /** Checks the posted form against a schema. */
  form<Schema extends z.ZodType>(schema: Schema): Parsed<z.output<Schema>> {
    return parseForm(schema, this.typed)
  }

  /** A posted file, when one was chosen. */
  file(name: string): File | undefined {
    return this.#posted.get(name)?.[0]
  }

  /** All that were chosen in a field that takes several. */
  filesIn(name: string): readonly File[] {
    return this.#posted.get(name) ?? []
  }

  /** What became of a posted picture, when one was chosen in a field that the route names under `images`. */
  image(name: string): PreparedImage | undefined {
    return this.#images.get(name)
  }

  /** Answers a page of the application; 422 shows a form again with what was typed. */
  page(options: PageOptions, content: Child): Response {
    this.keeps = options.keeps ?? false
    const html = pageOf({
      visit: this,
      places: this.#offer.places,
      note: this.#note,
      options,
      live: options.live && this.me ? liveAddress(this.work, this.me, options.live) : undefined,
      content,
    })
    return this.#answer(
      // As bytes: as text the server would walk through it twice, to count and to send.
      Buffer.from(html),
      options.status ?? 200,
      'text/html; charset=utf-8',
      options,
    )
  }

  /** What the modules have for this person's first page, in their order. */
  async todays(this: Visit<string, Me>): Promise<{ parts: Child[]; actions: Child[]; live: string | undefined }> {
    const mine = this.#offer.todays.filter((today) => today.rule(this.me))
    const parts = await allOf(mine.map((today) => today.show(this)))
    const actions = mine.flatMap(({ action }) => (action ? [action(this)] : []))
    return { parts, actions, live: mine.find(({ live }) => live)?.live?.(this) }
  }

  /** The settings this person may open here, in their order, each with how it stands now. */
  async settings(this: Visit<string, Me>): Promise<(Setting & { stands: string | null })[]> {
    const mine = this.#offer.settings.filter(
      ({ rule, kinds }) => rule(this.me) && (kinds?.includes(this.site.kind) ?? true),
    )
    const found: (Setting & { stands: string | null })[] = []
    for (const setting of mine) found.push({ ...setting, stands: (await setting.now?.(this)) ?? null })
    return found
  }

  /** What the modules say about a change of school days. */
  async whatDaysChange(this: Visit<string, Me>, days: ChangedDays): Promise<string[]> {
    const said: string[] = []
    for (const told of this.#offer.daysTold) said.push((await told(this, days)) ?? '')
    return said.filter(Boolean)
  }

  /** Answers a whole document that is no page of the application: a page of the public site as it will be. */
  html(document: string, options: Pick<PageOptions, 'status' | 'keeps' | 'frames'> = {}): Response {
    this.keeps = options.keeps ?? false
    return this.#answer(Buffer.from(document), options.status ?? 200, 'text/html; charset=utf-8', options)
  }

  /** Sends the browser on after a deed (303), to an address built from `urls.ts`. */
  seeOther(address: string): Response {
    this.#headers.Location = address
    return this.#answer(null, 303)
  }

  /** "Not there" and "not yours" are the same answer. */
  notFound(): Response {
    return new Response(null, { status: 404 })
  }

  /** Another body: a CSV, an XML, JSON for a behaviour. `download` names the file it is saved as. */
  send(body: string | ReadableStream, type: string, download?: string): Response {
    if (download) this.#headers['Content-Disposition'] = `attachment; filename="${download}"`
    return this.#answer(body, 200, type)
  }

  /** Refuses another program in its own words; what was noted on the way is kept. */
  fault(body: string, type: string): Response {
    this.keeps = true
    return this.#answer(body, 500, type)
  }

  /** An answer for a behaviour; 422 refuses and changes nothing. */
  json(value: object, status: 200 | 422 = 200): Response {
    return this.#answer(JSON.stringify(value), status, 'application/json')
  }

  /** Adds a header to the answer, such as a cookie. */
  header(name: string, value: string): void {
    if (name === 'Set-Cookie') this.#cookies.push(value)
    else this.#headers[name] = value
  }

  #answer(
    body: string | Buffer<ArrayBuffer> | ReadableStream | null,
    status: number,
    type?: string,
    { formsTo, frames }: Pick<PageOptions, 'formsTo' | 'frames'> = {},
  ): Response {
    const plain = {
      ...securityHeaders({
        secure: this.secure,
        personal: this.#personal,
        ...(formsTo ? { formsTo } : {}),
        ...(frames ? { frames } : {}),
      }),
      ...(type ? { 'Content-Type': type } : {}),
      ...this.#headers,
    }
    this.answered = new Response(body, { status, headers: this.#cookies.length > 0 ? this.#withCookies(plain) : plain })
    return this.answered
  }

  #withCookies(plain: Record<string, string>): Headers {
    const headers = new Headers(plain)
    for (const cookie of this.#cookies) headers.append('Set-Cookie', cookie)
    return headers
  }
}
