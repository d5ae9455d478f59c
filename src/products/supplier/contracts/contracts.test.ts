import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'
import { beginContract, endContract } from './changes.ts'

const door = frontDoor()
const { vuurtoren, molen, supplier, staff } = world

const noticed = (at: string, days: number) =>
  door.front.within(at, async (work) => {
    await beginContract(work, 'plaza', '2024-08-01')
    const ends = new Date(Date.parse(work.today) + days * 86_400_000).toISOString().slice(0, 10)
    expect(await endContract(work, 'plaza', ends)).toBe(null)
  })

test('the school sees how a product ends and takes the notice back; another school is not touched', async () => {
  await noticed(vuurtoren, -7)
  await noticed(molen, 30)
  const anouk = await door.front.as(staff.anouk, vuurtoren)
  const page = await anouk.text(urls.contracts())
  for (const words of ['Plein van het team', 'alleen lezen', 'Trek de opzegging van Plein van het team in'])
    expect(page).toContain(words)
  expect((await anouk.get(urls.contractCertificate({ product: 'plaza' }))).status).toBe(404)
  expect((await anouk.post(urls.withdrawNotice({ product: 'plaza' }))).status).toBe(303)
  expect(await anouk.text(urls.contracts())).toContain('loopt')
  expect((await anouk.post(urls.withdrawNotice({ product: 'nothing' }))).status).toBe(404)
  expect((await (await door.front.as(staff.hatice, vuurtoren)).get(urls.contracts())).status).toBe(404)
})

test('the supplier sees every customer, by the names of organisations only', async () => {
  const lotte = await door.front.as(staff.lotte, supplier, 'supplier.localhost')
  const page = await lotte.text(urls.allContracts())
  for (const words of ['De Molen', 'De Vuurtoren', 'opgezegd', 'loopt']) expect(page).toContain(words)
  expect((await lotte.get(urls.contracts())).status).toBe(404)
})
