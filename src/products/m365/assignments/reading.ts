import { dayOf } from '#shared/tenancy/work.ts'
import type { Graph } from '../graph/client.ts'
import type { GivenResult, GivenTest } from '../results/taking-in.ts'

/** An assignment as Graph gives it (educationAssignment), as far as it is asked for. */
type Assignment = {
  readonly id: string
  readonly displayName: string
  readonly status: string
  readonly dueDateTime?: string | null
  readonly grading?: { readonly maxPoints?: number } | null
}

type Points = { readonly points?: number | null } | null
type Outcome = {
  readonly '@odata.type': string
  readonly points?: Points
  readonly publishedPoints?: Points
  readonly feedback?: { readonly text?: { readonly content?: string } } | null
  readonly publishedFeedback?: { readonly text?: { readonly content?: string } } | null
}

/** A submission (educationSubmission) with its outcomes. */
type Submission = {
  readonly id: string
  readonly assignmentId: string
  readonly status: string
  readonly recipient: { readonly userId?: string }
  readonly submittedDateTime?: string | null
  readonly returnedDateTime?: string | null
  readonly outcomes?: readonly Outcome[]
}

/** What a class in the tenant has now. `all` also says which assignments there are: what is not among them was deleted. */
export type ClassWork = { readonly assignments: readonly string[]; readonly results: readonly GivenResult[] }

const SUBJECT = 'Opdrachten'
const LONGEST = 128

const testOf = ({ id, displayName, dueDateTime }: Assignment): GivenTest => ({
  key: id,
  subject: SUBJECT,
  name: displayName.slice(0, LONGEST),
  goal: null,
  dueOn: dueDateTime ? dayOf(new Date(dueDateTime)) : null,
})

const outcome = (submission: Submission, type: string) =>
  submission.outcomes?.find((one) => one['@odata.type'] === `#microsoft.graph.${type}`)

/**
 * A submission as a result. What a teacher marked and did not return yet is there for the teacher (`points`); what was returned
 * is what the pupil got (`publishedPoints`), and only that: what was marked after it is not released. Who still works on it before
 * its day has it to do; who is excused, or works on something without a day, has no result.
 */
const resultOf = (assignment: Assignment, submission: Submission, pupil: string, now: Date): GivenResult | null => {
  const { status } = submission
  const points = outcome(submission, 'educationPointsOutcome')
  const said = outcome(submission, 'educationFeedbackOutcome')
  const published = status === 'returned'
  const value = (published ? points?.publishedPoints : points?.points)?.points ?? null
  const feedback = published ? said?.publishedFeedback : said?.feedback
  const late = assignment.dueDateTime && new Date(assignment.dueDateTime) < now
  const handedIn = status === 'submitted' || status === 'returned'
  if (!handedIn && !(status === 'working' && assignment.dueDateTime)) return null
  const at = submission.returnedDateTime ?? submission.submittedDateTime ?? assignment.dueDateTime
  const max = assignment.grading?.maxPoints ?? 0
  const scored = handedIn && value !== null
  return {
    key: submission.id,
    pupil,
    test: testOf(assignment),
    on: dayOf(at ? new Date(at) : now),
    state: !handedIn ? (late ? 'missing' : 'to-do') : scored ? 'scored' : 'handed-in',
    score: scored && max > 0 ? { value: Math.min(value, max), min: 0, max } : null,
    level: scored && max <= 0 ? String(value) : null,
    feedback: feedback?.text?.content?.slice(0, 2_000) || null,
    published,
  }
}

const WITH_OUTCOMES = '$expand=outcomes'

/**
 * What a class has: of the last seven days in two calls (`getRecentlyModifiedSubmissions`), or all of it, a call for each
 * assignment. Drafts are nobody's business yet.
 */
export const readClass = async (
  graph: Graph,
  {
    object,
    pupils,
    whole,
    now,
  }: {
    readonly object: string
    /** The pupil behind each account. */
    readonly pupils: ReadonlyMap<string, string>
    readonly whole: boolean
    readonly now: Date
  },
): Promise<ClassWork> => {
  const address = `/education/classes/${object}`
  const all = await graph.all<Assignment>(`${address}/assignments`)
  const given = new Map(all.filter(({ status }) => status !== 'draft').map((one) => [one.id, one]))
  const submissions: Submission[] = []
  if (whole) {
    for (const id of given.keys())
      submissions.push(...(await graph.all<Submission>(`${address}/assignments/${id}/submissions?${WITH_OUTCOMES}`)))
  } else
    submissions.push(...(await graph.all<Submission>(`${address}/getRecentlyModifiedSubmissions?${WITH_OUTCOMES}`)))
  const results = submissions.flatMap((submission) => {
    const assignment = given.get(submission.assignmentId)
    const pupil = pupils.get(submission.recipient.userId ?? '')
    return (assignment && pupil && resultOf(assignment, submission, pupil, now)) || []
  })
  return { assignments: [...given.keys()], results }
}
