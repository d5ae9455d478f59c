import { beforeAll, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { openOffice, takeOver, upload } from '#test/edexml/office.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { of11, readZip, zipOf } from '#test/oneroster/files.ts'

// The office reads a package in where it reads in any file.

const door = frontDoor()
let wim: Browser
beforeAll(async () => {
  wim = await openOffice(door.front)
})

test('a package is recognised, shown and taken over; its parents wait on a list of their own', async () => {
  const address = await upload(wim, await zipOf(of11))
  const page = await wim.text(address)
  for (const word of ['OneRoster 1.1', 'Nieuwe leerlingen', 'Bekijk hierna ook']) expect(page).toContain(word)

  const taken = await takeOver(wim, address, { brin: 'yes', guardians: 'yes' })
  const list = taken.headers.get('location')!
  expect([taken.status, list]).toEqual([303, expect.stringContaining(urls.guardianImports())])
  expect((await wim.get(list)).status).toBe(200)
})

test('what is in the school goes out as a package that reads back, and as EDEXML', async () => {
  for (const version of ['1.1', '1.2']) {
    const answer = await wim.get(urls.exportOneRoster({ version }))
    const { problems, format } = await readZip(Buffer.from(await answer.arrayBuffer()))
    expect([answer.status, problems.filter(({ severity }) => severity === 'error')]).toEqual([200, []])
    expect(format).toMatchObject({ kind: 'oneroster', version })
  }
  expect(await wim.text(urls.exportEdexml())).toContain('<EDEX')
  expect((await wim.get(urls.exportOneRoster({ version: '9.9' }))).status).toBe(404)
})
