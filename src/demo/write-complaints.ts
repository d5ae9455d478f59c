import { answerGiven, ownAnswer, ownWords, received } from '#products/privacy/complaints/personal-data.ts'
import { clockOf } from '#products/privacy/requests/clock.ts'
import { fullName } from '#products/school/index.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import type { Ground, Work } from '#shared/tenancy/work.ts'
import { addDays } from './calendar.ts'
import { guardianId } from './households.ts'
import type { Part } from './part.ts'
import { demoId } from './random.ts'
import { organisationId } from './schools.ts'
import { staffId } from './staff.ts'

const at = (day: string, time: string) => new Date(`${day}T${time}:00Z`)

/** One that waits at the supplier, and one with its answer. */
const complaintsOf = (today: string) => [
  {
    key: 'waits',
    guardian: guardianId('owusu', 0, 'vuurtoren'),
    sent: addDays(today, -18),
    text: 'Ik kreeg twee keer dezelfde mail over een verzoek dat al beantwoord was. Ik wil weten hoe dat kan.',
    answered: null,
  },
  {
    key: 'answered',
    guardian: guardianId('anholt', 0, 'vuurtoren'),
    sent: addDays(today, -40),
    text: 'Op een avond kon ik een uur niet inloggen, en nergens stond waarom.',
    answered: {
      day: addDays(today, -31),
      text: 'Je hebt gelijk: er was onderhoud en dat stond nergens. Vanaf nu staat het een week van tevoren op de pagina waar je inlogt.',
    },
  },
]

type Written = ReturnType<typeof complaintsOf>[number] & { readonly id: string; readonly name: string }

const writeSent = async (work: Work, supplier: string, one: Written): Promise<void> => {
  const { id, guardian, sent, text, answered } = one
  const place = { subject: guardian, row: id }
  await work.db
    .insertInto('complaint_to_supplier')
    .values({
      id,
      asked_by: guardian,
      supplier_id: supplier,
      words: await work.seal(ownWords, place, { text }),
      sent_at: at(sent, '19:40'),
      due_on: clockOf(sent).due,
      answer: answered && (await work.seal(ownAnswer, place, { text: answered.text })),
      answered_at: answered && at(answered.day, '10:15'),
    })
    .execute()
}

const writeReceived = async (work: Work, from: string, one: Written): Promise<void> => {
  const { id, name, sent, text, answered } = one
  const place = { subject: id, row: id }
  await work.db
    .insertInto('complaint_received')
    .values({
      id,
      from_organisation: from,
      content: await work.seal(received, place, { name, text }),
      received_on: sent,
      due_on: clockOf(sent).due,
      answer: answered && (await work.seal(answerGiven, place, { text: answered.text })),
      answered_at: answered && at(answered.day, '10:15'),
      answered_by: answered && staffId('supplier', 'Lotte Kramer'),
    })
    .execute()
}

/** Complaints of guardians at De Vuurtoren to the supplier, as both have them. */
export const writeComplaints = async (ground: Ground, parts: readonly Part[], place: string): Promise<void> => {
  const [school, supplier] = [organisationId('vuurtoren'), organisationId('supplier')]
  const part = parts.find(({ organisation }) => organisation.id === school)!
  const complaints = complaintsOf(part.today).map((one): Written => {
    const guardian = part.guardians.find(({ id }) => id === one.guardian)!
    const name = fullName({ ...guardian, prefix: guardian.prefix ?? '' })
    return { ...one, id: demoId(`complaint/${one.key}`), name }
  })
  await asSystem(ground, school, place, async (work) => {
    for (const one of complaints) await writeSent(work, supplier, one)
  })
  await asSystem(ground, supplier, place, async (work) => {
    for (const one of complaints) await writeReceived(work, school, one)
  })
}
