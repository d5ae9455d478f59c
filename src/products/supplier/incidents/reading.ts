import { namesOf } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { type Cause, type DataKind, type Group, type Nature, type Risk, type Step, steps, type Whom } from './kinds.ts'
import { type IncidentWords, incidentWords, stepWords, toldWords } from './personal-data.ts'

export type Told = { readonly whom: Whom; readonly told: boolean; readonly at: Date; readonly incident: string }

/** An incident as the register shows it. */
export type Incident = {
  readonly id: string
  readonly reportedBy: string | null
  readonly reportedAt: Date
  readonly seenAt: Date
  readonly foundAt: Date
  readonly rehearsal: boolean
  readonly breach: 'yes' | 'no' | null
  readonly cause: Cause | null
  readonly natures: readonly Nature[]
  readonly kinds: readonly DataKind[]
  readonly people: readonly Group[]
  readonly groupSize: number | null
  readonly risk: Risk | null
  readonly words: IncidentWords
  readonly closedAt: Date | null
  /** The first step that is not done. */
  readonly next: Step | null
  readonly told: readonly Told[]
}

const all = (work: Work) =>
  work.db
    .selectFrom('incident')
    .select([
      'id',
      'reported_by as reportedBy',
      'reported_at as reportedAt',
      'seen_at as seenAt',
      'found_at as foundAt',
      'rehearsal',
      'breach',
      'cause',
      'natures',
      'kinds',
      'people',
      'group_size as groupSize',
      'risk',
      'words',
      'closed_at as closedAt',
    ])
    .select(({ selectFrom, fn }) =>
      selectFrom('incident_step')
        .select(fn.countAll<string>().as('done'))
        .whereRef('incident_step.incident_id', '=', 'incident.id')
        .as('done'),
    )

type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number]

const opened = async (work: Work, rows: readonly Row[]): Promise<Incident[]> => {
  const told = await toldOf(
    work,
    rows.map(({ id }) => id),
  )
  const plain = await work.open(rows, {
    words: reading(incidentWords, 'id', 'saw', 'summary', 'cause', 'measures', 'extent', 'consequences'),
  })
  return plain.map(({ done, ...row }) => ({
    ...(row as unknown as Omit<Incident, 'next' | 'told'>),
    next: steps[Number(done ?? 0)] ?? null,
    told: told.filter(({ incident }) => incident === row.id),
  }))
}

const toldOf = async (work: Work, ids: readonly string[]): Promise<Told[]> => {
  const rows = await work.db
    .selectFrom('incident_told')
    .select(['incident_id as incident', 'whom', 'told', 'decided_at as at'])
    .where('incident_id', 'in', oneOf(ids))
    .orderBy('decided_at')
    .execute()
  return rows as Told[]
}

/** Every incident of this organisation, the newest first. */
export const listIncidents = async (work: Work): Promise<Incident[]> =>
  opened(work, await all(work).orderBy('reported_at', 'desc').execute())

/** Those that still run and are no practice: what a clock may say on a first page, without opening a word. */
export const running = async (work: Work) => {
  const rows = await work.db
    .selectFrom('incident')
    .select(['id', 'found_at as foundAt', 'rehearsal', 'breach', 'risk'])
    .where('closed_at', 'is', null)
    .where('rehearsal', '=', false)
    .orderBy('found_at')
    .execute()
  const told = await toldOf(
    work,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    ...(row as Pick<Incident, 'id' | 'foundAt' | 'rehearsal' | 'breach' | 'risk'>),
    told: told.filter(({ incident }) => incident === row.id),
  }))
}

export const findIncident = async (work: Work, id: string): Promise<Incident | null> =>
  (await opened(work, await all(work).where('id', '=', id).execute()))[0] ?? null

/** Every incident without a word of it, for the yearly review of a board. */
export const registerEvidence = async (work: Work) => {
  const rows = await work.db
    .selectFrom('incident')
    .select(['id', 'found_at as foundAt', 'rehearsal', 'breach', 'cause', 'group_size as groupSize', 'risk'])
    .select('closed_at as closedAt')
    .orderBy('found_at')
    .execute()
  const told = await toldOf(
    work,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    ...(row as Pick<Incident, 'id' | 'foundAt' | 'rehearsal' | 'breach' | 'cause' | 'groupSize' | 'risk' | 'closedAt'>),
    told: told.filter(({ incident }) => incident === row.id),
  }))
}

/** Something that was done or decided, with who and when. */
export type Deed = {
  readonly id: string
  readonly what: Step | Whom
  readonly at: Date
  readonly by: string | null
  readonly text: string
  /** A step that was not needed, or somebody who need not be told. */
  readonly not: boolean
}

/** What was done about an incident, in order. */
export const deedsOf = async (work: Work, incident: string): Promise<Deed[]> => {
  const stepRows = await work.db
    .selectFrom('incident_step')
    .select(['id', 'step', 'done_at', 'done_by', 'needed', 'words'])
    .where('incident_id', '=', incident)
    .execute()
  const toldRows = await work.db
    .selectFrom('incident_told')
    .select(['id', 'whom', 'decided_at', 'decided_by', 'told', 'words'])
    .where('incident_id', '=', incident)
    .execute()
  const done = await work.open(stepRows, { words: reading(stepWords, 'id', 'text') })
  const told = await work.open(toldRows, { words: reading(toldWords, 'id', 'text') })
  const people = [...done.map((row) => row.done_by), ...told.map((row) => row.decided_by)]
  const names = await namesOf(
    work,
    people.flatMap((person) => person ?? []),
  )
  const by = (person: string | null) => (person && names.get(person)?.name) || null
  return [
    ...done.map((row) => ({
      ...{ id: row.id, what: row.step as Step, at: row.done_at },
      ...{ by: by(row.done_by), text: row.words.text, not: !row.needed },
    })),
    ...told.map((row) => ({
      ...{ id: row.id, what: row.whom as Whom, at: row.decided_at },
      ...{ by: by(row.decided_by), text: row.words.text, not: !row.told },
    })),
  ].sort((one, other) => one.at.getTime() - other.at.getTime())
}
