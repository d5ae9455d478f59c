import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { allow, allowed } from '#shared/identity/microsoft/connection.ts'
import { ringPath } from '#shared/vault/ring.ts'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'
import type { Context } from './command.ts'
import { microsoftOpenCommand } from './microsoft.ts'

const door = frontDoor()
const dataDir = mkdtempSync(join(tmpdir(), 'schoolplein-microsoft-'))
afterAll(() => rmSync(dataDir, { recursive: true }))

test('the operator lets a team in again whose Microsoft does not work, and a running server hears of it', async () => {
  mkdirSync(dirname(ringPath(dataDir)), { recursive: true })
  copyFileSync(door.front.server.ringPath, ringPath(dataDir))
  const lines: string[] = []
  const run = (host: string) =>
    microsoftOpenCommand.run(
      {
        configuration: { dataDir },
        database: async () => ({ connections: { app: door.front.server.app } }),
        print: (line: string) => void lines.push(line),
      } as unknown as Context,
      ['--organisation', host],
    )
  await expect(run('vuurtoren')).rejects.toThrow('may sign in without Microsoft already')
  await expect(run('nowhere')).rejects.toThrow('No organisation answers on nowhere')
  await door.front.within(world.vuurtoren, (work) => allow(work, 'team'))
  const told = new Promise<void>((resolve) =>
    door.front.parts.notifications.onAny((topic) => topic === 'sites' && resolve()),
  )
  expect(await run('vuurtoren')).toBe(0)
  await told
  expect(lines.join()).toContain('with password or passkey again')
  expect(await door.front.within(world.vuurtoren, allowed)).toBe('offered')
})
