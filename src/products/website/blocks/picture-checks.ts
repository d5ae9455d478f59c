import type { Fault, OnSite } from './block.ts'

/** Pictures that say nothing to who cannot see them (WCAG 2.2, 1.1.1). */
export const pictureFaults = (ids: readonly string[], { pictures }: OnSite): Fault[] =>
  ids.flatMap((id) => {
    const picture = pictures.get(id)
    return picture && !picture.alt.trim() ? [{ kind: 'alt', about: id } as const] : []
  })
