import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { personRecord } from '#products/school/index.ts'
import { chainWaiting } from '#shared/audit/chain.ts'
import { verifyChain } from '#shared/audit/verify.ts'
import { transaction } from '#shared/tenancy/transaction.ts'
import { reading } from '#shared/vault/opening.ts'
import { urls } from '#src/urls.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { asSuperuser } from '#test/server.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { vuurtoren, molen, guardians, pupils, staff } = world
const as = (person: string) => door.front.as(person, vuurtoren)
const chain = () => door.front.within(vuurtoren, chainWaiting)

/** What somebody of the supplier sees through a window that the school opened: there is no page for it yet. */
const supportLooks = (subject: string) =>
  transaction(door.front.parts, { organisation: vuurtoren, system: true }, 'GET /people/:id', async (work) => {
    const rows = await work.db.selectFrom('person').select(['id', 'record']).where('id', '=', subject).execute()
    Object.assign(work, { person: staff.lotte, role: 'supplier-support', named: [subject] })
    await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'phone') })
  })

/** What the page itself says: the frame around it carries the reader's own name. */
const said = (page: string) => page.split('<main')[1]!.split('<nav class="more"')[0]!

const ofMila = urls.whoLookedAtChild({ id: pupils.mila })

beforeEach(() =>
  asSuperuser(door.front.server.admin, (client) =>
    client.query('truncate audit_line, audit_checkpoint, disclosure_subject, look_setting, look_alarm'),
  ),
)

describe('who looked', () => {
  let fenna: Browser
  beforeAll(async () => {
    fenna = await as(guardians.fenna)
  })

  test('support, substitute, teacher and office stand there, with role, page and kinds; own looks do not', async () => {
    await (await as(staff.hatice)).get(urls.person({ id: pupils.mila }))
    await (await as(staff.wim)).get(urls.person({ id: pupils.mila }))
    await supportLooks(pupils.mila)
    await (await as(staff.marit)).get(urls.person({ id: pupils.tobi }))
    await fenna.get(urls.child({ id: pupils.mila }))
    await (await as(guardians.deniz)).get(urls.child({ id: pupils.mila }))
    // What was opened in the last minute waits to be chained, and is there all the same.
    for (const _ of ['waiting', 'chained']) {
      const page = said(await fenna.text(ofMila))
      for (const word of ['Haticeq Aydınq', ', leerkracht', 'Wimq Postmaq', ', administratie', 'Mensen opzoeken'])
        expect(page).toContain(word)
      expect(page).toContain('Het bedrijf achter Schoolplein')
      expect(page).toContain('contactgegevens')
      expect(page).not.toMatch(/Fennaq|Denizq|Maritq/)
      const ngozi = await (await as(guardians.ngozi)).text(urls.whoLookedAtChild({ id: pupils.tobi }))
      expect(ngozi).toMatch(/Maritq Grootq<\/strong>, invaller/)
      expect(ngozi).toContain('keek dit schooljaar niet')
      await chain()
    }
    expect(await door.front.within(vuurtoren, verifyChain)).toMatchObject({ broken: null })
  })

  test('what somebody opens again and again on a day is one line', async () => {
    const teacher = await as(staff.hatice)
    for (let time = 0; time < 3; time++) await teacher.get(urls.person({ id: pupils.mila }))
    const page = await fenna.text(ofMila)
    expect(page.match(/Haticeq Aydınq<\/strong>/g)).toHaveLength(1)
    expect(page).toContain('leerkracht, 3 keer')
  })

  test('a guardian sees no other child, nor without authority, nor of another school', async () => {
    expect((await fenna.get(urls.whoLookedAtChild({ id: pupils.zuri }))).status).toBe(404)
    expect((await fenna.get(urls.whoLookedAtChild({ id: pupils.emre }))).status).toBe(404)
    expect((await (await as(guardians.gerda)).get(urls.whoLookedAtChild({ id: pupils.noor }))).status).toBe(404)
    expect((await (await as(staff.hatice)).get(ofMila)).status).toBe(404)
    const elsewhere = await door.front.as(guardians.fennaAtMolen, molen, 'molen.localhost')
    expect((await elsewhere.get(ofMila)).status).toBe(404)
  })

  test('a teacher who is also a guardian looks as a guardian at the own child', async () => {
    await door.front.within(vuurtoren, async (work) => {
      await work.db
        .insertInto('person_role')
        .values({ person_id: guardians.fenna, role: 'support', from_on: '2020-01-01' })
        .execute()
    })
    await fenna.get(urls.child({ id: pupils.mila }))
    const line = await door.front.within(vuurtoren, (work) =>
      work.db
        .selectFrom('audit_line')
        .select(['role', 'about'])
        .where('place', '=', 'GET /children/:id')
        .executeTakeFirst(),
    )
    expect(line).toEqual({ role: 'guardian', about: pupils.mila })
    await door.front.within(vuurtoren, (work) =>
      work.db.deleteFrom('person_role').where('person_id', '=', guardians.fenna).execute(),
    )
  })

  test('a colleague reads who looked at them; a parent is no name there; what jobs do says so', async () => {
    await fenna.get(urls.child({ id: pupils.mila }))
    await door.front.within(vuurtoren, async (work) => {
      const rows = await work.db.selectFrom('person').select(['id', 'record']).where('id', '=', staff.hatice).execute()
      await work.open(rows, { record: reading(personRecord, 'id', 'email') })
    })
    const mine = await (await as(staff.hatice)).text(urls.whoLookedAtMe())
    expect(mine).toContain('<strong>Ouder</strong>')
    expect(mine).toContain('<strong>Automatisch</strong>')
    expect(mine).toContain('Gebruikte contactgegevens')
    expect(mine).not.toContain('Fennaq')
  })

  test('what was opened under another record of the same person stands under the one that stays', async () => {
    const wim = await as(staff.wim)
    const typed = { relation: 'vader', authority: 'yes', callOrder: '5', other: 'yes', surname: 'Yildizq' }
    const added = await wim.post(urls.newGuardianship({ id: pupils.mila }), { ...typed, givenName: 'Denizq' })
    const twin = added.headers.get('location')!.split('/').at(-1)!
    await (await as(staff.anouk)).get(urls.person({ id: twin }))
    const chosen = {
      deed: 'merge',
      surname: 'kept',
      email: 'kept',
      phone: 'kept',
      [`tie.${pupils.mila}`]: 'kept',
      account: 'kept',
    }
    expect((await wim.post(urls.merging({ one: guardians.deniz, other: twin }), chosen)).status).toBe(303)
    const [deniz, roos] = [await as(guardians.deniz), await as(staff.roos)]
    for (const _ of ['waiting', 'chained']) {
      expect(await deniz.text(urls.whoLookedAtMe())).toContain('Anoukq')
      expect(said(await roos.text(urls.looks({ person: guardians.deniz })))).toContain('Anoukq')
      await chain()
    }
  })

  test('the school may show roles only; only the office decides, and it is in the log', async () => {
    await (await as(staff.hatice)).get(urls.person({ id: pupils.mila }))
    const office = await as(staff.wim)
    expect((await (await as(staff.hatice)).post(urls.lookSettings(), { shows: 'names' })).status).toBe(404)
    expect((await office.post(urls.lookSettings(), { shows: 'faces' })).status).toBe(422)
    expect(await fenna.text(ofMila)).toContain('Haticeq')
    expect((await office.post(urls.lookSettings(), { shows: 'roles' })).status).toBe(303)
    const page = await fenna.text(ofMila)
    expect(page).toContain('<strong>Leerkracht</strong>')
    expect(page).not.toContain('Haticeq')
    const deed = await door.front.within(vuurtoren, (work) =>
      work.db.selectFrom('audit_line').select('person_id').where('action', '=', 'hid-names-of-lookers').execute(),
    )
    expect(deed).toEqual([{ person_id: staff.wim }])
  })
})
