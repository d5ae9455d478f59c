import type { Work } from '#shared/tenancy/work.ts'
import { type Copy, copyAbout } from '../../my-data/copy/queries.ts'
import type { Request } from '../handling.ts'
import { copies } from '../kinds.ts'

/** Whose copy the school prints, and for whom: of a yes to somebody who asked on paper and was seen; nothing otherwise. */
export const copyOnPaper = (request: Request): { readonly subject: string; readonly asker: string } | null => {
  const { kind, state, way, identified, own, asker, about } = request
  if (!copies(kind) || state !== 'granted' || way === 'here' || !identified || own) return null
  return { subject: about?.id ?? asker.id, asker: asker.id }
}

/** That copy as it stands: `none` when it is over and can be made again; nothing where there is none to print. */
export const paperCopy = async (work: Work, request: Request): Promise<Copy | 'none' | null> => {
  const asked = copyOnPaper(request)
  return asked && ((await copyAbout(work, asked)) ?? 'none')
}
