import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const above = (folder: string): string => (existsSync(join(folder, 'package.json')) ? folder : above(dirname(folder)))

/** The folder of the checkout, found from the running file: the same for the bundle in dist/ and for tests in src/. */
export const root = above(dirname(fileURLToPath(import.meta.url)))
