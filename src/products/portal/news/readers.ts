import { guardianIdsOf, namesWithRoleToday, placesToday } from '#products/school/index.ts'
import type { Role } from '#shared/identity/me.ts'
import type { Language } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { ReaderNames } from '#shared/ui/index.ts'
import { countsRead, idsOf, readersOf, whoReads } from '../attention/readers/readers.ts'

/** The whole school, or some groups: for whom news is. */
export type For = { readonly wholeSchool: boolean; readonly groups: readonly string[] }

const OFFICE: readonly Role[] = ['principal', 'administrator']
const TEAM: readonly Role[] = [...OFFICE, 'teacher', 'substitute', 'support', 'ict', 'privacy-officer']

const ofSchool = async (work: Work, writer: string) => {
  const pupils = [...new Set((await placesToday(work)).map(({ pupil }) => pupil))]
  const guardians = pupils.length > 0 ? await guardianIdsOf(work, pupils) : []
  const staff = (await namesWithRoleToday(work, TEAM)).map(({ id }) => id)
  return { guardians: guardians.filter((id) => id !== writer), staff: staff.filter((id) => id !== writer) }
}

/** Everybody who may read it today, by the rule of `readable` in the other direction: to whom it is given. */
export const readerIds = async (work: Work, { wholeSchool, groups }: For, writer: string): Promise<string[]> => {
  if (!wholeSchool) return idsOf(await readersOf(work, { groups, roles: OFFICE }, writer))
  const { guardians, staff } = await ofSchool(work, writer)
  return [...new Set([...guardians, ...staff])]
}

/** The guardians among them. */
export const guardiansWhoRead = async (work: Work, { wholeSchool, groups }: For): Promise<string[]> => {
  if (wholeSchool) return (await ofSchool(work, '')).guardians
  const { guardians, secret } = await readersOf(work, { groups, teachers: false }, '')
  return [...guardians.map(({ id }) => id), ...secret]
}

/** The line above the composer; of a whole school it counts, and opens no names. */
export const whoWillRead = async (
  work: Work,
  language: Language,
  { wholeSchool, groups }: For,
  writer: string,
): Promise<{ readers: string; readerNames: ReaderNames | undefined }> => {
  if (!wholeSchool) return whoReads(language, await readersOf(work, { groups, roles: OFFICE }, writer))
  const { guardians, staff } = await ofSchool(work, writer)
  return { readers: countsRead(language, guardians.length, staff.length), readerNames: undefined }
}
