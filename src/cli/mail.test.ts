import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { loadSecrets } from '#shared/secrets.ts'
import type { Context } from './command.ts'
import { mailRecordCommand } from './mail.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'schoolplein-mail-record-'))
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(dataDir, { recursive: true })
})

test('mail record prints the same record each time, of the domain that mail comes from, and never the key', async () => {
  vi.stubEnv('MAIL_FROM', 'post@school.example')
  const lines: string[] = []
  const print = async (...args: string[]) => {
    const secrets = loadSecrets(dataDir)
    await mailRecordCommand.run({ secrets, print: (line: string) => void lines.push(line) } as unknown as Context, args)
  }
  await print()
  await print()
  await print('--json')
  expect(lines[0]).toMatch(/^sp-[0-9a-f]{8}\._domainkey\.school\.example\. IN TXT \( "v=DKIM1; k=rsa; p=/)
  expect(lines[1]).toBe(lines[0])
  expect(JSON.parse(lines[2]!)).toMatchObject({ name: lines[0]!.split('. IN')[0], type: 'TXT' })
  expect(lines.join()).not.toContain('PRIVATE')
})
