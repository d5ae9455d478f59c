import { clockOf } from '#products/privacy/requests/clock.ts'
import type { Kind, Refusal } from '#products/privacy/requests/kinds.ts'
import { requestWords, stepWords } from '#products/privacy/requests/personal-data.ts'
import type { What } from '#products/privacy/requests/steps.ts'
import { requestText } from '#products/school/information-requests/personal-data.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Concern } from '#shared/vault/concern.ts'
import { addDays } from './calendar.ts'
import { guardianId } from './households.ts'
import type { Part } from './part.ts'
import { demoId } from './random.ts'
import { staffId } from './staff.ts'

const office = staffId('vuurtoren', 'Wim Postma')
const principal = staffId('vuurtoren', 'Anouk Visser')
const at = (day: string, time = '09:20') => new Date(`${day}T${time}:00Z`)

type Step = { what: What; day: string; by: string | null; text?: string; reason?: Refusal }
type Written = {
  key: string
  family: string
  adult: number
  /** The given name of a child it is about; oneself without it. */
  child?: string
  kind: Kind
  way?: 'letter'
  received: string
  text: string
  concerns?: readonly Concern[]
  correction?: { field: 'surname'; value: string; before: string }
  identity?: 'signed-in' | 'passport'
  ended?: { state: 'granted' | 'refused'; day: string; carryOutOn?: string }
  steps: readonly Step[]
}

/** What waits and what was answered at De Vuurtoren: each state that a request can have is there once. */
const requestsOf = (today: string): Written[] => {
  const ago = (days: number) => addDays(today, -days)
  return [
    {
      key: 'correction',
      family: 'owusu',
      adult: 0,
      child: 'Zuri',
      kind: 'correction',
      received: ago(3),
      text: 'Sinds vorige maand heeft Zuri allebei onze namen. Het staat zo in haar nieuwe paspoort.',
      correction: { field: 'surname', value: 'Boateng Owusu', before: 'Owusu' },
      identity: 'signed-in',
      steps: [],
    },
    {
      key: 'five-days',
      family: 'bouzidi',
      adult: 0,
      kind: 'objection',
      received: ago(23),
      text: 'Ik wil niet dat mijn nummer gebruikt wordt voor de bellijst van de klas. Bellen over Adam mag wel.',
      concerns: ['purpose:contact-with-guardians'],
      identity: 'signed-in',
      steps: [{ what: 'escalated', day: ago(2), by: null }],
    },
    {
      key: 'letter',
      family: 'bouzidi',
      adult: 1,
      kind: 'access',
      way: 'letter',
      received: ago(6),
      text: 'Graag ontvang ik een kopie van alles wat u over mij heeft.',
      steps: [],
    },
    {
      key: 'refused',
      family: 'reumer',
      adult: 0,
      child: 'Isabel',
      kind: 'erasure',
      received: ago(30),
      text: 'Kunnen jullie de gegevens van Isabel van vorig jaar weghalen? We willen een schone lei.',
      identity: 'signed-in',
      ended: { state: 'refused', day: ago(9) },
      steps: [
        {
          what: 'refused',
          day: ago(9),
          by: principal,
          reason: 'law-keeps',
          text: 'Zolang Isabel bij ons op school zit, moeten we haar gegevens bewaren, en daarna nog twee jaar. Wat jij zelf over haar schreef in een ziekmelding is na dertig dagen al weg. We bellen je graag als je wilt weten wat er nog staat.',
        },
      ],
    },
    {
      key: 'restriction',
      family: 'yildiz',
      adult: 1,
      kind: 'restriction',
      received: ago(12),
      text: 'Mijn oude adres staat nog ergens. Gebruik mijn gegevens niet tot het klopt.',
      concerns: ['kind:contact'],
      identity: 'signed-in',
      ended: { state: 'granted', day: ago(8) },
      steps: [
        { what: 'granted', day: ago(8), by: office, text: 'We gebruiken ze niet tot je ons het goede adres geeft.' },
      ],
    },
    {
      key: 'erasure',
      family: 'anholt',
      adult: 1,
      kind: 'erasure',
      way: 'letter',
      received: ago(11),
      text: 'Ik wil dat school alles over mij wist.',
      identity: 'passport',
      ended: { state: 'granted', day: ago(1), carryOutOn: addDays(today, 4) },
      steps: [{ what: 'granted', day: ago(1), by: principal, text: 'We wissen wat we van jou hebben.' }],
    },
  ]
}

const write = async (work: Work, part: Part, request: Written): Promise<void> => {
  const { key, family, adult, child, kind, way, received, text, concerns, correction, identity, ended, steps } = request
  const id = demoId(`rights-request/${key}`)
  const asker = part.personOf(guardianId(family, adult, 'vuurtoren'))
  const ties = part.guardianships.filter(({ guardianId: guardian }) => part.personOf(guardian) === asker)
  const pupils = part.pupils.filter(({ id: pupil }) => ties.some(({ pupilId }) => pupilId === pupil))
  const person = child ? pupils.find(({ givenName }) => givenName === child)!.id : asker
  const { due, limit } = clockOf(received)
  const words = { text, field: null, value: null, before: null, concerns: concerns ?? [], ...correction }
  const by = way ? office : asker
  await work.db
    .insertInto('rights_request')
    .values({
      id,
      asked_by: asker,
      person_id: person,
      kind,
      way: way ?? 'here',
      words: await work.seal(requestWords, { subject: asker, row: id }, words),
      received_on: received,
      due_on: due,
      limit_on: limit,
      entered_by: way ? office : null,
      identity_seen: identity ?? null,
      identity_by: identity && way ? office : null,
      identity_at: identity ? at(received) : null,
      state: ended?.state ?? 'open',
      ended_at: ended ? at(ended.day) : null,
      ended_by: ended ? (steps[0]?.by ?? null) : null,
      carry_out_on: ended?.carryOutOn ?? null,
      created_at: at(received),
    })
    .execute()
  const all: Step[] = [
    { what: 'received', day: received, by },
    ...(identity ? [{ what: 'identity' as const, day: received, by: way ? office : null }] : []),
    ...steps,
  ]
  for (const [index, step] of all.entries()) {
    const row = demoId(`rights-step/${key}/${index}`)
    const said = step.text ? { text: step.text, reason: step.reason ?? null } : null
    await work.db
      .insertInto('rights_step')
      .values({
        id: row,
        request_id: id,
        number: index + 1,
        what: step.what,
        at: at(step.day, `09:2${index}`),
        by_id: step.by,
        words: said && (await work.seal(stepWords, { subject: asker, row }, said)),
      })
      .execute()
  }
  if (kind === 'restriction')
    await work.db
      .insertInto('processing_restriction')
      .values({ id, person_id: person, ground: kind, began_on: ended!.day, concerns: [...(concerns ?? [])] })
      .execute()
}

/** Requests about data at De Vuurtoren, and a father without authority who asks how his daughter is. */
export const writeRequests = async (work: Work, part: Part): Promise<void> => {
  if (part.organisation.host !== 'vuurtoren') return
  for (const request of requestsOf(part.today)) await write(work, part, request)
  const id = demoId('information-request/terlouw')
  const guardian = part.personOf(guardianId('terlouw', 1, 'vuurtoren'))
  const text = 'Hoe gaat het met rekenen, en is Fiene vaak ziek geweest dit jaar?'
  await work.db
    .insertInto('information_request')
    .values({
      id,
      guardian_id: guardian,
      request: await work.seal(requestText, { subject: guardian, row: id }, { text }),
      created_at: at(addDays(part.today, -4)),
    })
    .execute()
}
