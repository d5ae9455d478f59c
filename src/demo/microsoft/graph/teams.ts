import { randomUUID } from 'node:crypto'
import { badRequest, notFound, Refusal } from './failing.ts'
import { findGroup } from './groups.ts'
import { contextOf } from './querying.ts'
import type { Answer, Asked, StoredGroup } from './types.ts'

const TEMPLATES = ['standard', 'educationClass', 'educationStaff', 'educationProfessionalLearningCommunity']
const ALONE = ['displayName', 'description', 'visibility', 'members']

const teamNotFound = (id: string) => new Refusal(404, 'NotFound', `No team found with Group Id ${id}`)

const findTeam = (asked: Asked): StoredGroup & { team: NonNullable<StoredGroup['team']> } => {
  const group = findGroup(asked, asked.path[1]!)
  if (!group.team || asked.manners.now() < group.team.createdAt + asked.manners.teamAfter) throw teamNotFound(group.id)
  return group as StoredGroup & { team: NonNullable<StoredGroup['team']> }
}

const newOperation = (asked: Asked, team: string, after: number): Answer => {
  const id = randomUUID()
  asked.tenant.directory.operations[id] = { team, ready: asked.manners.now() + after }
  return {
    status: 202,
    headers: { Location: `/teams('${team}')/operations('${id}')`, 'Content-Location': `/teams('${team}')` },
  }
}

/** Makes a team of a group: not of one that is too new, not without an owner, and not twice. */
export const createTeam = (asked: Asked): Answer => {
  const { body, manners, tenant, token } = asked
  const template = /teamsTemplates\('([^']+)'\)$/.exec(String(body['template@odata.bind'] ?? ''))?.[1]
  if (!template || !TEMPLATES.includes(template)) throw badRequest('Bind requests expected for the template property.')
  const bound = /groups(?:\('([^']+)'\)|\/([^/]+))$/.exec(String(body['group@odata.bind'] ?? ''))
  if (!bound) {
    const members = body.members as unknown[] | undefined
    if (token.kind === 'application' && members?.length !== 1)
      throw badRequest('A team owner must be provided when creating a team in application context.')
    throw badRequest('This stand-in makes teams of groups only.')
  }
  if (ALONE.some((name) => body[name] !== undefined))
    throw badRequest(`${ALONE.join(', ')} must not be given with group@odata.bind.`)
  const id = bound[1] ?? bound[2]!
  const group = tenant.directory.groups[id]
  if (!group || manners.now() - group.madeAt < manners.teamAfter)
    throw new Refusal(404, 'NotFound', `Failed to execute Templates backend request: group ${id} was not found.`)
  if (group.owners.length === 0) throw badRequest('The group must have at least one owner to make a team of it.')
  if (group.team) throw new Refusal(409, 'Conflict', `Team already exists for group ${id}`)
  const specialization = template === 'educationClass' ? 'educationClass' : 'none'
  group.team = { isArchived: false, createdAt: manners.now(), specialization }
  return newOperation(asked, id, manners.teamAfter)
}

export const getTeam = (asked: Asked): Answer => {
  const group = findTeam(asked)
  const { isArchived, specialization, createdAt } = group.team
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(asked, 'teams/$entity'),
      id: group.id,
      displayName: group.displayName,
      description: group.description,
      isArchived,
      specialization,
      visibility: 'private',
      createdDateTime: new Date(createdAt).toISOString(),
    },
  }
}

export const getOperation = (asked: Asked): Answer => {
  const operation = asked.tenant.directory.operations[asked.path[3]!]
  if (!operation || operation.team !== asked.path[1]) throw notFound(asked.path[3]!)
  const done = asked.manners.now() >= operation.ready
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(asked, 'teams/operations/$entity'),
      id: asked.path[3]!,
      operationType: 'createTeam',
      status: done ? 'succeeded' : 'inProgress',
      targetResourceId: operation.team,
      attemptsCount: 1,
    },
  }
}

/** Archiving takes a moment too; archiving what is archived is refused. */
export const setArchived =
  (archived: boolean) =>
  (asked: Asked): Answer => {
    const { team, id } = findTeam(asked)
    if (team.isArchived === archived) throw badRequest(archived ? 'Team is already archived.' : 'Team is not archived.')
    team.isArchived = archived
    return newOperation(asked, id, 0)
  }
