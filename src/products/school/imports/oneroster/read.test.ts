import { expect, test } from 'vitest'
import { changed, type Files, known, readFiles, readZip, sampleFiles, zipOf } from '#test/oneroster/files.ts'
import { problemMessage } from '../problems.ts'
import { readOneRoster } from './read.ts'
import { surnameOf, yearOf } from './values.ts'

const of11 = sampleFiles('oneroster-1.1')
const of12 = sampleFiles('oneroster-1.2')
const kept = (files: Files, options = {}) => readFiles(files, options)

test('a package of 1.1: this school of two, the groups, pupils and team, and nothing that may not be known', async () => {
  const { roster, guardians, dropped, problems, format } = await readZip(await zipOf(of11))
  expect(problems).toEqual([])
  expect(format).toEqual({ kind: 'oneroster', version: '1.1', changes: false })
  expect(roster).toMatchObject({ brin: '99QX', schoolKey: 'org-1', schoolYear: { start: 2026, end: 2027 } })
  expect(roster!.groups.map(({ name, kind, year }) => [name, kind, year])).toEqual([
    ['Groep 3/4', 'home', 'C'],
    ['Groep 8', 'home', '8'],
    ['Plusgroep', 'composed', null],
  ])
  const [saar, sem, ravi] = roster!.pupils
  expect(roster!.pupils).toHaveLength(3)
  expect(saar).toMatchObject({
    ...{ key: 'u-saar', eckId: 'https://ketenid.nl/201703/0a1b', birthDate: '2019-02-11', year: '3' },
    ...{ homeGroup: 'kl-34', composedGroups: ['kl-plus'] },
  })
  expect(saar!.name).toMatchObject({ callName: 'Saar', prefix: 'van der', surname: 'Bree' })
  expect(sem).toMatchObject({ enteredOn: '2026-08-17', leftOn: null })
  expect(ravi!.name).toMatchObject({ prefix: null, surname: 'Sharma, de jonge' })
  expect(roster!.teachers.map(({ key, roles, email }) => [key, roles, email])).toEqual([
    ['u-lia', ['LRK'], 'lia@school.example'],
    ['u-anna', ['ADM'], 'anna@school.example'],
  ])
  expect(guardians.map(({ key, relation, children }) => [key, relation, children.length])).toEqual([
    ['u-moeder', 'parent', 2],
    ['u-vader', 'guardian', 2],
  ])
  expect(dropped).toMatchObject({ userIds: 1, identifier: 1, password: 1, email: 1, sms: 2, username: 10 })
  expect(dropped).toMatchObject({ white: 1, asian: 1, cityOfBirth: 2, countryOfBirthCode: 2, sex: 2 })
  expect(JSON.stringify([roster, problems])).not.toMatch(/999999990|geheim|0612345678|Utrecht|saar@|Elif|Windvaan/)
})

test('a package of 1.2 has its roles apart, and a name that people are called by', async () => {
  const { roster, dropped, problems } = await kept(of12, { birthDates: false })
  expect(problems).toEqual([])
  expect(roster!.pupils[0]!.name).toEqual({
    ...{ callName: 'Saar', firstNames: 'Sarah', prefix: 'van der', surname: 'Bree', initials: null },
  })
  expect(roster!.pupils.map(({ birthDate }) => birthDate)).toEqual([null, null, null])
  expect(roster!.teachers.map(({ key, roles }) => [key, roles])).toEqual([
    ['u-lia', ['LRK']],
    ['u-anna', ['DIR']],
  ])
  expect(dropped).toMatchObject({ birthDate: 2, password: 2, description: 1, userMasterIdentifier: 1, pronouns: 1 })
})

test('the school is the one with our BRIN, else the one we know, else nobody knows', async () => {
  expect((await kept(of11, { brin: '99QY' })).roster).toMatchObject({ schoolKey: 'org-2' })
  expect((await kept(of11, { brin: '99QX00' })).roster).toMatchObject({ schoolKey: 'org-1' })
  expect((await kept(of11, { brin: null, schoolKey: 'org-2' })).roster).toMatchObject({ brin: '99QY' })
  const unknown = await kept(of11, { brin: '11AA' })
  expect(unknown.problems.map(({ code, path }) => [code, path])).toEqual([['org-which', 'orgs.csv/identifier']])
})

test('grades and surnames are read as Dutch schools write them', () => {
  const grades = ['1', '01', '8', '08', 'KG', 'kg', 'PK', 'Groep 3', 'groep 7', '11', 'Other', '9', 'x', '']
  expect(grades.map(yearOf)).toEqual(['1', '1', '8', '8', '1', '1', '0', '3', '7', '11', 'N', null, null, null])
  expect(['van der Bree', "van 't Hof", 'de Vries', 'Bree', 'El Amrani', 'el Amrani'].map(surnameOf)).toEqual([
    { prefix: 'van der', surname: 'Bree' },
    { prefix: "van 't", surname: 'Hof' },
    { prefix: 'de', surname: 'Vries' },
    { prefix: null, surname: 'Bree' },
    { prefix: null, surname: 'El Amrani' },
    { prefix: 'el', surname: 'Amrani' },
  ])
})

test('other encodings, separators and line ends, and columns of others, change nothing but a count', async () => {
  const right = await kept(of11)
  const all = Object.entries(of11)
  const semicolons = all.map(([name, text]) => [
    name,
    Buffer.from(`\ufeff${text.replace(/("[^"]*")|,/g, (_, quoted) => quoted ?? ';').replaceAll('\n', '\r\n')}`),
  ])
  expect(await kept(Object.fromEntries(semicolons))).toEqual(right)
  const accents = changed(of11, 'users.csv', 'Ravi,', 'Raví,')
  const windows = Object.fromEntries(
    Object.entries(accents).map(([name, text]) => [name, Buffer.from(`${text}`, 'latin1')]),
  )
  expect((await kept(windows)).roster).toEqual((await kept(accents)).roster)
  const more = {
    ...of11,
    'orgs.csv': of11['orgs.csv']!.replace(/^/gm, 'x,').replace(/x,$/, '').replace('x,source', 'eigen,source'),
  }
  expect(await kept(more)).toEqual({ ...right, dropped: { ...right.dropped, unknown: 3 } })
  const inFolder = Object.fromEntries(all.map(([name, text]) => [`export/${name}`, text]))
  expect(
    await readZip(await zipOf({ ...inFolder, '__MACOSX/export/._users.csv': 'x', 'export/lees-mij.txt': 'x' })),
  ).toEqual(right)
})

const wrong: [string, (files: Files) => Files, string, string, number?][] = [
  ['no manifest', ({ 'manifest.csv': _, ...rest }) => rest, 'manifest-missing', 'manifest.csv', 1],
  [
    'a version of later',
    (f) => changed(f, 'manifest.csv', '1.1', '2.0'),
    'manifest-version',
    'manifest.csv/oneroster.version',
    3,
  ],
  [
    'no kind of file',
    (f) => changed(f, 'manifest.csv', 'users,bulk', 'users,full'),
    'manifest-mode',
    'manifest.csv/file.users',
    16,
  ],
  ['a file that is not there', ({ 'users.csv': _, ...rest }) => rest, 'file-missing', 'manifest.csv/file.users', 16],
  [
    'a file that has to be there',
    (f) => changed(f, 'manifest.csv', 'classes,bulk', 'classes,absent'),
    'file-needed',
    'manifest.csv/file.classes',
  ],
  [
    'a column too few',
    (f) => changed(f, 'users.csv', 'givenName', 'voornaam'),
    'column-missing',
    'users.csv/givenName',
    1,
  ],
  ['a column twice', (f) => changed(f, 'users.csv', 'sms,phone', 'sms,sms'), 'column-repeated', 'users.csv/sms', 1],
  ['a comma too many', (f) => changed(f, 'users.csv', 'Ravi,', 'Ravi,,'), 'row-columns', 'users.csv', 4],
  ['a quote that stays open', (f) => changed(f, 'users.csv', '"Sharma', '"Sharma"x'), 'csv-quote', 'users.csv', 4],
  ['no name', (f) => changed(f, 'users.csv', ',Sem,', ',,'), 'cell-missing', 'users.csv/givenName', 3],
  ['no id', (f) => changed(f, 'users.csv', 'u-sem,', ','), 'cell-missing', 'users.csv/sourcedId', 3],
  ['an id twice', (f) => changed(f, 'users.csv', 'u-sem,', 'u-saar,'), 'id-repeated', 'users.csv/sourcedId', 3],
  [
    'an ECK iD twice',
    (f) => changed(f, 'users.csv', 'sem.b,', 'sem.b,{eckid:https://ketenid.nl/201703/0a1b}'),
    'eckid-repeated',
    'users.csv/userIds',
    3,
  ],
  [
    'a class that is nowhere',
    (f) => changed(f, 'enrollments.csv', 'kl-8,org-1,u-ravi', 'kl-9,org-1,u-ravi'),
    'id-unknown',
    'enrollments.csv/classSourcedId',
    4,
  ],
  [
    'a person who is nowhere',
    (f) => changed(f, 'enrollments.csv', 'u-ravi', 'u-niemand'),
    'id-unknown',
    'enrollments.csv/userSourcedId',
    4,
  ],
  [
    'a school that is nowhere',
    (f) => changed(f, 'classes.csv', 'Lokaal 2,org-1', 'Lokaal 2,org-9'),
    'id-unknown',
    'classes.csv/schoolSourcedId',
    2,
  ],
  [
    'a course that is nowhere',
    (f) => changed(f, 'classes.csv', '08,po', '08,xx'),
    'id-unknown',
    'classes.csv/courseSourcedId',
    3,
  ],
  [
    'a term that is nowhere',
    (f) => changed(f, 'classes.csv', '"term-1', '"term-9'),
    'id-unknown',
    'classes.csv/termSourcedIds',
    2,
  ],
  ['a grade of another country', (f) => changed(f, 'users.csv', ',8,', ',9,'), 'grade', 'users.csv/grades', 4],
  [
    'a role of another standard',
    (f) => changed(f, 'users.csv', 'org-1,teacher', 'org-1,juf'),
    'role-unknown',
    'users.csv/role',
    6,
  ],
  [
    'neither true nor false',
    (f) => changed(f, 'users.csv', 'u-sem,,,true', 'u-sem,,,ja'),
    'enabled',
    'users.csv/enabledUser',
    3,
  ],
  [
    'a day that is not there',
    (f) => changed(f, 'enrollments.csv', '2026-08-17', '2026-02-30'),
    'date',
    'enrollments.csv/beginDate',
    3,
  ],
  ['another status', (f) => changed(f, 'users.csv', 'u-sem,,', 'u-sem,inactive,'), 'status', 'users.csv/status', 3],
  [
    'a time in words',
    (f) => changed(f, 'users.csv', 'u-sem,,,', 'u-sem,,gisteren,'),
    'modified',
    'users.csv/dateLastModified',
    3,
  ],
  [
    'two own groups',
    (f) => changed(f, 'enrollments.csv', 'kl-plus', 'kl-8'),
    'two-homerooms',
    'enrollments.csv/classSourcedId',
    5,
  ],
  ['no school', (f) => changed(f, 'orgs.csv', /,school,/g, ',local,'), 'org-none', 'orgs.csv', 1],
  [
    'no school year',
    (f) => changed(f, 'academicSessions.csv', /202[67]-..-..,202[67]-..-..,(.*),2027/g, ',,$1,ooit'),
    'session-year',
    'academicSessions.csv/schoolYear',
    2,
  ],
  ['no pupil', (f) => changed(f, 'users.csv', /org-1,student/g, 'org-1,aide'), 'no-pupils', 'users.csv', 1],
  [
    'letters of two encodings',
    (f) => ({ ...f, 'users.csv': Buffer.concat([Buffer.from(`${f['users.csv']}é`), Buffer.from([0xeb])]) }),
    'csv-encoding',
    'users.csv',
    12,
  ],
  ['only changes', () => sampleFiles('oneroster-1.1-delta'), 'delta-first', 'manifest.csv', 1],
]
test.each(wrong)('%s: the file, line and reason, and nothing is read', async (_, change, code, path, line) => {
  const { roster, problems } = await kept(change(of11))
  expect(roster).toBeNull()
  const errors = problems.filter(({ severity }) => severity === 'error')
  expect(errors[0]).toMatchObject({ code, path, ...(line === undefined ? {} : { line }) })
  expect(problemMessage('nl', errors[0]!)).not.toBe(problemMessage('en', errors[0]!))
  expect(JSON.stringify(problems)).not.toMatch(/Sharma|999999990|niemand|gisteren|voornaam/)
})

test('what is odd but clear is read, and said', async () => {
  const warned = async (files: Files) => {
    const { roster, problems } = await kept(files)
    expect(roster).not.toBeNull()
    return problems.map(({ code, line }) => [code, line])
  }
  expect(await warned(changed(of11, 'users.csv', ',03,', ',KG,'))).toEqual([['kindergarten', 2]])
  expect(await warned(changed(of11, 'users.csv', '"u-saar,u-sem"', '"u-saar,u-weg"'))).toEqual([['agent-unknown', 8]])
  expect(await warned(changed(of11, 'enrollments.csv', 'u-lia,teacher', 'u-lia,student'))).toEqual([
    ['enrollment-role', 6],
  ])
  expect(await warned(changed(of11, 'manifest.csv', 'demographics,bulk', 'demographics,absent'))).toEqual([
    ['file-unlisted', 10],
  ])
  const scheduled = changed(of11, 'classes.csv', /homeroom/g, 'scheduled')
  expect(await warned(scheduled)).toEqual([['no-homeroom', 2]])
  const alone = await kept(changed(scheduled, 'enrollments.csv', /.*kl-plus.*\n/, ''))
  expect(alone.roster!.groups.map(({ kind, year }) => [kind, year])).toEqual([
    ['home', 'C'],
    ['home', '8'],
    ['home', 'N'],
  ])
})

test('a year is read from its days, however its name is written, and a year to come can be in the file already', async () => {
  const years = async (from: string, to: string) =>
    (await kept(changed(of11, 'academicSessions.csv', from, to))).roster?.schoolYear
  expect(await years('schoolYear,2026-08-01,2027-07-31,,2027', 'schoolYear,2026-08-01,2027-07-31,,2026')).toEqual({
    start: 2026,
    end: 2027,
  })
  for (const said of ['2027', '2026-2027', '2026 / 2027', '2026/2027', '2026–2027'])
    expect(await years('schoolYear,2026-08-01,2027-07-31,,2027', `schoolYear,2026-08-01,2026-12-31,,${said}`)).toEqual({
      start: 2026,
      end: 2027,
    })
  const next = changed(
    changed(of11, 'academicSessions.csv', /$/, 'jaar-2027,,,2027 / 2028,schoolYear,2027-08-01,2028-07-31,,2028\n'),
    'classes.csv',
    /$/,
    'kl-n,,,Groep 1,01,po,,homeroom,,org-1,jaar-2027,,,\n',
  )
  expect((await kept(next)).roster!.groups).toHaveLength(3)
  expect((await kept(next, { today: '2027-09-01' })).roster).toMatchObject({
    schoolYear: { start: 2027 },
    groups: [{ name: 'Groep 1' }],
  })
})

test('changes are laid over the school as it is known: who changes, comes, moves and goes', async () => {
  const before = (await kept(of11)).roster!
  const delta = sampleFiles('oneroster-1.1-delta')
  const options = { schoolKey: 'org-1', today: '2026-10-06', current: async () => before }
  const { roster, problems, format } = await kept(delta, options)
  expect(problems).toEqual([])
  expect(format).toMatchObject({ changes: true })
  expect(roster!.pupils.map(({ key, name, year, homeGroup }) => [key, name.callName, year, homeGroup])).toEqual([
    ['u-saar', 'Sara', '4', 'kl-8'],
    ['u-ravi', 'Ravi', '8', 'kl-8'],
    ['u-nieuw', 'Nova', '8', 'kl-8'],
  ])
  expect(roster!.pupils[0]).toMatchObject({
    composedGroups: ['kl-plus'],
    birthDate: '2019-02-11',
    eckId: expect.any(String),
  })
  expect(roster).toMatchObject({ groups: before.groups, teachers: before.teachers, schoolYear: before.schoolYear })
  // Somebody who is enrolled in a second own group moved, whether or not the first one was taken away.
  const moved = await kept(changed(delta, 'enrollments.csv', /e-1,.*\n/, ''), options)
  expect(moved.roster!.pupils[0]).toMatchObject({ homeGroup: 'kl-8' })
  const year = changed(
    changed(
      { ...delta, 'academicSessions.csv': of11['academicSessions.csv']!, 'classes.csv': of11['classes.csv']! },
      'manifest.csv',
      'academicSessions,absent\nfile.classes,absent',
      'academicSessions,bulk\nfile.classes,bulk',
    ),
    'academicSessions.csv',
    /2026-08-01,2027-07-31/,
    '2027-08-01,2028-07-31',
  )
  const { problems: refused } = await kept(year, options)
  expect(refused.map(({ code }) => code)).toContain('delta-year')
})

test('an error of the store itself passes through', async () => {
  await expect(readOneRoster(() => Promise.reject(new Error('disk')), known)).rejects.toThrow('disk')
})
