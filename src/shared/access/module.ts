import type { ImageKind } from '#shared/files/images/index.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Queue } from '#shared/identity/queue.ts'
import type { Words } from '#shared/language/index.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import type { Ground } from '#shared/tenancy/work.ts'
import type { Child } from '#shared/ui/jsx.ts'
import type { Attention, OfModule } from './attention.ts'
import type { Path } from './path.ts'
import type { Place } from './place.ts'
import type { Rule } from './rule.ts'
import type { DaysTold, Setting } from './setting.ts'
import { addSwitch, type Switch } from './switch.ts'
import type { Visit } from './visit.ts'

type Who<R extends Rule> = R['open'] extends true ? Me | null : Me
/**
 * The rest of an answer that needs other organisations too (`visit.elsewhere`): made after the visit's own transaction was
 * kept, so that nobody waits for a connection while holding one.
 */
export type Rest = () => Promise<Response>
type Answer = Response | Rest
type Handler<Pattern extends string, R extends Rule> = (visit: Visit<Pattern, Who<R>>) => Answer | Promise<Answer>

/** A request before its transaction opens. */
export type Asked = {
  readonly ground: Ground
  readonly site: Site
  readonly request: Request
  readonly secure: boolean
}

export type RouteOptions = {
  /** The largest body in bytes; a form has 64 KiB unless it says otherwise. */
  readonly maxBytes?: number
  /** Takes the body as text of at most so many bytes, from another program: its XML (`visit.text`). Read before anybody is known. */
  readonly text?: number
  /** Fields that hold a picture: what they become is ready before the transaction begins (`visit.image`). */
  readonly images?: Readonly<Record<string, ImageKind>>
  /** Whether a page of another origin may post here too, by its `Origin` and our `Host`; only our own may, unless said. */
  readonly alsoFrom?: (origin: string, host: string) => boolean
  /** Staff who still have to set up a second factor, or to come through the school's Microsoft, may come here. */
  readonly beforeSecondFactor?: boolean
  /**
   * To whom it stays open that still has to agree to the terms of use, or whom the school restricted: `always` for what is
   * about the own account and for rights that nobody takes away; `to-readers` for a form that only looks something up.
   */
  readonly staysOpen?: 'always' | 'to-readers'
  /**
   * Work outside the house (a provider on the network), done before the transaction opens, so that its slowness holds no
   * connection; for whom the route is there only. The handler finds what it came to in `visit.outside`.
   */
  readonly outside?: (asked: Asked) => Promise<unknown>
  /**
   * PostgreSQL plans each statement of this page once per connection and not for each list of ids anew (decision 23). For a
   * page that asks much and finds little: a long list by ids gets a worse plan by it.
   */
  readonly plannedOnce?: boolean
  /** Waits for its turn before it takes a connection: `passwordTurns` for every route that hashes a password. */
  readonly turns?: Queue
}

/** A route as the application and the border test see it. */
export type Route = {
  readonly method: 'GET' | 'POST'
  readonly pattern: string
  readonly module: string
  /** What one does there, in the words of the overview of rights. */
  readonly about: Words
  readonly rule: Rule
  readonly options: RouteOptions
  readonly handle: (visit: Visit<string, never>) => Answer | Promise<Answer>
}

/** What a module puts on somebody's first page: what needs doing now. Nothing when there is nothing to say. */
export type Today = {
  readonly order: number
  readonly rule: Rule<false>
  readonly show: (visit: Visit<string, Me>) => Promise<Child>
  /** One button beside the heading, for what is done most. */
  readonly action?: (visit: Visit<string, Me>) => Child
  /** The topic under which this part changes; the page follows the first one. */
  readonly live?: (visit: Visit<string, Me>) => string
}

/**
 * What a school can switch on: routes, each with its rule, places in the menu, and lines on the settings home. A route without a rule does not
 * compile; `anyone` is written out. Nor does a module without words: from them and the rules the overview of rights is made.
 */
export class Module {
  readonly name: string
  #about: Words
  readonly #options: RouteOptions
  readonly routes: Route[] = []
  readonly places: Place[] = []
  readonly todays: Today[] = []
  readonly settings: Setting[] = []
  readonly daysTold: DaysTold[] = []
  readonly attentions: OfModule[] = []

  /** `options`: what all its routes have. */
  constructor(name: string, about: Words, options: RouteOptions = {}) {
    this.name = name
    this.#about = about
    this.#options = options
  }

  /** The routes after this are about something else, which other people may do. */
  about(words: Words): this {
    this.#about = words
    return this
  }

  get<Pattern extends string, R extends Rule>(
    path: Path<Pattern>,
    rule: R,
    handle: Handler<Pattern, R>,
    options: RouteOptions = {},
  ): this {
    return this.#add('GET', path, rule, handle, options)
  }

  post<Pattern extends string, R extends Rule>(
    path: Path<Pattern>,
    rule: R,
    handle: Handler<Pattern, R>,
    options: RouteOptions = {},
  ): this {
    return this.#add('POST', path, rule, handle, options)
  }

  place(place: Place): this {
    this.places.push(place)
    return this
  }

  today(today: Today): this {
    this.todays.push(today)
    return this
  }

  setting(setting: Setting): this {
    this.settings.push(setting)
    return this
  }

  /** A school can do without it: says what it is for, and which organisations have it. */
  switchable({ word, text, kinds }: Omit<Switch, 'name'>): this {
    addSwitch({ name: this.name, word, text, kinds })
    return this
  }

  /** Says what a change of school days does to what this module holds. */
  whenDaysChange(told: DaysTold): this {
    this.daysTold.push(told)
    return this
  }

  /** Says how what this module gives to readers is shown on their first page. */
  attention(attention: Attention): this {
    this.attentions.push({ ...attention, module: this.name })
    return this
  }

  #add<Pattern extends string, R extends Rule>(
    method: Route['method'],
    path: Path<Pattern>,
    rule: R,
    handle: Handler<Pattern, R>,
    options: RouteOptions,
  ): this {
    this.routes.push({
      method,
      pattern: path.pattern,
      module: this.name,
      about: this.#about,
      rule,
      options: { ...this.#options, ...options },
      handle: handle as Route['handle'],
    })
    return this
  }
}
