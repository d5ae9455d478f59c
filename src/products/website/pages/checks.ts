import type { Work } from '#shared/tenancy/work.ts'
import type { Fault, OnSite } from '../blocks/block.ts'
import type { Content } from '../blocks/content.ts'
import { kindOf, picturesIn } from '../blocks/kinds.ts'
import { pictureFaults } from '../blocks/picture-checks.ts'
import { keptFromSite, namesOfPupils, picturesOf } from '../pictures/queries.ts'
import { fullPages, onSite } from '../publishing/loading.ts'
import { siteOf } from '../publishing/site.ts'

/** Something that keeps a page from the site, and which part of it to look at. */
export type PageFault = {
  readonly block: string | null
  readonly fault: Fault
  /** Whether it can be mended with one press. */
  readonly mends: boolean
}

/** What somebody who cannot see, or cannot use a mouse, would miss on a page. */
export const faultsIn = (content: Content, on: OnSite): PageFault[] => [
  ...(content.picture ? pictureFaults([content.picture], on) : []).map((fault) => ({
    block: null,
    fault,
    mends: false,
  })),
  ...content.blocks.flatMap(({ id, type, data }) => {
    const kind = kindOf(type)
    const mends = (fault: Fault) => fault.kind !== 'alt' && kind?.repair !== undefined
    return (kind?.faults?.(data, on) ?? []).map((fault) => ({ block: id, fault, mends: mends(fault) }))
  }),
]

/** A picture on a page that may not be on the site: of these children, or of nobody knows whom. */
export type PictureStop = { readonly picture: string; readonly alt: string; readonly names: readonly string[] }

/** The pictures of a page that consent keeps from the site now, with the names of the children. */
export const stopsIn = async (work: Work, content: Content): Promise<PictureStop[]> => {
  const ids = new Set([...picturesIn(content.blocks), ...(content.picture ? [content.picture] : [])])
  const pictures = (await picturesOf(work)).filter(({ id }) => ids.has(id))
  const kept = await keptFromSite(work, pictures)
  const stops: PictureStop[] = []
  for (const { id, alt } of pictures) {
    const why = kept.get(id)
    if (!why) continue
    const names = 'pupils' in why ? (await namesOfPupils(work, why.pupils)).map(({ name }) => name) : []
    stops.push({ picture: id, alt, names })
  }
  return stops
}

/** Whether something keeps a page from being published: what somebody would miss, or a picture that may not be shown. */
export const isStopped = async (work: Work, content: Content): Promise<boolean> => {
  const site = await siteOf(work)
  if (!site) return true
  const on = await onSite(work, site, await fullPages(work, 'draft'), 'editors')
  return faultsIn(content, on).length > 0 || (await stopsIn(work, content)).length > 0
}
