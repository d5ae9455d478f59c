import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'
import { templateWords } from './template-words.ts'
import { hashOf } from './words.ts'

const door = frontDoor()
const { vuurtoren, guardians, pupils, staff, groups } = world
const as = (person: string) => door.front.as(person, vuurtoren)

const words = { nlTitle: 'Foto op de website', nlText: templateWords['photo-website'].nl.text, enTitle: '', enText: '' }
const begin = async (browser: Browser, use: string, more: Record<string, string> = {}) => {
  const response = await browser.post(urls.newConsentPurpose(), { ...words, template: use, rule: 'all', ...more })
  return { status: response.status, to: response.headers.get('location') ?? '', body: await response.text() }
}
const say = (browser: Browser, purpose: string, number: string, text: string, answer = 'yes') =>
  browser.post(urls.consents(), {
    purpose,
    pupil: pupils.mila,
    number,
    hash: hashOf({ title: words.nlTitle, text }),
    answer,
  })

test('the school makes a question its own, and parents are asked at once', async () => {
  const [wim, fenna] = [await as(staff.wim), await as(guardians.fenna)]
  expect(await fenna.text(urls.consents())).toContain('School vraagt nu nergens toestemming voor')
  const short = await begin(wim, 'own', { nlTitle: 'Q', rule: '' })
  expect(short.status).toBe(422)
  for (const said of ['Schrijf een korte naam', 'Kies er een.', words.nlText.slice(0, 30)])
    expect(short.body).toContain(said)
  const half = await begin(wim, 'photo-website', { enTitle: 'Photo' })
  expect([half.status, half.body]).toEqual([422, expect.stringContaining('of laat ze allebei leeg')])
  const made = await begin(wim, 'photo-website')
  expect([made.status, made.to]).toEqual([303, expect.stringMatching(/^\/settings\/consents\/[0-9a-f-]{36}$/)])
  const again = await begin(wim, 'photo-website')
  expect([again.status, again.body]).toEqual([422, expect.stringContaining('School vraagt dit al')])
  const page = await fenna.text(urls.consents())
  expect(page).toContain('Alle ouders met gezag zeggen ja')
  expect(page).not.toContain('aria-pressed="true"')

  const purpose = made.to.split('/').at(-1)!
  const reword = async (more: Record<string, string>) => {
    const response = await wim.post(made.to, { ...words, number: '1', meaning: 'same', ...more })
    return [response.status, await response.text()] as const
  }
  expect((await say(fenna, purpose, '1', words.nlText)).status).toBe(303)
  expect(await reword({})).toEqual([422, expect.stringContaining('dezelfde tekst als nu')])
  const clearer = `${words.nlText} Altijd.`
  expect(await reword({ nlText: clearer, meaning: '' })).toEqual([422, expect.stringContaining('Kies er een.')])
  expect((await reword({ nlText: clearer }))[0]).toBe(303)
  expect(await reword({ nlText: `${clearer} Echt.` })).toEqual([
    422,
    expect.stringContaining('Iemand anders veranderde'),
  ])
  expect(await fenna.text(urls.consents())).toContain('Jij zei ja op')
  const other = `${words.nlText} Ook met naam.`
  expect((await reword({ nlText: other, number: '2', meaning: 'changed' }))[0]).toBe(303)
  expect(await fenna.text(urls.consents())).toContain('Je hebt nog niet geantwoord')
  const old = await say(fenna, purpose, '2', clearer)
  expect([old.status, await old.text()]).toEqual([422, expect.stringContaining('School heeft de tekst net veranderd')])
  const history = await wim.text(made.to)
  expect(history).toContain(clearer)
  expect(history).toContain(words.nlText)

  expect((await wim.post(urls.endConsentPurpose({ id: purpose }))).status).toBe(303)
  const late = await say(fenna, purpose, '3', other)
  expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('School vraagt dit niet meer')])
  expect((await (await as(staff.hatice)).get(urls.consentPurposes())).status).toBe(404)
})

test('who may not be in the picture: the own groups of today, without who said what', async () => {
  const [wim, hatice] = [await as(staff.wim), await as(staff.hatice)]
  const website = (await begin(wim, 'photo-website', { rule: 'one' })).to.split('/').at(-1)!
  await begin(wim, 'photo-class', { nlTitle: 'Klassenfotoq', rule: 'one' })
  expect((await say(await as(guardians.fenna), website, '1', words.nlText)).status).toBe(303)
  const group = urls.consentGroup({ group: groups.five })
  const all = await hatice.text(group)
  for (const seen of ['Milaq', 'Niet op klassenfoto', 'Zuriq', 'Nergens']) expect(all).toContain(seen)
  expect(all).not.toContain('Fennaq')
  const one = await hatice.text(urls.consentGroup({ group: groups.five }, { for: website }))
  expect(one.indexOf('Zuriq')).toBeLessThan(one.indexOf('Milaq'))
  expect((await hatice.get(urls.consentGroup({ group: groups.six }))).status).toBe(404)
  expect((await (await as(staff.marit)).get(urls.consentGroup({ group: groups.six }))).status).toBe(200)
  expect((await (await as(guardians.fenna)).get(group)).status).toBe(404)
  expect(await wim.text(urls.consentGroups())).toContain('Groep 6')
})
