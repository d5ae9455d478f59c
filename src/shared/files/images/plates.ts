/** How large a picture is, and what must stand behind it on a light and on a dark page so that it can be seen. */
export type Plates = {
  readonly width: number
  readonly height: number
  readonly light: 'none' | 'dark'
  readonly dark: 'none' | 'light'
}

/** The luminance of the grounds it stands on: the rail in the light and in the dark, and the plates. */
const GROUNDS = { light: 0.87, dark: 0.012 } as const

/** WCAG 2.2, 1.4.11: what must be seen differs at least so much from what is behind it. */
const ENOUGH = 3
/** A part this small may be pale: a fleck of yellow in a drawing. */
const PALE = 0.2
const SEEN = 128

const linear = (value: number) => {
  const part = value / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

const contrast = (one: number, other: number) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)

/**
 * Measures on which grounds a picture needs a plate: where more than a fifth of what is seen of it differs less than 3:1
 * from the page. A picture without clear parts brings its own ground and needs none.
 */
export const platesFor = async (picture: Buffer): Promise<Plates> => {
  const { default: sharp } = await import('sharp')
  const { data, info } = await sharp(picture)
    .ensureAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const size = { width: info.width, height: info.height }
  const luminances: number[] = []
  let clear = 0
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3]! < SEEN) clear++
    else luminances.push(0.2126 * linear(data[at]!) + 0.7152 * linear(data[at + 1]!) + 0.0722 * linear(data[at + 2]!))
  }
  if (clear * 50 < luminances.length) return { ...size, light: 'none', dark: 'none' }
  const pale = (ground: number) =>
    luminances.filter((one) => contrast(one, ground) < ENOUGH).length / Math.max(luminances.length, 1)
  const [onLight, onDark] = [pale(GROUNDS.light), pale(GROUNDS.dark)]
  return {
    ...size,
    light: onLight > PALE && onDark < onLight ? 'dark' : 'none',
    dark: onDark > PALE && onLight < onDark ? 'light' : 'none',
  }
}
