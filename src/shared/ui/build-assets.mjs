// Builds everything the browser loads: styles, typeface, scripts, icon. Hashed names, packed, with integrity hashes.
import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const types = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

// Turbo's progress bar makes a style element, which the content policy forbids; `html[aria-busy]` draws ours in CSS.
const turboWithoutProgressBar = {
  name: 'turbo-without-progress-bar',
  setup(builder) {
    builder.onLoad({ filter: /@hotwired\/turbo\/dist\/turbo\.es2017-esm\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      const bar = /^class ProgressBar \{$[\s\S]*?^\}$/m
      if (!bar.test(source)) throw new Error('Turbo has changed: its ProgressBar is not where it was')
      return { contents: source.replace(bar, 'class ProgressBar { show() {} hide() {} setValue() {} }'), loader: 'js' }
    })
  },
}

/**
 * Writes the browser's files and `manifest.json` into `outDir` (emptied first), each with `.br` and `.gz` beside it where
 * that is smaller. `root` is the repository. Rejects on any error or warning of the bundler.
 */
export async function buildAssets(root, outDir) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: {
      style: 'src/shared/ui/css/index.css',
      site: 'src/shared/ui/css/site/index.css',
      script: 'src/browser.ts',
      visitor: 'src/shared/ui/behaviours/visitor.ts',
      editor: 'src/shared/rich-text/editor/editor.ts',
      passkey: 'src/shared/ui/behaviours/passkey.ts',
      worker: 'src/shared/ui/service-worker.ts',
    },
    outdir: outDir,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'safari15.4', 'chrome105', 'firefox115'],
    legalComments: 'none',
    write: false,
    metafile: true,
    plugins: [turboWithoutProgressBar],
    logLevel: 'silent',
    logOverride: { 'unsupported-css-property': 'silent' },
  })
  const files = outputFiles.map(({ path, contents }) => ({ name: basename(path), contents: Buffer.from(contents) }))
  files.push(await icon(root), ...(await appIcons(root)))
  await rm(outDir, { recursive: true, force: true })
  await mkdir(outDir, { recursive: true })
  const manifest = {
    entries: {
      ...entries(metafile),
      font: named(files, /^wix-madefor-text-latin-wght-normal/),
      bricolage: named(files, /^bricolage-grotesque-latin-wdth-normal/),
      piazzolla: named(files, /^piazzolla-latin-wght-normal/),
      icon: named(files, /^icon-/),
      ...Object.fromEntries(appIconSizes.map((size) => [`app${size}`, named(files, new RegExp(`^app${size}-`))])),
    },
    files: {},
  }
  for (const file of files) manifest.files[file.name] = await store(outDir, file)
  await writeFile(join(outDir, 'manifest.json'), JSON.stringify(manifest, null, 2))
  return manifest
}

function entries({ outputs }) {
  const byEntry = {}
  for (const [path, { entryPoint }] of Object.entries(outputs)) {
    if (entryPoint) byEntry[basename(path).split('-')[0]] = basename(path)
  }
  return byEntry
}

function named(files, pattern) {
  return files.find(({ name }) => pattern.test(name)).name
}

const hashOf = (contents) => createHash('sha256').update(contents).digest('hex').slice(0, 8)

// The mark on a home screen: systems cut their own corners, so it fills the square and keeps its middle.
const appIconSizes = [180, 192, 512]
async function appIcons(root) {
  const { default: sharp } = await import('sharp')
  const drawn = (await readFile(join(root, 'src/shared/ui/icon.svg'), 'utf8')).replace('rx="7"', '')
  return Promise.all(
    appIconSizes.map(async (size) => {
      const contents = await sharp(Buffer.from(drawn), { density: 1200 }).resize(size, size).png().toBuffer()
      return { name: `app${size}-${hashOf(contents)}.png`, contents }
    }),
  )
}

async function icon(root) {
  const contents = await readFile(join(root, 'src/shared/ui/icon.svg'))
  return { name: `icon-${hashOf(contents)}.svg`, contents }
}

async function store(outDir, { name, contents }) {
  await writeFile(join(outDir, name), contents)
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }
  const packed = /\.(woff2|png)$/.test(name)
    ? []
    : [
        ['br', '.br', brotliCompressSync(contents, quality)],
        ['gzip', '.gz', gzipSync(contents, { level: 9 })],
      ]
  for (const [, suffix, body] of packed) await writeFile(join(outDir, name + suffix), body)
  return {
    type: types[extname(name)],
    integrity: `sha384-${createHash('sha384').update(contents).digest('base64')}`,
    encodings: packed.map(([encoding]) => encoding),
  }
}
