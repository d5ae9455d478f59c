import { beforeAll, describe, expect, test } from 'vitest'
import { reading } from '#shared/vault/opening.ts'
import { urls } from '#src/urls.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { asSuperuser } from '#test/server.ts'
import { world } from '#test/world.ts'
import { languagesOf } from '../../invitations/letter/choice.ts'
import { personRecord } from '../../people/personal-data.ts'
import { guessMapping } from './columns.ts'
import { guardianTemplate } from './template.ts'

const door = frontDoor()
const { vuurtoren, staff, pupils } = world
let wim: Browser
beforeAll(async () => {
  wim = await door.front.as(staff.wim, vuurtoren)
})

const HEADER =
  'Roepnaam leerling;Achternaam leerling;Groep;Relatie;Voornaam verzorger;Achternaam verzorger;Email;Mobiel;Gezag'
const csv = (...rows: string[]) => [HEADER, ...rows].join('\r\n')

const upload = async (content: string | Buffer, browser = wim) => {
  const body = new FormData()
  body.append('file', new Blob([content as BlobPart], { type: 'text/csv' }), 'Ouders van Milaq.csv')
  return browser.request('POST', urls.guardianImports(), body)
}
const idIn = (answer: Response) => answer.headers.get('location')!.split('/')[2]!

/** Uploads, takes the guessed columns, and answers the address of the review. */
const review = async (content: string | Buffer): Promise<string> => {
  const id = idIn(await upload(content))
  const page = await wim.text(urls.guardianColumns({ id }))
  const chosen = [...page.matchAll(/<select[^>]*name="(column-\d+)".*?<\/select>/gs)].map(([select, name]) => [
    name!,
    /<option value="([^"]*)" selected/.exec(select)?.[1] ?? 'none',
  ])
  const kept = await wim.post(urls.guardianColumns({ id }), Object.fromEntries(chosen))
  expect([kept.status, kept.headers.get('location')]).toEqual([303, urls.guardianImport({ id })])
  return urls.guardianImport({ id })
}
const shownOn = (page: string) => /name="shown" value="([^"]+)"/.exec(page)![1]!
const apply = async (address: string, more: Record<string, string | string[]> = {}) =>
  wim.post(address, { shown: shownOn(await wim.text(address)), ...more })
const takeOver = async (content: string | Buffer, more: Record<string, string | string[]> = {}) => {
  const done = await apply(await review(content), more)
  expect(done.status).toBe(303)
}

/** Everyone who is a guardian of this pupil, opened. */
const guardiansOf = (pupil: string) =>
  door.front.within(vuurtoren, async (work) => {
    const rows = await work.db
      .selectFrom('guardianship')
      .innerJoin('person', 'person.id', 'guardianship.guardian_id')
      .select(['person.id', 'person.record', 'guardianship.authority', 'guardianship.information_only as infoOnly'])
      .where('guardianship.pupil_id', '=', pupil)
      .orderBy('guardianship.call_order')
      .execute()
    return work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'surname', 'email', 'phone') })
  })
const called = async (pupil: string, givenName: string) =>
  (await guardiansOf(pupil)).filter(({ record }) => record.givenName === givenName)
const people = () =>
  door.front.within(vuurtoren, async ({ db }) => (await db.selectFrom('person').select('id').execute()).length)

describe('a file of guardians', () => {
  test('changes nothing until somebody says so; the same file again changes nothing at all', async () => {
    const file = csv('Raviq;Ramdinq;Groep 6;moeder;Priyaq;Ramdinq;priya@test.example;06-00000011;ja')
    const before = await people()
    const address = await review(file)
    const page = await wim.text(address)
    for (const word of ['Priyaq Ramdinq', 'moeder van Raviq Ramdinq', 'Nieuwe ouders']) expect(page).toContain(word)
    expect(await people()).toBe(before)
    expect((await apply(address)).status).toBe(303)
    expect(await guardiansOf(pupils.ravi)).toMatchObject([
      { authority: 'yes', record: { givenName: 'Priyaq', email: 'priya@test.example', phone: '06-00000011' } },
    ])
    expect(await people()).toBe(before + 1)
    expect(await wim.text(address)).toContain('De ouders zijn ingelezen')
    expect((await wim.post(address, { shown: 'again' })).status).toBe(303)
    expect(await wim.text(await review(file))).toContain('Er verandert niets')
    expect(await people()).toBe(before + 1)
  })

  test('a guardian of two children is one person, with two rows or with two columns', async () => {
    const rows = ['Zuriq;', 'Tobiq;'].map(
      (child, at) => `${child}OkaforX;Groep ${5 + at};tante;Adaq;Obiq;ada@test.example;;nee`,
    )
    const names = await door.front.within(vuurtoren, async (work) => {
      const found = await work.db
        .selectFrom('person')
        .select(['id', 'record'])
        .where('id', 'in', [pupils.zuri, pupils.tobi])
        .execute()
      return work.open(found, { record: reading(personRecord, 'id', 'surname') })
    })
    await takeOver(csv(...rows.map((row) => row.replace('OkaforX', names[0]!.record.surname))))
    const [one, other] = [await called(pupils.zuri, 'Adaq'), await called(pupils.tobi, 'Adaq')]
    expect([one.length, one[0]!.id]).toEqual([1, other[0]!.id])
    expect(one[0]).toMatchObject({ authority: 'no', infoOnly: true })
  })

  test('what the office changed by hand is shown and stays, unless it is ticked', async () => {
    const with_ = (phone: string) => csv(`Raviq;Ramdinq;Groep 6;moeder;Priyaq;Ramdinq;priya@test.example;${phone};ja`)
    const priya = (await called(pupils.ravi, 'Priyaq'))[0]!
    const form = await wim.text(urls.editPerson({ id: priya.id }))
    const version = /name="version" value="([^"]+)"/.exec(form)![1]!
    const edited = {
      version,
      givenName: 'Priyaq',
      prefix: '',
      surname: 'Ramdinq',
      email: 'priya@test.example',
      phone: '06-00000099',
    }
    expect((await wim.post(urls.editPerson({ id: priya.id }), edited)).status).toBe(303)
    const address = await review(with_('06-00000022'))
    const page = await wim.text(address)
    expect(page).toContain('Hier met de hand veranderd')
    expect((await apply(address)).status).toBe(303)
    expect((await called(pupils.ravi, 'Priyaq'))[0]!.record.phone).toBe('06-00000099')
    const key = `person ${priya.id} phone`
    await takeOver(with_('06-00000022'), { take: [key, 'person nobody phone'] })
    expect((await called(pupils.ravi, 'Priyaq'))[0]!.record.phone).toBe('06-00000022')
    // From now on the file may change it again by itself.
    await takeOver(with_('06-00000033'))
    expect((await called(pupils.ravi, 'Priyaq'))[0]!.record.phone).toBe('06-00000033')
  })

  test('who is missing in the next file stays; a guardianship that was ended by hand stays ended', async () => {
    await takeOver(csv('Raviq;Ramdinq;Groep 6;vader;Sanjayq;Ramdinq;sanjay@test.example;;ja'))
    expect((await guardiansOf(pupils.ravi)).map(({ record }) => record.givenName)).toEqual(['Priyaq', 'Sanjayq'])
    const sanjay = (await called(pupils.ravi, 'Sanjayq'))[0]!
    await asSuperuser(door.front.server.admin, (client) =>
      client.query(`update guardianship set from_on = '2020-01-01', to_on = '2020-02-01' where guardian_id = $1`, [
        sanjay.id,
      ]),
    )
    const address = await review(csv('Raviq;Ramdinq;Groep 6;vader;Sanjayq;Ramdinq;sanjay@test.example;;ja'))
    expect(await wim.text(address)).toContain('Sanjayq Ramdinq is weer ouder van Raviq Ramdinq.')
    expect((await apply(address)).status).toBe(303)
    expect(await called(pupils.ravi, 'Sanjayq')).toHaveLength(1)
  })

  test('the same form twice at once stores once', async () => {
    const address = await review(csv('Milaq;Yıldızq;Groep 5;oma;Fatmaq;Yıldızq;fatma@test.example;;nee'))
    const shown = shownOn(await wim.text(address))
    const answers = await Promise.all([wim.post(address, { shown }), wim.post(address, { shown })])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await called(pupils.mila, 'Fatmaq')).toHaveLength(1)
  })

  test('a school that changed meanwhile is shown again', async () => {
    const address = await review(csv('Raviq;Ramdinq;Groep 6;tante;Minaq;Ramdinq;mina@test.example;;nee'))
    const shown = shownOn(await wim.text(address))
    await takeOver(csv('Raviq;Ramdinq;Groep 6;tante;Minaq;Ramdinq;mina@test.example;;nee'))
    const answer = await wim.post(address, { shown })
    expect([answer.status, (await answer.text()).includes('De school is veranderd')]).toEqual([422, true])
  })

  test('somebody of the team who is a guardian too stays one person, and keeps the address of work', async () => {
    const before = await people()
    const address = await review(csv('Raviq;Ramdinq;Groep 6;stiefvader;Tomq;Bakkerq;thuis@test.example;;onbekend'))
    expect(await wim.text(address)).toContain('Alleen de naam is gelijk.')
    const field = /name="(person-\d+)"/.exec(await wim.text(address))![1]!
    expect((await apply(address, { [field]: staff.tom })).status).toBe(303)
    expect(await people()).toBe(before)
    expect((await called(pupils.ravi, 'Tomq'))[0]).toMatchObject({
      id: staff.tom,
      record: { email: 'tom@test.example' },
    })
  })

  test('two names with one address, and one name with two, are asked and not guessed', async () => {
    const before = await people()
    const address = await review(
      csv(
        'Milaq;Yıldızq;Groep 5;oma;Ayseq;Kayaq;samen@test.example;;nee',
        'Raviq;Ramdinq;Groep 6;opa;Bertq;Kokq;samen@test.example;;nee',
        'Raviq;Ramdinq;Groep 6;oom;Ayseq;Kayaq;anders@test.example;;nee',
      ),
    )
    const page = await wim.text(address)
    expect(page).toContain('Dit e-mailadres hoort hier of in het bestand ook bij een andere naam.')
    expect(page).toContain('Alleen de naam is gelijk.')
    expect((await apply(address)).status).toBe(303)
    expect(await people()).toBe(before + 1)
    expect(await called(pupils.ravi, 'Bertq')).toEqual([])
  })

  test('a name alone is no pupil, and neither is a child of another school', async () => {
    const header = 'Kind;Naam ouder'
    const address = await review(`${header}\nMilaq Yıldızq;Mevr. Els van den Bergq\nEmreq Yıldızq;Dhr. Piet Jansq`)
    const page = await wim.text(address)
    expect(page).toContain('Welk kind is dit?')
    expect(page).toContain('Dit is Milaq Yıldızq (Groep 5)')
    expect(page).toContain('Kinderen die hier niet op school zitten')
    expect((await apply(address, { 'pupil-0': pupils.hidden })).status).toBe(303)
    expect(await called(pupils.mila, 'Els')).toEqual([])
    await takeOver(`${header}\nMilaq Yıldızq;Mevr. Els van den Bergq`, { 'pupil-0': pupils.mila })
    expect(await called(pupils.mila, 'Els')).toMatchObject([{ record: { surname: 'Bergq' }, authority: 'unknown' }])
  })

  test('of a protected family nothing is shown, taken over or added in the open', async () => {
    const before = await people()
    const address = await review(
      csv(
        'Onvindbaarq;Schuilenburgq;Groep 5;moeder;Verborgenq;Schuilenburgq;x@test.example;06-00000055;ja',
        'Milaq;Yıldızq;Groep 5;tante;Verborgenq;Schuilenburgq;hidden-mother@test.example;;nee',
      ),
    )
    const page = await wim.text(address)
    expect(page).not.toMatch(/Schuilenburgq|Onvindbaarq|Verborgenq/)
    expect(page).toContain('afgeschermde identiteit')
    expect((await apply(address)).status).toBe(303)
    expect(await people()).toBe(before)
  })

  test('no address, number or secret telephone is kept, and no name in the log or in what is kept of the file', async () => {
    const secret = [
      'Leerling;Groep;Naam verzorger 1;Telefoon verzorger 1;Geheim telefoonnummer verzorger 1;Straat;BSN;Postcode',
      'Milaq Yıldızq;Groep 5;Lotte Veenq;06-00000077;ja;Dorpsstraatq 1;999999990;1234 AB',
    ].join('\n')
    const id = idIn(await upload(secret))
    const columns = await wim.text(urls.guardianColumns({ id }))
    expect(columns).not.toContain('999999990')
    await takeOver(secret)
    expect(await called(pupils.mila, 'Lotte')).toMatchObject([{ record: { phone: null } }])
    const kept = await door.front.within(vuurtoren, ({ db }) =>
      db.selectFrom('guardian_import').select(['mapping', 'report']).execute(),
    )
    expect(JSON.stringify(kept)).not.toMatch(/q\b|Dorps|1234|06-/)
    expect(kept.at(-1)!.report).toMatchObject({ dropped: { bsn: 1, address: 2, secret: 1 } })
  })

  test('a pupil is called by the whole name, with its prefix', async () => {
    const page = await wim.text(await review(csv('Noorq;Meulenq;;oma;Truusq;Dekkerq;truus@test.example;;nee')))
    expect(page).toContain('Dit is Noorq van der Meulenq')
  })
})

describe('files as they come', () => {
  const tidy = 'Milaq;Yıldızq;Groep 5;oom;Rensq;Dijkq;rens@test.example;;'
  const latin = Buffer.from(csv('Milaq;Yildizq;Groep 5;oom;Renéq;Dïjkq;;;'), 'latin1')

  test.each([
    ['Windows-1252', latin, 'Renéq Dïjkq'],
    ['tabs', csv(tidy).replaceAll(';', '\t'), 'Rensq Dijkq'],
    ['commas and quotes', csv(tidy).replaceAll(';', ',').replace('Dijkq', '"Dijkq, ""jr"""'), 'Rensq Dijkq'],
    ['old Macintosh line ends', csv(tidy).replaceAll('\r\n', '\r'), 'Rensq Dijkq'],
    ['a byte order mark', `\ufeff${csv(tidy)}`, 'Rensq Dijkq'],
  ])('%s', async (_, content, name) => {
    expect(await wim.text(await review(content))).toContain(name)
  })

  test.each([
    ['one column', 'Naam\nMilaq', 'We zien maar één kolom'],
    ['nothing', '', 'Kies eerst een bestand.'],
    ['a heading only', HEADER, 'geen enkele regel'],
    ['a line that is too wide', csv(`${tidy}x;y`), 'meer kolommen dan de eerste regel'],
    ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1, 2, 3]), 'kies Opslaan als'],
    ['no text', Buffer.from([0x50, 0x4b, 7, 4, 0, 0, 1, 2, 3]), 'geen CSV-bestand'],
    ['an open quote', `${HEADER}\n"Milaq;x`, 'aanhalingsteken'],
    ['10 MB in one line', `${HEADER}\n${'x'.repeat(10 * 1024 * 1024)}`, 'te lang'],
    ['too many lines', `${HEADER}\n${`${tidy}\n`.repeat(10_001)}`, '10.000 regels'],
  ])('%s is refused in a sentence', async (_, content, sentence) => {
    const answer = await upload(content)
    expect([answer.status, (await answer.text()).includes(sentence)]).toEqual([422, true])
  })

  test('the language of letters is remembered for a new guardian', async () => {
    await takeOver('Leerling;Groep;Naam ouder;Taal ouder\nMilaq Yıldızq;Groep 5;Olenaq Shevchenkoq;Oekraïens')
    const [olena] = await called(pupils.mila, 'Olenaq')
    const chosen = await door.front.within(vuurtoren, (work) => languagesOf(work, [olena!.id]))
    expect([...chosen.values()]).toEqual(['uk'])
  })

  test('columns that say too little, or the same twice, come back with a sentence', async () => {
    const id = idIn(await upload(csv(tidy)))
    const at = urls.guardianColumns({ id })
    const refused = await wim.post(at, { 'column-0': 'pupil.surname', 'column-1': 'pupil.surname' })
    expect([refused.status, (await refused.text()).includes('dezelfde betekenis')]).toEqual([422, true])
    for (const chosen of [{}, { 'column-4': 'pupil.key' }, { 'column-0': 'nonsense', 'column-1': '1.surname' }]) {
      const answer = await wim.post(at, chosen)
      expect([answer.status, /We weten nog niet/.test(await answer.text())]).toEqual([422, true])
    }
    expect((await wim.post(urls.dropGuardianImport({ id }))).status).toBe(303)
    expect((await wim.get(at)).status).toBe(303)
    expect(await wim.text(urls.guardianImport({ id }))).toContain('Dit bestand is weggegooid')
  })

  test('what is no name, address or number is left out, with its line', async () => {
    const page = await wim.text(
      await review(
        csv('Milaq;Yıldızq;Groep 5;oom;=HYPERLINK("http://x");Dijkq;geen-adres;12;misschien', ';;;;;Dijkq;;;'),
      ),
    )
    for (const sentence of [
      'Dit is geen naam',
      'Dit e-mailadres klopt niet',
      'Dit telefoonnummer klopt niet',
      'Gezag moet ja, nee of onbekend zijn',
      'Regel 3',
    ])
      expect(page).toContain(sentence)
    expect(page).not.toContain('HYPERLINK')
  })

  test('the example to download is read as it is', async () => {
    const answer = await wim.get(urls.guardianTemplate())
    expect(answer.headers.get('content-disposition')).toContain('ouders.csv')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [header = ''] = guardianTemplate.slice(1).split('\r\n')
    expect(guessMapping(header.split(';')).filter((target) => target === null)).toEqual([])
    expect(
      guardianTemplate
        .split('\r\n')
        .filter(Boolean)
        .map((line) => line.split(';').length),
    ).toEqual([28, 28, 28])
    const page = await wim.text(await review(bytes))
    expect(page).toContain('Kinderen die hier niet op school zitten')
  })

  test('only the office of this school', async () => {
    for (const who of [staff.hatice, staff.roos]) {
      const other = await door.front.as(who, vuurtoren)
      expect((await upload(csv(tidy), other)).status).toBe(404)
    }
  })
})

test.each([
  ['Leerlingnummer', 'pupil.key'],
  ['Roepnaam', 'pupil.givenName'],
  ['Achternaam', 'pupil.surname'],
  ['Geboortedatum leerling', 'pupil.birthDate'],
  ['Achternaam verzorger 1', '1.surname'],
  ['Verzorger 2 e-mailadres', '2.email'],
  ['Mobiel (ouder1)', '1.phone'],
  ['E-mail moeder', '1.email'],
  ['E-mail vader', '2.email'],
  ['Wettelijk vertegenwoordiger 1', '1.authority'],
  ['Geheim adres', 'pupil.secret'],
  ['Guardian 1 last name', '1.surname'],
  ['BSN', null],
  ['Woonplaats verzorger 1', null],
  ['Telefoon werk verzorger 1', null],
])('a column called %s is %s', (header, target) => {
  expect(guessMapping([header])).toEqual([target])
})
