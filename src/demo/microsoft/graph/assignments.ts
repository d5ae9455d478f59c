import { randomUUID } from 'node:crypto'
import { changesSince, noteChange } from './changes.ts'
import { findClass } from './education.ts'
import { badRequest, notFound } from './failing.ts'
import { checkOptions, contextOf, listing, selected } from './querying.ts'
import type { Answer, Asked, StoredAssignment, StoredSubmission, Thing } from './types.ts'

const KNOWN = new Set([
  ...[
    'id',
    'classId',
    'displayName',
    'status',
    'dueDateTime',
    'assignedDateTime',
    'createdDateTime',
    'grading',
    'instructions',
  ],
  ...['lastModifiedDateTime', 'closeDateTime', 'allowLateSubmissions', 'assignTo', 'webUrl'],
])
const DEFAULTS = [...KNOWN].filter((name) => name !== 'id')
const SUBMISSION = new Set([
  ...[
    'id',
    'status',
    'recipient',
    'submittedDateTime',
    'returnedDateTime',
    'excusedDateTime',
    'assignmentId',
    'outcomes',
    'webUrl',
  ],
  'lastModifiedDateTime',
])
const SUBMISSION_DEFAULTS = [
  'status',
  'recipient',
  'submittedDateTime',
  'returnedDateTime',
  'assignmentId',
  'lastModifiedDateTime',
]

/** States that came later than the first ones: only who says so gets to see them. */
const LATER = new Set(['excused', 'reassigned', 'inactive', 'scheduled'])

const stateFor = (asked: Asked, status: string) =>
  LATER.has(status) && !asked.headers.prefer?.includes('include-unknown-enum-members') ? 'unknownFutureValue' : status

const ofClass = (asked: Asked): StoredAssignment[] => {
  const { id } = findClass(asked)
  return Object.values(asked.tenant.directory.assignments).filter(({ classId }) => classId === id)
}

const shown = (asked: Asked, { submissions: _, changed: __, ...rest }: StoredAssignment): Thing => ({
  ...rest,
  status: stateFor(asked, rest.status),
})

const find = (asked: Asked): StoredAssignment => {
  const assignment = ofClass(asked).find(({ id }) => id === asked.path[4])
  if (!assignment) throw notFound(asked.path[4]!)
  return assignment
}

const shape = { known: KNOWN, defaults: DEFAULTS, what: 'educationAssignments' }

export const listAssignments = (asked: Asked): Answer =>
  listing(
    asked,
    ofClass(asked).map((one) => shown(asked, one)),
    shape,
  )

/** Takes `$top` and nothing else, and never tells what was deleted: whoever follows it reads the whole list now and then. */
export const assignmentsDelta = (asked: Asked): Answer =>
  changesSince(asked, {
    kind: 'assignment',
    things: ofClass(asked).map((one) => shown(asked, one)),
    ...shape,
    assignments: true,
  })

export const getAssignment = (asked: Asked): Answer => ({
  status: 200,
  body: {
    '@odata.context': contextOf(asked, 'educationAssignments/$entity'),
    ...selected(shown(asked, find(asked)), asked, KNOWN, DEFAULTS),
  },
})

export const createAssignment = (asked: Asked): Answer => {
  const { id } = findClass(asked)
  const { body, tenant, manners } = asked
  if (typeof body.displayName !== 'string') throw badRequest("'displayName' is required.")
  for (const name of Object.keys(body))
    if (!KNOWN.has(name) || name === 'status') throw badRequest(`'${name}' cannot be written.`)
  const now = new Date(manners.now()).toISOString()
  const assignment = {
    id: randomUUID(),
    ...body,
    classId: id,
    status: 'draft',
    createdDateTime: now,
    lastModifiedDateTime: now,
    changed: manners.now(),
    submissions: [],
  } as unknown as StoredAssignment
  tenant.directory.assignments[assignment.id] = assignment
  noteChange(tenant, 'assignment', assignment.id, manners.now())
  return { status: 201, body: { ...selected(shown(asked, assignment), asked, KNOWN, DEFAULTS) } }
}

/** Submissions come into being here: one for each member who is no teacher. */
export const publishAssignment = (asked: Asked): Answer => {
  const group = findClass(asked)
  const assignment = find(asked)
  if (assignment.status !== 'draft') throw badRequest('Only a draft can be published.')
  assignment.status = 'assigned'
  assignment.assignedDateTime = new Date(asked.manners.now()).toISOString()
  for (const member of group.members.filter((id) => !group.owners.includes(id)))
    assignment.submissions.push({
      id: randomUUID(),
      status: 'working',
      recipient: member,
      submittedDateTime: null,
      returnedDateTime: null,
      changed: asked.manners.now(),
      outcomes: [],
    })
  noteChange(asked.tenant, 'assignment', assignment.id, asked.manners.now())
  return { status: 200, body: { ...selected(shown(asked, assignment), asked, KNOWN, DEFAULTS) } }
}

export const deleteAssignment = (asked: Asked): Answer => {
  const { id } = find(asked)
  delete asked.tenant.directory.assignments[id]
  noteChange(asked.tenant, 'assignment', id, asked.manners.now(), true)
  return { status: 204 }
}

/** Grades are left out for who may only read what is basic. */
const maySeeOutcomes = ({ token }: Asked) =>
  token.permissions.some((name) => /^EduAssignments\.Read(Write)?(\.All)?$/.test(name))

const asSubmission = (asked: Asked, assignment: string, one: StoredSubmission): Thing => ({
  id: one.id,
  status: stateFor(asked, one.status),
  recipient: { '@odata.type': '#microsoft.graph.educationSubmissionIndividualRecipient', userId: one.recipient },
  submittedDateTime: one.submittedDateTime,
  returnedDateTime: one.returnedDateTime,
  lastModifiedDateTime: new Date(one.changed).toISOString(),
  assignmentId: assignment,
  ...(maySeeOutcomes(asked) && asked.query.get('$expand') === 'outcomes' ? { outcomes: one.outcomes } : {}),
})

const submissions = (asked: Asked, list: readonly Thing[]): Answer => {
  const expand = asked.query.get('$expand')
  if (expand !== null && expand !== 'outcomes')
    throw badRequest(`Could not find a property named '${expand}' to expand.`)
  const more = expand ? ['outcomes'] : []
  const what = 'educationSubmissions'
  return listing(asked, list, { known: SUBMISSION, defaults: SUBMISSION_DEFAULTS, what }, (one) => {
    const part = selected(one, asked, SUBMISSION, SUBMISSION_DEFAULTS)
    for (const name of more) if (one[name] !== undefined) part[name] = one[name]
    return part
  })
}

export const listSubmissions = (asked: Asked): Answer => {
  const { id, submissions: all } = find(asked)
  return submissions(
    asked,
    all.map((one) => asSubmission(asked, id, one)),
  )
}

const WEEK = 7 * 86_400_000

/** What changed in the last seven days, over all assignments of a class. */
export const recentSubmissions = (asked: Asked): Answer => {
  const since = asked.manners.now() - WEEK
  const list = ofClass(asked).flatMap(({ id, submissions: all }) =>
    all.filter(({ changed }) => changed >= since).map((one) => asSubmission(asked, id, one)),
  )
  return submissions(asked, list)
}

export const listOutcomes = (asked: Asked): Answer => {
  checkOptions(asked)
  const submission = find(asked).submissions.find(({ id }) => id === asked.path[6])
  if (!submission) throw notFound(asked.path[6]!)
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(asked, 'educationOutcomes'),
      value: maySeeOutcomes(asked) ? submission.outcomes : [],
    },
  }
}
