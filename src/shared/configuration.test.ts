import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfiguration } from './configuration.ts'
import { root } from './root.ts'

test('without anything said it serves this machine only', () => {
  expect(readConfiguration({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    loopback: true,
    dataDir: join(root, 'data'),
    databaseUrl: undefined,
    behindProxy: false,
    logLevel: 'warn',
    authority: undefined,
    scanner: undefined,
    empty: false,
  })
})

test('an address that others can reach is not loopback', () => {
  expect(readConfiguration({ HOST: '0.0.0.0' })).toMatchObject({ host: '0.0.0.0', loopback: false })
  expect(readConfiguration({ HOST: '::1' })).toMatchObject({ loopback: true })
  expect(readConfiguration({ HOST: 'localhost' })).toMatchObject({ host: '127.0.0.1', loopback: true })
})

test('a server of its own and an empty start', () => {
  const url = 'postgresql://sp:geheim@db.example/school?sslmode=verify-full'
  expect(readConfiguration({ DATABASE_URL: url }, ['--empty'])).toMatchObject({ databaseUrl: url, empty: true })
})

test.each([
  [{ PORT: 'three' }, [], 'PORT must be a number'],
  [{ PORT: '65536' }, [], 'PORT must be a number'],
  [{ HOST: 'school.example' }, [], 'HOST must be an address'],
  [{ DATABASE_URL: 'mysql://x/y' }, [], 'DATABASE_URL must look like'],
  [{ DATABASE_URL: 'postgres://host' }, [], 'DATABASE_URL must look like'],
  [{ MICROSOFT_AUTHORITY: 'evil.example' }, [], 'must be one of Microsoft'],
  [{ CLAMAV: 'clamd' }, [], 'CLAMAV must be host:port'],
  [{ CLAMAV: 'localhost:70000' }, [], 'CLAMAV must be host:port'],
  [{}, ['--demo'], 'bin/start knows only --empty'],
])('%j %j is refused in a sentence', (environment, flags, sentence) => {
  expect(() => readConfiguration(environment, flags)).toThrow(sentence)
})
