import type { ImageKind } from '#shared/files/images/index.ts'

const inside = (width: number) => ({ width, height: width * 3, fit: 'inside' }) as const

/** The sizes of a picture on the site: for a phone, for a column, for the whole width. */
export const pictureKind = {
  name: 'site-picture',
  variants: { small: inside(480), middle: inside(960), large: inside(1600) },
} as const satisfies ImageKind
