import type { Readable } from 'node:stream'
import type { Work } from '#shared/tenancy/work.ts'
import type { FileStore } from './store.ts'

/** A file for who asks for a copy, ready to be read after the transaction. `name`: as the module gave it, no path in it. */
export type PersonalFile = {
  readonly name: string
  readonly bytes: number
  readonly read: () => Promise<Readable>
}

type FilesOf = (work: Work, files: FileStore, person: string) => Promise<readonly PersonalFile[]>

const known = new Map<string, FilesOf>()

/**
 * Says which files of a module go along when somebody asks for a copy of what is known about them (art. 15(3) GDPR). What is
 * of another stays out: the module knows whose a file is. `name` is the module's; a name twice is a mistake and throws.
 */
export const filesOfPerson = (name: string, of: FilesOf): void => {
  if (known.has(name)) throw new Error(`Module ${name} gives its files twice`)
  known.set(name, of)
}

/** The files of every module for somebody's copy. */
export const allFilesOf = async (work: Work, files: FileStore, person: string): Promise<PersonalFile[]> => {
  const found: PersonalFile[] = []
  for (const of of known.values()) found.push(...(await of(work, files, person)))
  return found
}
