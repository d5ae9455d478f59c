import { give } from '#products/plaza/must-reads/asking.ts'
import { mustReadWords } from '#products/plaza/must-reads/personal-data.ts'
import { fingerprint } from '#products/plaza/must-reads/writing.ts'
import { teamRoles } from '#products/plaza/rules.ts'
import { documentOfTyped } from '#shared/rich-text/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { addDays, dayOf, momentOf, weekdayOf } from './calendar.ts'
import { type Part, teamOf } from './part.ts'
import { demoId, random } from './random.ts'
import { staffId } from './staff.ts'

type Version = { readonly daysAgo: number; readonly title: string; readonly text: string; readonly why: string | null }
type Plan = {
  readonly key: string
  readonly author: string
  /** Days from today, moved to a working day. */
  readonly due: number
  /** The share of the team that read the newest version. */
  readonly read: number
  readonly closed: boolean
  readonly versions: readonly Version[]
}

const plans: readonly Plan[] = [
  {
    key: 'not-collected',
    author: 'Anouk Visser',
    due: 2,
    read: 0.64,
    closed: false,
    versions: [
      {
        daysAgo: 5,
        title: 'Wat we doen als een kind niet wordt opgehaald',
        why: null,
        text: [
          'We bellen voortaan na **tien minuten**, niet na een half uur. En niemand wacht nog alleen.',
          '# In vier stappen',
          '1. Blijf met het kind in de hal. Vraag een collega om erbij te komen.\n2. Bel na tien minuten de ouders, in de volgorde die bij het kind staat.\n3. Neemt niemand op? Bel dan wie het kind verder mag ophalen.\n4. Na een half uur bel je de directie. Die beslist wat er gebeurt.',
          'Schrijf de volgende dag kort op wat er was, zodat de leerkracht van de volgende dag het weet.',
        ].join('\n\n'),
      },
    ],
  },
  {
    key: 'fire-drill',
    author: 'Wim Postma',
    due: -12,
    read: 1,
    closed: true,
    versions: [
      {
        daysAgo: 70,
        title: 'Ontruimen: wie doet wat',
        why: null,
        text: 'Bij het alarm gaat elke groep via de eigen deur naar buiten. We verzamelen **op het voorplein**.\n\nNeem de groepslijst mee en tel de kinderen.',
      },
      {
        daysAgo: 40,
        title: 'Ontruimen: wie doet wat',
        why: 'De kleuters gaan door de zijdeur.',
        text: 'Bij het alarm gaat elke groep via de eigen deur naar buiten. De kleuters gaan door de **zijdeur**. We verzamelen **op het voorplein**.\n\nNeem de groepslijst mee en tel de kinderen.',
      },
      {
        daysAgo: 20,
        title: 'Ontruimen: wie doet wat',
        why: 'We verzamelen niet meer op het voorplein, maar bij de fietsen.',
        text: 'Bij het alarm gaat elke groep via de eigen deur naar buiten. De kleuters gaan door de **zijdeur**. We verzamelen **bij de fietsen**, zodat de brandweer langs kan.\n\nNeem de groepslijst mee en tel de kinderen. Meld bij de directie: compleet, of wie er mist.',
      },
    ],
  },
]

const workingDay = (day: string): string => (weekdayOf(day) > 5 ? workingDay(addDays(day, 1)) : day)

/** What the team of De Vuurtoren had to read: one that most have read and a visitor not yet, one in its third version. */
export const writeMustReads = async (work: Work, part: Part): Promise<void> => {
  if (part.organisation.host !== 'vuurtoren') return
  for (const plan of plans) await write(work, part.today, plan, teamOf(part))
}

const write = async (work: Work, today: string, plan: Plan, team: readonly string[]) => {
  const id = demoId(`must-reads/${plan.key}`)
  const author = staffId('vuurtoren', plan.author)
  const due = workingDay(addDays(today, plan.due))
  const moments = plan.versions.map(({ daysAgo }) => new Date(momentOf(addDays(today, -daysAgo), '16:10')))
  await work.db
    .insertInto('must_read')
    .values({
      id,
      author_id: author,
      roles: [...teamRoles],
      due_on: due,
      version: plan.versions.length,
      begun_at: moments[0]!,
      closed_at: plan.closed ? new Date(momentOf(due, '15:30')) : null,
      request_key: demoId(`must-reads/${plan.key}/request`),
    })
    .execute()
  const waiting: string[] = []
  for (const [at, { title, text, why }] of plan.versions.entries()) {
    const row = demoId(`must-reads/${plan.key}/${at}`)
    const document = documentOfTyped(text)
    const words = { title, text: JSON.stringify(document), why }
    await work.db
      .insertInto('must_read_version')
      .values({
        id: row,
        must_read_id: id,
        version: at + 1,
        words: await work.seal(mustReadWords, { subject: id, row }, words),
        words_hash: fingerprint({ title, text: document }),
        published_at: moments[at]!,
      })
      .execute()
    const newest = at === plan.versions.length - 1
    const until = moments[at + 1] ?? new Date(momentOf(today, '08:00'))
    const readings = team
      .filter((person) => person !== author)
      .map((person) => {
        const chance = random(`must-reads/${plan.key}/${at}/${person}`)
        const shown = SHOWN.has(person) && !plan.closed
        const read = !shown && chance.chance(newest ? plan.read : 0.9)
        if (newest && !read) waiting.push(person)
        const confirmed = read ? readingMoment(moments[at]!, until, chance) : null
        return { must_read_id: id, version: at + 1, person_id: person, asked_at: moments[at]!, confirmed_at: confirmed }
      })
    await work.db.insertInto('must_read_reading').values(readings).execute()
  }
  if (!plan.closed) await give(work, { id, version: plan.versions.length, due_on: due }, waiting)
}

/** Some moment of a working day between the two. */
const readingMoment = (from: Date, until: Date, chance: ReturnType<typeof random>): Date => {
  const day = workingDay(dayOf(new Date(from.getTime() + (until.getTime() - from.getTime()) * 0.7 * chance.number())))
  const clock = `${String(8 + chance.below(9)).padStart(2, '0')}:${String(chance.below(60)).padStart(2, '0')}`
  const at = new Date(momentOf(day, clock))
  return at > from && at < until ? at : new Date(from.getTime() + 3_600_000)
}

/** Whom a visitor can be: they find it unread. */
const SHOWN = new Set(['Hatice Aydın', 'Marit Groot'].map((name) => staffId('vuurtoren', name)))
