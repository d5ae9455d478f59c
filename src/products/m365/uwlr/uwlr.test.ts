import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { personRecord } from '#products/school/index.ts'
import { root } from '#shared/root.ts'
import { reading } from '#shared/vault/opening.ts'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'
import { resultRecord } from '../results/personal-data.ts'

const door = frontDoor()
const { vuurtoren, staff, pupils, groups } = world
const chain = (digit: string) => `https://ketenid.nl/201703/${digit.repeat(128)}`

const nothing = {
  ...{ initials: '', email: null, phone: null, birthDate: null, sex: null, eckId: null },
  ...{ sourceKey: null, calledInClass: null, fromFile: null },
}

/** Gives a pupil the numbers by which other systems know them. */
const know = (id: string, givenName: string, numbers: { eckId?: string; sourceKey?: string }) =>
  door.front.within(vuurtoren, async (work) => {
    const record = await work.seal(
      personRecord,
      { subject: id, row: id },
      { ...nothing, givenName, prefix: '', surname: 'Okaforq', ...numbers },
    )
    await work.db.updateTable('person').set({ record }).where('id', '=', id).execute()
  })

const today = new Date().toISOString().slice(0, 10)
const result = (key: string, score: string, on = today) =>
  `<resultaat key="${key}"><afnamedatum>${on}</afnamedatum><toetscode>T1</toetscode>${score}</resultaat>`
const taking = (id: string, results: string, eckId = '') =>
  `<toetsafname><leerlingid>${id}</leerlingid>${eckId && `<eckid>${eckId}</eckid>`}<resultaten>${results}</resultaten></toetsafname>`
const TESTS = `<toetsen><toets><toetscode>T1</toetscode><toetsnaam>Rekenen januariq</toetsnaam><vakgebied>Rekenenq</vakgebied>
<toetsnormering><norm><term>IV</term><beginnormwaarde>0</beginnormwaarde><eindnormwaarde>20</eindnormwaarde></norm>
<norm><term>I</term><beginnormwaarde>21</beginnormwaarde><eindnormwaarde>40</eindnormwaarde></norm></toetsnormering></toets></toetsen>`
const request = (takings: string, tests = TESTS) =>
  `<leerresultaten_verzoek xmlns="http://www.edustandaard.nl/leerresultaten/2/leerresultaten"><school><schooljaar>2026-2027</schooljaar><schoolkey>vt</schoolkey>
<aanmaakdatum>2026-11-27T10:00:00</aanmaakdatum><xsdversie>2.2</xsdversie></school><toetsafnames>${takings}</toetsafnames>${tests}</leerresultaten_verzoek>`
const message = (key: string, body: string) => `<?xml version="1.0" encoding="UTF-8"?>
<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header><a:autorisatie xmlns:a="http://www.edustandaard.nl/leerresultaten/2/autorisatie">
<a:autorisatiesleutel>${key}</a:autorisatiesleutel><a:klantcode>1</a:klantcode><a:klantnaam>Toetsbedrijf</a:klantnaam></a:autorisatie></s:Header><s:Body>${body}</s:Body></s:Envelope>`

const send = (xml: string) =>
  door.front.stranger().request('POST', urls.uwlrService(), xml, {
    'content-type': 'text/xml; charset=utf-8',
    soapaction: 'BrengLeerresultaten',
  })

const count = () =>
  door.front.within(vuurtoren, async ({ db }) => {
    const rows = await db.selectFrom('result').select(['id', 'taken_in_at']).execute()
    return { rows: rows.length, newest: Math.max(0, ...rows.map(({ taken_in_at }) => taken_in_at.getTime())) }
  })

const held = { key: '' }
beforeAll(async () => {
  await know(pupils.zuri, 'Zuriq', { sourceKey: 'L1' })
  await know(pupils.mila, 'Milaq', { eckId: chain('a'), sourceKey: 'L2' })
  await know(pupils.hidden, 'Onvindbaarq', { sourceKey: 'L9' })
  const office = await door.front.as(staff.wim, vuurtoren)
  const page = await (await office.post(urls.uwlrSupplier(), { name: 'Toetsbedrijfq' })).text()
  held.key = /data-copy="([\w-]{40})"/.exec(page)![1]!
  expect(await office.text(urls.uwlr())).not.toContain(held.key)
})

test('a delivery is taken in once, however often it comes', async () => {
  const xml = message(
    held.key,
    request(
      taking('L1', result('r1', '<score>28</score>')) +
        taking('other', result('r2', '<score>12</score>'), chain('a')) +
        taking('L9', result('r3', '<score>30</score>')),
    ),
  )
  const first = await send(xml)
  expect([first.status, await first.text()]).toEqual([200, expect.stringContaining('leerresultaten_bevestiging')])
  const stood = await count()
  expect(stood.rows).toBe(3)
  expect((await send(xml)).status).toBe(200)
  expect(await count()).toEqual(stood)
  const office = await door.front.as(staff.wim, vuurtoren)
  const page = await office.text(urls.uwlr())
  for (const words of ['3 nieuw, 0 veranderd, 0 al bekend', '0 nieuw, 0 veranderd, 3 al bekend'])
    expect(page).toContain(words)
  const hatice = await door.front.as(staff.hatice, vuurtoren)
  expect(await hatice.text(urls.resultsOf({ group: groups.five }, { as: 'table' }))).toContain('28 van 40 (I)')
})

test('messages that each number from 1 take nothing from one another, and a score that was mended replaces', async () => {
  const on = '2026-10-01'
  const scored = (pupil: string, score: number) =>
    send(message(held.key, request(taking(pupil, result('1', `<score>${score}</score>`, on)))))
  const scores = () =>
    door.front.within(vuurtoren, async (work) => {
      const rows = await work.db
        .selectFrom('result')
        .select(['id', 'pupil_id', 'record'])
        .where('on_day', '=', on)
        .execute()
      const opened = await work.open(rows, { record: reading(resultRecord, 'id', 'score') })
      return new Map(opened.map(({ pupil_id, record }) => [pupil_id, record.score?.value]))
    })
  await scored('L1', 21)
  await scored('L2', 22)
  expect(await scores()).toEqual(
    new Map([
      [pupils.zuri, 21],
      [pupils.mila, 22],
    ]),
  )
  await scored('L1', 23)
  expect((await scores()).get(pupils.zuri)).toBe(23)
  expect((await scores()).size).toBe(2)
})

test('of an unknown pupil nothing is kept, and the supplier hears that it has to come again', async () => {
  const before = (await count()).rows
  const xml = message(
    held.key,
    request(
      taking('L1', result('r11', '<score>8</score>', '2026-09-01')) + taking('L404', result('r12', '<score>8</score>')),
    ),
  )
  const answer = await send(xml)
  expect([answer.status, await answer.text()]).toEqual([
    500,
    expect.stringContaining('Van 1 resultaten kent de school de leerling niet'),
  ])
  expect((await count()).rows).toBe(before + 1)
  await know(pupils.noor, 'Noorq', { sourceKey: 'L404' })
  expect((await send(xml)).status).toBe(200)
  expect((await count()).rows).toBe(before + 2)
})

describe('what is wrong is refused whole, with the line and the reason', () => {
  const good = () => request(taking('L1', result('x1', '<score>8</score>')))
  const cases: [string, () => string, string][] = [
    ['a wrong key', () => message('geen', good()), 'autorisatiesleutel kent de school niet'],
    ['broken XML', () => message(held.key, good()).slice(0, -30), 'geen goede XML'],
    ['no XML', () => 'hallo', 'geen goede XML'],
    ['nothing', () => '', 'geen goede XML'],
    ['a DOCTYPE', () => message(held.key, good()).replace('?>', '?><!DOCTYPE x [<!ENTITY e "x">]>'), 'DOCTYPE'],
    ['another message', () => `<x>${held.key}</x>`, 'geen SOAP-bericht'],
    [
      'a test that is not there',
      () => message(held.key, good().replace('<toetscode>T1</toetscode><score>', '<toetscode>T2</toetscode><score>')),
      'bij deze toetscode',
    ],
    [
      'a part that its test does not have',
      () =>
        message(
          held.key,
          request(taking('L1', result('x1', '<toetsonderdeelcode>P9</toetsonderdeelcode><score>8</score>'))),
        ),
      'bij deze toetsonderdeelcode',
    ],
    [
      'a day that is none',
      () => message(held.key, good().replace(/<afnamedatum>[^<]+/, '<afnamedatum>2026-02-30')),
      'afnamedatum is geen datum',
    ],
    [
      'a score that is none',
      () => message(held.key, good().replace('<score>8', '<score>acht')),
      'score is geen resultaat',
    ],
    [
      'a key twice',
      () => message(held.key, request(taking('L1', result('d', '<score>8</score>') + result('d', '<score>9</score>')))),
      'key komt twee keer voor',
    ],
    [
      'no tests',
      () => message(held.key, request(taking('L1', result('x1', '<score>8</score>')), '')),
      'toetsen ontbreekt',
    ],
  ]
  test.each(cases)('%s', async (_, xml, words) => {
    const before = await count()
    const answer = await send(xml())
    const text = await answer.text()
    expect([answer.status, text]).toEqual([500, expect.stringContaining(words)])
    expect(text).toContain('faultcode')
    expect(await count()).toEqual(before)
  })

  test('the school of another BRIN code', async () => {
    await door.front.within(vuurtoren, ({ db }) => db.updateTable('school').set({ brin: '99ZZ' }).execute())
    const answer = await send(
      message(held.key, good().replace('<schoolkey>vt</schoolkey>', '<brincode>12AB</brincode>')),
    )
    expect(await answer.text()).toContain('voor een andere school')
  })
})

test('a version and a part of the same name are two tests, and a score above the norms is not cut', async () => {
  const tests = TESTS.replaceAll('T1', 'T7').replace(
    '</toetsnormering>',
    `</toetsnormering><toetsonderdelen><toetsonderdeel><toetsonderdeelvolgnummer>1</toetsonderdeelvolgnummer>
<toetsonderdeelcode>2</toetsonderdeelcode></toetsonderdeel></toetsonderdelen>`,
  )
  const results =
    result('v1', '<versie>2</versie><score>93</score>') +
    result('v2', '<toetsonderdeelcode>2</toetsonderdeelcode><score>8</score>')
  expect((await send(message(held.key, request(taking('L1', results.replaceAll('T1', 'T7')), tests)))).status).toBe(200)
  const names = await door.front.within(vuurtoren, async (work) => {
    const rows = await work.db
      .selectFrom('result')
      .innerJoin('result_test as test', 'test.id', 'result.test_id')
      .select(['result.id', 'result.pupil_id', 'result.record'])
      .where('test.source_key', 'like', '%T7%')
      .execute()
    const opened = await work.open(rows, { record: reading(resultRecord, 'id', 'test') })
    return opened.map(({ record }) => ({ name: record.test })).sort((a, b) => a.name.localeCompare(b.name))
  })
  expect(names).toEqual([{ name: 'Rekenen januariq' }, { name: 'Rekenen januariq, 2' }])
  const hatice = await door.front.as(staff.hatice, vuurtoren)
  const table = await hatice.text(urls.resultsOf({ group: groups.five }, { as: 'table' }))
  expect(table).not.toContain('40 van 40')
})

test('of a stranger only the head of a message is read', async () => {
  const broken = `${request(taking('L1', result('x1', '<score>8</score>'), chain('a')))}${' '.repeat(20_000)}</never>`
  expect(await (await send(message('geen', broken))).text()).toContain('autorisatiesleutel kent de school niet')
  expect(await (await send(message(held.key, broken))).text()).toContain('geen goede XML')
  const office = await door.front.as(staff.wim, vuurtoren)
  expect(await office.text(urls.uwlr())).toContain('geen goede XML')
})

test('a key that was withdrawn opens nothing, and only the office and ICT make one', async () => {
  const office = await door.front.as(staff.wim, vuurtoren)
  const [, id] = /suppliers\/([\w-]{36})\/withdrawn/.exec(await office.text(urls.uwlr()))!
  expect((await office.post(urls.uwlrWithdraw({ id: id! }))).status).toBe(303)
  const answer = await send(message(held.key, request(taking('L1', result('z', '<score>8</score>')))))
  expect(await answer.text()).toContain('ingetrokken')
  const hatice = await door.front.as(staff.hatice, vuurtoren)
  expect((await hatice.get(urls.uwlr())).status).toBe(404)
  const refused = await office.post(urls.uwlrSupplier(), { name: '  ' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Schrijf hoe de leverancier heet')
})

test('the service describes itself', async () => {
  const answer = await door.front.stranger().get(urls.uwlrService())
  const text = await answer.text()
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8'])
  expect(text).toContain('BrengLeerresultaten')
  expect(text).toContain('vuurtoren.localhost')
})

const contracts = join(root, '../shared/contracts/uwlr-2.2')
test.skipIf(!existsSync(contracts))('what the tests send is what the standard allows', async () => {
  const { validateXML } = await import('xmllint-wasm')
  const schema = (name: string) => ({ fileName: name, contents: readFileSync(join(contracts, name), 'utf8') })
  const { valid, errors } = await validateXML({
    xml: [{ fileName: 'request.xml', contents: request(taking('L1', result('r1', '<score>8</score>'), chain('a'))) }],
    schema: [schema('UWLR_Leerresultaten_v2p2.xsd')],
    preload: [schema('Overstapdossier_1.2_20150302.xsd')],
  })
  expect(errors.map(({ message: said }) => said)).toEqual([])
  expect(valid).toBe(true)
})
