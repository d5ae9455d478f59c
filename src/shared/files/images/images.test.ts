import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'
import { type ImageKind, imageTexts, keepImage, openImage, prepareImage, removeImage } from './index.ts'

const kind: ImageKind = {
  name: 'test',
  variants: { square: { width: 64, height: 64, fit: 'cover' }, whole: { width: 320, height: 320, fit: 'inside' } },
}

type Rgb = readonly [number, number, number]
const red: Rgb = [200, 30, 30]
const blue: Rgb = [30, 30, 200]

/** Left half one colour, right half another. */
const halves = (width: number, height: number, left = red, right = blue) => {
  const raw = Buffer.alloc(width * height * 3)
  for (let at = 0; at < width * height; at++) raw.set(at % width < width / 2 ? left : right, at * 3)
  return sharp(raw, { raw: { width, height, channels: 3 } })
}
const photo = (width = 200, height = 100) => halves(width, height).jpeg().toBuffer()

const made = async (bytes: Buffer, focus?: { x: number; y: number }) => {
  const image = await prepareImage(bytes, kind, focus)
  if (!image.ok) throw new Error(image.problem)
  return (variant: string, type: 'webp' | 'jpeg') =>
    image.files.find((file) => file.variant === variant && file.type === type)!.bytes
}
const problemOf = async (bytes: Buffer) => {
  const image = await prepareImage(bytes, kind)
  return image.ok ? null : image.problem
}
const colourAt = async (bytes: Buffer, left: number, top: number) => {
  const pixel = await sharp(bytes).flatten().extract({ left, top, width: 1, height: 1 }).removeAlpha().raw().toBuffer()
  return [...pixel]
}
const near = (got: readonly number[], want: Rgb) => got.every((value, at) => Math.abs(value - want[at]!) < 30)

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc(body))
  return Buffer.concat([length, body, sum])
}
const crc = (bytes: Buffer) => {
  let value = ~0
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return ~value >>> 0
}
/** A PNG of one colour, a few kilobytes however large it unfolds. */
const bomb = (side: number) => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([1, 0], 8)
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side))
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

describe('what is made of a picture', () => {
  test('has two types of each size, and not one byte of metadata', async () => {
    const gps = { IFD0: { Make: 'Telefoonq', Copyright: 'Makerq' }, IFD3: { GPSLatitude: '52/1 5/1 0/1' } }
    const tagged = await halves(400, 200).withExif(gps).withXmp('<x:xmpmeta>Plaatsq</x:xmpmeta>').jpeg().toBuffer()
    const commented = Buffer.concat([
      tagged.subarray(0, 2),
      Buffer.from('\xff\xfe\x00\x0aGeheimq!', 'latin1'),
      tagged.subarray(2),
    ])
    expect(commented.includes('Telefoonq') && commented.includes('Plaatsq')).toBe(true)
    const of = await made(commented)
    const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
    for (const variant of ['square', 'whole'])
      for (const type of ['webp', 'jpeg'] as const) {
        const bytes = of(variant, type)
        const { format, exif, xmp, icc, iptc, width, height } = await sharp(bytes).metadata()
        expect({ format, exif, xmp, icc, iptc }).toEqual({ format: type })
        expect([width, height]).toEqual(variant === 'square' ? [64, 64] : [320, 160])
        expect(/Telefoonq|Makerq|Plaatsq|Geheimq|Exif|GPS|http/.exec(bytes.toString('latin1'))).toBeNull()
        writeFileSync(join(folder, `${variant}.${type}`), bytes)
      }
    const seen = spawnSync('exiftool', [
      '-a',
      '-G1',
      '-EXIF:all',
      '-GPS:all',
      '-XMP:all',
      '-IPTC:all',
      '-ICC_Profile:all',
      folder,
    ])
    if (!seen.error) expect(seen.stdout.toString()).not.toMatch(/^\[/m)
  })

  test('stands upright as its camera said', async () => {
    const of = await made(await halves(200, 100).withMetadata({ orientation: 6 }).jpeg().toBuffer())
    const whole = of('whole', 'jpeg')
    const { width, height } = await sharp(whole).metadata()
    expect([width, height]).toEqual([100, 200])
    expect(near(await colourAt(whole, 50, 20), red) && near(await colourAt(whole, 50, 180), blue)).toBe(true)
  })

  test('keeps the point in view that somebody chose', async () => {
    const bytes = await photo(400, 100)
    expect(near(await colourAt((await made(bytes, { x: 2, y: 50 }))('square', 'webp'), 60, 32), red)).toBe(true)
    expect(near(await colourAt((await made(bytes, { x: 100, y: 0 }))('square', 'webp'), 3, 32), blue)).toBe(true)
    const turned = await halves(400, 100).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(near(await colourAt((await made(turned, { x: 50, y: 0 }))('square', 'jpeg'), 32, 60), red)).toBe(true)
  })

  test('has the colours of a print photo, white or nothing behind a drawing, the first frame of a film', async () => {
    const cmyk = await halves(200, 100).toColourspace('cmyk').jpeg().toBuffer()
    expect((await sharp(cmyk).metadata()).space).toBe('cmyk')
    const printed = (await made(cmyk))('whole', 'jpeg')
    expect((await sharp(printed).metadata()).space).toBe('srgb')
    const [r, , b] = await colourAt(printed, 20, 50)
    expect(r! > b! + 60).toBe(true)
    const clear = await sharp({ create: { width: 90, height: 90, channels: 4, background: '#0000' } })
      .png()
      .toBuffer()
    const drawing = await made(clear)
    expect((await sharp(drawing('whole', 'webp')).stats()).isOpaque).toBe(false)
    expect(near(await colourAt(drawing('whole', 'jpeg'), 10, 10), [255, 255, 255])).toBe(true)
    const frames = await Promise.all([red, blue].map((one) => halves(40, 40, one, one).png().toBuffer()))
    const film = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer()
    expect((await sharp(film).metadata()).pages).toBe(2)
    const still = (await made(film))('whole', 'webp')
    expect((await sharp(still).metadata()).pages).toBeUndefined()
    expect(near(await colourAt(still, 20, 20), red)).toBe(true)
  })

  test('is there for the smallest and the longest picture too', async () => {
    for (const [width, height] of [
      [1, 1],
      [1, 5_000],
      [5_000, 1],
    ] as const)
      for (const focus of [undefined, { x: 0, y: 100 }]) {
        const of = await made(await halves(width, height).png().toBuffer(), focus)
        expect((await sharp(of('square', 'webp')).metadata()).width).toBe(64)
      }
  })

  test('has nothing of what hung on to the picture', async () => {
    const payload = Buffer.from('PK\x03\x04<script>alert("q")</script>%PDF-1.7 q', 'latin1')
    const of = await made(Buffer.concat([await photo(), payload]))
    for (const type of ['webp', 'jpeg'] as const) expect(of('whole', type).includes('script')).toBe(false)
  })
})

describe('what is refused, in a word', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
  const ftyp = (brand: string) => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}\0\0\0\0mif1`)])

  test.each([
    ['a drawing', Buffer.from(svg), 'svg'],
    ['a drawing behind an XML line', Buffer.from(`\ufeff<?xml version="1.0"?><!-- q -->\n${svg}`), 'svg'],
    ['a drawing in UTF-16', Buffer.from(`\ufeff${svg}`, 'utf16le'), 'svg'],
    ['a photo of an iPhone', ftyp('heic'), 'heic'],
    ['AVIF', ftyp('avif'), 'heic'],
    ['a film', ftyp('isom'), 'not-a-picture'],
    ['a PDF', Buffer.from('%PDF-1.7 \xff\xd8\xff'), 'not-a-picture'],
    ['a page', Buffer.from('<!doctype html><img src=x onerror=alert(1)>'), 'not-a-picture'],
    ['TIFF', Buffer.from('II*\0aaaaaaaa'), 'not-a-picture'],
    ['no bytes', Buffer.alloc(0), 'not-a-picture'],
    ['noise that says JPEG', Buffer.concat([Buffer.from([255, 216, 255]), randomBytes(500)]), 'damaged'],
    ['a GIF that is HTML', Buffer.from('GIF89a<script>alert(1)</script>'), 'damaged'],
    ['a PNG of 200 megapixels', bomb(14_200), 'too-many-pixels'],
    ['a PNG just over the limit', bomb(6_400), 'too-many-pixels'],
    ['more than 15 MB', Buffer.concat([Buffer.from([255, 216, 255]), Buffer.alloc(15 * 1024 * 1024)]), 'too-large'],
  ] as const)('%s', async (_, bytes, problem) => {
    expect(await problemOf(bytes)).toBe(problem)
    for (const language of ['nl', 'en'] as const) expect(imageTexts[language][problem]).toMatch(/\.$/)
  })

  test('a photo that did not arrive whole', async () => {
    const bytes = await halves(800, 600).png().toBuffer()
    expect(await problemOf(bytes.subarray(0, bytes.length / 2))).toBe('damaged')
    const jpeg = await sharp(randomBytes(600 * 400 * 3), { raw: { width: 600, height: 400, channels: 3 } })
      .jpeg()
      .toBuffer()
    expect(await problemOf(jpeg.subarray(0, jpeg.length / 3))).toBe('damaged')
  })
})

describe('a picture that is kept', () => {
  const door = frontDoor()

  test('is sealed under the key of whom it shows, opens with it, and is gone with it', async () => {
    const { files } = door.front.parts
    const image = await prepareImage(await photo(), kind)
    if (!image.ok) throw new Error('refused')
    const of = world.staff.hatice
    const ids = await door.front.within(world.vuurtoren, async (work) => {
      const [one, other] = [await keepImage(work, files, of, image), await keepImage(work, files, of, image)]
      return { one, other }
    })
    const look = (id: string) =>
      door.front.within(world.vuurtoren, async (work) => {
        const found = await openImage(work, files, { id, variant: 'square', type: 'webp' })
        return { found, seen: [...work.disclosure.subjects], kinds: [...work.disclosure.kinds] }
      })
    const { found, seen, kinds } = await look(ids.one)
    const want = image.files.find(({ variant, type }) => variant === 'square' && type === 'webp')!.bytes
    expect((await buffer(await found!.read())).equals(want)).toBe(true)
    expect([seen, kinds]).toEqual([[of], ['image']])
    for await (const { id } of files.list()) expect((await buffer(await files.get(id))).includes('WEBP')).toBe(false)
    await door.front.within(world.vuurtoren, (work) => removeImage(work, ids.one))
    expect((await look(ids.one)).found).toBeNull()
    await door.front.within(world.vuurtoren, (work) => work.destroyKey(of))
    expect((await look(ids.other)).found).toBeNull()
  })
})
