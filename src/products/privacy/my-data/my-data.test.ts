import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import yauzl from 'yauzl'
import { z } from 'zod'
import { nameOf } from '#shared/retention/rules.ts'
import { allDeclarations } from '#shared/vault/declaration.ts'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'
import { copyTasks } from './copy/jobs.ts'

const door = frontDoor()
const { vuurtoren, guardians, pupils, staff } = world
const as = (person: string) => door.front.as(person, vuurtoren)
/** Every name and word of the test world ends in a q, which no other text does. */
const marked = (body: string) => [...new Set(body.match(/(?<![\p{L}\d_-])\p{Lu}\p{Ll}{2,}q(?![\p{L}\d_-])/gu))].sort()

const copies = () =>
  door.front.within(vuurtoren, ({ db }) => db.selectFrom('data_copy').selectAll().orderBy('asked_at', 'desc').execute())

const sent: { to: string; mail: { subject: string; text: string } }[] = []
const run = (name: string, data: object) =>
  copyTasks
    .find((task) => task.name === name)!
    .run({
      data,
      inOrganisation: (work: never) => door.front.within(vuurtoren, work),
      files: door.front.parts.files,
      mailer: { send: async (mail: never) => void sent.push(mail) },
      origin: 'http://vuurtoren.localhost',
      organisationName: 'De Vuurtoren',
    } as never)

const unzipped = async (bytes: Buffer): Promise<Map<string, Buffer>> => {
  const zip = await yauzl.fromBufferPromise(bytes)
  const files = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = []
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer)
    files.set(entry.fileName, Buffer.concat(parts))
  }
  return files
}

describe('my data on the page', () => {
  test('a guardian reads the own data and those of the own child, and nobody else’s', async () => {
    const fenna = await as(guardians.fenna)
    const own = await fenna.text(urls.myData())
    for (const known of ['fenna@test.example', '06-00000003', 'Mag ophalen', 'Van school']) expect(own).toContain(known)
    expect(marked(own)).toEqual(['Fennaq', 'Milaq', 'Yıldızq'])
    const child = await fenna.text(urls.childData({ id: pupils.mila }))
    expect(child).toContain('mila@test.example')
    expect(marked(child)).toEqual(['Fennaq', 'Milaq', 'Yıldızq'])
    for (const other of ['06-00000004', 'deniz@test.example']) expect(own + child).not.toContain(other)
  })

  test('says until when by the period that the school itself keeps to', async () => {
    const fenna = await as(guardians.fenna)
    expect(await fenna.text(urls.myData())).not.toContain('Tot 4 jaar en 2 maanden')
    await door.front.within(vuurtoren, async ({ db, now }) => {
      const rule = allDeclarations().find(({ table }) => table === 'person')!.retention[0]!
      await db
        .insertInto('retention_deviation')
        .values({
          rule: nameOf('person', rule),
          number: 1,
          years: 4,
          months: 2,
          days: 0,
          reason: 'Dat vraagt het bestuurq',
          set_at: now,
        })
        .execute()
    })
    const page = await fenna.text(urls.myData())
    expect(page).toContain('Tot 4 jaar en 2 maanden')
    // The picture of until when says the same in words.
    expect(page).toMatch(/id="until-when"[\s\S]*<svg[\s\S]*Nog geen einde/)
    await door.front.within(vuurtoren, ({ db }) => db.deleteFrom('retention_deviation').execute())
  })

  test('every guardian finds the own family on it, whole, and nobody of another', async () => {
    for (const [who, family] of [
      [guardians.ngozi, ['Ngoziq', 'Okaforq', 'Tobiq', 'Zuriq']],
      [guardians.kofi, ['Kofiq', 'Mensahq', 'Okaforq', 'Tobiq', 'Zuriq']],
      [guardians.deniz, ['Denizq', 'Milaq', 'Yıldızq']],
      [guardians.gerda, ['Gerdaq', 'Smitq']],
      [guardians.hiddenMother, ['Onvindbaarq', 'Schuilenburgq', 'Verborgenq']],
    ] as const) {
      const body = await (await as(who)).text(urls.myData())
      expect([who, marked(body)]).toEqual([who, family])
    }
  })

  test('is not there for who has no authority, a restriction, or another child', async () => {
    await door.front.within(vuurtoren, async ({ db, today }) => {
      const tie = await db
        .selectFrom('guardianship')
        .select('id')
        .where('guardian_id', '=', guardians.restricted)
        .executeTakeFirstOrThrow()
      const seen = { evidence_seen_by: staff.anouk, evidence_seen_on: today, from_on: today }
      await db
        .insertInto('guardianship_restriction')
        .values({ guardianship_id: tie.id, kind: 'no-information', ...seen })
        .execute()
      const kofi = db.updateTable('guardianship').where('guardian_id', '=', guardians.kofi)
      await kofi.set({ to_on: '2021-01-01' }).execute()
    })
    for (const [who, child] of [
      [guardians.gerda, pupils.noor],
      [guardians.restricted, pupils.noor],
      [guardians.kofi, pupils.zuri],
      [guardians.fenna, pupils.zuri],
      [guardians.fenna, guardians.deniz],
      [guardians.fenna, guardians.fenna],
      [staff.hatice, pupils.mila],
      [staff.anouk, pupils.hidden],
    ]) {
      const response = await (await as(who!)).get(urls.childData({ id: child! }))
      expect([who, child, response.status]).toEqual([who, child, 404])
    }
  })

  test('reading about a child is noted, reading about oneself is not', async () => {
    const lines = () =>
      door.front.within(vuurtoren, ({ db }) =>
        db
          .selectFrom('audit_line')
          .select('subjects')
          .where('person_id', '=', guardians.ngozi)
          .where('action', '=', 'opened')
          .execute(),
      )
    const ngozi = await as(guardians.ngozi)
    await ngozi.get(urls.childData({ id: pupils.zuri }))
    const noted = await lines()
    expect(noted.at(-1)?.subjects).toContain(pupils.zuri)
    expect(noted.flatMap(({ subjects }) => subjects)).not.toContain(guardians.ngozi)
  })
})

describe('a copy', () => {
  test('is made, fetched by who asked and by nobody else, and keeps to the published schema', async () => {
    const fenna = await as(guardians.fenna)
    // More often than a statement needs to get a plan without its values.
    for (const _ of Array(8)) {
      const asked = await fenna.post(urls.newCopy(), { about: pupils.mila })
      expect([asked.status, asked.headers.get('location')]).toEqual([303, urls.childData({ id: pupils.mila })])
    }
    const [copy, ...others] = await copies()
    expect(others).toEqual([])
    await run('make-data-copy', { copy: copy!.id })
    expect((await copies())[0]).toMatchObject({ state: 'ready', step: 4 })
    const file = urls.copyFile({ id: copy!.id })
    for (const other of [guardians.deniz, staff.wim, guardians.gerda])
      expect((await (await as(other)).get(file)).status).toBe(404)
    const response = await fenna.get(file)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip'])
    const files = await unzipped(Buffer.from(await response.arrayBuffer()))
    const written = ['lees-mij.txt', 'gegevens.html', 'gegevens.pdf', 'data.json', 'schema.json']
    expect([...files.keys()]).toEqual([...written, 'leerling-edexml-2.1.xml'])
    const edexml = files.get('leerling-edexml-2.1.xml')!.toString()
    expect(edexml.match(/<(leerling|leerkracht|groep|samengestelde_groep) key/g)).toEqual([
      '<groep key',
      '<leerling key',
      '<groep key',
    ])
    const document = JSON.parse(files.get('data.json')!.toString())
    const schema = await door.front.stranger().text(urls.copySchema())
    expect(z.fromJSONSchema(JSON.parse(schema)).safeParse(document)).toMatchObject({ success: true })
    expect(JSON.parse(files.get('schema.json')!.toString())).toEqual(JSON.parse(schema))
    for (const name of ['gegevens.html', 'data.json', 'leerling-edexml-2.1.xml'])
      expect([name, marked(files.get(name)!.toString())]).toEqual([name, ['Milaq', 'Yıldızq']])
    expect(files.get('gegevens.pdf')!.subarray(0, 8).toString()).toBe('%PDF-1.7')
    expect(JSON.stringify(document)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-4/)

    await run('data-copy-ready', { person: guardians.fenna, copy: copy!.id })
    expect(sent.at(-1)).toMatchObject({ to: 'fenna@test.example', mail: { subject: 'Je download staat klaar' } })
    expect(sent.at(-1)!.mail.text).not.toContain(copy!.id)

    expect((await fenna.post(urls.dropCopy({ id: copy!.id }))).status).toBe(303)
    expect((await fenna.get(file)).status).toBe(404)
  })

  test('waits for the school where a text may name another, and leaves with that blanked', async () => {
    const deniz = await as(guardians.deniz)
    const report = { requestKey: randomUUID(), pupil: pupils.mila, when: 'open', kind: 'ill' }
    const word = 'Milaq en Semmieq aten taartq'
    expect((await deniz.post(urls.newAbsence(), { ...report, word })).status).toBe(303)
    const fenna = await as(guardians.fenna)
    expect(await fenna.text(urls.childData({ id: pupils.mila }))).not.toContain('taartq')
    expect(await deniz.text(urls.childData({ id: pupils.mila }))).toContain(word)
    await fenna.post(urls.newCopy(), { about: pupils.mila })
    const [copy] = await copies()
    await run('make-data-copy', { copy: copy!.id })
    expect((await copies())[0]).toMatchObject({ state: 'review' })
    sent.length = 0
    await run('data-copy-waits', { copy: copy!.id })
    expect(sent.map(({ to, mail }) => [to, mail.subject])).toContainEqual([
      'wim@test.example',
      'Er wacht een download met teksten',
    ])
    expect(JSON.stringify(sent)).not.toMatch(/Milaq|Semmieq|Fennaq/)
    expect(await fenna.text(urls.childData({ id: pupils.mila }))).toContain('De school kijkt eerst')

    const wim = await as(staff.wim)
    expect(await wim.text(urls.privacyDesk())).toContain('1 download met teksten')
    const page = urls.copyReview({ id: copy!.id })
    const seen = await wim.text(page)
    expect(seen).toContain(word)
    const place = /name="place-0" value="([^"]+)"/.exec(seen)![1]!
    for (const [typed, problem] of [
      [{}, 'Kies of deze tekst mee mag'],
      [{ 'how-0': 'words', 'words-0': ' , ' }, 'Schrijf welke woorden weg moeten'],
      [{ 'how-0': 'words', 'words-0': 'Joris' }, '“Joris” staat niet in deze tekst'],
    ] as const) {
      const refused = await wim.post(page, { 'place-0': place, ...typed })
      expect(refused.status).toBe(422)
      expect(await refused.text()).toContain(problem)
    }
    expect((await (await as(staff.hatice)).get(page)).status).toBe(404)
    const released = { 'place-0': place, 'how-0': 'words', 'words-0': 'semmieq' }
    expect((await wim.post(page, released)).status).toBe(303)
    expect((await wim.post(page, released)).status).toBe(404)
    await run('make-data-copy', { copy: copy!.id })
    const response = await fenna.get(urls.copyFile({ id: copy!.id }))
    const files = await unzipped(Buffer.from(await response.arrayBuffer()))
    const text = files.get('data.json')!.toString()
    expect(text).toContain('Milaq en █████ aten taartq')
    expect(text).not.toContain('Semmieq')
    // What has dates goes along for any calendar too.
    expect(files.get('agenda.ics')!.toString()).toMatch(/BEGIN:VEVENT[\s\S]*DTSTART;VALUE=DATE:\d{8}\r\n/)
  })

  test('is not made any more for who lost the right meanwhile, and goes when its days are over', async () => {
    const ngozi = await as(guardians.ngozi)
    await ngozi.post(urls.newCopy(), { about: pupils.zuri })
    const [copy] = await copies()
    await door.front.within(vuurtoren, ({ db }) =>
      db
        .updateTable('guardianship')
        .set({ authority: 'no', lives_with: false })
        .where('guardian_id', '=', guardians.ngozi)
        .execute(),
    )
    await run('make-data-copy', { copy: copy!.id })
    expect((await copies())[0]).toMatchObject({ state: 'ended' })
    door.front.clock.now = new Date(Date.now() + 8 * 86_400_000)
    await run('end-data-copies', {})
    expect((await copies()).map(({ state }) => state)).not.toContain('ready')
  })
})
