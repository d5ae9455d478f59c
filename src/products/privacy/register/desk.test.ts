import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import yauzl from 'yauzl'
import { isOn } from '#shared/access/switch.ts'
import { chainWaiting } from '#shared/audit/chain.ts'
import { noteVerification } from '#shared/audit/verification.ts'
import { allDeclarations } from '#shared/vault/declaration.ts'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { asSuperuser } from '#test/server.ts'
import { world } from '#test/world.ts'
import { choose } from '../choices/choices.ts'
import { templateKinds } from '../consents/kinds.ts'
import { beginPurpose } from '../consents/purposes/queries.ts'
import { templateWords } from '../consents/template-words.ts'
import { publishStatement } from '../statement/queries.ts'
import type { RegisterLine } from './register.ts'
import { registerOf } from './register.ts'

const door = frontDoor()
const { vuurtoren, staff, guardians } = world
const as = (person: string) => door.front.as(person, vuurtoren)

describe('the register (art. 30; P10, P15)', () => {
  test('one entry per purpose, with everything that art. 30 asks; every column about people stands in it once', async () => {
    const lines = JSON.parse(await (await as(staff.roos)).text(urls.registerFile({ file: 'json' }))) as RegisterLine[]
    expect(lines.map(({ purpose }) => purpose)).toEqual([...new Set(lines.map(({ purpose }) => purpose))])
    for (const line of lines) {
      expect([line.purpose, line.whoSees.length > 0, line.period.length > 0]).toEqual([line.purpose, true, true])
      expect([line.role, line.controller, line.processor]).toEqual(['controller', 'Kompas', 'Pleinbeheer'])
      for (const part of [line.subjects, line.kinds, line.recipients, line.name.nl, line.why.en, line.ground])
        expect([line.purpose, part.length > 0]).toEqual([line.purpose, true])
    }
    const attendance = lines.find(({ purpose }) => purpose === 'attendance')!
    expect(attendance.ground).toBe('legal-obligation')
    const reason = attendance.tables.flatMap(({ columns }) => columns).find(({ column }) => column === 'reason')!
    expect(reason).toEqual({ column: 'reason', kinds: ['health'], sealed: true, notSealedBecause: null })
    const listed = lines.flatMap(({ tables }) =>
      tables.flatMap(({ table, columns }) => columns.map(({ column }) => `${table}.${column}`)),
    )
    const declared = allDeclarations()
      .filter(
        ({ about, module }) => about !== 'nobody' && (!module || isOn(module, { kind: 'school', modulesOff: [] })),
      )
      .flatMap(({ table, columns }) => Object.keys(columns).map((column) => `${table}.${column}`))
    expect(listed.sort()).toEqual(declared.sort())
  })

  test('the supplier’s says per customer what it processes as processor, and holds nothing about a person', async () => {
    const lines = await door.front.within(world.supplier, registerOf)
    const processor = lines.filter(({ role }) => role === 'processor')
    expect(new Set(processor.map(({ controller }) => controller))).toEqual(
      new Set(['Kompas', 'Kompas (De Vuurtoren)', 'Kompas (De Zeester)', 'Wieken', 'Wieken (De Molen)']),
    )
    expect(processor.some(({ controller, purpose }) => controller === 'Kompas' && purpose === 'attendance')).toBe(false)
    // What a controller decides is published to its processor, and to nobody else.
    await door.front.within(vuurtoren, async (work) => {
      const contact = { controller: 'Stichting Kompasq', address: 'Kade 1', mail: 'p@kompas.example', phone: '' }
      const officer = { officer: '', officerMail: 'fg@kompas.example', officerPhone: '' }
      const abroad = { storage: 'Zwitserland', safeguard: 'een adequaatheidsbesluit' }
      await choose(work, 'contact', { value: { ...contact, ...officer, ...abroad }, reason: 'test', seen: 0 })
      const value = { ground: 'public-task', recipients: 'de gemeenteq' } as const
      await choose(work, 'attendance', { value, reason: 'test', seen: 0 })
      await publishStatement(work)
    })
    const chosen = (await door.front.within(world.supplier, registerOf)).find(
      ({ controller, purpose }) => controller === 'Stichting Kompasq (De Vuurtoren)' && purpose === 'attendance',
    )!
    expect([chosen.ground, chosen.contact, chosen.officer, chosen.transfers.en]).toEqual([
      'public-task',
      'Kade 1, p@kompas.example',
      'fg@kompas.example',
      'Zwitserland; outside the EEA, een adequaatheidsbesluit',
    ])
    expect(chosen.recipients.map(({ nl }) => nl)).toContain('de gemeenteq')
    const seen = await door.front.within(world.molen, ({ db }) =>
      db.selectFrom('processing_published').select('controller_id').execute(),
    )
    expect(seen.map(({ controller_id }) => controller_id)).not.toContain(vuurtoren)
    expect(lines.filter(({ role }) => role === 'controller').every(({ subjects }) => subjects.length === 1)).toBe(true)
    expect(JSON.stringify(lines)).not.toMatch(/[a-z]q[ "]/)
  })

  test('what the school itself asks and decides stands in it: a question of consent, a period of its own', async () => {
    await door.front.within(vuurtoren, async (work) => {
      const { audience, rule, pictures } = templateKinds['photo-website']
      await beginPurpose(work, {
        use: 'photo-website',
        audience,
        rule,
        pictures,
        words: templateWords['photo-website'],
      })
      await work.db
        .insertInto('retention_deviation')
        .values({
          rule: 'setting_change delete setting_change.changed_at',
          number: 1,
          years: 3,
          months: 6,
          days: 0,
          reason: 'Dat vraagt het bestuurq',
          set_at: work.now,
        })
        .execute()
    })
    const lines = await door.front.within(vuurtoren, registerOf)
    const consent = lines.find(({ purpose }) => purpose === 'consent-photo-website')!
    expect([consent.ground, consent.kinds, consent.recipients[1]!.nl]).toEqual([
      'consent',
      ['image'],
      'Iedereen op internet',
    ])
    const kept = lines.flatMap(({ tables }) => tables).find(({ table }) => table === 'setting_change')!
    expect(kept.periods).toEqual([
      {
        nl: 'tot 3 jaar en 6 maanden na de verandering, dan gaat het weg',
        en: 'until 3 years and 6 months after the change, then it goes',
      },
    ])
  })

  test('pages and files for whom they are; a spreadsheet starts no formula; a file that is none is not there', async () => {
    const roos = await as(staff.roos)
    const page = await roos.text(urls.register())
    for (const words of ['Aanwezigheid', 'absence.reason', 'Leerplichtwet 1969', 'Kompas'])
      expect(page).toContain(words)
    for (const file of ['csv', 'map']) {
      const answer = await roos.get(urls.registerFile({ file }))
      expect(answer.headers.get('content-type')).toContain('text/csv')
      const text = await answer.text()
      expect(text.length).toBeGreaterThan(1_000)
      expect(text).not.toMatch(/(^|;)"?[=+@]/m)
    }
    expect((await roos.get(urls.registerFile({ file: 'constructor' }))).status).toBe(404)
    for (const other of [staff.hatice, guardians.kofi])
      for (const address of [urls.register(), urls.registerFile({ file: 'json' }), urls.privacyEvidence()])
        expect((await (await as(other)).get(address)).status).toBe(404)
  })
})

describe('the officer’s desk', () => {
  test('says when the log was verified, and turns red when somebody changed it', async () => {
    const roos = await as(staff.roos)
    expect(await roos.text(urls.privacyDesk())).toContain('Het logboek is nog niet nagekeken')
    await door.front.within(vuurtoren, (work) => work.audit('tried', 'test'))
    await door.front.within(vuurtoren, chainWaiting)
    expect((await door.front.within(vuurtoren, noteVerification)).broken).toBe(null)
    expect(await roos.text(urls.privacyDesk())).toMatch(/Nagekeken op .*: alle \d+ regels kloppen/)
    await asSuperuser(door.front.server.admin, (client) =>
      client.query(`update audit_line set action = 'hidden' where action = 'tried'`),
    )
    expect((await door.front.within(vuurtoren, noteVerification)).broken).toBeGreaterThan(0)
    const page = await roos.text(urls.privacyDesk())
    expect(page).toContain('Iemand heeft het logboek veranderd')
    // What must be done now stands first.
    expect(page.indexOf('Nu doen')).toBeLessThan(page.indexOf('In orde'))
    expect(await roos.text(urls.privacyEvidence())).toContain('Fout bij regel')
  })

  test('evidence says which norm each part proves, and names nobody', async () => {
    const page = await (await as(staff.roos)).text(urls.privacyEvidence())
    for (const norm of ['AVG art. 5, 6, 30', 'AVG art. 12–14', 'Normenkader IBP FO']) expect(page).toContain(norm)
    expect(page).not.toContain('GDPR')
    const content = /<main[\s\S]*<\/main>/.exec(page)![0]
    expect(content).not.toMatch(/\b(Haticeq|Kofiq|Wimq|Milaq)\b/)
  })

  test('evidence is a file to hand over: a page and JSON, for who watches', async () => {
    const roos = await as(staff.roos)
    const file = await roos.get(urls.privacyEvidenceFile())
    expect(file.headers.get('Content-Type')).toBe('application/zip')
    const zip = await yauzl.fromBufferPromise(Buffer.from(await file.arrayBuffer()), { lazyEntries: true })
    const read: Record<string, string> = {}
    for await (const entry of zip.eachEntry()) read[entry.fileName] = await text(await zip.openReadStreamPromise(entry))
    expect(read['evidence.html']).toContain('AVG art. 5, 6, 30')
    expect(JSON.parse(read['evidence.json']!).parts.length).toBeGreaterThan(6)
    expect((await (await as(staff.hatice)).get(urls.privacyEvidenceFile())).status).toBe(404)
  })
})
