import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import type { Exchange } from '#demo/microsoft/graph/index.ts'
import { root } from '#shared/root.ts'

const FILE = join(root, '../shared/contracts/microsoft-graph.csdl.xml')
/** Tests that read Graph's own schema are skipped, by name, where it is missing. */
export const hasCsdl = existsSync(FILE)

type Type = {
  readonly base: string | undefined
  readonly open: boolean
  readonly properties: Map<string, string>
  readonly links: Map<string, string>
  readonly members: Set<string> | undefined
}

const plainName = (name: string) => name.replace(/^(graph|microsoft\.graph)\./, '')

const readTypes = (): ReadonlyMap<string, Type> => {
  const types = new Map<string, Type>()
  let current: Type | undefined
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const named = String(attributes.Name ?? '')
    if (name === 'EntityType' || name === 'ComplexType' || name === 'EnumType') {
      current = {
        base: attributes.BaseType ? plainName(String(attributes.BaseType)) : undefined,
        open: attributes.OpenType === 'true',
        properties: new Map(),
        links: new Map(),
        members: name === 'EnumType' ? new Set() : undefined,
      }
      types.set(named, current)
    } else if (name === 'Property') current?.properties.set(named, String(attributes.Type))
    else if (name === 'NavigationProperty') current?.links.set(named, String(attributes.Type))
    else if (name === 'Member') current?.members?.add(named)
  })
  parser.write(readFileSync(FILE, 'utf8')).close()
  return types
}

const PRIMITIVE: Readonly<Record<string, (value: unknown) => boolean>> = {
  'Edm.String': (value) => typeof value === 'string',
  'Edm.Boolean': (value) => typeof value === 'boolean',
  'Edm.Int32': (value) => Number.isInteger(value),
  'Edm.Single': (value) => typeof value === 'number',
  'Edm.Double': (value) => typeof value === 'number',
  'Edm.Guid': (value) => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value),
  'Edm.DateTimeOffset': (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
  'Edm.Date': (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
  'Edm.Duration': (value) => typeof value === 'string',
}

/** Holds what goes over the line against Graph's own schema; answers what is wrong with it, in words. */
export class Csdl {
  readonly #types = readTypes()

  #find(type: string, name: string, among: 'properties' | 'links'): string | undefined {
    for (let at: string | undefined = type; at; at = this.#types.get(at)?.base) {
      const found = this.#types.get(at)?.[among].get(name)
      if (found) return found
    }
    return undefined
  }

  /** The extract leaves out every link of some types (user, group, team): what is bound there cannot be held against it. */
  #holdsLinks(type: string): boolean {
    for (let at: string | undefined = type; at; at = this.#types.get(at)?.base) {
      if (this.#types.get(at)?.links.size) return true
    }
    return false
  }

  check(type: string, value: unknown, where = type): string[] {
    if (value === null) return []
    const list = /^Collection\((.+)\)$/.exec(type)?.[1]
    if (list)
      return Array.isArray(value)
        ? value.flatMap((one, index) => this.check(list, one, `${where}[${index}]`))
        : [`${where} is no list`]
    const primitive = PRIMITIVE[type]
    if (primitive) return primitive(value) ? [] : [`${where} is no ${type}: ${JSON.stringify(value)}`]
    const known = this.#types.get(plainName(type))
    if (!known) return type.startsWith('Edm.') ? [`${where}: ${type} is not known here`] : []
    if (known.members)
      return typeof value === 'string' && known.members.has(value)
        ? []
        : [`${where} is no ${type}: ${JSON.stringify(value)}`]
    if (typeof value !== 'object') return [`${where} is no ${type}`]
    return this.#record(
      this.#named(value as Record<string, unknown>, plainName(type)),
      value as Record<string, unknown>,
      where,
    )
  }

  /** A record may say that it is a kind of its type. */
  #named(value: Record<string, unknown>, type: string): string {
    const said = value['@odata.type']
    return typeof said === 'string' ? plainName(said.slice(1)) : type
  }

  #record(type: string, value: Record<string, unknown>, where: string): string[] {
    const wrong: string[] = []
    for (const [name, one] of Object.entries(value)) {
      const [plain, annotation] = name.split('@') as [string, string | undefined]
      if (annotation !== undefined) {
        if (annotation === 'odata.bind' && plain && this.#holdsLinks(type) && !this.#find(type, plain, 'links'))
          wrong.push(`${where}: ${type} has no link ${plain}`)
        continue
      }
      const found = this.#find(type, name, 'properties') ?? this.#find(type, name, 'links')
      if (!found) {
        if (this.#types.has(type)) wrong.push(`${where}: ${type} has no ${name}`)
      } else wrong.push(...this.check(found, one, `${where}.${name}`))
    }
    return wrong
  }
}

/** Of which type a request's body is; nothing for an action, whose parameters the extract does not hold. */
const typeOfRequest = ({ method, path }: Exchange['asked']): string | null => {
  if (method !== 'POST' && method !== 'PATCH') return null
  const line = path.map((part) => (/^[0-9a-f-]{36}$/.test(part) ? ':id' : part)).join('/')
  const types: Readonly<Record<string, string>> = {
    users: 'user',
    'users/:id': 'user',
    groups: 'group',
    'groups/:id': 'group',
    teams: 'team',
    'education/classes': 'educationClass',
    'education/classes/:id': 'educationClass',
    'education/users/:id': 'educationUser',
    'education/classes/:id/assignments': 'educationAssignment',
  }
  return types[line] ?? null
}

const ANSWERS: Readonly<Record<string, string>> = {
  users: 'user',
  groups: 'group',
  teams: 'team',
  educationClasses: 'educationClass',
  educationUsers: 'educationUser',
  educationAssignments: 'educationAssignment',
  educationSubmissions: 'educationSubmission',
  educationOutcomes: 'educationOutcome',
  subscribedSkus: 'subscribedSku',
  directoryObjects: 'directoryObject',
}

/** What is wrong with one exchange by Graph's schema. */
export const wrongIn = (csdl: Csdl, { asked, answer }: Exchange): string[] => {
  const line = `${asked.method} ${asked.path.join('/')}`
  const request = typeOfRequest(asked)
  const wrong = request ? csdl.check(`graph.${request}`, asked.body, `${line} asked`) : []
  const context = /#([^/(]+)/.exec(String(answer.body?.['@odata.context'] ?? ''))?.[1]
  const type = context && !String(answer.body?.['@odata.context']).includes('operations') ? ANSWERS[context] : undefined
  if (!type || !answer.body) return wrong
  const { value } = answer.body
  const list = Array.isArray(value) ? value : [answer.body]
  for (const one of list) wrong.push(...csdl.check(`graph.${type}`, one, `${line} answered`))
  return wrong
}
