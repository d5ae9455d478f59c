import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveTheme } from './theme-asset.ts'

/** One file for the browser: its hashed address and the hash the browser checks it against. */
type Asset = { readonly url: string; readonly integrity: string }

type Encoding = 'br' | 'gzip'
type Stored = { readonly type: string; readonly integrity: string; readonly body: Buffer } & {
  readonly [E in Encoding]?: Buffer
}

type Entry =
  | 'style'
  | 'site'
  | 'script'
  | 'visitor'
  | 'editor'
  | 'passkey'
  | 'worker'
  | 'font'
  | 'bricolage'
  | 'piazzolla'
  | 'icon'
  | 'app180'
  | 'app192'
  | 'app512'

/** What `build-assets.mjs` writes: the named entries, and every file with its type and hash. */
type Manifest = {
  readonly entries: Readonly<Record<Entry, string>>
  readonly files: Readonly<
    Record<string, { readonly type: string; readonly integrity: string; readonly encodings: readonly Encoding[] }>
  >
}

type Loaded = {
  readonly entries: Readonly<Record<keyof Manifest['entries'], Asset>>
  readonly files: ReadonlyMap<string, Stored>
}

/** Where all files for the browser live. */
export const assetsPath = '/assets/'

// Bundled, this file is dist/main.js; in tests and development it is a source file four folders down.
const folders = [join(import.meta.dirname, 'public'), join(import.meta.dirname, '../../../dist/public')]
const suffix: Record<Encoding, string> = { br: '.br', gzip: '.gz' }
let loaded: Loaded | undefined

/** The addresses and hashes `Page` links to. Reads the built files into memory the first time; throws when they were not built. */
export function assets(): Loaded['entries'] {
  loaded ??= read()
  return loaded.entries
}

/** Reads the files from another folder than `dist/public`. */
export function useAssetsFrom(folder: string): void {
  loaded = load(folder)
}

function read(): Loaded {
  for (const folder of folders) {
    try {
      return load(folder)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  throw new Error('the files for the browser are not built: run src/shared/ui/build-assets.mjs')
}

function load(folder: string): Loaded {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest
  const files = new Map<string, Stored>()
  for (const [name, { type, integrity, encodings }] of Object.entries(manifest.files)) {
    const packed = Object.fromEntries(
      encodings.map((encoding) => [encoding, readFileSync(join(folder, name + suffix[encoding]))]),
    )
    files.set(assetsPath + name, { type, integrity, body: readFileSync(join(folder, name)), ...packed })
  }
  const entry = (name: string): Asset => {
    const file = files.get(assetsPath + name)
    if (!file) throw new Error(`manifest names a file it does not have: ${name}`)
    return { url: assetsPath + name, integrity: file.integrity }
  }
  const entries = Object.entries(manifest.entries).map(([name, file]) => [name, entry(file)])
  return { entries: Object.fromEntries(entries), files }
}

/** The service worker: it has one address for ever, since a browser keeps to the one that it was given. */
export function serviceWorker(): string {
  const { url } = assets().worker
  return String(loaded!.files.get(url)!.body)
}

export type Served = { readonly body: Buffer; readonly headers: Readonly<Record<string, string>> }

const forever = 'public, max-age=31536000, immutable'

/**
 * A file for the browser, packed as it accepts, or null for an address that is not ours. The address holds the content's
 * hash, so the answer may be kept forever. Theme stylesheets are made from their address.
 */
export function serveAsset(path: string, acceptEncoding = ''): Served | null {
  assets()
  const file = loaded?.files.get(path) ?? serveTheme(path)
  if (!file) return null
  const encoding = (['br', 'gzip'] as const).find((name) => file[name] && accepts(acceptEncoding, name))
  const body = (encoding && file[encoding]) ?? file.body
  const headers: Record<string, string> = {
    'Content-Type': file.type,
    'Content-Length': String(body.byteLength),
    'Cache-Control': forever,
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    Vary: 'Accept-Encoding',
  }
  if (encoding) headers['Content-Encoding'] = encoding
  return { body, headers }
}

function accepts(header: string, encoding: string): boolean {
  return header.split(',').some((part) => {
    const [name, quality] = part.trim().split(/\s*;\s*/)
    return name === encoding && !/^q=0(\.0*)?$/.test(quality ?? '')
  })
}
