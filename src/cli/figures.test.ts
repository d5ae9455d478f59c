import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ringPath } from '#shared/vault/ring.ts'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'
import type { Context } from './command.ts'
import { privacyFiguresCommand } from './figures.ts'

const door = frontDoor()
const dataDir = mkdtempSync(join(tmpdir(), 'schoolplein-figures-'))
afterAll(() => rmSync(dataDir, { recursive: true }))

test('what leaves is to the byte what the school sees, and nothing while it says no', async () => {
  mkdirSync(dirname(ringPath(dataDir)), { recursive: true })
  copyFileSync(door.front.server.ringPath, ringPath(dataDir))
  const lines: string[] = []
  const run = (...args: string[]) =>
    privacyFiguresCommand.run(
      {
        configuration: { dataDir },
        database: async () => ({ connections: { app: door.front.server.app } }),
        print: (line: string) => void lines.push(line),
      } as unknown as Context,
      args,
    )
  await expect(run('--organisation', 'vuurtoren', '--json')).rejects.toThrow('does not allow anonymous figures')
  await expect(run('--json')).rejects.toThrow()
  const wim = await door.front.as(world.staff.wim, world.vuurtoren)
  await wim.post(urls.figures(), { allowed: 'yes' })
  expect(await run('--organisation', 'vuurtoren', '--json')).toBe(0)
  expect(lines).toEqual([await wim.text(urls.figuresFile())])
})
