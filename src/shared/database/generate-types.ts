import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '#shared/root.ts'
import { loadSecrets } from '#shared/secrets.ts'
import { withoutOrganisation } from '#shared/tenancy/without-organisation.ts'
import { asOwner, migrate } from './migrate.ts'
import { openDatabase } from './open.ts'
import { typeText } from './type-text.ts'

const FILE = join(root, 'src/shared/database/schema.generated.ts')

/** The types of a fresh database with every migration applied. */
const fresh = async (): Promise<string> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'schoolplein-types-'))
  const database = await openDatabase({ databaseUrl: undefined, dataDir }, loadSecrets(dataDir))
  try {
    await migrate(database.connections.owner)
    return await asOwner(database.connections.owner, (client) => typeText(client, withoutOrganisation))
  } finally {
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

// Without --check it writes the file; with it, it only says whether the file is that of today's migrations.
const text = await fresh()
if (!process.argv.includes('--check')) writeFileSync(FILE, text)
else if (readFileSync(FILE, 'utf8') !== text) {
  console.error('schema.generated.ts is not that of the migrations: run node src/shared/database/generate-types.ts')
  process.exitCode = 1
}
