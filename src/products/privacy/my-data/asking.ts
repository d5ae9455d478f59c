import { childrenSpokenForBy, namesOf } from '#products/school/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { decideThemselves } from '../consents/ages.ts'
import type { Question } from './reading.ts'

/** About whom is asked, by name, with what is asked. */
export type Asking = {
  readonly question: Question
  readonly name: string
  readonly givenName: string
  readonly own: boolean
}

const childrenOf = async (work: Work, guardian: string) => {
  const rows = await childrenSpokenForBy(work, guardian).execute()
  const children = rows.map((row) => row.pupil_id)
  const alone = await decideThemselves(work, children)
  return children.filter((child) => !alone.has(child))
}

/**
 * What somebody may ask: about themselves, or about a child under 16 for whom they speak today. Nothing about anybody else: a guardian
 * without authority asks under art. 1:377c BW, one who was a guardian no longer asks here.
 */
export const askingFor = async (
  work: Work,
  asker: { readonly id: string; readonly account: string | null },
  about: string = asker.id,
): Promise<Asking | null> => {
  const children = await childrenOf(work, asker.id)
  if (about !== asker.id && !children.includes(about)) return null
  const names = await namesOf(work, [asker.id, ...children])
  const named = names.get(about)
  if (!named) return null
  const own = about === asker.id
  return {
    question: {
      subject: about,
      asker: asker.id,
      account: own ? asker.account : null,
      known: new Map([...names].map(([id, { name }]) => [id, name])),
    },
    name: named.name,
    givenName: named.givenName,
    own,
  }
}

/** The children somebody can ask about, to choose from. */
export const childrenToAskAbout = async (work: Work, asker: string) => {
  const names = await namesOf(work, await childrenOf(work, asker))
  return [...names].map(([id, { name, givenName }]) => ({ id, name, givenName }))
}
