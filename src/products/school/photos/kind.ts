import type { Focus, ImageKind } from '#shared/files/images/index.ts'

/** A photo of somebody of the team: the face in a list, and the whole to choose another cut from. */
export const staffPhoto: ImageKind<'face' | 'whole'> = {
  name: 'staff-photo',
  variants: {
    face: { width: 192, height: 192, fit: 'cover' },
    whole: { width: 640, height: 640, fit: 'inside' },
  },
}

/** Where in the photo the face is. */
export const positions = {
  'top-left': { x: 20, y: 20 },
  top: { x: 50, y: 20 },
  'top-right': { x: 80, y: 20 },
  left: { x: 20, y: 50 },
  middle: { x: 50, y: 50 },
  right: { x: 80, y: 50 },
  'bottom-left': { x: 20, y: 80 },
  bottom: { x: 50, y: 80 },
  'bottom-right': { x: 80, y: 80 },
} as const satisfies Record<string, Focus>
export type Position = keyof typeof positions
