import { Queue } from '#shared/identity/queue.ts'
import type { Focus, ImageKind, ImageProblem, MadeFile, PreparedImage, Variant } from './kind.ts'
import { looksLike } from './looks.ts'

/** A photo of the best telephone of today fits; a whole film does not. */
const MAX_BYTES = 15 * 1024 * 1024
const MAX_PIXELS = 40_000_000
const SECONDS = 20
const WHITE = '#ffffff'

/** One at a time: a large photo takes a second of a core and a hundred megabytes. */
const turns = new Queue(1, 24)

/** Only what is needed to read our four formats may run at all; nothing of anybody's photo stays behind in a cache. */
const load = async () => {
  const { default: sharp } = await import('sharp')
  sharp.block({ operation: ['VipsForeignLoad'] })
  for (const one of ['Jpeg', 'Png', 'Webp', 'Nsgif']) sharp.unblock({ operation: [`VipsForeignLoad${one}`] })
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
}
let loaded: ReturnType<typeof load> | undefined

const refuse = (problem: ImageProblem): PreparedImage => ({ ok: false, problem })

/** Where to cut `size` out of an image of this width and height so that the focus is as near to its middle as can be. */
const around = (focus: Focus, width: number, height: number, { width: w, height: h }: Variant) => {
  const scale = Math.min(width / w, height / h)
  const cut = { width: Math.max(1, Math.round(w * scale)), height: Math.max(1, Math.round(h * scale)) }
  const from = (part: number, whole: number, piece: number) =>
    Math.round(Math.min(Math.max((part / 100) * whole - piece / 2, 0), whole - piece))
  return { left: from(focus.x, width, cut.width), top: from(focus.y, height, cut.height), ...cut }
}

const make = async (bytes: Buffer, kind: ImageKind, focus: Focus | undefined): Promise<PreparedImage> => {
  loaded ??= load()
  const sharp = await loaded
  const reading = () => sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true })
  const { format, width, height, autoOrient } = await reading().metadata()
  if (format !== looksLike(bytes)) return refuse('not-a-picture')
  if (width * height > MAX_PIXELS) return refuse('too-many-pixels')
  const files: MadeFile[] = []
  for (const [variant, size] of Object.entries(kind.variants)) {
    // Without a focus the part with most skin and contrast stays: in a portrait, the face.
    const position = sharp.strategy.attention
    const turned = reading().timeout({ seconds: SECONDS }).autoOrient()
    const cut = focus && size.fit === 'cover' ? around(focus, autoOrient.width, autoOrient.height, size) : undefined
    const whole = cut ? turned.extract(cut) : turned
    const sized = whole.resize({ ...size, position, withoutEnlargement: size.fit === 'inside' })
    const pixels = await sized.toColourspace('srgb').png({ compressionLevel: 0 }).toBuffer()
    const webp = await sharp(pixels).webp({ quality: 82 }).toBuffer()
    const jpeg = await sharp(pixels).flatten({ background: WHITE }).jpeg({ quality: 82 }).toBuffer()
    files.push({ variant, type: 'webp', bytes: webp }, { variant, type: 'jpeg', bytes: jpeg })
  }
  return { ok: true, kind, files }
}

/**
 * Makes the sizes of a kind from uploaded bytes: turned upright, in sRGB, the first frame of what moves, as WebP and as
 * JPEG (on white), and nothing else of the upload: no EXIF, no place, no profile, no bytes behind the picture. Refuses by
 * what the bytes are and not by a name: more than 15 MB, more than 40 megapixels (before one is decoded), SVG, HEIC, what
 * is no picture and what is damaged. Runs on threads of its own, one picture at a time; call it outside a transaction.
 * Throws `QueueFull` when too many wait.
 */
export const prepareImage = async (bytes: Buffer, kind: ImageKind, focus?: Focus): Promise<PreparedImage> => {
  if (bytes.length > MAX_BYTES) return refuse('too-large')
  const looks = looksLike(bytes)
  if (looks === 'heic' || looks === 'svg' || looks === 'not-a-picture') return refuse(looks)
  return turns.run(() =>
    make(bytes, kind, focus).catch((error: Error) =>
      refuse(/pixel limit/i.test(error.message) ? 'too-many-pixels' : 'damaged'),
    ),
  )
}
