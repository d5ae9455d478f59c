import { statfsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const MEMORY = '/dev/shm'
const ENOUGH = 4_000_000_000

/** Whether this machine has a folder in memory that is large enough for databases that are thrown away. */
const inMemory = (): boolean => {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize >= ENOUGH
  } catch {
    return false
  }
}

// Every test file copies a database and drops it: thousands of small files, which a disk is slow to make and to forget.
if (inMemory()) process.env.TMPDIR ??= MEMORY

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: '#jsx', development: false } },
  test: {
    globalSetup: ['test/setup.ts'],
    setupFiles: ['test/each-file.ts'],
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}', 'bench/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // A page that changes by itself does so when the machine gets to it.
    expect: { poll: { timeout: 20_000 } },
  },
})
