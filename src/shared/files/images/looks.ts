import type { ImageProblem } from './kind.ts'

type Format = 'jpeg' | 'png' | 'webp' | 'gif'

const HEIF = /^(hei[cfmsx]|hev[cmsx]|mif1|msf1|avi[fs])/

/**
 * What bytes are by how they begin, whatever the file was called: a picture that we read, or why not. A photo of an
 * iPhone (HEIC) and a drawing (SVG) get a word of their own, since people can do something about it.
 */
export const looksLike = (bytes: Buffer): Format | Extract<ImageProblem, 'heic' | 'svg' | 'not-a-picture'> => {
  const at = (from: number, to: number) => bytes.toString('latin1', from, to)
  if (at(0, 3) === '\xff\xd8\xff') return 'jpeg'
  if (at(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (at(0, 4) === 'RIFF' && at(8, 12) === 'WEBP') return 'webp'
  if (/^GIF8[79]a/.test(at(0, 6))) return 'gif'
  if (at(4, 8) === 'ftyp' && HEIF.test(at(8, 12))) return 'heic'
  // Whatever its encoding: without null bytes UTF-16 reads as ASCII here.
  if (/<svg[\s/>]/i.test(at(0, 4_096).replaceAll('\0', ''))) return 'svg'
  return 'not-a-picture'
}
