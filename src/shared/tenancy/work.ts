import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type pg from 'pg'
import { ask, queriesOn } from '#shared/database/connection.ts'
import type { Database, Json } from '#shared/database/schema.generated.ts'
import { perMinute } from '#shared/language/per-minute.ts'
import { type DataKey, lookupHash, openText, readKeys, sealText } from '#shared/vault/crypto.ts'
import type { Field, Kind, SealedField } from '#shared/vault/declaration.ts'
import { type KeyMemory, TransactionKeys } from '#shared/vault/keys.ts'
import { keyIdsOf, type Openable, type Opened, openRows, type Readings } from '#shared/vault/opening.ts'
import { ACCOUNTS, type KeyRing } from '#shared/vault/ring.ts'
import type { Sealed, SealedRecords, SealedValue } from '#shared/vault/sealed.ts'
import { withinOrganisation } from './plugin.ts'

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' })

/** The day of a moment in the Netherlands, as `YYYY-MM-DD`. */
export const dayOf = perMinute((moment) => day.format(moment))

/** The topic under which processes hear that a subject's key is gone. */
export const FORGET = 'vault/forget/'

/** What every piece of work stands on: the application's pool and the keys. */
export type Ground = {
  readonly pool: pg.Pool
  readonly ring: KeyRing
  readonly memory: KeyMemory
  /** The clock; tests set it. */
  readonly now: () => Date
  /** The clock on the wall, where it is another: the demo plays a school morning, and one-time codes do not follow it. */
  readonly wall?: () => Date
}

/** What one transaction opened: it becomes one line of the log. */
export type Disclosure = { subjects: Set<string>; kinds: Set<Kind> }

/** Seals values of subjects whose keys are at hand. */
export type Sealer = <Name extends keyof SealedRecords>(
  field: SealedField<Name>,
  at: { readonly subject: string; readonly row: string },
  record: SealedRecords[Name],
) => Sealed<SealedRecords[Name]>

/** What a part of a query is built on: {@link Work}, or a query that is prepared. */
export type Asking = { readonly db: Kysely<Database> }
/** What is asked of a day: {@link Work} of today, or a query that is prepared for any. */
export type OnADay = Asking & { readonly today: string }

/**
 * One transaction within one organisation: queries, the vault, jobs and the log. Functions of `queries.ts` take it as
 * their first argument, whether a request, a job or a command calls them.
 */
export class Work {
  readonly organisation: string
  readonly db: Kysely<Database>
  readonly disclosure: Disclosure = { subjects: new Set(), kinds: new Set() }
  readonly keys: TransactionKeys
  readonly #client: pg.ClientBase
  readonly #ring: KeyRing
  readonly #memory: KeyMemory
  readonly #afterCommit: (() => void)[] = []
  /** The moment this work began, and its day in the Netherlands as `YYYY-MM-DD`. */
  readonly now: Date
  readonly today: string
  /** The real moment, for what has to agree with a clock elsewhere. */
  readonly wall: Date
  /** The person for whom this is done; nothing for a job or a command. What people open of themselves is not logged. */
  person: string | null = null
  /** In which role that person is at work here, and the ids in the address of the page: both go into the log. */
  role: string | null = null
  named: readonly string[] = []

  constructor(ground: Ground, client: pg.ClientBase, organisation: string) {
    this.organisation = organisation
    this.now = ground.now()
    this.wall = (ground.wall ?? ground.now)()
    this.today = dayOf(this.now)
    this.#client = client
    this.db = queriesOn(client).withPlugin(withinOrganisation(organisation))
    this.#ring = ground.ring
    this.#memory = ground.memory
    this.keys = new TransactionKeys(this.db, ground.ring, ground.memory, organisation)
  }

  /**
   * Opens sealed columns of rows: `open(rows, { record: reading(personRecord, 'id', 'givenName') })`. Who opened whose
   * data of which kinds is noted and stored before the answer leaves, whatever its status (PROMISES P60).
   */
  async open<Row extends object, R extends Readings>(
    rows: readonly (Row & Openable<NoInfer<R>>)[],
    readings: R,
  ): Promise<Opened<Row, R>[]> {
    const keys = await this.keys.byIds(keyIdsOf(rows, Object.keys(readings)))
    const { subjects, kinds } = this.disclosure
    return openRows<Row, R>(rows, readings, keys, this.organisation, (subject, opened) => {
      if (subject === this.person) return
      subjects.add(subject)
      for (const kind of opened) kinds.add(kind)
    })
  }

  /**
   * Opens sealed columns that belong to an account, which outlives any one school. The transaction must reach that account,
   * so they are the own data of who asks, and opening them is not logged.
   */
  async openOfAccount<Row extends object>(account: string, rows: readonly Row[], readings: Readings): Promise<Row[]> {
    const keys = await readKeys(this.#ring, ACCOUNTS, () =>
      this.db
        .selectFrom('account_key')
        .select(['id', 'account_id as subject', 'wrapped', 'generation'])
        .where('account_id', '=', account)
        .execute(),
    )
    const byId = new Map(keys.map((key) => [key.id.replaceAll('-', ''), key]))
    return openRows(rows, readings, byId, ACCOUNTS, () => {}) as Row[]
  }

  /** Notes that something about somebody that is no sealed column was opened: a picture, a file. */
  opened(subject: string, kind: Kind): void {
    if (subject === this.person) return
    this.disclosure.subjects.add(subject)
    this.disclosure.kinds.add(kind)
  }

  /** The rows of a statement that is there already ({@link prepared}); all others go through `db`. */
  async ask<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return (await ask(this.#client, sql, values)).rows
  }

  /** A function that seals for these subjects; their keys are made where they do not exist yet. */
  async sealer(subjects: readonly string[]): Promise<Sealer> {
    const keys = await this.keys.ofSubjects([...new Set(subjects)])
    return (field, { subject, row }, record) =>
      sealText(keys.get(subject) as DataKey, this.organisation, field.name, row, JSON.stringify(record)) as never
  }

  /** Seals one record; for many at once take {@link Work.sealer}. */
  async seal<Name extends keyof SealedRecords>(
    field: SealedField<Name>,
    at: { readonly subject: string; readonly row: string },
    record: SealedRecords[Name],
  ): Promise<Sealed<SealedRecords[Name]>> {
    return (await this.sealer([at.subject]))(field, at, record)
  }

  /**
   * Seals something that another organisation takes over: it opens with that organisation's key and this code together, so
   * for nobody else, here no longer either, and not from a backup, since nobody keeps the code (docs/decisions/0017).
   */
  sealFor<Name extends keyof SealedRecords>(
    field: SealedField<Name>,
    to: { readonly organisation: string; readonly code: string; readonly row: string },
    record: SealedRecords[Name],
  ): Sealed<SealedRecords[Name]> {
    const key = { id: randomUUID(), subject: to.row, raw: this.#codeKey(to.organisation, to.code) }
    return sealText(key, to.organisation, field.name, to.row, JSON.stringify(record)) as never
  }

  /** Opens what another organisation sealed for this one; noted in the log like everything that is opened. */
  openWithCode<Name extends keyof SealedRecords>(
    field: SealedField<Name>,
    from: { readonly code: string; readonly row: string },
    value: Sealed<SealedRecords[Name]>,
  ): SealedRecords[Name] {
    const raw = this.#codeKey(this.organisation, from.code)
    const text = openText(raw, this.organisation, field.name, from.row, value as unknown as SealedValue)
    this.disclosure.subjects.add(from.row)
    for (const { kind } of Object.values<Field>(field.fields)) this.disclosure.kinds.add(kind)
    return JSON.parse(text)
  }

  #codeKey(organisation: string, code: string): Buffer {
    return Buffer.from(lookupHash(this.#ring, `${organisation} hand-over`, code), 'hex')
  }

  /**
   * Destroys a subject's data key: what was sealed under it is unreadable from this commit on, here and in every process,
   * and in every backup within 35 days at most. The tombstone stays.
   */
  async destroyKey(subject: string): Promise<void> {
    await this.db
      .updateTable('vault_key')
      .set({ wrapped: null, generation: null, destroyed_at: new Date() })
      .where('subject_id', '=', subject)
      .where('destroyed_at', 'is', null)
      .execute()
    await this.notify(`${FORGET}${subject}`)
    this.#afterCommit.push(() => this.#memory.forget(this.organisation, subject))
  }

  /** What the transaction's owner calls once `COMMIT` was answered. */
  committed(): void {
    this.keys.keep()
    for (const then of this.#afterCommit) then()
  }

  /** A keyed hash of this organisation, for look-up of what is sealed. */
  hash(purpose: string, text: string): string {
    return lookupHash(this.#ring, `${this.organisation} ${purpose}`, text)
  }

  /** Adds a job that runs after, and only if, this transaction commits. Payloads hold ids, never personal data. */
  async enqueue(task: string, payload: Json, options: { runAt?: Date; key?: string } = {}): Promise<void> {
    await sql`select graphile_worker.enqueue(${task}, ${JSON.stringify(payload)}::json, ${options.runAt ?? null}::timestamptz,
      ${options.key ?? null}::text)`.execute(this.db)
  }

  /** Takes away the jobs that name one of these ids; answers how many. */
  async forgetJobs(ids: readonly string[]): Promise<number> {
    const { rows } = await sql<{ count: string }>`select graphile_worker.forget_jobs(${ids}::uuid[]) as count`.execute(
      this.db,
    )
    return Number(rows[0]!.count)
  }

  /** Tells every process, when this commits, that something about `topic` changed; listeners query again. */
  async notify(topic: string): Promise<void> {
    await sql`select pg_notify('schoolplein', ${JSON.stringify([this.organisation, topic])})`.execute(this.db)
  }

  /** Writes down a deed: ids and kinds only, never a name. */
  async audit(action: string, place: string, subjects: readonly string[] = []): Promise<void> {
    await this.db
      .insertInto('audit_line')
      .values({ person_id: this.person, role: this.role, action, place, subjects: [...subjects] })
      .execute()
  }
}
